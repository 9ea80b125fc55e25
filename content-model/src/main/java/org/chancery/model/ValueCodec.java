package org.chancery.model;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Turns property values into what JSON and text can carry, and back: text, numbers and truth values
 * stay as they are, a date becomes {@code 2026-11-22} and a date with time {@code
 * 2026-11-22T13:44:11Z} (ISO 8601, UTC). What one method writes the other reads unchanged.
 */
public final class ValueCodec {
  private ValueCodec() {}

  /**
   * The property's value as a {@link String}, {@link Number} or {@link Boolean}, or a list of these
   * when the property is multiple.
   *
   * @param value of the class that {@link DataType} names, or a list of it; may be null
   * @return null for null
   * @throws IllegalArgumentException when the value does not fit the property; the message is for
   *     the person who typed it
   */
  public static Object encode(PropertyDefinition property, Object value) {
    return eachOf(property, value, one -> encode(property.type(), one));
  }

  /**
   * The property's value from what a JSON parser made of {@link #encode}'s answer, whichever number
   * classes it uses; numbers and truth values may also come as text.
   *
   * @return of the class that {@link DataType} names, or a list of it; null for null
   * @throws IllegalArgumentException when it cannot be a value of the property; the message is for
   *     the person who typed it
   */
  public static Object decode(PropertyDefinition property, Object json) {
    return eachOf(property, json, one -> decode(property.type(), one));
  }

  /**
   * One value as text, for forms, indexes and exports.
   *
   * @throws IllegalArgumentException when the value is not of the type's class
   */
  public static String toText(DataType type, Object value) {
    return encode(type, value).toString();
  }

  /**
   * One value from text, as {@link #toText} writes it.
   *
   * @throws IllegalArgumentException when the text is no value of the type; the message is for the
   *     person who typed it
   */
  public static Object fromText(DataType type, String text) {
    return decode(type, text);
  }

  private static Object encode(DataType type, Object value) {
    if (type == DataType.CONTENT || !type.javaClass().isInstance(value)) {
      throw new IllegalArgumentException(expectation(type));
    }
    return value instanceof LocalDate || value instanceof Instant ? value.toString() : value;
  }

  private static Object decode(DataType type, Object json) {
    try {
      return switch (type) {
        case TEXT, MLTEXT, NODEREF -> (String) json;
        case INT -> new BigDecimal(json.toString()).intValueExact();
        case LONG -> new BigDecimal(json.toString()).longValueExact();
        case FLOAT, DOUBLE -> finite(Double.parseDouble(json.toString()));
        case BOOLEAN -> truth(json);
        case DATE -> LocalDate.parse((String) json);
        case DATETIME -> OffsetDateTime.parse((String) json).toInstant();
        case CONTENT -> throw new IllegalArgumentException(expectation(type));
      };
    } catch (ClassCastException
        | DateTimeException
        | ArithmeticException
        | NumberFormatException e) {
      throw new IllegalArgumentException(expectation(type), e);
    }
  }

  private static Double finite(double number) {
    if (!Double.isFinite(number)) {
      throw new NumberFormatException("not finite");
    }
    return number;
  }

  private static Boolean truth(Object json) {
    return switch (json.toString()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(expectation(DataType.BOOLEAN));
    };
  }

  /** What a value of the type must be, in words that follow the property's label. */
  static String expectation(DataType type) {
    return switch (type) {
      case TEXT, MLTEXT -> "must be text";
      case INT, LONG -> "must be a whole number";
      case FLOAT, DOUBLE -> "must be a number";
      case BOOLEAN -> "must be true or false";
      case DATE -> "must be a date such as 2026-11-22";
      case DATETIME -> "must be a date and time such as 2026-11-22T13:44:11Z";
      case CONTENT -> "is content: upload it instead of giving it as a value";
      case NODEREF -> "must be the id of an item";
    };
  }

  private interface One {
    Object convert(Object value);
  }

  private static Object eachOf(PropertyDefinition property, Object value, One one) {
    if (value == null) {
      return null;
    }
    if (value instanceof Collection<?> several) {
      if (!property.multiple()) {
        throw new IllegalArgumentException("holds one value, not a list");
      }
      List<Object> converted = new ArrayList<>(several.size());
      for (Object each : several) {
        if (each == null) {
          throw new IllegalArgumentException("must not have an empty entry");
        }
        converted.add(one.convert(each));
      }
      return List.copyOf(converted);
    }
    if (property.multiple()) {
      throw new IllegalArgumentException("holds several values: give a list");
    }
    return one.convert(value);
  }
}
