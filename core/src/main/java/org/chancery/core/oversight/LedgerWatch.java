package org.chancery.core.oversight;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.chancery.core.background.OwnThread;
import org.chancery.core.mail.Notices;
import org.chancery.core.repository.Transactions;

/**
 * Looks at what the ledger's check of itself says, every minute, and raises the alarm when it says
 * twice in a row that something is wrong: a database that restarts is none.
 */
public final class LedgerWatch implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Supplier<Optional<String>> check;
  private final Alarms alarms;
  private final Transactions transactions;
  private boolean wrong;
  private final OwnThread thread = new OwnThread("ledger-watch");

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
    thread.every(PAUSE, PAUSE, "The ledger could not be watched", this::look);
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
    thread.close();
  }
}
