package org.alfresco.service.cmr.repository;

/** A relation that is there already. */
public class AssociationExistsException extends RuntimeException {
  private AssociationExistsException() {}

  private static final long serialVersionUID = 1L;
}
