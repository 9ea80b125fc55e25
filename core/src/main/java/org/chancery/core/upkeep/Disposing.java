package org.chancery.core.upkeep;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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

  /** Short, so that what a killed process had in hand is soon another's; made longer meanwhile. */
  private static final Duration LEASE = Execution.LEASE;

  private static final Duration BEAT = LEASE.dividedBy(4);
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final RecordsDesk desk;
  private final WorkQueue queue;
  private final OwnThread thread = new OwnThread("records-disposing");
  private final OwnThread beat = new OwnThread("records-disposing-lease");
  private final AtomicReference<Work> underWay = new AtomicReference<>();

  /** Nothing runs before {@link #start}. */
  public Disposing(RecordsDesk desk, WorkQueue queue) {
    this.desk = desk;
    this.queue = queue;
  }

  /** Begins to look. */
  public void start() {
    thread.every(Duration.ZERO, POLL, "A disposition failed", this::once);
    beat.every(BEAT, BEAT, "The lease of a disposition could not be made longer", this::extend);
  }

  /** Erasing takes longer than a lease, and says nothing meanwhile. */
  private void extend() {
    Work work = underWay.get();
    if (work != null) {
      queue.extend(work, LEASE);
    }
  }

  /**
   * Does now what there is to do, on the calling thread: the daily work unless it was done today,
   * then what was approved. Not to be called within a transaction.
   */
  public void once() {
    desk.runDaily();
    Optional<Work> next = queue.take(Execution.QUEUE, LEASE);
    while (next.isPresent() && !thread.ending()) {
      Work work = next.get();
      underWay.set(work);
      try {
        desk.execution().goOn(work, () -> !thread.ending());
      } catch (RuntimeException e) {
        LOG.error("Disposition {} failed; it is tried again", work.key(), e);
        queue.later(work, AGAIN, String.valueOf(e.getMessage()));
      } finally {
        underWay.set(null);
      }
      next = queue.take(Execution.QUEUE, LEASE);
    }
  }

  @Override
  public void close() {
    beat.close();
    thread.close();
  }
}
