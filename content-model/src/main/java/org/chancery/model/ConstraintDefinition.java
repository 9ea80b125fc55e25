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

  /** One of a list of values, each with a label to show. */
  record OneOf(QName name, List<Choice> choices) implements ConstraintDefinition {
    @Override
    public Optional<String> violation(Object value) {
      return choices.stream().anyMatch(choice -> choice.value().equals(value.toString()))
          ? Optional.empty()
          : Optional.of("'" + value + "' is not one of the allowed values");
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
   */
  record Matches(QName name, Pattern expression, boolean mustMatch, String message)
      implements ConstraintDefinition {
    @Override
    public Optional<String> violation(Object value) {
      return expression.matcher(value.toString()).matches() == mustMatch
          ? Optional.empty()
          : Optional.of(message);
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
