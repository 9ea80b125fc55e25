package org.chancery.ocr.worker;

/** Workers cannot be started, or the pool is closed: no document is to blame. */
public final class WorkerUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WorkerUnavailable(String why, Throwable cause) {
    super(why, cause);
  }
}
