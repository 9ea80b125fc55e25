package org.chancery.core.repository;

/**
 * It is a declared record, or holds one, and what was asked for would change it (requirement R4).
 */
public final class Declared extends RepositoryException {
  private static final long serialVersionUID = 1L;

  /** Says what was refused and what to do instead, in words for the person who tried. */
  public Declared(String message) {
    super(message);
  }
}
