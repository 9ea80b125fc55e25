package org.alfresco.service.cmr.repository;

/** A node that does not exist. */
public class InvalidNodeRefException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidNodeRefException(NodeRef nodeRef) {
    throw new UnsupportedOperationException();
  }

  public InvalidNodeRefException(String text, NodeRef nodeRef) {
    throw new UnsupportedOperationException();
  }

  public InvalidNodeRefException(String text, NodeRef nodeRef, Throwable throwable) {
    throw new UnsupportedOperationException();
  }

  public NodeRef getNodeRef() {
    throw new UnsupportedOperationException();
  }
}
