package org.chancery.standalone;

/** The server cannot start; the message says why, in one line, for whoever typed the command. */
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason in one line. */
  public StartRefused(String message) {
    super(message);
  }

  /** With the reason in one line and what brought it about. */
  public StartRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
