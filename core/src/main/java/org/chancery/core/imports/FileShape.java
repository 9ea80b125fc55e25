package org.chancery.core.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What kind of file it is.
 *
 * @param format {@code csv}, {@code xlsx}, {@code vcard} or {@code ical}
 * @param encoding of a text
 * @param separator of values
 * @param sheets of a workbook
 * @param sheet the one that was read
 * @param heading the line of the headings; 0 when there are none
 * @param columns what they are called; none for cards and calendars, whose fields are known
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FileShape(
    String format,
    Optional<String> encoding,
    Optional<String> separator,
    List<String> sheets,
    Optional<String> sheet,
    int heading,
    List<String> columns) {

  /** Copies the lists. */
  public FileShape {
    sheets = sheets == null ? List.of() : List.copyOf(sheets);
    columns = columns == null ? List.of() : List.copyOf(columns);
  }

  /** Whether there are columns whose meaning somebody has to confirm. */
  boolean isTable() {
    return !columns.isEmpty();
  }
}
