package org.chancery.core.stakeholders;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * The latest contact of each component, with who made it, and of each component on each issue: what
 * says whom to ask before one reaches out, and where two components court the same stakeholder
 * (requirements S7, S8). Held as lines, for a search shows many stakeholders and can read nothing
 * else of each.
 */
public final class Latest {
  /** What a line has room for, with what stands before it. */
  private static final int LONGEST_NAME = 200;

  private final Map<String, Spoken> byComponent = new TreeMap<>();
  private final Map<String, LocalDate> onIssues = new TreeMap<>();

  /**
   * The latest contact of a component.
   *
   * @param by who made it, an account or a name
   */
  public record Spoken(LocalDate day, String by) {
    private boolean before(Spoken other) {
      // By name on the same day, so that it does not matter in which order contacts are noted.
      return day.equals(other.day) ? by.compareTo(other.by) < 0 : day.isBefore(other.day);
    }
  }

  private Latest() {}

  /** Of these contacts. */
  static Latest of(Collection<Contact> contacts) {
    Latest latest = new Latest();
    contacts.forEach(latest::add);
    return latest;
  }

  /** As a person or organization has it. */
  public static Latest of(Node stakeholder) {
    Latest latest = new Latest();
    for (String line : stakeholder.<String>list(Stk.SPOKEN_BY)) {
      String[] parts = line.split(" ", 3);
      latest.byComponent.put(
          parts[0], new Spoken(LocalDate.parse(parts[1]), parts.length < 3 ? "" : parts[2]));
    }
    for (String line : stakeholder.<String>list(Stk.SPOKEN_ON)) {
      int end = line.lastIndexOf(' ');
      latest.onIssues.put(line.substring(0, end), LocalDate.parse(line.substring(end + 1)));
    }
    return latest;
  }

  Latest and(Contact contact) {
    add(contact);
    return this;
  }

  private void add(Contact contact) {
    contact.component().ifPresent(component -> add(contact, component));
  }

  private void add(Contact contact, String component) {
    String by = contact.by().orElse("");
    Spoken spoken =
        new Spoken(contact.day(), by.substring(0, Math.min(by.length(), LONGEST_NAME)).strip());
    byComponent.merge(component, spoken, (held, other) -> held.before(other) ? other : held);
    for (String issue : contact.issues()) {
      onIssues.merge(
          issue + " " + component, contact.day(), (held, day) -> held.isBefore(day) ? day : held);
    }
  }

  /** By code of the component. */
  public Map<String, Spoken> byComponent() {
    return new LinkedHashMap<>(byComponent);
  }

  /** The latest contact on an issue, by code of the component. */
  public Map<String, LocalDate> on(String issue) {
    Map<String, LocalDate> on = new LinkedHashMap<>();
    onIssues.forEach(
        (key, day) -> {
          if (key.startsWith(issue + " ")) {
            on.put(key.substring(issue.length() + 1), day);
          }
        });
    return on;
  }

  /** As it is held; {@code null} for what is empty. */
  Map<QName, List<String>> values() {
    Map<String, Integer> components = new HashMap<>();
    onIssues.keySet().forEach(key -> components.merge(key.split(" ", 2)[0], 1, Integer::sum));
    Map<QName, List<String>> values = new LinkedHashMap<>();
    values.put(Stk.SPOKEN_BY, lines(byComponent.entrySet().stream().map(Latest::line)));
    values.put(
        Stk.SPOKEN_ON,
        lines(onIssues.entrySet().stream().map(each -> each.getKey() + " " + each.getValue())));
    values.put(
        Stk.OVERLAPS,
        lines(
            components.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()));
    return values;
  }

  private static String line(Map.Entry<String, Spoken> each) {
    return (each.getKey() + " " + each.getValue().day() + " " + each.getValue().by()).strip();
  }

  private static List<String> lines(Stream<String> lines) {
    return Optional.of(lines.toList()).filter(list -> !list.isEmpty()).orElse(null);
  }
}
