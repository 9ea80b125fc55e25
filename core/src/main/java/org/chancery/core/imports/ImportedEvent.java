package org.chancery.core.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * An event of a calendar.
 *
 * @param name what it is called
 * @param start an instant or a day, as in ISO 8601
 * @param end the same, included
 * @param place where
 * @param agenda what it is about
 * @param attendees their mailboxes
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ImportedEvent(
    String name,
    String start,
    String end,
    Optional<String> place,
    Optional<String> agenda,
    List<String> attendees) {

  /** Copies the list. */
  public ImportedEvent {
    attendees = attendees == null ? List.of() : List.copyOf(attendees);
  }
}
