package org.chancery.core.repository;

/** The caller may see the node, but not do this to it. */
public final class Denied extends RepositoryException {
  private static final long serialVersionUID = 1L;

  /** Says what was refused, in words for the person who tried. */
  public Denied(String message) {
    super(message);
  }
}
