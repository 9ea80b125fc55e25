package org.alfresco.service.cmr.repository;

import java.io.Serializable;

/** The names from the root of a store to a node. */
public final class Path implements Serializable {
  private Path() {}

  private static final long serialVersionUID = 1L;

  public int size() {
    throw new UnsupportedOperationException();
  }
}
