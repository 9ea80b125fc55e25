package org.chancery.share.forms;

import java.util.Map;
import java.util.TreeMap;
import org.chancery.model.ClassDefinition;
import org.chancery.model.ConstraintDefinition.Choice;
import org.chancery.model.ConstraintDefinition.OneOf;
import org.chancery.model.PropertyDefinition;

/**
 * The message bundle of the generated forms: names of types and aspects, labels of properties and
 * of listed values.
 */
final class Labels {

  private final Map<String, String> messages = new TreeMap<>();

  Labels(ShownModel model) {
    for (ClassDefinition type : model.types()) {
      messages.put(type(type), type.title());
      messages.put(searchLabel(type), type.title());
      messages.put(searchHint(type), type.description());
      model.propertiesOf(type).forEach(this::property);
    }
    for (ClassDefinition task : model.tasks()) {
      messages.put(type(task), task.title());
      task.properties().forEach(this::property);
    }
    for (ClassDefinition aspect : model.aspects()) {
      messages.put(aspect(aspect), aspect.title());
      model.propertiesOfAspect(aspect).forEach(this::property);
    }
  }

  static String type(ClassDefinition type) {
    return "type." + key(type);
  }

  static String aspect(ClassDefinition aspect) {
    return "aspect." + key(aspect);
  }

  static String searchLabel(ClassDefinition type) {
    return "search.form.label." + key(type);
  }

  static String searchHint(ClassDefinition type) {
    return "search.form.desc." + key(type);
  }

  static String label(PropertyDefinition property) {
    return "label." + property.name().toString().replace(':', '_');
  }

  static String choice(OneOf list, Choice choice) {
    return "list." + list.name().toString().replace(':', '_') + "." + choice.value();
  }

  /** A listed value, for whoever knows the property and not its list, such as the library. */
  static String value(PropertyDefinition property, Choice choice) {
    return "value." + property.name().toString().replace(':', '_') + "." + choice.value();
  }

  /** As a Java message bundle, in ASCII. */
  String properties() {
    StringBuilder text = new StringBuilder("# Generated from the content models.\n");
    messages.forEach(
        (key, value) -> text.append(key).append('=').append(escape(value)).append('\n'));
    return text.toString();
  }

  private void property(PropertyDefinition property) {
    messages.put(label(property), property.title());
    property.constraints().stream()
        .filter(OneOf.class::isInstance)
        .map(OneOf.class::cast)
        .forEach(
            list ->
                list.choices()
                    .forEach(
                        each -> {
                          messages.put(choice(list, each), each.label());
                          messages.put(value(property, each), each.label());
                        }));
  }

  private static String key(ClassDefinition definition) {
    return definition.name().toString().replace(':', '_');
  }

  /** Share formats some messages and not others; the curved apostrophe is the same in both. */
  private static String escape(String value) {
    StringBuilder escaped = new StringBuilder();
    for (char c :
        value.replace("'", "\u2019").replace("\\", "\\\\").replace("\n", " ").toCharArray()) {
      escaped.append(c < 127 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return escaped.toString().strip();
  }
}
