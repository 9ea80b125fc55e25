package org.chancery.ocr;

/**
 * Reading did not come to an end for reasons that lie outside the document: the pool was closed,
 * the thread interrupted, the disk is full, or workers cannot be started. Try again later.
 */
public final class ReadingUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReadingUnavailable(String why, Throwable cause) {
    super(why, cause);
  }
}
