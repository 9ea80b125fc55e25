package org.alfresco.service.cmr.repository;

/** A store that is there already. */
public class StoreExistsException extends AbstractStoreException {
  private StoreExistsException() {}

  private static final long serialVersionUID = 1L;
}
