package org.chancery.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.chancery.model.ConstraintDefinition.Choice;
import org.chancery.model.ConstraintDefinition.Length;
import org.chancery.model.ConstraintDefinition.Matches;
import org.chancery.model.ConstraintDefinition.OneOf;
import org.chancery.model.ConstraintDefinition.Range;

/** Reads constraints: named ones of all files so far, and those on properties. */
final class ConstraintReader {
  private final ModelLabels labels;
  private final Map<QName, Declared> declared = new HashMap<>();

  private record Declared(ModelFile file, Element element) {}

  ConstraintReader(ModelLabels labels) {
    this.labels = labels;
  }

  /** Makes the file's named constraints known, then reads those of the model itself. */
  void declareAll(ModelFile file) {
    List<Element> named = file.root().entries("constraints");
    for (Element element : named) {
      if (element.attribute("name").isEmpty()) {
        throw element.fault("a constraint of the model itself needs a name: add name=\"…\"");
      }
    }
    declareNamed(file, file.root());
    named.forEach(element -> read(file, element, file.ownName(element)));
  }

  private void declareNamed(ModelFile file, Element element) {
    if (element.name().equals("constraint") && element.attribute("name").isPresent()) {
      QName name = file.ownName(element);
      Declared before = declared.putIfAbsent(name, new Declared(file, element));
      if (before != null) {
        throw element.fault(
            "constraint '"
                + name
                + "' is defined already at "
                + before.element.file()
                + ":"
                + before.element.line()
                + ": choose another name, or refer to it with ref=\"…\"");
      }
    }
    element.children().forEach(child -> declareNamed(file, child));
  }

  /**
   * The constraints on one property.
   *
   * @param nameless the name of each that has none, by its position
   */
  List<ConstraintDefinition> on(
      ModelFile file, Element property, Function<Integer, QName> nameless) {
    List<ConstraintDefinition> constraints = new ArrayList<>();
    for (Element element : property.entries("constraints")) {
      QName name =
          element.attribute("name").isPresent()
              ? file.ownName(element)
              : nameless.apply(constraints.size());
      constraints.add(read(file, element, name));
    }
    return constraints;
  }

  private ConstraintDefinition read(ModelFile file, Element element, QName name) {
    Set<QName> seen = new LinkedHashSet<>(Set.of(name));
    ModelFile in = file;
    Element at = element;
    QName called = name;
    while (true) {
      boolean refers = at.attribute("ref").isPresent();
      if (refers == at.attribute("type").isPresent()) {
        throw at.fault(
            "constraint '"
                + called
                + "' needs either a type or a ref"
                + (refers ? ", not both" : ""));
      }
      if (!refers) {
        return build(at, called);
      }
      if (!at.children().isEmpty()) {
        throw at.fault(
            "constraint '"
                + called
                + "' refers to another and has parameters of its own: remove"
                + " them, or give it a type instead of the ref");
      }
      called = in.name(at, at.attributes().get("ref"));
      Declared next = declared.get(called);
      if (next == null) {
        throw at.fault("there is no constraint '" + called + "': correct the ref, or define it");
      }
      if (!seen.add(called)) {
        throw at.fault(
            "constraint '" + called + "' refers to itself: give one of " + seen + " a type");
      }
      in = next.file;
      at = next.element;
    }
  }

  private ConstraintDefinition build(Element element, QName name) {
    String type = element.attributes().get("type");
    return switch (type) {
      case "LIST" ->
          oneOf(new Parameters(element, "allowedValues", "caseSensitive", "sorted"), name);
      case "REGEX" -> matches(new Parameters(element, "expression", "requiresMatch"), name);
      case "LENGTH" -> length(new Parameters(element, "minLength", "maxLength"), name);
      case "MINMAX" -> range(new Parameters(element, "minValue", "maxValue"), name);
      default ->
          throw element.fault(
              "constraint type '" + type + "' is not known: use LIST, REGEX, LENGTH or MINMAX");
    };
  }

  private ConstraintDefinition oneOf(Parameters parameters, QName name) {
    List<Element> values = parameters.list("allowedValues");
    Set<String> seen = new HashSet<>();
    for (Element value : values) {
      if (!seen.add(value.text())) {
        throw value.fault("'" + value.text() + "' is listed twice in '" + name + "': keep one");
      }
    }
    List<Choice> choices =
        values.stream()
            .map(Element::text)
            .map(value -> new Choice(value, labels.value(name, value).orElse(value)))
            .collect(Collectors.toCollection(ArrayList::new));
    if (parameters.flag("sorted", false)) {
      choices.sort((a, b) -> a.value().compareTo(b.value()));
    }
    return new OneOf(name, choices, parameters.flag("caseSensitive", true));
  }

  private ConstraintDefinition matches(Parameters parameters, QName name) {
    String expression = parameters.text("expression");
    boolean mustMatch = parameters.flag("requiresMatch", true);
    String message =
        labels
            .mismatch(name)
            .orElse(
                (mustMatch ? "does not have the form " : "must not have the form ") + expression);
    try {
      return new Matches(name, Pattern.compile(expression), mustMatch, message);
    } catch (PatternSyntaxException e) {
      throw parameters
          .at("expression")
          .fault(
              "'"
                  + expression
                  + "' is not a regular expression ("
                  + e.getDescription()
                  + " at "
                  + e.getIndex()
                  + "): correct it");
    }
  }

  private ConstraintDefinition length(Parameters parameters, QName name) {
    int min = parameters.wholeNumber("minLength", 0);
    int max = parameters.wholeNumber("maxLength", Integer.MAX_VALUE);
    if (min < 0 || min > max) {
      throw parameters
          .owner()
          .fault(
              "minLength "
                  + min
                  + " must lie between 0 and maxLength "
                  + max
                  + ": correct one of them");
    }
    return new Length(name, min, max);
  }

  private ConstraintDefinition range(Parameters parameters, QName name) {
    double min = parameters.number("minValue", -Double.MAX_VALUE);
    double max = parameters.number("maxValue", Double.MAX_VALUE);
    if (min > max) {
      throw parameters
          .owner()
          .fault("minValue " + min + " is greater than maxValue " + max + ": correct one of them");
    }
    return new Range(name, min, max);
  }
}
