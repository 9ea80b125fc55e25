package org.chancery.ocr.worker;

/** A worker process ended, hung or swelled while it worked on a job, twice in a row. */
public final class WorkerDied extends Exception {
  private static final long serialVersionUID = 1L;

  WorkerDied(String how) {
    super(how);
  }
}
