package org.chancery.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ties the classes of all files together: names are unique, and what they refer to is there. */
final class Inheritance {
  private final Map<QName, ClassDefinition> classes = new LinkedHashMap<>();
  private final Map<QName, Element> classElements = new HashMap<>();
  private final Map<QName, Element> propertyElements = new HashMap<>();
  private final Map<QName, Element> associationElements = new HashMap<>();

  /** All classes so far, in the order of the files. */
  List<ClassDefinition> classes() {
    return List.copyOf(classes.values());
  }

  /** Adds the classes of one file, which may refer to each other and to those of files before. */
  void add(ModelFile file, ClassReader reader) {
    Map<QName, ClassDefinition> added = new LinkedHashMap<>();
    for (String container : List.of("types", "aspects")) {
      for (Element element : file.root().entries(container)) {
        unique(classElements, element, file.ownName(element));
        declareMembers(file, element);
      }
    }
    for (String container : List.of("types", "aspects")) {
      for (Element element : file.root().entries(container)) {
        ClassDefinition definition = reader.read(element);
        added.put(definition.name(), definition);
      }
    }
    classes.putAll(added);
    added.values().forEach(definition -> checkReferences(file, definition));
    added.keySet().forEach(this::checkNoCycle);
    Set<QName> done = new HashSet<>();
    added.keySet().forEach(name -> override(name, added.keySet(), done, file, reader));
  }

  private void declareMembers(ModelFile file, Element element) {
    for (Element property : element.entries("properties")) {
      unique(propertyElements, property, file.name(property, property.attributes().get("name")));
    }
    for (Element association : element.entries("associations")) {
      unique(associationElements, association, file.ownName(association));
    }
  }

  private static void unique(Map<QName, Element> known, Element element, QName name) {
    Element before = known.putIfAbsent(name, element);
    if (before != null) {
      throw element.fault(
          element.name()
              + " '"
              + name
              + "' is defined already at "
              + before.file()
              + ":"
              + before.line()
              + ": choose another name, or remove one");
    }
  }

  private void checkReferences(ModelFile file, ClassDefinition definition) {
    Element element = classElements.get(definition.name());
    definition
        .parent()
        .filter(parent -> !is(parent, definition.kind()))
        .ifPresent(
            parent -> {
              throw element
                  .first("parent")
                  .orElse(element)
                  .fault(
                      "there is no "
                          + element.name()
                          + " '"
                          + parent
                          + "' to be the parent of '"
                          + definition.name()
                          + "': correct the name, or define it");
            });
    for (Element aspect : element.entries("mandatory-aspects")) {
      if (!is(file.name(aspect, aspect.text()), ClassDefinition.Kind.ASPECT)) {
        throw aspect.fault(
            "there is no aspect '" + aspect.text().strip() + "': correct the name, or define it");
      }
    }
    for (AssociationDefinition association : definition.associations()) {
      if (!classes.containsKey(association.target())) {
        Element at = associationElements.get(association.name());
        throw at.first("target")
            .flatMap(target -> target.first("class"))
            .orElse(at)
            .fault(
                "there is no type or aspect '"
                    + association.target()
                    + "' for '"
                    + association.name()
                    + "' to lead to: correct the name, or define it");
      }
    }
  }

  private boolean is(QName name, ClassDefinition.Kind kind) {
    return classes.containsKey(name) && classes.get(name).kind() == kind;
  }

  private void checkNoCycle(QName name) {
    Set<QName> seen = new HashSet<>();
    Optional<QName> at = Optional.of(name);
    while (at.isPresent()) {
      if (!seen.add(at.get())) {
        Element element = classElements.get(name);
        throw element
            .first("parent")
            .orElse(element)
            .fault("'" + name + "' descends from itself: give one of its parents another parent");
      }
      at = classes.get(at.get()).parent();
    }
  }

  /** Parents first, since an override narrows what the parent has already narrowed. */
  private void override(
      QName name, Set<QName> added, Set<QName> done, ModelFile file, ClassReader reader) {
    if (!added.contains(name) || !done.add(name)) {
      return;
    }
    ClassDefinition definition = classes.get(name);
    definition.parent().ifPresent(parent -> override(parent, added, done, file, reader));
    Map<QName, PropertyDefinition> overrides = new LinkedHashMap<>();
    for (Element element : classElements.get(name).entries("overrides")) {
      QName property = file.name(element, element.attributes().get("name"));
      PropertyDefinition inherited =
          definition
              .parent()
              .flatMap(parent -> effective(parent, property))
              .orElseThrow(
                  () ->
                      element.fault(
                          "'"
                              + name
                              + "' inherits no property '"
                              + property
                              + "' to override: correct the name"));
      if (overrides.put(property, reader.override(element, inherited, name)) != null) {
        throw element.fault("'" + property + "' is overridden twice: keep one");
      }
    }
    classes.put(
        name,
        new ClassDefinition(
            name,
            definition.kind(),
            definition.parent(),
            definition.title(),
            definition.description(),
            definition.properties(),
            List.copyOf(overrides.values()),
            definition.associations(),
            definition.mandatoryAspects()));
  }

  private Optional<PropertyDefinition> effective(QName name, QName property) {
    ClassDefinition definition = classes.get(name);
    for (List<PropertyDefinition> here : List.of(definition.overrides(), definition.properties())) {
      for (PropertyDefinition each : here) {
        if (each.name().equals(property)) {
          return Optional.of(each);
        }
      }
    }
    return definition.parent().flatMap(parent -> effective(parent, property));
  }
}
