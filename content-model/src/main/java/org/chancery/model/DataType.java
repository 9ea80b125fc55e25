package org.chancery.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of value a property can hold; the Java class that carries each is named beside it. */
public enum DataType {
  /** {@link String}. */
  TEXT("d:text", String.class),
  /** {@link String}; kept for models that use it, one language only. */
  MLTEXT("d:mltext", String.class),
  /** {@link Integer}. */
  INT("d:int", Integer.class),
  /** {@link Long}. */
  LONG("d:long", Long.class),
  /** {@link Double}. */
  FLOAT("d:float", Double.class),
  /** {@link Double}. */
  DOUBLE("d:double", Double.class),
  /** {@link Boolean}. */
  BOOLEAN("d:boolean", Boolean.class),
  /** {@link LocalDate}. */
  DATE("d:date", LocalDate.class),
  /** {@link Instant}. */
  DATETIME("d:datetime", Instant.class),
  /** A stream, never carried as a property value; read and written through the content port. */
  CONTENT("d:content", Void.class),
  /** {@link String}: a node's id. */
  NODEREF("d:noderef", String.class);

  private final String modelName;

  private final Class<?> javaClass;

  DataType(String modelName, Class<?> javaClass) {
    this.modelName = modelName;
    this.javaClass = javaClass;
  }

  /** The name used in model XML, such as {@code d:text}. */
  public String modelName() {
    return modelName;
  }

  /** The class of each value; {@link Void} for content, which has no value to carry. */
  public Class<?> javaClass() {
    return javaClass;
  }

  /** The type of that name in model XML; empty for those Chancery has no use for. */
  static Optional<DataType> named(String modelName) {
    return Arrays.stream(values()).filter(type -> type.modelName.equals(modelName)).findFirst();
  }

  /** All names that model XML may use. */
  static List<String> modelNames() {
    return Arrays.stream(values()).map(DataType::modelName).toList();
  }
}
