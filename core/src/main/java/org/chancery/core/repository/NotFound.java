package org.chancery.core.repository;

/**
 * There is no such thing, or the caller may not know of it: the two are one answer (requirement
 * P4).
 */
public final class NotFound extends RepositoryException {
  private static final long serialVersionUID = 1L;

  /** The same message for both cases. */
  public NotFound(Object id) {
    super("There is no item " + id + ".");
  }
}
