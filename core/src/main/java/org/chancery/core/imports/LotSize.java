package org.chancery.core.imports;

import java.time.Duration;

/**
 * How many rows are entered in one transaction: so many that it lasts about two seconds, whether a
 * host enters a thousand in one or twenty. Whoever looks sees it move, and whoever ends it does not
 * wait.
 */
final class LotSize {
  private static final Duration WANTED = Duration.ofSeconds(2);
  private static final int FIRST = 100;
  private static final int LEAST = 10;
  private static final int MOST = 500;

  private int rows = FIRST;

  /** How many the next lot has. */
  int rows() {
    return rows;
  }

  /** Counts a lot of that many rows; it grows twofold at most, since one lot may be the easiest. */
  void took(int done, Duration time) {
    double fitting = done * WANTED.toMillis() / (double) Math.max(1, time.toMillis());
    rows = (int) Math.max(LEAST, Math.min(MOST, Math.min(fitting, rows * 2.0)));
  }
}
