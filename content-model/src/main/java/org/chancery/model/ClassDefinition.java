package org.chancery.model;

import java.util.List;
import java.util.Optional;

/**
 * A type or an aspect, with what it declares itself; what it inherits is answered by {@link
 * ContentModel}.
 *
 * @param name its name
 * @param kind type or aspect
 * @param parent the type or aspect it extends
 * @param title the label people read
 * @param description help text, may be empty
 * @param properties those it declares, in the order of the model
 * @param overrides inherited properties as instances of this class have them: another default,
 *     mandatory, other constraints
 * @param associations those it declares
 * @param mandatoryAspects aspects every instance carries
 */
public record ClassDefinition(
    QName name,
    Kind kind,
    Optional<QName> parent,
    String title,
    String description,
    List<PropertyDefinition> properties,
    List<PropertyDefinition> overrides,
    List<AssociationDefinition> associations,
    List<QName> mandatoryAspects) {

  /** Copies the lists. */
  public ClassDefinition {
    properties = List.copyOf(properties);
    overrides = List.copyOf(overrides);
    associations = List.copyOf(associations);
    mandatoryAspects = List.copyOf(mandatoryAspects);
  }

  /** What a class definition is. */
  public enum Kind {
    /** Every node has exactly one. */
    TYPE,
    /** A node has any number. */
    ASPECT
  }
}
