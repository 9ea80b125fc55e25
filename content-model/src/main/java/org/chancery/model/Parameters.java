package org.chancery.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of one constraint, each read as what it must be. */
final class Parameters {
  private final Element owner;
  private final Map<String, Element> byName = new LinkedHashMap<>();

  Parameters(Element constraint, String... known) {
    this.owner = constraint;
    for (Element parameter : constraint.children()) {
      String name = parameter.attributes().get("name");
      if (!List.of(known).contains(name)) {
        throw parameter.fault(
            "parameter '"
                + name
                + "' is not known to a constraint of type "
                + constraint.attributes().get("type")
                + ": use "
                + String.join(", ", known));
      }
      if (byName.put(name, parameter) != null) {
        throw parameter.fault("parameter '" + name + "' is given twice: keep one");
      }
      if (parameter.children().size() != 1) {
        throw parameter.fault("parameter '" + name + "' needs either a <value> or a <list>");
      }
    }
  }

  Element owner() {
    return owner;
  }

  /** Where a parameter stands; the constraint itself when it is missing. */
  Element at(String name) {
    return byName.getOrDefault(name, owner);
  }

  String text(String name) {
    return optional(name)
        .orElseThrow(() -> owner.fault("parameter '" + name + "' is missing: add it"));
  }

  List<Element> list(String name) {
    Element parameter = at(name);
    List<Element> values = parameter == owner ? List.of() : parameter.entries("list");
    if (values.isEmpty()) {
      throw parameter.fault("'" + name + "' is empty: give a <list> with at least one <value>");
    }
    return values;
  }

  boolean flag(String name, boolean otherwise) {
    return optional(name)
        .map(
            text ->
                switch (text.strip()) {
                  case "true" -> true;
                  case "false" -> false;
                  default ->
                      throw at(name).fault("'" + text + "' in " + name + ": write true or false");
                })
        .orElse(otherwise);
  }

  int wholeNumber(String name, int otherwise) {
    Optional<String> text = optional(name);
    try {
      return text.map(String::strip).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw at(name).fault("'" + text.orElse("") + "' in " + name + ": write a whole number");
    }
  }

  double number(String name, double otherwise) {
    Optional<String> text = optional(name);
    try {
      double number = text.map(String::strip).map(Double::parseDouble).orElse(otherwise);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with what is not finite.
    }
    throw at(name).fault("'" + text.orElse("") + "' in " + name + ": write a number");
  }

  private Optional<String> optional(String name) {
    if (!byName.containsKey(name)) {
      return Optional.empty();
    }
    Element parameter = byName.get(name);
    return Optional.of(
        parameter
            .childText("value")
            .orElseThrow(() -> parameter.fault("'" + name + "' takes one <value>, not a <list>")));
  }
}
