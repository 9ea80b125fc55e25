package org.chancery.core.matching.file;

/** A file of rows cannot be used; the message says where and what to do. */
final class UnreadableRows extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableRows(String message) {
    super(message);
  }
}
