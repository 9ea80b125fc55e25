package org.chancery.core.erasure;

import java.util.List;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;

/**
 * Keeps copies of what was said of people beside their entries for a while, such as imported files
 * or what it takes to undo a merge.
 */
public interface Keeper {

  /** What it keeps, as the proof calls it, such as {@code imported files}. */
  String what();

  /** Says what names somebody. */
  interface Naming {
    /**
     * Whether a row of a table names them, where given and family name may stand in fields of their
     * own. A number or mailbox that an office shares is no name.
     */
    boolean inRow(String row);

    /** A text without what names them; the same text when nothing does. */
    String without(String text);
  }

  /** How it describes a person beside what their entry says now, such as before a merge. */
  default List<Described> known(NodeId person) {
    return List.of();
  }

  /**
   * Destroys every copy of a person who is being erased, within the transaction in progress.
   *
   * @param elevated in whose name; asked for no permission
   * @param person the entry, which is still there
   * @param naming what names them
   * @return how many copies went
   */
  int forget(Caller elevated, NodeId person, Naming naming);
}
