package org.chancery.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chancery.model.ConstraintDefinition.Range;
import org.chancery.model.PropertyDefinition.IndexHint;

/** Reads one type or aspect of a file, by itself; what it refers to is {@link Inheritance}'s. */
final class ClassReader {
  private final ModelFile file;
  private final ConstraintReader constraints;
  private final ModelLabels labels;

  ClassReader(ModelFile file, ConstraintReader constraints, ModelLabels labels) {
    this.file = file;
    this.constraints = constraints;
    this.labels = labels;
  }

  /** The class with all it declares; its overrides still empty. */
  ClassDefinition read(Element element) {
    QName name = file.ownName(element);
    List<AssociationDefinition> associations = new ArrayList<>();
    for (Element each : element.entries("associations")) {
      associations.add(association(each, name));
    }
    List<PropertyDefinition> properties = new ArrayList<>();
    for (Element each : element.entries("properties")) {
      properties.add(property(each, name));
    }
    return new ClassDefinition(
        name,
        element.name().equals("type") ? ClassDefinition.Kind.TYPE : ClassDefinition.Kind.ASPECT,
        element
            .first("parent")
            .filter(parent -> !parent.text().isBlank())
            .map(parent -> file.name(parent, parent.text())),
        title(element, "class", name),
        description(element, "class", name),
        properties,
        List.of(),
        associations,
        element.entries("mandatory-aspects").stream()
            .map(aspect -> file.name(aspect, aspect.text()))
            .distinct()
            .toList());
  }

  private PropertyDefinition property(Element element, QName declaredBy) {
    QName name = file.name(element, element.attributes().get("name"));
    DataType type = type(element);
    boolean multiple = element.flag("multiple", false);
    if (type == DataType.CONTENT && multiple) {
      throw element.fault("content property '" + name + "' cannot be multiple: remove <multiple>");
    }
    PropertyDefinition property =
        new PropertyDefinition(
            name,
            declaredBy,
            title(element, "property", name),
            description(element, "property", name),
            type,
            element.flag("mandatory", false),
            multiple,
            element.flag("protected", false),
            element.childText("default"),
            constraints.on(file, element, nameless(declaredBy, name)),
            index(element));
    checkValues(element, property);
    return property;
  }

  private DataType type(Element property) {
    Element element = property.first("type").orElseThrow();
    QName name = file.name(element, element.text());
    return DataType.named(name.toString())
        .orElseThrow(
            () ->
                element.fault(
                    "data type '"
                        + name
                        + "' is not known: use one of "
                        + String.join(", ", DataType.modelNames())));
  }

  private static IndexHint index(Element property) {
    Optional<Element> index = property.first("index");
    if (index.isEmpty()) {
      return new IndexHint(true, true, false);
    }
    boolean enabled =
        index
            .get()
            .attribute("enabled")
            .filter(v -> !v.equals("false") && !v.equals("0"))
            .isPresent();
    boolean tokenised =
        !index.get().childText("tokenised").map(String::strip).orElse("true").equals("false");
    return new IndexHint(
        enabled, enabled && tokenised, enabled && index.get().flag("facetable", false));
  }

  private Function<Integer, QName> nameless(QName declaredBy, QName property) {
    QName model = file.name(file.root(), file.modelName());
    return position ->
        new QName(
            model.prefix(),
            String.join(
                "_",
                model.localName(),
                declaredBy.localName(),
                property.localName(),
                "anon",
                String.valueOf(position)));
  }

  private AssociationDefinition association(Element element, QName declaredBy) {
    QName name = file.ownName(element);
    Element target = element.first("target").orElseThrow();
    Element targetClass = target.first("class").orElseThrow();
    return new AssociationDefinition(
        name,
        declaredBy,
        title(element, "association", name),
        file.name(targetClass, targetClass.text()),
        element.name().equals("child-association"),
        element.first("source").map(source -> source.flag("many", true)).orElse(true),
        target.flag("many", true),
        target.flag("mandatory", false));
  }

  /** An inherited property as the override makes it; it may be narrowed, not relaxed. */
  PropertyDefinition override(Element element, PropertyDefinition inherited, QName in) {
    boolean mandatory = element.flag("mandatory", inherited.mandatory());
    if (inherited.mandatory() && !mandatory) {
      throw element.fault(
          "override makes '"
              + inherited.name()
              + "' optional, which "
              + inherited.declaredBy()
              + " makes mandatory: remove <mandatory>");
    }
    PropertyDefinition property =
        new PropertyDefinition(
            inherited.name(),
            inherited.declaredBy(),
            inherited.title(),
            inherited.description(),
            inherited.type(),
            mandatory,
            inherited.multiple(),
            inherited.readOnly(),
            element.childText("default").or(inherited::defaultValue),
            element.first("constraints").isPresent()
                ? constraints.on(file, element, nameless(in, inherited.name()))
                : inherited.constraints(),
            inherited.index());
    checkValues(element, property);
    return property;
  }

  private static void checkValues(Element element, PropertyDefinition property) {
    boolean number = Number.class.isAssignableFrom(property.type().javaClass());
    if (!number && property.constraints().stream().anyMatch(Range.class::isInstance)) {
      throw element.fault(
          "MINMAX on '" + property.name() + "', which holds no number: use LENGTH or REGEX");
    }
    property
        .defaultValue()
        .ifPresent(
            text ->
                defaultProblem(property, text)
                    .ifPresent(
                        problem -> {
                          throw element
                              .first("default")
                              .orElse(element)
                              .fault(
                                  "default '"
                                      + text
                                      + "' of '"
                                      + property.name()
                                      + "' "
                                      + problem
                                      + ": correct it");
                        }));
  }

  private static Optional<String> defaultProblem(PropertyDefinition property, String text) {
    try {
      Object value = ValueCodec.fromText(property.type(), text);
      return property.constraints().stream()
          .flatMap(constraint -> constraint.violation(value).stream())
          .findFirst();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  private String title(Element element, String kind, QName name) {
    return labels
        .text(file.modelName(), kind, name, "title")
        .or(() -> element.prose("title"))
        .orElse(name.localName());
  }

  private String description(Element element, String kind, QName name) {
    return labels
        .text(file.modelName(), kind, name, "description")
        .or(() -> element.prose("description"))
        .orElse("");
  }
}
