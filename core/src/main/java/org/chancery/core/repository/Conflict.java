package org.chancery.core.repository;

/** The node has changed since the caller read it. */
public final class Conflict extends RepositoryException {
  private static final long serialVersionUID = 1L;

  private final long currentRevision;

  /** The revision the node has now. */
  public Conflict(Object id, long currentRevision) {
    super(
        "Item "
            + id
            + " was changed by someone else; read it again (it is now at revision "
            + currentRevision
            + ").");
    this.currentRevision = currentRevision;
  }

  /** The revision the node has now. */
  public long currentRevision() {
    return currentRevision;
  }
}
