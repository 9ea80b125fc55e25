package org.chancery.archive.transfer;

/** Named points of the writing at which a test may end it as a kill would. */
@FunctionalInterface
public interface Checkpoint {
  /** None is used. */
  Checkpoint NONE = point -> {};

  /** Called when the writing has come to that point. */
  void reached(String point);
}
