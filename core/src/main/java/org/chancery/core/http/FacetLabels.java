package org.chancery.core.http;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Component;
import org.chancery.model.ClassDefinition;
import org.chancery.model.ConstraintDefinition;
import org.chancery.model.ContentModel;
import org.chancery.model.QName;

/** What people read for the values that are counted and filtered by. */
final class FacetLabels {
  private static final Map<String, String> LISTED =
      Map.of(
          "source", "cor:source",
          "status", "cor:status",
          "intakeState", "cor:intakeState",
          "channel", "cor:channel");
  private static final String COMPONENT = "component";
  private static final String ASSIGNEE = "assignee";

  private final Accounts accounts;
  private final ContentModel model;

  FacetLabels(Accounts accounts, ContentModel model) {
    this.accounts = accounts;
    this.model = model;
  }

  /** Labels for one answer: the components are read once for all values. */
  Of ofOneAnswer() {
    return new Of();
  }

  /** Labels, as of now. */
  final class Of {
    private Map<String, String> components;
    private Map<String, String> assignees = Map.of();

    /** Reads what the labels of these values take at once. */
    Of expecting(String field, Collection<String> values) {
      if (field.equals(ASSIGNEE)) {
        assignees = accounts.labels(values);
      }
      return this;
    }

    /** The value's label; the value itself when it has none. */
    String label(String field, String value) {
      if (field.equals("type")) {
        return named(value).flatMap(model::find).map(ClassDefinition::title).orElse(value);
      }
      if (field.equals(COMPONENT)) {
        return components().getOrDefault(value, value);
      }
      if (field.equals(ASSIGNEE)) {
        String known = assignees.get(value);
        return known == null ? accounts.label(value) : known;
      }
      return Optional.ofNullable(LISTED.get(field)).map(QName::of).flatMap(model::property).stream()
          .flatMap(property -> property.constraints().stream())
          .filter(ConstraintDefinition.OneOf.class::isInstance)
          .flatMap(constraint -> ((ConstraintDefinition.OneOf) constraint).choices().stream())
          .filter(choice -> choice.value().equals(value))
          .map(ConstraintDefinition.Choice::label)
          .findFirst()
          .orElse(value);
    }

    /** Not read at all when none is shown. */
    private Map<String, String> components() {
      if (components == null) {
        components =
            accounts.components().stream()
                .collect(Collectors.toMap(Component::code, Component::name));
      }
      return components;
    }
  }

  private static Optional<QName> named(String value) {
    try {
      return Optional.of(QName.of(value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
