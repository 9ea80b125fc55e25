package org.chancery.core.matching;

/** Is told how far a long comparison has come. */
@FunctionalInterface
public interface Progress {
  /** Nobody listens. */
  Progress NONE = (done, all) -> {};

  /**
   * So far.
   *
   * @param done likely pairs that were weighed
   * @param all of them
   */
  void at(long done, long all);
}
