package org.alfresco.service.cmr.repository;

/** A name that another child of the folder has. */
public class DuplicateChildNodeNameException extends RuntimeException {
  private DuplicateChildNodeNameException() {}

  private static final long serialVersionUID = 1L;

  public String getName() {
    throw new UnsupportedOperationException();
  }
}
