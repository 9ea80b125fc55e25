package org.chancery.core.schedule;

import java.time.Instant;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;

/**
 * Told where something is done, in the transaction in which it is done, by whoever does it; that is
 * what the clocks of folders run by (requirement R3). Nothing is found out by looking around.
 */
public interface Activity {

  /**
   * Something was done in a folder that is a unit of disposition.
   *
   * @param elevated the doer, elevated
   * @param folder a case folder
   * @param of what it was about
   * @return the folder as it is now
   */
  Node in(Caller elevated, NodeId folder, ActivityKind kind, NodeId of);

  /**
   * Something was done with a node; nothing happens when no folder above it has a clock.
   *
   * @param elevated the doer, elevated
   * @param of what it was about
   */
  void at(Caller elevated, NodeId of, ActivityKind kind);

  /**
   * Something was moved to where it is now; nothing happens when no folder above it has a clock, or
   * the same as before.
   *
   * @param elevated the doer, elevated
   * @param of what was moved
   * @param from the folder that it lay in
   */
  void filed(Caller elevated, NodeId of, NodeId from);

  /**
   * What a folder holds has changed without anything having been done in the sense of the clock:
   * something was moved into it or out of it, or deleted.
   */
  void changed(Caller elevated, NodeId folder);

  /**
   * All that a folder holds came from another, or went back to it: nothing was done in it.
   *
   * @param latest when something was last done in what it holds now
   */
  void moved(Caller elevated, NodeId folder, Instant latest);

  /** A folder with a clock, or something that may have held such folders, is gone. */
  void gone(NodeId folder);
}
