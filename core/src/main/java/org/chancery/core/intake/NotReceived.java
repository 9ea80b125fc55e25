package org.chancery.core.intake;

/** A dropped file was not received; it is kept and tried again. */
public final class NotReceived extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  /** For the reason, as people see it. */
  public NotReceived(Reason reason) {
    super(reason.explanation());
    this.reason = reason;
  }

  /** What people see. */
  public Reason reason() {
    return reason;
  }
}
