package org.chancery.ocr;

/** A document, or one attached to it, cannot be read. */
public final class CannotRead extends Exception {
  private static final long serialVersionUID = 1L;

  private final String mediaType;
  private final String reason;

  CannotRead(String mediaType, String reason, String explanation) {
    super(explanation);
    this.mediaType = mediaType;
    this.reason = reason;
  }

  /** By content, as far as it could be told. */
  public String mediaType() {
    return mediaType;
  }

  /** A code, as of {@link Outcome.Refused}. */
  public String reason() {
    return reason;
  }

  boolean isUnsupported() {
    return reason.equals("unsupported");
  }
}
