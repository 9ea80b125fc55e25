package org.chancery.core.erasure;

import java.util.function.Predicate;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;

/**
 * Keeps copies of what was said of people beside their entries for a while, such as imported files
 * or what it takes to undo a merge.
 */
public interface Keeper {

  /** What it keeps, as the proof calls it, such as {@code imported files}. */
  String what();

  /**
   * Destroys every copy of a person who is being erased, within the transaction in progress.
   *
   * @param elevated in whose name; asked for no permission
   * @param person the entry, which is still there
   * @param names whether a text, or a row of a table, names them
   * @return how many copies went
   */
  int forget(Caller elevated, NodeId person, Predicate<String> names);
}
