package org.chancery.intakeprocess;

import org.chancery.core.intake.Reason;

/** The repository cannot be worked with at the moment, whatever it is asked. */
final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  Unreachable(Reason reason) {
    super(reason.explanation());
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
