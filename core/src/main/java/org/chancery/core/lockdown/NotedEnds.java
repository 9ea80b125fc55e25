package org.chancery.core.lockdown;

import java.time.Instant;
import java.util.Optional;
import org.chancery.core.correspondence.LockEnds;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.repository.NodeId;

/** The ends of locks as work in the durable queue, each noted with the lock itself. */
public final class NotedEnds implements LockEnds {
  /** The queue's name. */
  static final String QUEUE = "lock-end";

  private static final String AT = "@";

  private final WorkQueue queue;

  /** In this queue. */
  public NotedEnds(WorkQueue queue) {
    this.queue = queue;
  }

  @Override
  public void note(NodeId id, Instant until) {
    queue.add(QUEUE, new End(id, until).key());
  }

  /**
   * When the lock on a node ends.
   *
   * @param id the node
   * @param until to the second
   */
  record End(NodeId id, Instant until) {

    String key() {
      return id.value() + AT + until.getEpochSecond();
    }

    /** Reads a key; empty when it is none of ours. */
    static Optional<End> of(String key) {
      int at = key.indexOf(AT);
      try {
        return Optional.of(
            new End(
                NodeId.of(key.substring(0, Math.max(0, at))),
                Instant.ofEpochSecond(Long.parseLong(key.substring(at + 1)))));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
