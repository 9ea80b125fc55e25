package org.chancery.core.repository;

/** The folder has an item of that name. */
public final class NameTaken extends RepositoryException {
  private static final long serialVersionUID = 1L;

  /** The name that was asked for. */
  public NameTaken(String name) {
    super("There is already an item named '" + name + "' here; choose another name.");
  }
}
