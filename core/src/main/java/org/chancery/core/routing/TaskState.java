package org.chancery.core.routing;

import java.util.Locale;

/** Where a tasking is. */
public enum TaskState {
  /** Given to somebody, and nobody of the group has taken it. */
  OPEN,
  /** Taken by one of the group. */
  CLAIMED,
  /** Done, with an outcome. */
  DONE,
  /** Taken back. */
  WITHDRAWN;

  /** As it is stored and written. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is still to be done. */
  public boolean active() {
    return this == OPEN || this == CLAIMED;
  }

  static TaskState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
