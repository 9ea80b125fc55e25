package org.chancery.core.repository;

/** The item is not in a state in which this can be done to it. */
public final class WrongState extends RepositoryException {
  private static final long serialVersionUID = 1L;

  /** Says what state the item is in and what would be needed, in words for the person who tried. */
  public WrongState(String message) {
    super(message);
  }
}
