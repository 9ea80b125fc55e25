package org.chancery.core.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.intake.WorkQueue.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in trays, one after the other, on one thread. A tray is a durable queue: what
 * was put into it with a change is sent after that change, whatever happens in between, and what
 * was under way when a process died is taken up again when its lease ends. Several nodes of a
 * cluster may run one each: the lease decides.
 */
public final class Outbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration LEASE = Duration.ofSeconds(90);

  /** Longer than a mail server is waited for. */
  private static final int PATIENCE_SECONDS = 30;

  private final WorkQueue queue;
  private final List<Tray> trays;
  private final ScheduledExecutorService thread = thread("outbox");
  private final ScheduledExecutorService leases = thread("outbox-leases");
  private volatile boolean closing;

  /** Something whose mail is to be sent. */
  public interface Tray {
    /** The name of its queue. */
    String queue();

    /**
     * Sends what a piece of work stands for, in transactions of its own, and ends it by {@link
     * WorkQueue#done} in the one that notes what became of it.
     *
     * @return when to try again, if it could not be sent; the work is not ended then
     */
    Optional<Postponement> send(Work work);
  }

  /**
   * Not now.
   *
   * @param delay until it is tried again
   * @param reason for the log and the queue; no contents
   */
  public record Postponement(Duration delay, String reason) {

    /** After the failure of an attempt: a minute at first, then longer and longer. */
    public static Postponement after(int attempt, String reason) {
      List<Integer> minutes = List.of(1, 2, 5, 15, 30);
      int wait = attempt < 1 || attempt > minutes.size() ? 60 : minutes.get(attempt - 1);
      return new Postponement(Duration.ofMinutes(wait), reason);
    }
  }

  /** Nothing runs before {@link #start}. */
  public Outbox(WorkQueue queue, List<Tray> trays) {
    this.queue = queue;
    this.trays = List.copyOf(trays);
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        work -> {
          Thread made = new Thread(work, name);
          made.setDaemon(true);
          return made;
        });
  }

  /** Begins to send. */
  public void start() {
    thread.scheduleWithFixedDelay(this::look, 0, POLL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** There is something to send. */
  public void wake() {
    try {
      thread.execute(this::look);
    } catch (RejectedExecutionException e) {
      LOG.debug("It is sent after the next start");
    }
  }

  private void look() {
    for (Tray tray : trays) {
      try {
        empty(tray);
      } catch (RuntimeException e) {
        LOG.error("Nothing can be taken from the tray {}; it is tried again", tray.queue(), e);
      }
    }
  }

  private void empty(Tray tray) {
    Optional<Work> next = take(tray);
    while (next.isPresent()) {
      send(tray, next.get());
      next = take(tray);
    }
  }

  private Optional<Work> take(Tray tray) {
    return closing ? Optional.empty() : queue.take(tray.queue(), LEASE);
  }

  private void send(Tray tray, Work work) {
    long third = LEASE.toMillis() / 3;
    ScheduledFuture<?> held =
        leases.scheduleAtFixedRate(() -> extend(work), third, third, TimeUnit.MILLISECONDS);
    try {
      tray.send(work).ifPresent(wait -> queue.later(work, wait.delay(), wait.reason()));
    } catch (RuntimeException | LinkageError e) {
      // Of a host whose mail library does not fit, too: else nothing would be sent, and nobody
      // told.
      LOG.error(
          "{} of the tray {} could not be sent; it is tried again", work.key(), tray.queue(), e);
      Postponement wait = Postponement.after(work.attempt(), e.getClass().getSimpleName());
      queue.later(work, wait.delay(), wait.reason());
    } finally {
      held.cancel(false);
    }
  }

  private void extend(Work work) {
    try {
      queue.extend(work, LEASE);
    } catch (RuntimeException e) {
      LOG.warn("The lease on {} could not be extended", work.key(), e);
    }
  }

  /**
   * Ends; what is being handed to the mail server is waited for, so that what became of it is kept.
   */
  @Override
  public void close() {
    closing = true;
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("The outbox did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    leases.shutdownNow();
  }
}
