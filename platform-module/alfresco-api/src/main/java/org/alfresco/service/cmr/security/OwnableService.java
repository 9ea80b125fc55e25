package org.alfresco.service.cmr.security;

import org.alfresco.service.cmr.repository.NodeRef;

/** Who owns a node. */
public interface OwnableService {
  java.lang.String NO_OWNER = "";

  String getOwner(NodeRef nodeRef);

  void setOwner(NodeRef nodeRef, String text);

  void takeOwnership(NodeRef nodeRef);

  boolean hasOwner(NodeRef nodeRef);
}
