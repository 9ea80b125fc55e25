package org.alfresco.service.cmr.repository;

/** Something wrong with a store. */
public abstract class AbstractStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreRef getStoreRef() {
    throw new UnsupportedOperationException();
  }
}
