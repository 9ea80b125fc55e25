package org.chancery.core.schedule;

import java.util.Arrays;

/** Where a folder stands between activity and disposition. */
public enum ClockState {
  /** It is worked on, or what its series waits for has not happened: no period runs. */
  ACTIVE("active"),
  /** The retention period runs. */
  RUNNING("running"),
  /** The period is over: its final action is due. */
  ELIGIBLE("eligible"),
  /** A disposition has been proposed. */
  PROPOSED("proposed"),
  /** A disposition has been approved. */
  APPROVED("approved"),
  /** On its way to the National Archives. */
  IN_TRANSFER("in-transfer"),
  /** Something stands in the way that somebody has to look at. */
  EXCEPTION("exception");

  private final String code;

  ClockState(String code) {
    this.code = code;
  }

  /** As it is stored. */
  public String code() {
    return code;
  }

  /** Whether a disposition has it in hand, and alone moves it on. */
  public boolean inHand() {
    return compareTo(PROPOSED) >= 0;
  }

  /**
   * Reads a stored value.
   *
   * @throws IllegalArgumentException for any other
   */
  public static ClockState of(String code) {
    return Arrays.stream(values())
        .filter(each -> each.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No state of a clock: " + code));
  }
}
