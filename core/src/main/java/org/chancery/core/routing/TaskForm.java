package org.chancery.core.routing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.model.ConstraintDefinition;
import org.chancery.model.ContentModel;
import org.chancery.model.PropertyDefinition;
import org.chancery.model.QName;

/**
 * A kind of task, as the content model has it: how it can end. Both hosts read the same types;
 * Alfresco draws its buttons from them.
 *
 * @param type such as {@code cwf:reviewTask}
 * @param title what people read
 * @param outcomes how it can end, in the order to show them
 */
public record TaskForm(QName type, String title, List<Outcome> outcomes) {

  /** What somebody does who was given a task by hand. */
  public static final QName GENERAL = QName.of("cwf:generalTask");

  /** Comments on a draft. */
  public static final QName COMMENT = QName.of("cwf:commentTask");

  /** Clears a draft. */
  public static final QName CLEARANCE = QName.of("cwf:clearanceTask");

  private static final QName FORM = QName.of("cwf:officeTask");
  private static final QName OUTCOME_PROPERTY = QName.of("bpm:outcomePropertyName");
  private static final QName COMMENT_FOR = QName.of("cwf:commentFor");

  /** Copies the outcomes. */
  public TaskForm {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * An end that a task can have.
   *
   * @param value what is stored
   * @param label what people read
   * @param needsComment whether it must be explained
   */
  public record Outcome(String value, String label, boolean needsComment) {}

  /** The outcome of that value. */
  public Optional<Outcome> outcome(String value) {
    return outcomes.stream().filter(each -> each.value().equals(value)).findFirst();
  }

  /** Whether it asks for a comment or a clearance on a draft (requirement C10). */
  public boolean clears() {
    return type.equals(COMMENT) || type.equals(CLEARANCE);
  }

  /** The form of that name; empty when the model knows none. */
  public static Optional<TaskForm> find(ContentModel model, String name) {
    QName type = named(name);
    if (!model.isA(type, FORM) || type.equals(FORM)) {
      return Optional.empty();
    }
    Set<String> explained = Set.of(preset(model, type, COMMENT_FOR).orElse("").split(" +"));
    List<Outcome> outcomes =
        preset(model, type, OUTCOME_PROPERTY)
            .flatMap(text -> named(model, text))
            .flatMap(model::property)
            .stream()
            .flatMap(TaskForm::choices)
            .map(
                choice ->
                    new Outcome(choice.value(), choice.label(), explained.contains(choice.value())))
            .toList();
    return Optional.of(new TaskForm(type, model.find(type).orElseThrow().title(), outcomes));
  }

  /** The name; of no type when it is none. */
  static QName named(String name) {
    try {
      return QName.of(name);
    } catch (IllegalArgumentException e) {
      return QName.of("cwf:none");
    }
  }

  private static Optional<String> preset(ContentModel model, QName type, QName property) {
    return model.propertiesOf(type, Set.of()).stream()
        .filter(each -> each.name().equals(property))
        .findFirst()
        .flatMap(PropertyDefinition::defaultValue);
  }

  /** The name written as {@code {namespace}local}. */
  private static Optional<QName> named(ContentModel model, String text) {
    int close = text.indexOf('}');
    if (!text.startsWith("{") || close < 0) {
      return Optional.empty();
    }
    String uri = text.substring(1, close);
    return model.namespaces().entrySet().stream()
        .filter(each -> each.getValue().equals(uri))
        .map(each -> new QName(each.getKey(), text.substring(close + 1)))
        .findFirst();
  }

  private static Stream<ConstraintDefinition.Choice> choices(PropertyDefinition property) {
    return property.constraints().stream()
        .filter(ConstraintDefinition.OneOf.class::isInstance)
        .flatMap(rule -> ((ConstraintDefinition.OneOf) rule).choices().stream());
  }
}
