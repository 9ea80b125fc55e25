package org.chancery.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one check of a node's values against the content model, for the stores of both hosts.
 *
 * <p>Names and authorship belong to the node itself on every host, so {@code cm:name} and {@code
 * cm:auditable} are never missed here; where they are given as properties they are checked.
 */
public final class NodeRules {
  private static final QName NAME = QName.of("cm:name");
  private static final QName AUDITABLE = QName.of("cm:auditable");

  private final ContentModel model;

  /** Rules of that model. */
  public NodeRules(ContentModel model) {
    this.model = model;
  }

  /**
   * Says what keeps a node of that type, with those aspects and <em>all</em> its values, from being
   * stored. Null values count as absent, blank text and empty lists as missing.
   *
   * @param type the node's type
   * @param aspects those it carries; mandatory ones may be left out
   * @param properties values of the classes that {@link DataType} names, or lists of them
   * @return what is wrong, in words that follow the property's label, by the property's prefixed
   *     name in the order of the model; under {@code type} or {@code aspects} when these are
   *     unknown. Empty when all is well.
   */
  public Map<String, String> problems(
      QName type, Collection<QName> aspects, Map<QName, ?> properties) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (!isKnown(type, ClassDefinition.Kind.TYPE)) {
      problems.put("type", "there is no type '" + type + "'");
      return problems;
    }
    List<QName> known = new ArrayList<>();
    for (QName aspect : aspects) {
      if (isKnown(aspect, ClassDefinition.Kind.ASPECT)) {
        known.add(aspect);
      } else {
        problems.put("aspects", "there is no aspect '" + aspect + "'");
      }
    }
    Map<QName, PropertyDefinition> allowed = new LinkedHashMap<>();
    model.propertiesOf(type, known).forEach(property -> allowed.put(property.name(), property));
    for (PropertyDefinition property : allowed.values()) {
      problem(property, properties.get(property.name()))
          .ifPresent(problem -> problems.put(property.name().toString(), problem));
    }
    for (QName name : properties.keySet()) {
      if (!allowed.containsKey(name) && properties.get(name) != null) {
        problems.put(name.toString(), unknown(name, type));
      }
    }
    return problems;
  }

  /**
   * The values a new node of that type and aspects begins with where none are given.
   *
   * @param type known to the model
   * @param aspects known to the model; mandatory ones may be left out
   */
  public Map<QName, Object> defaults(QName type, Collection<QName> aspects) {
    Map<QName, Object> defaults = new LinkedHashMap<>();
    for (PropertyDefinition property : model.propertiesOf(type, aspects)) {
      property
          .defaultValue()
          .map(text -> ValueCodec.fromText(property.type(), text))
          .ifPresent(
              value -> defaults.put(property.name(), property.multiple() ? List.of(value) : value));
    }
    return defaults;
  }

  /**
   * Says what is wrong with a node's name: it must be portable to every host and file system.
   *
   * @return empty when it may be used
   */
  public Optional<String> nameProblem(String name) {
    return model
        .property(NAME)
        .flatMap(property -> present(name) ? invalid(property, name) : Optional.of(MISSING));
  }

  private static final String MISSING = "is needed";

  private Optional<String> problem(PropertyDefinition property, Object value) {
    if (!present(value)) {
      return property.mandatory() && !belongsToNode(property) && property.type() != DataType.CONTENT
          ? Optional.of(MISSING)
          : Optional.empty();
    }
    return invalid(property, value);
  }

  private static boolean belongsToNode(PropertyDefinition property) {
    return property.name().equals(NAME) || property.declaredBy().equals(AUDITABLE);
  }

  private static boolean present(Object value) {
    return !(value == null
        || value instanceof String text && text.isBlank()
        || value instanceof Collection<?> several && several.isEmpty());
  }

  private static Optional<String> invalid(PropertyDefinition property, Object value) {
    try {
      ValueCodec.encode(property, value);
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
    Collection<?> values = value instanceof Collection<?> several ? several : Set.of(value);
    for (Object each : values) {
      Optional<String> problem = storable(each);
      if (problem.isEmpty()) {
        problem =
            property.constraints().stream()
                .flatMap(constraint -> constraint.violation(each).stream())
                .findFirst();
      }
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  /** No database of ours stores U+0000 or half a character, and no index finds NaN. */
  private static Optional<String> storable(Object value) {
    if (value instanceof Double number && !Double.isFinite(number)) {
      return Optional.of("must be a finite number");
    }
    if (value instanceof String text
        && text.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF))) {
      return Optional.of("contains a character that cannot be stored");
    }
    return Optional.empty();
  }

  private String unknown(QName name, QName type) {
    return model
        .property(name)
        .map(known -> "belongs to " + known.declaredBy() + ", which this item is not")
        .orElse("is not a property of " + type);
  }

  private boolean isKnown(QName name, ClassDefinition.Kind kind) {
    return model.find(name).filter(found -> found.kind() == kind).isPresent();
  }
}
