package org.chancery.core.http;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Lets the same thing pass once a minute. Pages ask for their listings again every few seconds, and
 * a stranger may send what is refused as often as they like: a row in the ledger of each would say
 * nothing more and bury the rest.
 */
final class Seldom {
  private static final long PAUSE_NANOS = 60_000_000_000L;
  private static final int MOST = 20_000;

  private final LongSupplier nanoTime;
  private final ConcurrentHashMap<String, Long> passed = new ConcurrentHashMap<>();

  /**
   * @param nanoTime a clock that only goes forward, nanoseconds
   */
  Seldom(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether it is the first in a minute. */
  boolean passes(String what) {
    long now = nanoTime.getAsLong();
    if (passed.size() >= MOST) {
      passed.values().removeIf(at -> now - at >= PAUSE_NANOS);
      if (passed.size() >= MOST) {
        // So many at once: rather too many rows than one missing.
        passed.clear();
      }
    }
    boolean[] passes = {false};
    passed.compute(
        what,
        (key, at) -> {
          passes[0] = at == null || now - at >= PAUSE_NANOS;
          return passes[0] ? Long.valueOf(now) : at;
        });
    return passes[0];
  }

  /** It came to nothing: the next one passes. */
  void forget(String what) {
    passed.remove(what);
  }
}
