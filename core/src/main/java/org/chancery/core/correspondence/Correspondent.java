package org.chancery.core.correspondence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.repository.Invalid;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * A correspondent to be entered into a case file: the file's own snapshot (requirement C4).
 *
 * @param fields by local name of the {@code cor:correspondent} properties
 * @param protectedValues by kind: {@code ssn}, {@code aNumber}, {@code dateOfBirth}; each becomes a
 *     node of its own, which can be locked by itself (requirement P3)
 */
public record Correspondent(Map<String, String> fields, Map<String, String> protectedValues) {
  private static final Map<String, QName> FIELDS = fieldNames();

  /** The kinds of value that are protected one by one. */
  public static final List<String> PROTECTED = List.of("ssn", "aNumber", "dateOfBirth");

  /**
   * Copies the maps without blank values.
   *
   * @throws Invalid when a field is not known
   */
  public Correspondent {
    Map<String, String> problems = new LinkedHashMap<>();
    fields = filled(fields);
    protectedValues = filled(protectedValues);
    fields.keySet().stream()
        .filter(name -> !FIELDS.containsKey(name))
        .forEach(name -> problems.put(name, "is not known"));
    protectedValues.keySet().stream()
        .filter(kind -> !PROTECTED.contains(kind))
        .forEach(kind -> problems.put(kind, "is not known"));
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }

  /** Parts one flat form into fields and protected values. */
  public static Correspondent of(Map<String, String> form) {
    Map<String, String> fields = new LinkedHashMap<>(form);
    Map<String, String> kept = new LinkedHashMap<>();
    for (String kind : PROTECTED) {
      Optional.ofNullable(fields.remove(kind)).ifPresent(value -> kept.put(kind, value));
    }
    return new Correspondent(fields, kept);
  }

  /** Whether nothing is known of them. */
  public boolean isEmpty() {
    return fields.keySet().stream().allMatch("role"::equals) && protectedValues.isEmpty();
  }

  /** How they are listed: "Last, First Middle", else the organization. */
  String listName() {
    String given = join(" ", fields.get("firstName"), fields.get("middleName"));
    String name = join(", ", fields.get("lastName"), given.isEmpty() ? null : given);
    if (!name.isEmpty()) {
      return name;
    }
    return fields.getOrDefault(
        "organization", fields.getOrDefault("email", "Unnamed correspondent"));
  }

  Map<QName, Object> values() {
    Map<QName, Object> values = new LinkedHashMap<>();
    fields.forEach((name, value) -> values.put(FIELDS.get(name), value));
    values.putIfAbsent(Cor.ROLE, "writer");
    return values;
  }

  private static String join(String between, String... parts) {
    List<String> present = new ArrayList<>();
    for (String part : parts) {
      if (part != null) {
        present.add(part);
      }
    }
    return String.join(between, present);
  }

  private static Map<String, String> filled(Map<String, String> given) {
    Map<String, String> filled = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          if (value != null && !value.isBlank()) {
            filled.put(name, value.strip());
          }
        });
    return Map.copyOf(filled);
  }

  private static Map<String, QName> fieldNames() {
    Map<String, QName> names = new LinkedHashMap<>();
    for (QName name :
        List.of(
            Cor.ROLE,
            Cor.PREFIX,
            Cor.FIRST_NAME,
            Cor.MIDDLE_NAME,
            Cor.LAST_NAME,
            Cor.SUFFIX,
            Cor.TITLE,
            Cor.ORGANIZATION,
            Cor.STREET,
            Cor.CITY,
            Cor.STATE,
            Cor.ZIP,
            Cor.HOME_PHONE,
            Cor.BUSINESS_PHONE,
            Cor.MOBILE_PHONE,
            Cor.FAX,
            Cor.EMAIL,
            Cor.URL,
            Cor.INSTANT_MESSENGER,
            Cor.COUNTRY_OF_ORIGIN,
            Cor.GENDER)) {
      names.put(name.localName(), name);
    }
    return Map.copyOf(names);
  }
}
