package org.chancery.core.stakeholders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * The fields of one part of a stakeholder as people fill them in: names without a prefix, texts and
 * lists of texts.
 */
public final class Fields {
  private static final int MOST_VALUES = 50;

  /** Of a person, as everyone may know them. */
  public static final Fields OF_PERSON =
      new Fields(
          List.of(
              Stk.SALUTATION,
              Stk.FIRST_NAME,
              Stk.MIDDLE_NAME,
              Stk.LAST_NAME,
              Stk.SUFFIX,
              Stk.TITLE,
              Stk.POSITION,
              Stk.OFFICE_PHONE,
              Stk.OFFICE_FAX,
              Stk.WORK_STREET,
              Stk.CITY,
              Stk.STATE,
              Stk.ZIP,
              Stk.COUNTY,
              Stk.FEMA_REGION,
              Stk.COUNTRY,
              Stk.URL),
          List.of(Stk.OTHER_OFFICE_PHONES, Stk.INTERESTS));

  /** Of a person, for the owning component alone. */
  public static final Fields OF_PRIVATE_CONTACT =
      new Fields(
          List.of(),
          List.of(Stk.MOBILE_PHONE, Stk.PERSONAL_PHONE, Stk.EMAIL, Stk.INSTANT_MESSENGER));

  /** Of an organization. */
  public static final Fields OF_ORGANIZATION =
      new Fields(
          List.of(
              Stk.ORGANIZATION_NAME,
              Stk.ACRONYM,
              Stk.STREET,
              Stk.CITY,
              Stk.STATE,
              Stk.ZIP,
              Stk.COUNTY,
              Stk.FEMA_REGION,
              Stk.COUNTRY,
              Stk.PHONE,
              Stk.URL),
          List.of(Stk.DEPARTMENT_GROUPS));

  private final Map<String, QName> single;
  private final Map<String, QName> multiple;

  private Fields(List<QName> single, List<QName> multiple) {
    this.single = named(single);
    this.multiple = named(multiple);
  }

  private static Map<String, QName> named(List<QName> properties) {
    Map<String, QName> named = new LinkedHashMap<>();
    properties.forEach(each -> named.put(name(each), each));
    return named;
  }

  /** What people fill in for a property; an organization's name is just its name. */
  private static String name(QName property) {
    return property.equals(Stk.ORGANIZATION_NAME) ? "name" : property.localName();
  }

  /**
   * What was filled in, by property: a text, a list of texts, or {@code null} for what is to be
   * empty.
   *
   * @throws Invalid naming each field that is not known or has no text
   */
  public Map<QName, Object> read(Map<String, Object> given) {
    Map<QName, Object> values = new LinkedHashMap<>();
    Map<String, String> problems = new LinkedHashMap<>();
    given.forEach(
        (field, value) -> {
          if (single.containsKey(field)) {
            if (value == null || value instanceof String) {
              values.put(single.get(field), text((String) value));
            } else {
              problems.put(field, "must be a text");
            }
          } else if (multiple.containsKey(field)) {
            if (value == null || texts(value)) {
              values.put(multiple.get(field), list((List<?>) value));
            } else {
              problems.put(field, "must be a list of at most " + MOST_VALUES + " texts");
            }
          } else {
            problems.put(field, "is not known");
          }
        });
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
    return values;
  }

  private static String text(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static boolean texts(Object value) {
    return value instanceof List<?> list
        && list.size() <= MOST_VALUES
        && list.stream().allMatch(String.class::isInstance);
  }

  private static List<String> list(List<?> value) {
    if (value == null) {
      return null;
    }
    List<String> kept = new ArrayList<>();
    for (Object each : value) {
      String text = text((String) each);
      if (text != null && !kept.contains(text)) {
        kept.add(text);
      }
    }
    return kept.isEmpty() ? null : kept;
  }

  /** The properties, by what people know them as: those with one text first. */
  public Map<String, QName> properties() {
    Map<String, QName> all = new LinkedHashMap<>(single);
    all.putAll(multiple);
    return all;
  }

  /** Whether a property of these is a list. */
  public boolean isList(QName property) {
    return multiple.containsValue(property);
  }

  /** What a node has of these, by property; what is empty is left out. */
  public Map<QName, Object> values(Node node) {
    Map<QName, Object> values = new LinkedHashMap<>();
    for (QName property : properties().values()) {
      Object value = node.properties().get(property);
      if (value != null) {
        values.put(property, value);
      }
    }
    return values;
  }

  /** What a node has of these fields, as people know them; what is empty is left out. */
  public Map<String, Object> of(Node node) {
    Map<String, Object> shown = new LinkedHashMap<>();
    Stream.of(single, multiple)
        .forEach(
            fields ->
                fields.forEach(
                    (field, property) -> {
                      Object value = node.properties().get(property);
                      if (value != null) {
                        shown.put(field, value);
                      }
                    }));
    return shown;
  }

  /** Does it, and names the fields as people know them in what the model has against the values. */
  public static <T> T naming(Supplier<T> work) {
    try {
      return work.get();
    } catch (Invalid e) {
      Map<String, String> problems = new LinkedHashMap<>();
      e.problems().forEach((field, problem) -> problems.put(plain(field), problem));
      throw new Invalid(problems);
    }
  }

  private static String plain(String field) {
    return field.startsWith("stk:") ? name(QName.of(field)) : field;
  }
}
