package org.chancery.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which elements a model file may hold, and in what order: only what both Alfresco's schema of
 * model files and its loader accept, so that a file that passes here passes there.
 */
final class ModelGrammar {

  /** What an element may hold. */
  private enum Text {
    NONE,
    ANY,
    TRUTH,
    DAY,
    TOKENISED
  }

  private record Slot(String name, Shape shape, boolean required, boolean repeated) {}

  /** The form of one element; slots in the order their elements must have. */
  private record Shape(Text text, Map<String, Boolean> attributes, List<Slot> slots) {
    static Shape of(Text text) {
      return new Shape(text, new LinkedHashMap<>(), new ArrayList<>());
    }

    Shape attribute(String name, boolean required) {
      attributes.put(name, required);
      return this;
    }

    Shape one(String name, Shape shape) {
      slots.add(new Slot(name, shape, false, false));
      return this;
    }

    Shape needs(String name, Shape shape) {
      slots.add(new Slot(name, shape, true, false));
      return this;
    }

    Shape many(String name, Shape shape) {
      slots.add(new Slot(name, shape, false, true));
      return this;
    }

    Shape some(String name, Shape shape) {
      slots.add(new Slot(name, shape, true, true));
      return this;
    }
  }

  private static final Shape WORDS = Shape.of(Text.ANY);
  private static final Shape TRUTH = Shape.of(Text.TRUTH);
  private static final Shape MODEL = model();

  private ModelGrammar() {}

  private static Shape node() {
    return Shape.of(Text.NONE);
  }

  private static Shape named() {
    return node().attribute("name", true);
  }

  private static Shape titled() {
    return named().one("title", WORDS).one("description", WORDS);
  }

  private static Shape model() {
    Shape namespace = node().attribute("uri", true).attribute("prefix", true);
    Shape dataType = titled().one("analyser-class", WORDS).one("java-class", WORDS);
    return named()
        .one("description", WORDS)
        .one("author", WORDS)
        .one("published", Shape.of(Text.DAY))
        .one("version", WORDS)
        .one("imports", node().some("import", namespace))
        .needs("namespaces", node().some("namespace", namespace))
        .one("data-types", node().some("data-type", dataType))
        .one("constraints", constraints())
        .one("types", node().some("type", definition()))
        .one("aspects", node().some("aspect", definition()));
  }

  private static Shape constraints() {
    Shape list = node().many("value", WORDS);
    Shape parameter = named().one("value", WORDS).one("list", list);
    Shape constraint =
        node()
            .attribute("type", false)
            .attribute("ref", false)
            .attribute("name", false)
            .many("parameter", parameter);
    return node().some("constraint", constraint);
  }

  private static Shape mandatory() {
    return Shape.of(Text.TRUTH).attribute("enforced", false);
  }

  private static Shape definition() {
    Shape index =
        node()
            .attribute("enabled", true)
            .one("atomic", TRUTH)
            .one("stored", TRUTH)
            .one("tokenised", Shape.of(Text.TOKENISED))
            .one("facetable", TRUTH);
    Shape property =
        titled()
            .needs("type", WORDS)
            .one("protected", TRUTH)
            .one("mandatory", mandatory())
            .one("multiple", TRUTH)
            .one("default", WORDS)
            .one("index", index)
            .one("constraints", constraints());
    Shape override =
        named()
            .one("mandatory", mandatory())
            .one("default", WORDS)
            .one("constraints", constraints());
    Shape associations =
        node().many("association", association()).many("child-association", childAssociation());
    return titled()
        .one("parent", WORDS)
        .one("archive", TRUTH)
        .one("includedInSuperTypeQuery", TRUTH)
        .one("properties", node().many("property", property))
        .one("associations", associations)
        .one("overrides", node().some("property", override))
        .one("mandatory-aspects", node().some("aspect", WORDS));
  }

