package org.alfresco.service.cmr.repository;

import java.io.Serializable;

/** Names a store. */
public final class StoreRef implements Serializable {
  private static final long serialVersionUID = 1L;
  public static final StoreRef STORE_REF_WORKSPACE_SPACESSTORE = null;

  public StoreRef(String text, String text2) {
    throw new UnsupportedOperationException();
  }

  public StoreRef(String text) {
    throw new UnsupportedOperationException();
  }

  public String toString() {
    throw new UnsupportedOperationException();
  }

  public boolean equals(Object object) {
    throw new UnsupportedOperationException();
  }

  public int hashCode() {
    throw new UnsupportedOperationException();
  }

  public String getProtocol() {
    throw new UnsupportedOperationException();
  }

  public String getIdentifier() {
    throw new UnsupportedOperationException();
  }
}
