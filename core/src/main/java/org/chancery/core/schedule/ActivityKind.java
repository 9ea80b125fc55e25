package org.chancery.core.schedule;

import java.util.Arrays;

/**
 * What starts the clock of a folder again (requirement R3). Looking, searching, locking, holding,
 * reclassifying, reading again and migrating do not.
 */
public enum ActivityKind {
  /** A case folder or a case file was opened. */
  OPENED("opened"),
  /** Something came in and was put there at once, such as a signed paper. */
  RECEIVED("received"),
  /** Something was filed; it counts from that day, whatever the date on it. */
  FILED("filed"),
  /** A document was written, or got a new version. */
  VERSION("version"),
  /** Something was done with a tasking. */
  TASKING("tasking"),
  /** A route went on. */
  ROUTING_STEP("routing-step"),
  /** Somebody left a note or a message. */
  NOTE("note"),
  /** Something was sent outside. */
  DISPATCH("dispatch"),
  /** A case file was closed. */
  CLOSE("close"),
  /** A closed case file was opened again. */
  REOPEN("reopen");

  private final String code;

  ActivityKind(String code) {
    this.code = code;
  }

  /** As it is stored. */
  public String code() {
    return code;
  }

  /**
   * Reads a stored value.
   *
   * @throws IllegalArgumentException for any other
   */
  public static ActivityKind of(String code) {
    return Arrays.stream(values())
        .filter(each -> each.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No kind of activity: " + code));
  }
}
