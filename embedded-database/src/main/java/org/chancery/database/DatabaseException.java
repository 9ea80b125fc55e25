package org.chancery.database;

/** The embedded database cannot be had; the message tells the operator why and what to do. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what failed, in words for the operator. */
  public DatabaseException(String message) {
    super(message);
  }

  /** Says what failed, in words for the operator. */
  public DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
