package org.chancery.standalone.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was read of accounts a moment ago, so that a page of many requests reads it once. What this
 * server changes is forgotten with the change; what an operator changes in the database itself is
 * seen within {@link #LIFETIME}.
 */
final class Known<V> {
  /** How long what was read may be used again. */
  static final Duration LIFETIME = Duration.ofSeconds(1);

  private static final int MOST = 10_000;

  private final Clock clock;
  private final Map<String, Read<V>> reads = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  Known(Clock clock) {
    this.clock = clock;
  }

  /** What was found when; {@code changes} tells whether anything has changed since. */
  private record Read<V>(V value, long changes, Instant at) {}

  /** What is known by that name, read if it has to be; never what was before a change. */
  V get(String name, Function<String, V> reading) {
    long now = changes.get();
    Instant moment = clock.instant();
    Read<V> read = reads.get(name);
    if (read != null && read.changes() == now && moment.isBefore(read.at().plus(LIFETIME))) {
      return read.value();
    }
    if (reads.size() >= MOST) {
      reads.clear();
    }
    Read<V> fresh = new Read<>(reading.apply(name), now, moment);
    reads.put(name, fresh);
    return fresh.value();
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
