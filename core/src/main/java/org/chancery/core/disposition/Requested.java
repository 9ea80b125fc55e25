package org.chancery.core.disposition;

import java.util.List;
import java.util.Map;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NodeId;

/** What is asked of every request. */
final class Requested {
  private static final int LONGEST_REASON = 2000;

  private Requested() {}

  /** A reason, without white space around it. */
  static String reason(String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Invalid(
          Map.of("reason", "must have between 1 and " + LONGEST_REASON + " characters"));
    }
    return reason.strip();
  }

  static void folders(List<NodeId> folders, int most) {
    if (folders == null || folders.isEmpty() || folders.size() > most) {
      throw new Invalid(Map.of("folders", "must name between 1 and " + most + " folders"));
    }
  }
}
