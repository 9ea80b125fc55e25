package org.chancery.core.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Invalid;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.ContentModel;
import org.chancery.model.DataType;
import org.chancery.model.PropertyDefinition;
import org.chancery.model.QName;

/** Turns property values into JSON and back, as the model types them. */
final class PropertyJson {
  private final ContentModel model;

  PropertyJson(ContentModel model) {
    this.model = model;
  }

  static Map<String, Object> of(Map<QName, Object> properties) {
    Map<String, Object> json = new TreeMap<>();
    properties.forEach(
        (name, value) -> {
          // Who may see it again after a lock is for the permissions to tell, not for everyone.
          if (!name.equals(Cor.LOCK_BEFORE)) {
            json.put(name.toString(), value);
          }
        });
    return json;
  }

  static Map<String, ContentInfo> contents(Map<QName, ContentInfo> contents) {
    Map<String, ContentInfo> json = new TreeMap<>();
    contents.forEach((name, value) -> json.put(name.toString(), value));
    return json;
  }

  /**
   * Values as the repository wants them; {@code null} stays.
   *
   * @throws Invalid naming each property that is not known, is kept by the system, or has a value
   *     of another kind
   */
  Map<QName, Object> read(Map<String, Object> json) {
    Map<QName, Object> values = new LinkedHashMap<>();
    Map<String, String> problems = new LinkedHashMap<>();
    json.forEach(
        (name, value) -> {
          Optional<PropertyDefinition> property = find(name);
          if (property.isEmpty()) {
            problems.put(name, "is not known");
          } else if (SystemKept.contains(property.get())) {
            problems.put(name, "is kept by the system");
          } else {
            try {
              values.put(property.get().name(), read(property.get(), value));
            } catch (IllegalArgumentException | DateTimeException e) {
              problems.put(name, expected(property.get()));
            }
          }
        });
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
    return values;
  }

  private Optional<PropertyDefinition> find(String name) {
    try {
      return model.property(QName.of(name)).filter(found -> found.type() != DataType.CONTENT);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Object read(PropertyDefinition property, Object value) {
    boolean cleared = value == null || "".equals(value) || List.of().equals(value);
    if (cleared) {
      return null;
    }
    if (!property.multiple()) {
      return single(property.type(), value);
    }
    if (!(value instanceof List<?> list)) {
      throw new IllegalArgumentException("Not a list");
    }
    List<Object> values = new ArrayList<>();
    list.forEach(each -> values.add(single(property.type(), each)));
    return values;
  }

  private static Object single(DataType type, Object value) {
    return switch (type) {
      case TEXT, MLTEXT, NODEREF -> as(String.class, value);
      case INT -> Math.toIntExact(whole(value));
      case LONG -> whole(value);
      case FLOAT, DOUBLE -> as(Number.class, value).doubleValue();
      case BOOLEAN -> as(Boolean.class, value);
      case DATE -> LocalDate.parse(as(String.class, value));
      case DATETIME -> Instant.parse(as(String.class, value));
      case CONTENT -> throw new IllegalArgumentException("A stream is no property value");
    };
  }

  private static long whole(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw new IllegalArgumentException("Not a whole number");
  }

  private static <T> T as(Class<T> type, Object value) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("Not a " + type.getSimpleName());
    }
    return type.cast(value);
  }

  private static String expected(PropertyDefinition property) {
    String kind =
        switch (property.type()) {
          case TEXT, MLTEXT, NODEREF, CONTENT -> "text";
          case INT, LONG -> "a whole number";
          case FLOAT, DOUBLE -> "a number";
          case BOOLEAN -> "true or false";
          case DATE -> "a date such as 2026-11-22";
          case DATETIME -> "a moment such as 2026-11-22T14:00:00Z";
        };
    return "must be " + (property.multiple() ? "a list, each item " : "") + kind;
  }
}
