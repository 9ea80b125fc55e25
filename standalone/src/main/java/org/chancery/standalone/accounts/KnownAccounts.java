package org.chancery.standalone.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Accounts that were read a moment ago, so that a page of many requests reads its user's once. What
 * this server changes is forgotten with the change; what an operator changes in the database itself
 * is seen within {@link #LIFETIME}.
 */
final class KnownAccounts {
  /** How long what was read may be used again. */
  static final Duration LIFETIME = Duration.ofSeconds(1);

  private static final int MOST = 10_000;

  private final Clock clock;
  private final Map<String, Read> reads = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  KnownAccounts(Clock clock) {
    this.clock = clock;
  }

  /** What was found when; {@code changes} tells whether anything has changed since. */
  private record Read(Optional<StoredAccount> account, long changes, Instant at) {}

  /** The account of that name, read if it has to be; never one from before a change. */
  Optional<StoredAccount> get(String name, Function<String, Optional<StoredAccount>> reading) {
    long now = changes.get();
    Instant moment = clock.instant();
    Read read = reads.get(name);
    if (read != null && read.changes() == now && moment.isBefore(read.at().plus(LIFETIME))) {
      return read.account();
    }
    if (reads.size() >= MOST) {
      reads.clear();
    }
    Read fresh = new Read(reading.apply(name), now, moment);
    reads.put(name, fresh);
    return fresh.account();
  }

  /** Something changes: what was read until the transaction in progress ends counts no more. */
  void forget() {
    changes.incrementAndGet();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              changes.incrementAndGet();
            }
          });
    }
  }
}
