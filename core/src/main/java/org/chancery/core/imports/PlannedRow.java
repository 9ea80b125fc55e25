package org.chancery.core.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A row of a file, what is to become of it, and why.
 *
 * @param number from 1, in the order of the file
 * @param line in the file
 * @param fate what is to become of it unless somebody decides
 * @param called what there is to call it by
 * @param person whom it describes
 * @param event which event it is
 * @param why in words
 * @param candidates whom it may describe, the likeliest first
 * @param tell whose owners are told that their entry and this row share a private number; ids, not
 *     for whoever imports
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PlannedRow(
    int number,
    int line,
    Fate fate,
    Optional<String> called,
    Optional<ImportedPerson> person,
    Optional<ImportedEvent> event,
    List<String> why,
    List<Likely> candidates,
    List<String> tell) {

  /** Copies the lists. */
  public PlannedRow {
    why = why == null ? List.of() : List.copyOf(why);
    candidates = candidates == null ? List.of() : List.copyOf(candidates);
    tell = tell == null ? List.of() : List.copyOf(tell);
  }

  /**
   * Somebody whom a row may describe.
   *
   * @param id of who is known; none for another row
   * @param row number of another row of the file
   * @param score 0 to 1
   * @param words why
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Likely(Optional<String> id, Optional<Integer> row, double score, String words) {

    /** As a decision names it. */
    String key() {
      return id.orElseGet(() -> "row:" + row.orElseThrow());
    }
  }

  /** What becomes of it when nobody decides. */
  Decision usual() {
    return switch (fate) {
      case NEW, EVENT -> Decision.ENTER;
      case KNOWN, DOUBLE -> new Decision(Decision.MERGE, Optional.of(candidates.get(0).key()));
      case ASK, REJECTED -> Decision.SKIP;
    };
  }
}
