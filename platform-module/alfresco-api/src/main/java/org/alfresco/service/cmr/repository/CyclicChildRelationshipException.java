package org.alfresco.service.cmr.repository;

/** A node that would be its own ancestor. */
public class CyclicChildRelationshipException extends RuntimeException {
  private CyclicChildRelationshipException() {}

  private static final long serialVersionUID = 1L;
}
