package org.chancery.standalone.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of a server with the demo office. The thread that fills in the office's past sees the
 * time at which each thing was done, so that suspenses, metrics and the ledger tell a history;
 * every other thread sees the clock it was made from.
 */
public final class OfficeClock extends Clock {
  private final Clock real;
  private final ThreadLocal<Duration> behind;

  /**
   * @param real what it shows unless it was set
   */
  public OfficeClock(Clock real) {
    this(real, ThreadLocal.withInitial(() -> Duration.ZERO));
  }

  private OfficeClock(Clock real, ThreadLocal<Duration> behind) {
    this.real = real;
    this.behind = behind;
  }

  /**
   * From now on it is that time for the thread that calls, and time goes on from there; never later
   * than it really is.
   */
  void set(Instant time) {
    Duration late = Duration.between(time, real.instant());
    behind.set(late.isNegative() ? Duration.ZERO : late);
  }

  /** From now on it shows the thread that calls the real time again. */
  void release() {
    behind.remove();
  }

  @Override
  public Instant instant() {
    return real.instant().minus(behind.get());
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new OfficeClock(real.withZone(zone), behind);
  }
}
