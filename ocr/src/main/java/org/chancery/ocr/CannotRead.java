package org.chancery.ocr;

/** A document, or one attached to it, cannot be read. */
final class CannotRead extends Exception {
  private static final long serialVersionUID = 1L;

  private final String mediaType;
  private final String reason;

  CannotRead(String mediaType, String reason, String explanation) {
    super(explanation);
    this.mediaType = mediaType;
    this.reason = reason;
  }

  String mediaType() {
    return mediaType;
  }

  String reason() {
    return reason;
  }

  boolean isUnsupported() {
    return reason.equals("unsupported");
  }
}
