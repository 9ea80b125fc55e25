package org.chancery.core.oversight;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.chancery.core.mail.Notices;
import org.chancery.core.repository.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what the ledger's check of itself says, every minute, and raises the alarm when it says
 * twice in a row that something is wrong: a database that restarts is none.
 */
public final class LedgerWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int PATIENCE_SECONDS = 10;

  private final Supplier<Optional<String>> check;
  private final Alarms alarms;
  private final Transactions transactions;
  private boolean wrong;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "ledger-watch");
            made.setDaemon(true);
            return made;
          });

  /**
   * Nothing runs before {@link #start}.
   *
   * @param check what is wrong with the ledger, if anything
   */
  public LedgerWatch(Supplier<Optional<String>> check, Alarms alarms, Transactions transactions) {
    this.check = check;
    this.alarms = alarms;
    this.transactions = transactions;
  }

  /** Begins to look. */
  public void start() {
    thread.scheduleWithFixedDelay(
        this::lookSafely, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.error("The ledger could not be watched; it is tried again", e);
    }
  }

  /** Looks once. */
  public synchronized void look() {
    Optional<String> now = check.get();
    if (now.isEmpty() || wrong) {
      transactions.write(
          () -> alarms.found(Notices.Kind.LEDGER, "/ledger", now.map(Set::of).orElse(Set.of())));
    }
    wrong = now.isPresent();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Watching the ledger did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
