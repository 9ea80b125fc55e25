package org.chancery.core.routing;

import java.util.Locale;

/** What can be done with a tasking. */
public enum TaskingAction {
  /** Take over what a group was given. */
  CLAIM,
  /** Give it back. */
  RETURN,
  /** Give it to somebody else. */
  REASSIGN,
  /** Move its suspense. */
  EXTEND,
  /** Say that it is done, and how. */
  COMPLETE,
  /** Give others a part of it. */
  SUBTASK,
  /** Take it back. */
  WITHDRAW;

  /** As it is written. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
