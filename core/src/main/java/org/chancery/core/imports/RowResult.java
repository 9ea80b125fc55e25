package org.chancery.core.imports;

import java.util.Locale;

/** What became of a row (requirement S12). */
public enum RowResult {
  /** Entered. */
  ENTERED,
  /** What somebody known lacked was added. */
  ADDED,
  /** Left out, as decided. */
  LEFT,
  /** Not entered. */
  REFUSED,
  /** An event was entered. */
  EVENT,
  /** Somebody was noted as attending an event; no row of its own. */
  MET;

  /** As it is written outside. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
