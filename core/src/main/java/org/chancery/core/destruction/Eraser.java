package org.chancery.core.destruction;

import java.util.List;

/**
 * Erases what is left in one place of a host. Doing it twice is the same as once, and a process
 * that ends in the middle of it leaves nothing that a second run does not take.
 */
public interface Eraser {

  /** The place in a word, lower case with hyphens, such as {@code index}. */
  String where();

  /**
   * Erases; outside of transactions.
   *
   * @return why something is still there; empty when nothing is
   */
  List<String> erase(Removed removed);
}
