package org.chancery.core.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.chancery.core.repository.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes items from the reading queue and has them read, a few at a time. An item whose reading
 * fails is tried again later, and after its last try set aside with the reason.
 */
final class ReadingLoop implements AutoCloseable {
  /** The queue's name. */
  static final String QUEUE = "reading";

  private static final Logger LOG = LoggerFactory.getLogger(ReadingLoop.class);

  private final Reading reading;
  private final WorkQueue queue;
  private final Checkpoint checkpoint;
  private final Settings settings;
  private final List<Thread> threads = new ArrayList<>();
  private final ScheduledExecutorService leases;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wanted = lock.newCondition();
  private boolean signalled;
  private volatile boolean closing;

  /**
   * How the loop works.
   *
   * @param threads how many items at once
   * @param lease how long an item is ours without a sign of life
   * @param poll how long to wait when there is nothing to do, unless told
   * @param attempts after how many failures to give up
   * @param backoff how long to wait after the first failure; doubles with each
   */
  record Settings(int threads, Duration lease, Duration poll, int attempts, Duration backoff) {}

  ReadingLoop(Reading reading, WorkQueue queue, Checkpoint checkpoint, Settings settings) {
    this.reading = reading;
    this.queue = queue;
    this.checkpoint = checkpoint;
    this.settings = settings;
    this.leases =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "reading-leases");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Begins to read; call once. */
  void start() {
    for (int i = 1; i <= settings.threads(); i++) {
      Thread thread = new Thread(this::run, "reading-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** There is something to read. */
  void wake() {
    lock.lock();
    try {
      signalled = true;
      wanted.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Reads one item, if one is due.
   *
   * @return whether there was one
   */
  boolean step() {
    Optional<WorkQueue.Work> taken = queue.take(QUEUE, settings.lease());
    if (taken.isEmpty()) {
      return false;
    }
    checkpoint.reached("dequeue");
    WorkQueue.Work work = taken.get();
    long third = Math.max(1, settings.lease().toMillis() / 3);
    ScheduledFuture<?> extending =
        leases.scheduleAtFixedRate(() -> extend(work), third, third, TimeUnit.MILLISECONDS);
    try {
      // A server that died at every try of this item must not die of it for ever.
      if (work.attempt() > settings.attempts()) {
        reading.giveUp(work, FAILED);
      } else {
        reading.read(work);
      }
    } catch (RuntimeException | StackOverflowError e) {
      // What one text does to a parser must not end the reading of all.
      failed(work, e);
    } finally {
      extending.cancel(false);
    }
    return true;
  }

  private static final Reason FAILED =
      new Reason(
          "reading-failed",
          "Reading failed several times. The original is safe; try again or file it as it is.");

  private void failed(WorkQueue.Work work, Throwable e) {
    if (closing) {
      // The lease ends by itself; an interrupted reading is no failure of the item's.
      LOG.info("Reading of {} was interrupted and will go on after the next start", work.key());
      return;
    }
    LOG.warn("Reading of {} failed, attempt {}", work.key(), work.attempt(), e);
    try {
      if (work.attempt() >= settings.attempts()) {
        reading.giveUp(work, FAILED);
      } else {
        Duration delay = settings.backoff().multipliedBy(1L << (work.attempt() - 1));
        queue.later(work, delay, e.getClass().getSimpleName());
      }
    } catch (RuntimeException again) {
      LOG.warn("Reading of {} will be tried again when its lease ends", work.key(), again);
    }
  }

  private void extend(WorkQueue.Work work) {
    try {
      queue.extend(work, settings.lease());
    } catch (RuntimeException e) {
      LOG.warn("The lease on reading {} could not be extended", work.key(), e);
    }
  }

  private void run() {
    while (!closing) {
      boolean worked = false;
      try {
        worked = step();
      } catch (RuntimeException e) {
        LOG.error("The reading queue cannot be reached; trying again", e);
      }
      if (!worked) {
        await();
      }
    }
  }

  private void await() {
    lock.lock();
    try {
      long nanos = settings.poll().toNanos();
      while (!signalled && !closing && nanos > 0) {
        nanos = wanted.awaitNanos(nanos);
      }
      signalled = false;
    } catch (InterruptedException e) {
      closing = true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends the loop. What is being read is interrupted and read after the next start; waits until the
   * threads have ended.
   */
  @Override
  public void close() {
    closing = true;
    wake();
    threads.forEach(Thread::interrupt);
    boolean interrupted = false;
    for (Thread thread : threads) {
      try {
        thread.join(TimeUnit.SECONDS.toMillis(30));
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    leases.shutdownNow();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
