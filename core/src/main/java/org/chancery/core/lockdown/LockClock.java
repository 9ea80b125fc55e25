package org.chancery.core.lockdown;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chancery.core.background.OwnThread;
import org.chancery.core.correspondence.Locking;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.intake.WorkQueue.Work;
import org.chancery.core.repository.Transactions;

/**
 * Ends locks whose time is over (requirement P3), within seconds of it; what came due while nothing
 * ran is done at the start. Several nodes of a cluster may run one each: a lease decides.
 */
public final class LockClock implements AutoCloseable {
  private static final Duration POLL = Duration.ofSeconds(3);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final WorkQueue queue;
  private final Locking locking;
  private final Transactions transactions;
  private final Clock clock;
  private final OwnThread thread = new OwnThread("lock-ends");

  /** Nothing runs before {@link #start}. */
  public LockClock(WorkQueue queue, Locking locking, Transactions transactions, Clock clock) {
    this.queue = queue;
    this.locking = locking;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Begins to look. */
  public void start() {
    thread.every(Duration.ZERO, POLL, "Locks whose time is over could not be ended", this::endDue);
  }

  /** Ends every lock that is due. */
  void endDue() {
    Optional<Work> next = queue.take(NotedEnds.QUEUE, LEASE);
    while (next.isPresent()) {
      settle(next.get());
      next = queue.take(NotedEnds.QUEUE, LEASE);
    }
  }

  private void settle(Work work) {
    Optional<NotedEnds.End> end = NotedEnds.End.of(work.key());
    Instant now = clock.instant();
    if (end.filter(each -> each.until().isAfter(now)).isPresent()) {
      Duration left = Duration.between(now, end.get().until());
      Duration wait = left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
      queue.later(work, wait, "not yet due");
      return;
    }
    transactions.write(
        () -> {
          end.ifPresent(each -> locking.end(each.id(), each.until()));
          if (!queue.done(work)) {
            throw new IllegalStateException("Another node ends the lock " + work.key());
          }
        });
  }

  @Override
  public void close() {
    thread.close();
  }
}
