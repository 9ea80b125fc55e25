package org.alfresco.util;

import java.io.Serializable;

/** Two things. */
public final class Pair<F, S> implements Serializable {
  private static final long serialVersionUID = 1L;

  public Pair(F first, S second) {
    throw new UnsupportedOperationException();
  }
}
