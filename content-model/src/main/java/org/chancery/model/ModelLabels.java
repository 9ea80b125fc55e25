package org.chancery.model;

import java.util.Optional;
import java.util.Properties;

/** The message bundles of the models, under the keys Alfresco looks for. */
final class ModelLabels {
  private final Properties messages = new Properties();

  void add(Properties bundle) {
    messages.putAll(bundle);
  }

  /** Label of one value of a list constraint. */
  Optional<String> value(QName constraint, String value) {
    return message(("listconstraint." + constraint + "." + value).replace(':', '_'));
  }

  /** What to say when a value does not match an expression. */
  Optional<String> mismatch(QName constraint) {
    return message("d_dictionary.constraint.regex.error." + constraint);
  }

  /**
   * A translated title or description.
   *
   * @param model the model's name
   * @param kind {@code class}, {@code property} or {@code association}
   * @param part {@code title} or {@code description}
   */
  Optional<String> text(String model, String kind, QName name, String part) {
    return message((model + "." + kind + "." + name + "." + part).replace(':', '_'));
  }

  private Optional<String> message(String key) {
    return Optional.ofNullable(messages.getProperty(key));
  }
}
