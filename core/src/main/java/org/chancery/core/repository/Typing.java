package org.chancery.core.repository;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.model.AssociationDefinition;
import org.chancery.model.ContentModel;
import org.chancery.model.DataType;
import org.chancery.model.NodeRules;
import org.chancery.model.PropertyDefinition;
import org.chancery.model.QName;

/**
 * What the content model makes of a node to be stored, the same on every host; {@link Invalid} when
 * it forbids it. Immutable.
 */
public final class Typing {

  private static final QName NAME = QName.of("cm:name");
  private static final int LONGEST_NAME = 255;

  private final ContentModel model;
  private final NodeRules rules;

  /**
   * What is stored of a node's values.
   *
   * @param aspects mandatory ones included
   * @param properties defaults included
   */
  public record Values(Set<QName> aspects, Map<QName, Object> properties) {}

  /** Holds nodes to that model. */
  public Typing(ContentModel model) {
    this.model = model;
    this.rules = new NodeRules(model);
  }

  /** What a new node is to hold. */
  public Values ofNew(NewNode node) {
    Map<String, String> problems = new LinkedHashMap<>();
    Set<QName> aspects = closed(node.type(), node.aspects());
    Map<QName, Object> properties = new LinkedHashMap<>();
    if (known(node.type(), aspects)) {
      properties.putAll(rules.defaults(node.type(), aspects));
    }
    properties.putAll(node.properties());
    check(node.type(), aspects, properties, problems);
    nameProblem(node.name()).ifPresent(problem -> problems.putIfAbsent("name", problem));
    refuse(problems);
    return new Values(aspects, properties);
  }

  /** What a node is to hold after the change; aspects that the type demands stay. */
  public Values changed(Node before, Change change) {
    Set<QName> kept = new LinkedHashSet<>(before.aspects());
    kept.removeAll(change.removeAspects());
    Set<QName> aspects = new LinkedHashSet<>(kept);
    aspects.addAll(change.addAspects());
    aspects = closed(before.type(), aspects);
    Map<QName, Object> properties = new LinkedHashMap<>(before.properties());
    if (!change.removeAspects().isEmpty() && known(before.type(), aspects)) {
      properties.keySet().retainAll(allowed(before.type(), aspects));
    }
    if (!before.aspects().containsAll(aspects) && known(before.type(), aspects)) {
      Set<QName> had = allowed(before.type(), before.aspects());
      rules.defaults(before.type(), aspects).entrySet().stream()
          .filter(entry -> !had.contains(entry.getKey()))
          .forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
    }
    properties.putAll(change.set());
    properties.keySet().removeAll(change.remove());
    Map<String, String> problems = new LinkedHashMap<>();
    check(before.type(), aspects, properties, problems);
    refuse(problems);
    return new Values(aspects, properties);
  }

  /** Every property, content ones included, that a node of that type and aspects can have. */
  public Set<QName> allowed(QName type, Set<QName> aspects) {
    return model.propertiesOf(type, aspects).stream()
        .map(PropertyDefinition::name)
        .collect(Collectors.toSet());
  }

  /** Refuses a name that a node cannot have. */
  public void checkName(String name) {
    nameProblem(name)
        .ifPresent(
            problem -> {
              throw new Invalid(Map.of("name", problem));
            });
  }

  /** Refuses what is no content property of the node. */
  public void checkContent(Node node, QName property) {
    boolean content =
        model.propertiesOf(node.type(), node.aspects()).stream()
            .anyMatch(each -> each.name().equals(property) && each.type() == DataType.CONTENT);
    if (!content) {
      throw new Invalid(Map.of(property.toString(), "is no content of this item"));
    }
  }

  /** Refuses a relation that the model does not know between two such nodes. */
  public void checkAssociation(Node source, QName name, Node target) {
    Optional<AssociationDefinition> association =
        model.association(name).filter(found -> !found.child());
    if (association.isEmpty()) {
      throw new Invalid(Map.of(name.toString(), "is no relation"));
    }
    if (!is(source, association.get().declaredBy())) {
      throw new Invalid(Map.of(name.toString(), "does not start from this item"));
    }
    if (!is(target, association.get().target())) {
      throw new Invalid(Map.of(name.toString(), "does not lead to that item"));
    }
  }

  /** The form in which names are compared: composed characters, no case. */
  public static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  private boolean is(Node node, QName wanted) {
    return model.isA(node.type(), wanted)
        || node.aspects().stream().anyMatch(aspect -> model.isA(aspect, wanted));
  }

  private boolean known(QName type, Set<QName> aspects) {
    return model.find(type).isPresent()
        && aspects.stream().allMatch(aspect -> model.find(aspect).isPresent());
  }

  private Set<QName> closed(QName type, Set<QName> aspects) {
    Set<QName> closed = new LinkedHashSet<>(aspects);
    closed.addAll(model.mandatoryAspects(type));
    aspects.forEach(aspect -> closed.addAll(model.mandatoryAspects(aspect)));
    return closed;
  }

  private void check(
      QName type, Set<QName> aspects, Map<QName, Object> properties, Map<String, String> problems) {
    problems.putAll(rules.problems(type, aspects, properties));
    if (properties.containsKey(NAME)) {
      problems.put(NAME.toString(), "is changed by renaming the item");
    }
  }

  private Optional<String> nameProblem(String name) {
    if (name.isBlank()) {
      return Optional.of("is needed");
    }
    if (name.length() > LONGEST_NAME) {
      return Optional.of("must not be longer than " + LONGEST_NAME + " characters");
    }
    if (name.equals(".") || name.equals("..") || name.indexOf('/') >= 0) {
      return Optional.of("must not be '.' or '..' nor contain '/'");
    }
    if (name.codePoints()
        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
      return Optional.of("contains a character that cannot be stored");
    }
    return rules.nameProblem(name);
  }

  private static void refuse(Map<String, String> problems) {
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }
}
