package org.alfresco.repo.jscript.app;

import org.alfresco.service.cmr.repository.NodeRef;

/** Writes a node as Share's pages read it. */
public class JSONConversionComponent {
  public JSONConversionComponent() {
    throw new UnsupportedOperationException();
  }

  public String toJSON(NodeRef nodeRef, boolean flag) {
    throw new UnsupportedOperationException();
  }
}
