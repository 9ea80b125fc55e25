package org.chancery.intakeprocess;

/** The process cannot start; the message is for whoever started it, and enough. */
final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartRefused(String message) {
    super(message);
  }
}
