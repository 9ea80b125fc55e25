package org.alfresco.service.cmr.version;

import java.io.Serializable;
import java.util.Date;
import org.alfresco.service.cmr.repository.NodeRef;

/** One version of a node, frozen. */
public interface Version extends Serializable {
  java.lang.String PROP_DESCRIPTION = "description";

  Date getFrozenModifiedDate();

  String getFrozenModifier();

  String getVersionLabel();

  String getDescription();

  Serializable getVersionProperty(String text);

  NodeRef getFrozenStateNodeRef();
}
