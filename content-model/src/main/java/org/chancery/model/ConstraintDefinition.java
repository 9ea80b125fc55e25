package org.chancery.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A rule on a property's value. */
public sealed interface ConstraintDefinition {

  /**
   * The constraint's name in the model, such as {@code cor:sourceList}; unnamed ones carry a
   * generated name.
   */
  QName name();

  /**
   * Says what is wrong with one value (one element of a multiple property), in words for the person
   * who typed it.
   *
   * @return empty when the value is allowed
   */
  Optional<String> violation(Object value);

  /**
   * One of a list of values, each with a label to show.
   *
   * @param choices in the order to show them
   * @param caseSensitive whether {@code A} and {@code a} are two values
   */
  record OneOf(QName name, List<Choice> choices, boolean caseSensitive)
      implements ConstraintDefinition {

    /** Copies the list. */
    public OneOf {
      choices = List.copyOf(choices);
    }

    @Override
    public Optional<String> violation(Object value) {
      String text = value.toString();
      boolean allowed =
          choices.stream()
              .anyMatch(
                  choice ->
                      caseSensitive
                          ? choice.value().equals(text)
                          : choice.value().equalsIgnoreCase(text));
      return allowed
          ? Optional.empty()
          : Optional.of("'" + text + "' is not one of the allowed values");
    }
  }

  /**
   * One allowed value.
   *
   * @param value what is stored
   * @param label what people read
   */
  record Choice(String value, String label) {}

  /**
   * The whole text must match (or, when {@code mustMatch} is false, must not match) the expression.
   *
   * @param message what to tell the person; <code>{0}</code> stands for the value
   */
  record Matches(QName name, Pattern expression, boolean mustMatch, String message)
      implements ConstraintDefinition {
    @Override
    public Optional<String> violation(Object value) {
      return expression.matcher(value.toString()).matches() == mustMatch
          ? Optional.empty()
          : Optional.of(message.replace("{0}", value.toString()));
    }
  }

  /** The text's length in characters lies between the two limits, both included. */
  record Length(QName name, int min, int max) implements ConstraintDefinition {
    @Override
    public Optional<String> violation(Object value) {
      int length = value.toString().length();
      return length >= min && length <= max
          ? Optional.empty()
          : Optional.of("must have between " + min + " and " + max + " characters, has " + length);
    }
  }

  /** The number lies between the two limits, both included. */
  record Range(QName name, double min, double max) implements ConstraintDefinition {
    @Override
    public Optional<String> violation(Object value) {
      double number = ((Number) value).doubleValue();
      return number >= min && number <= max
          ? Optional.empty()
          : Optional.of("must lie between " + min + " and " + max);
    }
  }
}
