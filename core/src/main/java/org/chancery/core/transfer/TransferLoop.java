package org.chancery.core.transfer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chancery.core.intake.WorkQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packages in the background, one at a time on a thread of its own, while another keeps the lease
 * alive. Several nodes of a cluster may run one each.
 */
final class TransferLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TransferLoop.class);
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final int PATIENCE_SECONDS = 30;

  private final WorkQueue queue;
  private final Packaging packaging;
  private final ScheduledExecutorService thread = thread("transfer");
  private final ScheduledExecutorService beats = thread("transfer-lease");
  private volatile Runnable ordered = () -> {};
  private volatile boolean closing;

  TransferLoop(WorkQueue queue, Packaging packaging) {
    this.queue = queue;
    this.packaging = packaging;
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        work -> {
          Thread made = new Thread(work, name);
          made.setDaemon(true);
          return made;
        });
  }

  void onOrdered(Runnable wake) {
    ordered = wake;
  }

  void start() {
    thread.scheduleWithFixedDelay(this::look, 0, POLL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** There is something to package. */
  void wake() {
    if (!closing) {
      thread.execute(this::look);
    }
  }

  private void look() {
    try {
      Optional<WorkQueue.Work> next =
          closing ? Optional.empty() : queue.take(Packaging.QUEUE, LEASE);
      while (next.isPresent()) {
        step(next.get());
        next = closing ? Optional.empty() : queue.take(Packaging.QUEUE, LEASE);
      }
    } catch (RuntimeException e) {
      LOG.error("Packaging cannot go on; it is tried again", e);
    }
  }

  private void step(WorkQueue.Work work) {
    AtomicBoolean kept = new AtomicBoolean(true);
    ScheduledFuture<?> beat =
        beats.scheduleAtFixedRate(
            () -> {
              try {
                kept.compareAndSet(true, queue.extend(work, LEASE));
              } catch (RuntimeException e) {
                LOG.warn("The lease of {} could not be made longer just now", work.key(), e);
              }
            },
            BEAT.toMillis(),
            BEAT.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      packaging.step(work, () -> kept.get() && !closing);
    } finally {
      beat.cancel(false);
      ordered.run();
    }
  }

  @Override
  public void close() {
    closing = true;
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Packaging did not stop in time");
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
    beats.shutdownNow();
  }
}
