package org.chancery.core.rights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.core.repository.NodeId;

/**
 * All that is held on one individual, in words (requirement P12).
 *
 * @param subject whom it is about
 * @param madeAt when it was put together
 * @param madeBy by whom
 * @param reason why
 * @param sections in the order in which they are read
 */
public record Dossier(
    String subject, Instant madeAt, String madeBy, String reason, List<Section> sections) {

  /** Copies the list. */
  public Dossier {
    sections = List.copyOf(sections);
  }

  /**
   * One kind of what is held.
   *
   * @param title what people read
   * @param rows each with its values by their names
   */
  public record Section(String title, List<Map<String, String>> rows) {
    /** Copies the rows, which keep their order. */
    public Section {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A document that goes with it.
   *
   * @param id the node
   * @param name of the file in the package
   */
  public record Enclosed(NodeId id, String name) {}

  /** The same as paragraphs of a paper. */
  public List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add("Put together " + madeAt + " by " + madeBy + ". Reason: " + reason);
    paragraphs.add(
        "This is what is held on the individual, as far as whoever put it together may see it."
            + " Letters in case files are named; copies of them are given by the component that"
            + " keeps the file, once what they hold on others has been taken out.");
    for (Section section : sections) {
      paragraphs.add(section.title().toUpperCase(Locale.ROOT));
      if (section.rows().isEmpty()) {
        paragraphs.add("Nothing is held.");
      }
      section.rows().forEach(row -> paragraphs.add(line(row)));
    }
    return paragraphs;
  }

  private static String line(Map<String, String> row) {
    return row.entrySet().stream()
        .map(each -> each.getKey() + ": " + each.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Values by their names, in their order; what is empty is left out. */
  static final class Row {
    private final Map<String, String> values = new LinkedHashMap<>();

    Row with(String name, Object value) {
      Object shown = value instanceof Optional<?> optional ? optional.orElse(null) : value;
      if (shown instanceof List<?> list) {
        shown =
            list.isEmpty()
                ? null
                : list.stream().map(Object::toString).collect(Collectors.joining(", "));
      }
      if (shown != null && !shown.toString().isBlank()) {
        values.put(name, shown.toString());
      }
      return this;
    }

    Map<String, String> values() {
      return values;
    }
  }
}
