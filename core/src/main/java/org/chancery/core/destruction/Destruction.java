package org.chancery.core.destruction;

import java.util.Collection;
import java.util.List;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Held;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;

/**
 * Takes folders out of the world (requirement R6). Who calls it has made sure that it may be done:
 * approved, and due. Holds alone are asked for here.
 */
public interface Destruction {

  /**
   * Deletes the folder with everything below it, every version, rendition, grant and association,
   * within the transaction in progress; nothing goes to any trash. Passes by what guards declared
   * records, never by holds. What it leaves elsewhere is noted durably, for {@link #erase}.
   *
   * @param elevated in whose name; asked for no permission
   * @throws Held when the folder, anything above it or anything in it is under a hold
   * @throws NotFound when there is no such folder
   * @throws IllegalStateException when there is no transaction in progress
   */
  void remove(Caller elevated, NodeId folder);

  /**
   * Notes, within the transaction in progress, that words were taken out of these, which stay: what
   * that leaves elsewhere is erased with the next {@link #erase}, like what a removed folder
   * leaves.
   */
  void overwritten(Collection<NodeId> nodes);

  /**
   * Erases what removed folders left: bytes no longer referred to, index terms and stored fields,
   * answers kept for repeated requests, queued work, the engine's history, mail not yet sent,
   * temporary files; and, where the database is the host's own, what it keeps of deleted rows.
   *
   * <p>To be called outside of transactions, once for many folders. May take minutes. May be called
   * again at any time, also after a call that the process did not survive: it goes on where that
   * one was. One call at a time does something; another waits for it.
   *
   * @return what is still left, and why; empty when nothing is. As long as something is left, it is
   *     tried again by the next call.
   */
  List<Remnant> erase();
}
