package org.alfresco.service.cmr.repository;

import java.io.Serializable;
import org.alfresco.service.namespace.QName;

/** Relates a child to its parent. */
public class ChildAssociationRef implements Comparable<ChildAssociationRef>, Serializable {
  private static final long serialVersionUID = 1L;

  public ChildAssociationRef(
      QName name, NodeRef nodeRef, QName name2, NodeRef nodeRef2, boolean flag, int number) {
    throw new UnsupportedOperationException();
  }

  public ChildAssociationRef(QName name, NodeRef nodeRef, QName name2, NodeRef nodeRef2) {
    throw new UnsupportedOperationException();
  }

  public ChildAssociationRef(String text) {
    throw new UnsupportedOperationException();
  }

  public int compareTo(ChildAssociationRef childAssociationRef) {
    throw new UnsupportedOperationException();
  }

  public QName getTypeQName() {
    throw new UnsupportedOperationException();
  }

  public QName getQName() {
    throw new UnsupportedOperationException();
  }

  public NodeRef getChildRef() {
    throw new UnsupportedOperationException();
  }

  public NodeRef getParentRef() {
    throw new UnsupportedOperationException();
  }
}
