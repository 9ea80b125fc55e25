package org.chancery.core.repository;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * The identity of a node for its whole life, on every host and through export and import: a UUID in
 * lower case.
 *
 * @param value the UUID's text
 */
public record NodeId(@JsonValue String value) {

  /** Refuses anything but a UUID in its canonical text. */
  public NodeId {
    Objects.requireNonNull(value, "value");
    if (!UUID.fromString(value).toString().equals(value)) {
      throw new IllegalArgumentException("Not a node id: '" + value + "'");
    }
  }

  /** A new random identity. */
  public static NodeId random() {
    return new NodeId(UUID.randomUUID().toString());
  }

  /**
   * Reads the text of an id.
   *
   * @throws IllegalArgumentException when it is no UUID
   */
  @JsonCreator
  public static NodeId of(String value) {
    return new NodeId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
