package org.chancery.core.repository;

/** It is under a hold, or is above or below what is, and would go or move (requirement R5). */
public final class Held extends RepositoryException {
  private static final long serialVersionUID = 1L;

  /** Says what was refused, in words for the person who tried. */
  public Held(String message) {
    super(message);
  }
}
