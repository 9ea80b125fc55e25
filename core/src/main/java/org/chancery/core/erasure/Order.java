package org.chancery.core.erasure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NodeId;

/**
 * What whoever orders an erasure says.
 *
 * @param via how the person asked: {@code phone}, {@code email}, {@code letter}, {@code meeting},
 *     {@code event} or {@code web}
 * @param askedOn when they did
 * @param reason why; what names the person is taken out of it
 * @param decisions what is done with each mention
 * @param others letters in question that mean somebody else, as whoever orders it has seen
 */
public record Order(
    String via,
    Optional<LocalDate> askedOn,
    String reason,
    Map<NodeId, Mention.Choice> decisions,
    Set<NodeId> others) {
  private static final int LONGEST = 4000;

  /**
   * Checks it.
   *
   * @throws Invalid without a way or a reason
   */
  public Order {
    Map<String, String> problems = new LinkedHashMap<>();
    if (via == null || via.isBlank()) {
      problems.put("via", "is missing: say how the person asked");
    }
    if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
      problems.put("reason", "must have between 1 and " + LONGEST + " characters");
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
    decisions = Map.copyOf(decisions);
    others = Set.copyOf(others);
  }
}
