package org.chancery.core.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does one thing after the other, each again and again. What fails is logged and
 * done the next time. It keeps no process from ending.
 */
public final class OwnThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OwnThread.class);
  private static final int PATIENCE_SECONDS = 10;

  private final String name;
  private final ScheduledExecutorService thread;

  /**
   * Nothing runs before {@link #every}.
   *
   * @param name of the thread
   */
  public OwnThread(String name) {
    this.name = name;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, name);
              made.setDaemon(true);
              return made;
            });
  }

  /**
   * Does a job until this is closed.
   *
   * @param first until it is done for the first time
   * @param pause between its end and its next beginning
   * @param failed what the log says when it fails
   */
  public void every(Duration first, Duration pause, String failed, Runnable job) {
    thread.scheduleWithFixedDelay(
        () -> {
          try {
            job.run();
          } catch (RuntimeException e) {
            LOG.error("{}; it is tried again", failed, e);
          }
        },
        first.toMillis(),
        pause.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /**
   * Does a job once, at once; nothing else is done meanwhile.
   *
   * @param failed what the log says when it fails
   */
  public void once(String failed, Runnable job) {
    thread.execute(
        () -> {
          try {
            job.run();
          } catch (RuntimeException e) {
            LOG.warn(failed, e);
          }
        });
  }

  /** Whether this was closed: for jobs that are long and may stop halfway. */
  public boolean ending() {
    return thread.isShutdown();
  }

  /** Ends, interrupting a job under way, and waits a little for it. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("The thread {} did not end in time", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
