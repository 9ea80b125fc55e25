package org.chancery.ledger;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Makes time-ordered UUIDs (RFC 9562, version 7), each greater than the one before from the same
 * maker, also within a millisecond and when the clock is set back: the twelve bits after the time
 * count, and the time is moved on when they are used up.
 */
final class EntryIds {
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private long millis;
  private int count;

  EntryIds(Clock clock) {
    this.clock = clock;
  }

  synchronized UUID next() {
    long now = clock.millis();
    if (now > millis) {
      millis = now;
      count = 0;
    } else if (++count > 0xFFF) {
      millis++;
      count = 0;
    }
    return new UUID(
        millis << 16 | 0x7000 | count, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 1L << 63);
  }
}
