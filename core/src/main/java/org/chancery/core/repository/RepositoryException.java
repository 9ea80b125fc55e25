package org.chancery.core.repository;

/** What a repository port can refuse; the subclasses say which. */
public abstract sealed class RepositoryException extends RuntimeException
    permits NotFound, Denied, Conflict, NameTaken, Invalid, WrongState, Declared, Held {
  private static final long serialVersionUID = 1L;

  RepositoryException(String message) {
    super(message);
  }
}
