package org.chancery.ocr.worker;

/** Carries out requests inside a worker process. */
@FunctionalInterface
interface Job {
  /**
   * Does the work.
   *
   * @param step called after each step of a long job
   */
  Reply carryOut(Request request, Runnable step);
}
