package org.chancery.core.upkeep;

import java.time.Duration;
import java.util.Optional;
import org.chancery.core.background.OwnThread;
import org.chancery.core.disposition.Execution;
import org.chancery.core.disposition.RecordsDesk;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.intake.WorkQueue.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proposes what is due, once a day, and carries out what was approved, on a thread of its own:
 * erasing takes minutes. Several nodes of a cluster may run one each.
 */
public final class Disposing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Disposing.class);
  private static final Duration POLL = Duration.ofSeconds(3);
  private static final Duration LEASE = Duration.ofMinutes(30);
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final RecordsDesk desk;
  private final WorkQueue queue;
  private final OwnThread thread = new OwnThread("records-disposing");

  /** Nothing runs before {@link #start}. */
  public Disposing(RecordsDesk desk, WorkQueue queue) {
    this.desk = desk;
    this.queue = queue;
  }

  /** Begins to look. */
  public void start() {
    thread.every(Duration.ZERO, POLL, "A disposition failed", this::look);
  }

  private void look() {
    desk.runDaily();
    Optional<Work> next = queue.take(Execution.QUEUE, LEASE);
    while (next.isPresent() && !thread.ending()) {
      Work work = next.get();
      try {
        desk.execution().goOn(work, () -> !thread.ending());
      } catch (RuntimeException e) {
        LOG.error("Disposition {} failed; it is tried again", work.key(), e);
        queue.later(work, AGAIN, String.valueOf(e.getMessage()));
      }
      next = queue.take(Execution.QUEUE, LEASE);
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
