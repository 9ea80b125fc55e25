package org.chancery.alfresco.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.chancery.model.ContentModel;
import org.chancery.model.DataType;
import org.chancery.model.PropertyDefinition;
import org.chancery.model.QName;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The values of properties that our content model knows, as the platform's table holds them. */
final class NodeValues {

  // How the platform holds a value; an object is what fits no column.
  private static final int BOOLEAN = 1;
  private static final int LONG = 3;
  private static final int FLOAT = 4;
  private static final int DOUBLE = 5;
  private static final int STRING = 6;
  private static final int OBJECT = 9;

  private final JdbcClient jdbc;
  private final NameNumbers names;
  private final ContentModel model;
  private final ZoneId days;
  private final List<PropertyDefinition> wanted;

  /**
   * @param days the zone in which a day is kept as a moment
   * @param wanted which properties to read; of a stream, the value is the number of its data
   */
  NodeValues(
      JdbcClient jdbc,
      NameNumbers names,
      ContentModel model,
      ZoneId days,
      Predicate<PropertyDefinition> wanted) {
    this.jdbc = jdbc;
    this.names = names;
    this.model = model;
    this.days = days;
    this.wanted =
        model.classes().stream()
            .flatMap(each -> each.properties().stream())
            .filter(wanted)
            .toList();
  }

  /** The values by node, those of the given nodes that have any. */
  Map<Long, Map<QName, Object>> of(List<Long> nodes) {
    Map<Long, PropertyDefinition> byNumber = new HashMap<>();
    for (PropertyDefinition each : wanted) {
      names.number(each.name()).ifPresent(number -> byNumber.put(number, each));
    }
    Map<Long, Map<QName, Object>> values = new HashMap<>();
    jdbc.sql(
            """
            SELECT node_id, qname_id, persisted_type_n, boolean_value, long_value, float_value,
                   double_value, string_value, serializable_value
            FROM alf_node_properties
            WHERE node_id = ANY (:nodes) AND qname_id = ANY (:names)
            ORDER BY node_id, qname_id, list_index, locale_id
            """)
        .param("nodes", nodes.toArray(Long[]::new))
        .param("names", byNumber.keySet().toArray(Long[]::new))
        .query(
            rows -> {
              PropertyDefinition property = byNumber.get(rows.getLong("qname_id"));
              Map<QName, Object> own =
                  values.computeIfAbsent(rows.getLong("node_id"), node -> new HashMap<>());
              for (Object raw : raw(rows)) {
                value(property.type(), raw).ifPresent(value -> put(own, property, value));
              }
            });
    return values;
  }

  /** Whether the property is searched; others are read for the entry's other parts. */
  boolean indexed(QName name) {
    return model.property(name).map(property -> property.index().indexed()).orElse(false);
  }

  private static void put(Map<QName, Object> values, PropertyDefinition property, Object value) {
    if (property.multiple()) {
      @SuppressWarnings("unchecked")
      List<Object> list =
          (List<Object>) values.computeIfAbsent(property.name(), name -> new ArrayList<>());
      list.add(value);
    } else {
      // Of a text in several languages, the first.
      values.putIfAbsent(property.name(), value);
    }
  }

  private static List<?> raw(ResultSet rows) throws SQLException {
    return switch (rows.getInt("persisted_type_n")) {
      case BOOLEAN -> List.of(rows.getBoolean("boolean_value"));
      case LONG -> List.of(rows.getLong("long_value"));
      case FLOAT -> List.of(rows.getFloat("float_value"));
      case DOUBLE -> List.of(rows.getDouble("double_value"));
      case STRING -> List.of(rows.getString("string_value"));
      case OBJECT -> held(rows.getBytes("serializable_value"));
      default -> List.of();
    };
  }

  /** A long text, or an empty list; nothing else is looked at. */
  private static List<?> held(byte[] bytes) {
    if (bytes == null) {
      return List.of();
    }
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("java.lang.String;!*"));
      return in.readObject() instanceof String text ? List.of(text) : List.of();
    } catch (java.io.InvalidClassException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Object> value(DataType type, Object raw) {
    String text = raw.toString();
    return Optional.ofNullable(
        switch (type) {
          case TEXT, MLTEXT -> text;
          case INT -> raw instanceof Number number ? (Object) number.intValue() : null;
          case LONG, CONTENT -> raw instanceof Number number ? (Object) number.longValue() : null;
          case FLOAT, DOUBLE ->
              raw instanceof Number number ? (Object) Double.valueOf(number.toString()) : null;
          case BOOLEAN -> raw instanceof Boolean ? raw : null;
          case DATE -> day(moment(text));
          case DATETIME -> moment(text);
          case NODEREF -> text.substring(text.lastIndexOf('/') + 1);
        });
  }

  /** Midnight of the world's own time is a day that was written without any time. */
  private LocalDate day(Instant moment) {
    ZonedDateTime utc = moment.atZone(ZoneOffset.UTC);
    return utc.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? utc.toLocalDate()
        : moment.atZone(days).toLocalDate();
  }

  static Instant moment(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
