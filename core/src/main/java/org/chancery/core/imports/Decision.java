package org.chancery.core.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * What somebody decided on a row.
 *
 * @param decision {@code new}, {@code merge} or {@code skip}
 * @param with whom to merge it with: the id of who is known, or {@code row:} and a number
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Decision(String decision, Optional<String> with) {
  static final String MERGE = "merge";
  static final Decision ENTER = new Decision("new", Optional.empty());
  static final Decision SKIP = new Decision("skip", Optional.empty());

  boolean isMerge() {
    return decision.equals(MERGE);
  }

  boolean isSkip() {
    return decision.equals(SKIP.decision());
  }
}
