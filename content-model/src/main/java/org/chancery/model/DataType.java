package org.chancery.model;

/** The kinds of value a property can hold; the Java class that carries each is named beside it. */
public enum DataType {
  /** {@link String}. */
  TEXT("d:text"),
  /** {@link String}; kept for models that use it, one language only. */
  MLTEXT("d:mltext"),
  /** {@link Integer}. */
  INT("d:int"),
  /** {@link Long}. */
  LONG("d:long"),
  /** {@link Double}. */
  FLOAT("d:float"),
  /** {@link Double}. */
  DOUBLE("d:double"),
  /** {@link Boolean}. */
  BOOLEAN("d:boolean"),
  /** {@link java.time.LocalDate}. */
  DATE("d:date"),
  /** {@link java.time.Instant}. */
  DATETIME("d:datetime"),
  /** A stream, never carried as a property value; read and written through the content port. */
  CONTENT("d:content"),
  /** {@link String}: a node's id. */
  NODEREF("d:noderef");

  private final String modelName;

  DataType(String modelName) {
    this.modelName = modelName;
  }

  /** The name used in model XML, such as {@code d:text}. */
  public String modelName() {
    return modelName;
  }
}
