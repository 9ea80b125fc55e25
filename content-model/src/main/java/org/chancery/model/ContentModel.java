package org.chancery.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All definitions together, with inheritance answered. Immutable. */
public final class ContentModel {

  private final Map<String, String> namespaces;
  private final Map<QName, ClassDefinition> classes;
  private final Map<QName, PropertyDefinition> properties = new LinkedHashMap<>();
  private final Map<QName, AssociationDefinition> associations = new LinkedHashMap<>();

  /**
   * @param namespaces URI by prefix
   * @param classes every type and aspect, parents present; {@link ModelReader} has proved that
   */
  ContentModel(Map<String, String> namespaces, Collection<ClassDefinition> classes) {
    this.namespaces = Map.copyOf(namespaces);
    this.classes = new LinkedHashMap<>();
    for (ClassDefinition definition : classes) {
      this.classes.put(definition.name(), definition);
      definition.properties().forEach(property -> properties.put(property.name(), property));
      definition
          .associations()
          .forEach(association -> associations.put(association.name(), association));
    }
  }

  /** Namespace URI by prefix. */
  public Map<String, String> namespaces() {
    return namespaces;
  }

  /** All types and aspects, in the order of the models. */
  public Collection<ClassDefinition> classes() {
    return List.copyOf(classes.values());
  }

  /** The type or aspect of that name. */
  public Optional<ClassDefinition> find(QName name) {
    return Optional.ofNullable(classes.get(name));
  }

  /** The property of that name, whoever declares it. */
  public Optional<PropertyDefinition> property(QName name) {
    return Optional.ofNullable(properties.get(name));
  }

  /** The association of that name, whoever declares it. */
  public Optional<AssociationDefinition> association(QName name) {
    return Optional.ofNullable(associations.get(name));
  }

  /** Whether a type or aspect is another, or extends it. Unknown names are nothing. */
  public boolean isA(QName name, QName ancestor) {
    return lineage(name).contains(ancestor);
  }

  /** The type or aspect itself, then its parents up to the top; empty when unknown. */
  public List<QName> lineage(QName name) {
    List<QName> result = new ArrayList<>();
    Optional<ClassDefinition> at = find(name);
    while (at.isPresent()) {
      result.add(at.get().name());
      at = at.get().parent().flatMap(this::find);
    }
    return result;
  }

  /**
   * The aspects every node of the type (or with the aspect) carries, inherited and implied ones
   * included.
   */
  public Set<QName> mandatoryAspects(QName name) {
    Set<QName> found = new LinkedHashSet<>();
    Deque<QName> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      for (QName ancestor : lineage(open.pop())) {
        for (QName aspect : classes.get(ancestor).mandatoryAspects()) {
          if (found.add(aspect)) {
            open.push(aspect);
          }
        }
      }
    }
    return found;
  }

  /**
   * Every property a node of that type with those aspects can have: inherited ones first, then the
   * type's own, then those of mandatory and given aspects.
   */
  public List<PropertyDefinition> propertiesOf(QName type, Collection<QName> aspects) {
    Map<QName, PropertyDefinition> found = new LinkedHashMap<>();
    Set<QName> all = new LinkedHashSet<>();
    all.add(type);
    all.addAll(mandatoryAspects(type));
    for (QName aspect : aspects) {
      all.add(aspect);
      all.addAll(mandatoryAspects(aspect));
    }
    for (QName each : all) {
      List<QName> lineage = new ArrayList<>(lineage(each));
      Collections.reverse(lineage);
      for (QName ancestor : lineage) {
        ClassDefinition definition = classes.get(ancestor);
        definition.overrides().forEach(property -> found.put(property.name(), property));
        definition.properties().forEach(property -> found.putIfAbsent(property.name(), property));
      }
    }
    return List.copyOf(found.values());
  }
}