  private static Shape association() {
    Shape source = node().one("role", WORDS).one("mandatory", TRUTH).one("many", TRUTH);
    Shape target =
        node()
            .needs("class", WORDS)
            .one("role", WORDS)
            .one("mandatory", mandatory())
            .one("many", TRUTH);
    return titled().one("source", source).needs("target", target);
  }

  private static Shape childAssociation() {
    return association()
        .one("child-name", WORDS)
        .one("duplicate", TRUTH)
        .one("propagateTimestamps", TRUTH);
  }

  /**
   * @throws ModelException at the first element that is unknown, misplaced, missing or wrongly
   *     filled
   */
  static void check(Element root) {
    if (!root.name().equals("model")) {
      throw root.fault("<" + root.name() + "> is not a model: the outermost element is <model>");
    }
    check(root, MODEL);
  }

  private static void check(Element element, Shape shape) {
    checkAttributes(element, shape.attributes);
    checkText(element, shape.text);
    int at = 0;
    boolean used = false;
    for (Element child : element.children()) {
      int slot = find(child, shape.slots, element);
      if (slot < at) {
        throw child.fault(
            "<" + child.name() + "> comes before <" + shape.slots.get(at).name + ">: move it up");
      }
      if (slot == at && used && !shape.slots.get(at).repeated) {
        throw child.fault("a second <" + child.name() + ">: keep one");
      }
      at = slot;
      used = true;
      check(child, shape.slots.get(slot).shape);
    }
    for (Slot slot : shape.slots) {
      if (slot.required && element.first(slot.name).isEmpty()) {
        throw element.fault("<" + element.name() + "> has no <" + slot.name + ">: add it");
      }
    }
  }

  private static int find(Element child, List<Slot> slots, Element in) {
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).name.equals(child.name())) {
        return i;
      }
    }
    List<String> known = slots.stream().map(slot -> "<" + slot.name + ">").toList();
    throw child.fault(
        "<"
            + child.name()
            + "> is not known in <"
            + in.name()
            + ">: "
            + (known.isEmpty() ? "it holds no elements" : "use " + String.join(", ", known)));
  }

  private static void checkAttributes(Element element, Map<String, Boolean> allowed) {
    for (String attribute : element.attributes().keySet()) {
      if (!allowed.containsKey(attribute)) {
        throw element.fault(
            "attribute '" + attribute + "' is not known on <" + element.name() + ">: remove it");
      }
    }
    allowed.forEach(
        (attribute, required) -> {
          if (required && element.attribute(attribute).filter(v -> !v.isBlank()).isEmpty()) {
            throw element.fault(
                "<" + element.name() + "> has no " + attribute + ": add " + attribute + "=\"…\"");
          }
        });
    for (String truth : List.of("enabled", "enforced")) {
      element.attribute(truth).ifPresent(value -> checkTruth(element, truth + " of ", value));
    }
  }

  private static void checkText(Element element, Text text) {
    String value = element.text().strip();
    switch (text) {
      case NONE -> {
        if (!value.isEmpty()) {
          throw element.fault("text '" + value + "' has no place in <" + element.name() + ">");
        }
      }
      case TRUTH -> checkTruth(element, "", value);
      case DAY -> {
        try {
          LocalDate.parse(value);
        } catch (DateTimeException e) {
          throw element.fault(
              "'" + value + "' in <" + element.name() + ">: write a date such as 2026-11-22");
        }
      }
      case TOKENISED -> {
        if (!Set.of("true", "false", "both").contains(value)) {
          throw element.fault("'" + value + "' in <tokenised>: write true, false or both");
        }
      }
      case ANY -> {
        // Judged by whoever reads it.
      }
    }
  }

  private static void checkTruth(Element element, String of, String value) {
    if (!Set.of("true", "false", "1", "0").contains(value)) {
      throw element.fault(
          "'" + value + "' in " + of + "<" + element.name() + ">: write true or false");
    }
  }
}
