package org.alfresco.service.cmr.repository;

import java.io.Serializable;

/** Names a node: its store and its id. */
public final class NodeRef implements Serializable {
  private static final long serialVersionUID = 1L;

  public NodeRef(String text, String text2, String text3) {
    throw new UnsupportedOperationException();
  }

  public NodeRef(StoreRef storeRef, String text) {
    throw new UnsupportedOperationException();
  }

  public NodeRef(String text) {
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

  public final StoreRef getStoreRef() {
    throw new UnsupportedOperationException();
  }

  public final String getId() {
    throw new UnsupportedOperationException();
  }

  /**
   * What is known of a node beside its contents: its row, its last transaction, whether it was
   * deleted.
   */
  public static class Status {
    private Status() {}

    public Long getDbId() {
      throw new UnsupportedOperationException();
    }

    public NodeRef getNodeRef() {
      throw new UnsupportedOperationException();
    }

    public String getChangeTxnId() {
      throw new UnsupportedOperationException();
    }

    public Long getDbTxnId() {
      throw new UnsupportedOperationException();
    }

    public boolean isDeleted() {
      throw new UnsupportedOperationException();
    }
  }
}
