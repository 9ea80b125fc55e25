package org.chancery.model;

import java.util.List;
import java.util.Optional;

/**
 * A property of a type or aspect.
 *
 * @param name its name
 * @param declaredBy the type or aspect that declares it
 * @param title the label people read
 * @param description help text, may be empty
 * @param type the kind of value
 * @param mandatory whether a node without it is refused
 * @param multiple whether it holds a list
 * @param readOnly whether the system keeps it: forms show it and nobody types it ({@code protected}
 *     in the model)
 * @param defaultValue the text of the default, as in the model
 * @param constraints rules on each value
 * @param index how search treats it
 */
public record PropertyDefinition(
    QName name,
    QName declaredBy,
    String title,
    String description,
    DataType type,
    boolean mandatory,
    boolean multiple,
    boolean readOnly,
    Optional<String> defaultValue,
    List<ConstraintDefinition> constraints,
    IndexHint index) {

  /** Copies the list. */
  public PropertyDefinition {
    constraints = List.copyOf(constraints);
  }

  /**
   * How search treats a property.
   *
   * @param indexed whether it can be searched at all
   * @param tokenised whether its words are searched one by one (else only as a whole)
   * @param facetable whether results are counted by it
   */
  public record IndexHint(boolean indexed, boolean tokenised, boolean facetable) {}
}
