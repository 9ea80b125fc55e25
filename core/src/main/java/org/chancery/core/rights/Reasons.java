package org.chancery.core.rights;

import java.util.Map;
import org.chancery.core.repository.Invalid;

/** Reasons that have to be given. */
final class Reasons {
  private static final int LONGEST = 2000;

  private Reasons() {}

  /** A reason, without white space around it. */
  static String required(String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
      throw new Invalid(Map.of("reason", "must have between 1 and " + LONGEST + " characters"));
    }
    return reason.strip();
  }
}
