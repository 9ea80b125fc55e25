package org.chancery.core.intake;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lease of a reading under way: kept alive, and the reading interrupted when it is lost. */
final class HeldLease {
  private static final Logger LOG = LoggerFactory.getLogger(HeldLease.class);

  private final Readings readings;
  private final Readings.Task task;
  private final Thread reading;
  private ScheduledFuture<?> extending;
  private boolean ended;
  private boolean lost;
  private boolean keeping;

  HeldLease(Readings readings, Readings.Task task, Thread reading) {
    this.readings = readings;
    this.task = task;
    this.reading = reading;
  }

  /** Extends at every third of the lease, so that one extension may fail. */
  void keepAlive(ScheduledExecutorService scheduler) {
    long third = Math.max(1, task.valid().toMillis() / 3);
    extending = scheduler.scheduleAtFixedRate(this::extend, third, third, TimeUnit.MILLISECONDS);
  }

  private void extend() {
    boolean held;
    try {
      held = readings.extend(task);
    } catch (RuntimeException e) {
      LOG.warn("The lease on reading {} could not be extended", task.item(), e);
      return;
    }
    if (!held) {
      interrupt();
    }
  }

  private synchronized void interrupt() {
    if (!ended && !lost && !keeping) {
      LOG.warn("The lease on reading {} was lost; it is dropped here", task.item());
      lost = true;
      reading.interrupt();
    }
  }

  /**
   * From now on what was read is being kept, which may settle the task at any moment: whoever keeps
   * it learns by that whether the lease was lost, and is not interrupted any more.
   *
   * @throws Readings.LeaseLost when it was lost already
   */
  synchronized void keep() {
    if (lost) {
      throw new Readings.LeaseLost(task.lease());
    }
    keeping = true;
  }

  synchronized boolean lost() {
    return lost;
  }

  /** No interruption comes after this; one that came and was not noticed is forgotten. */
  synchronized void end() {
    ended = true;
    extending.cancel(false);
    if (lost) {
      Thread.interrupted();
    }
  }
}
