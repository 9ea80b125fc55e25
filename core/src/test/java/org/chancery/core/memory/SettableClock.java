package org.chancery.core.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved, in UTC. */
public final class SettableClock extends Clock {
  private volatile Instant now;

  /** Which shows this first. */
  public SettableClock(Instant now) {
    this.now = now;
  }

  /** Moves it. */
  public synchronized void forward(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    if (!zone.equals(ZoneOffset.UTC)) {
      throw new UnsupportedOperationException("Times are in UTC");
    }
    return this;
  }
}
