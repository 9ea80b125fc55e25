package org.chancery.alfresco.repository;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.alfresco.service.cmr.repository.MLText;
import org.alfresco.service.cmr.repository.NodeRef;
import org.chancery.core.repository.NodeId;
import org.chancery.model.DataType;
import org.chancery.model.PropertyDefinition;

/**
 * Property values as the platform keeps them, and back.
 *
 * <p>The platform keeps a date as a moment. Ours is noon in the server's zone, which is the same
 * day in every zone a client of this server is likely to be in. What other clients wrote is read in
 * the server's zone too, but for midnight in UTC, which is how clients write a bare date.
 */
final class PropertyValues {

  private final ZoneId zone;

  PropertyValues(ZoneId zone) {
    this.zone = zone;
  }

  /** Null for an empty list, which the platform cannot tell from nothing. */
  Serializable toPlatform(PropertyDefinition property, Object value) {
    if (!(value instanceof Collection<?> several)) {
      return one(property.type(), value);
    }
    if (several.isEmpty()) {
      return null;
    }
    ArrayList<Serializable> converted = new ArrayList<>(several.size());
    several.forEach(each -> converted.add(one(property.type(), each)));
    return converted;
  }

  /** Null for nothing. */
  Object fromPlatform(PropertyDefinition property, Serializable value) {
    if (value == null) {
      return null;
    }
    if (property.multiple()) {
      Collection<?> several = value instanceof Collection<?> list ? list : List.of(value);
      List<Object> converted =
          several.stream()
              .filter(Objects::nonNull)
              .map(each -> back(property.type(), each))
              .toList();
      return converted.isEmpty() ? null : converted;
    }
    if (value instanceof Collection<?> several) {
      return several.stream()
          .filter(Objects::nonNull)
          .findFirst()
          .map(each -> back(property.type(), each))
          .orElse(null);
    }
    return back(property.type(), value);
  }

  private Serializable one(DataType type, Object value) {
    return switch (type) {
      case TEXT -> (String) value;
      case MLTEXT -> new MLText((String) value);
      case INT -> (Integer) value;
      case LONG -> (Long) value;
      case FLOAT -> ((Double) value).floatValue();
      case DOUBLE -> (Double) value;
      case BOOLEAN -> (Boolean) value;
      case DATE -> Date.from(((LocalDate) value).atTime(LocalTime.NOON).atZone(zone).toInstant());
      case DATETIME -> Date.from((Instant) value);
      case NODEREF -> PlatformNames.ref(NodeId.of((String) value));
      case CONTENT -> throw new IllegalArgumentException("Content is no value");
    };
  }

  private Object back(DataType type, Object value) {
    return switch (type) {
      case TEXT -> value.toString();
      case MLTEXT -> value instanceof MLText texts ? texts.getDefaultValue() : value.toString();
      case INT -> ((Number) value).intValue();
      case LONG -> ((Number) value).longValue();
      // By its decimal digits, or 0.1 would come back as 0.10000000149.
      case FLOAT -> Double.valueOf(value.toString());
      case DOUBLE -> ((Number) value).doubleValue();
      case BOOLEAN -> (Boolean) value;
      case DATE -> day(((Date) value).toInstant());
      case DATETIME -> ((Date) value).toInstant();
      case NODEREF -> ((NodeRef) value).getId();
      case CONTENT -> throw new IllegalArgumentException("Content is no value");
    };
  }

  private LocalDate day(Instant moment) {
    ZonedDateTime utc = moment.atZone(ZoneOffset.UTC);
    return utc.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? utc.toLocalDate()
        : moment.atZone(zone).toLocalDate();
  }
}
