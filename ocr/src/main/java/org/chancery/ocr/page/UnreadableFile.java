package org.chancery.ocr.page;

/** A file cannot be read at all, for a reason a clerk can be told. */
public final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; {@link #code()} is what programs see. */
  public enum Reason {
    /** A password is needed. */
    ENCRYPTED("encrypted"),
    /** The bytes are not what their type promises. */
    DAMAGED("damaged"),
    /** More pixels, text or nesting than a worker will take in. */
    TOO_LARGE("too-large"),
    /** There is nothing in it. */
    EMPTY("empty"),
    /** No reader for this type. */
    UNSUPPORTED("unsupported");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The reason as it is reported. */
    public String code() {
      return code;
    }
  }

  private final Reason reason;

  /**
   * Says why in one or two sentences for a clerk.
   *
   * @param explanation what it means and what can be done
   */
  public UnreadableFile(Reason reason, String explanation) {
    super(explanation);
    this.reason = reason;
  }

  /** The same, with what caused it. */
  public UnreadableFile(Reason reason, String explanation, Throwable cause) {
    super(explanation, cause);
    this.reason = reason;
  }

  /** Why it cannot be read. */
  public Reason reason() {
    return reason;
  }
}
