package org.alfresco.service.cmr.repository;

import org.alfresco.service.namespace.QName;

/** Copies nodes. */
public interface CopyService {
  NodeRef copy(NodeRef nodeRef, NodeRef nodeRef2, QName name, QName name2, boolean flag);

  NodeRef copyAndRename(NodeRef nodeRef, NodeRef nodeRef2, QName name, QName name2, boolean flag);

  NodeRef copy(NodeRef nodeRef, NodeRef nodeRef2, QName name, QName name2);

  void copy(NodeRef nodeRef, NodeRef nodeRef2);

  NodeRef getOriginal(NodeRef nodeRef);
}
