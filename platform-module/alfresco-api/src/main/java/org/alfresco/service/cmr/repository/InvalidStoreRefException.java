package org.alfresco.service.cmr.repository;

/** A store that does not exist. */
public class InvalidStoreRefException extends AbstractStoreException {
  private InvalidStoreRefException() {}

  private static final long serialVersionUID = 1L;
}
