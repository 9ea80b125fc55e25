package org.chancery.alfresco.share;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What somebody filled in on Share's advanced search: names such as {@code prop_cor_subject}, with
 * {@code -date-range} or {@code -number-range} behind those that span two values parted by a bar.
 *
 * @param type the type whose form it was; all when empty
 * @param text the same as a query of ours
 */
record AdvancedForm(Optional<String> type, String text) {

  private static final String PROPERTY = "prop_";
  private static final String DAYS = "-date-range";
  private static final String NUMBERS = "-number-range";

  /** Reads the form. What is no property (which way several values are joined, …) says nothing. */
  static AdvancedForm of(JsonNode form) {
    List<String> parts = new ArrayList<>();
    form.fields()
        .forEachRemaining(
            field -> part(field, form).filter(part -> !part.isEmpty()).ifPresent(parts::add));
    String type = form.path("datatype").asText("");
    return new AdvancedForm(
        Optional.of(type).filter(name -> !name.isBlank()), String.join(" AND ", parts));
  }

  private static Optional<String> part(Map.Entry<String, JsonNode> field, JsonNode form) {
    String name = field.getKey();
    String value = field.getValue().asText("").strip();
    if (!name.startsWith(PROPERTY)
        || value.isEmpty()
        || name.endsWith("-mode")
        || name.endsWith("_isListProperty")) {
      return Optional.empty();
    }
    String property = name.substring(PROPERTY.length());
    if (property.endsWith(DAYS)) {
      return range(cut(property, DAYS), value, AdvancedForm::day);
    }
    if (property.endsWith(NUMBERS)) {
      return range(cut(property, NUMBERS), value, String::strip);
    }
    boolean listed = form.has(name + "_isListProperty") || form.has(name + "-mode");
    return Optional.of(listed ? anyOf(name(property), value) : allWords(name(property), value));
  }

  private static String cut(String property, String end) {
    return property.substring(0, property.length() - end.length());
  }

  /** Share writes an underscore for the colon of a name. */
  private static String name(String property) {
    int underscore = property.indexOf('_');
    String name =
        underscore < 0
            ? property
            : property.substring(0, underscore) + ":" + property.substring(underscore + 1);
    return switch (name) {
      case "cm:title" -> "title";
      case "cm:modified" -> "modified";
      default -> name;
    };
  }

  private static Optional<String> range(String property, String value, UnaryOperator<String> end) {
    String[] ends = value.split("\\|", -1);
    String from = end.apply(ends[0]);
    String to = ends.length > 1 ? end.apply(ends[1]) : "";
    return from.isEmpty() && to.isEmpty()
        ? Optional.empty()
        : Optional.of(name(property) + ":[" + open(from) + " TO " + open(to) + "]");
  }

  private static String open(String end) {
    return end.isEmpty() ? "*" : end;
  }

  /** Share sends a moment; the form asked for a day. */
  private static String day(String moment) {
    String stripped = moment.strip();
    return stripped.length() > 10 ? stripped.substring(0, 10) : stripped;
  }

  private static String anyOf(String property, String value) {
    return Arrays.stream(value.split(","))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(each -> property + ":\"" + plain(each) + "\"")
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  private static String allWords(String property, String value) {
    if (value.length() > 2 && value.startsWith("\"") && value.endsWith("\"")) {
      return property + ":\"" + plain(value) + "\"";
    }
    return Arrays.stream(value.split("\\s+"))
        .map(AdvancedForm::plain)
        .filter(word -> !word.isEmpty())
        .map(word -> property + ":" + word)
        .collect(Collectors.joining(" AND ", "(", ")"));
  }

  /** Without the signs that mean something in a query. */
  private static String plain(String word) {
    return word.replaceAll("[\"()\\[\\]{}]", "");
  }
}
