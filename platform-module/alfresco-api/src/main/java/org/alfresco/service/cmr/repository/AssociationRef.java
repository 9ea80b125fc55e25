package org.alfresco.service.cmr.repository;

import java.io.Serializable;
import org.alfresco.service.namespace.QName;

/** Relates two nodes that are not parent and child. */
public class AssociationRef implements Serializable {
  private static final long serialVersionUID = 1L;

  public AssociationRef(NodeRef nodeRef, QName name, NodeRef nodeRef2) {
    throw new UnsupportedOperationException();
  }

  public AssociationRef(Long id, NodeRef nodeRef, QName name, NodeRef nodeRef2) {
    throw new UnsupportedOperationException();
  }

  public AssociationRef(String text) {
    throw new UnsupportedOperationException();
  }

  public Long getId() {
    throw new UnsupportedOperationException();
  }

  public QName getTypeQName() {
    throw new UnsupportedOperationException();
  }

  public NodeRef getTargetRef() {
    throw new UnsupportedOperationException();
  }

  public NodeRef getSourceRef() {
    throw new UnsupportedOperationException();
  }
}
