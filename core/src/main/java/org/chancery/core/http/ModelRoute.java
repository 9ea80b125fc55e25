package org.chancery.core.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.model.ClassDefinition;
import org.chancery.model.ConstraintDefinition;
import org.chancery.model.ContentModel;
import org.chancery.model.PropertyDefinition;
import org.chancery.model.QName;

/** The content model, for those who draw forms from it. */
final class ModelRoute {
  private final Body body;

  ModelRoute(ContentModel model) {
    body = new Body(model.classes().stream().map(ModelRoute::shown).toList());
  }

  /** The whole model. */
  record Body(List<ClassBody> types) {}

  /** A type or aspect. */
  record ClassBody(
      String name,
      String title,
      String description,
      ClassDefinition.Kind kind,
      Optional<String> parent,
      List<String> mandatoryAspects,
      List<PropertyBody> properties) {}

  /** A property. */
  record PropertyBody(
      String name,
      String title,
      String description,
      String type,
      boolean mandatory,
      boolean multiple,
      boolean readOnly,
      boolean facetable,
      @JsonProperty("default") Optional<String> preset,
      Optional<List<ConstraintDefinition.Choice>> choices,
      Optional<String> pattern,
      Optional<Integer> minLength,
      Optional<Integer> maxLength,
      Optional<Double> minimum,
      Optional<Double> maximum) {}

  Response get(Exchange exchange) {
    return Response.json(200, body);
  }

  private static ClassBody shown(ClassDefinition definition) {
    return new ClassBody(
        definition.name().toString(),
        definition.title(),
        definition.description(),
        definition.kind(),
        definition.parent().map(QName::toString),
        definition.mandatoryAspects().stream().map(QName::toString).toList(),
        definition.properties().stream().map(ModelRoute::shown).toList());
  }

  private static PropertyBody shown(PropertyDefinition property) {
    return new PropertyBody(
        property.name().toString(),
        property.title(),
        property.description(),
        property.type().modelName(),
        property.mandatory(),
        property.multiple(),
        SystemKept.contains(property),
        property.index().facetable(),
        property.defaultValue(),
        first(property, ConstraintDefinition.OneOf.class).map(ConstraintDefinition.OneOf::choices),
        first(property, ConstraintDefinition.Matches.class)
            .filter(ConstraintDefinition.Matches::mustMatch)
            .map(rule -> rule.expression().pattern()),
        first(property, ConstraintDefinition.Length.class).map(ConstraintDefinition.Length::min),
        first(property, ConstraintDefinition.Length.class).map(ConstraintDefinition.Length::max),
        first(property, ConstraintDefinition.Range.class).map(ConstraintDefinition.Range::min),
        first(property, ConstraintDefinition.Range.class).map(ConstraintDefinition.Range::max));
  }

  private static <T extends ConstraintDefinition> Optional<T> first(
      PropertyDefinition property, Class<T> kind) {
    Stream<ConstraintDefinition> all = property.constraints().stream();
    return all.filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
