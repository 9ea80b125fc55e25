package org.chancery.share.forms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.model.ConstraintDefinition.Length;
import org.chancery.model.ConstraintDefinition.OneOf;
import org.chancery.model.DataType;
import org.chancery.model.PropertyDefinition;

/** How Share's forms show one property. */
final class Fields {

  private static final String CONTROLS = "/org/alfresco/components/form/controls/";

  private static final String OUR_CONTROLS = "/org/chancery/components/form/controls/";

  private static final String CHOICE = OUR_CONTROLS + "select-or-none.ftl";

  /** Parts no label holds. */
  private static final String BETWEEN_OPTIONS = "#alf#";

  /**
   * An optional text may stay empty; Share's own check would hold its shortest length against it.
   */
  private static final String LENGTH =
      "function(field, args, event, form) { return field.value === '' ||"
          + " Alfresco.forms.validation.length(field, args, event, form); }";

  private final ShownModel model;
  private final Xml xml;

  Fields(ShownModel model, Xml xml) {
    this.model = model;
    this.xml = xml;
  }

  /** Which are there; what nobody may write is left out of forms one writes in. */
  void show(List<PropertyDefinition> properties) {
    for (PropertyDefinition property : properties) {
      if (model.writable(property)) {
        xml.empty("show", "id", property.name().toString());
      } else {
        xml.empty("show", "id", property.name().toString(), "for-mode", "view");
      }
    }
  }

  /**
   * How they look. Listed values need nothing where one must be chosen: the repository names them.
   *
   * @param set the set they stand in; empty for the form itself
   */
  void appearance(List<PropertyDefinition> properties, String set) {
    xml.open("appearance");
    if (!set.isEmpty()) {
      xml.empty(
          "set", "id", set, "appearance", "panel", "label-id", "aspect." + set.replace(':', '_'));
    }
    for (PropertyDefinition property : properties) {
      String[] field =
          set.isEmpty()
              ? new String[] {"id", property.name().toString(), "label-id", Labels.label(property)}
              : new String[] {
                "id", property.name().toString(), "label-id", Labels.label(property), "set", set
              };
      xml.open("field", field);
      if (isLong(property)) {
        xml.empty("control", "template", CONTROLS + "textarea.ftl");
      }
      if (!property.mandatory()) {
        mayStayEmpty(property);
      }
      xml.close("field");
    }
    xml.close("appearance");
  }

  /** Lets one leave a field empty, and shows that nothing has been chosen. */
  private void mayStayEmpty(PropertyDefinition property) {
    if (list(property).isPresent()) {
      // From a list of several one chooses none by choosing none.
      if (!property.multiple()) {
        xml.empty("control", "template", CHOICE);
      }
    } else if (hasLength(property)) {
      xml.open("constraint-handlers")
          .empty("constraint", "type", "LENGTH", "validation-handler", LENGTH, "event", "keyup")
          .close("constraint-handlers");
    }
  }

  private static boolean hasLength(PropertyDefinition property) {
    return property.constraints().stream().anyMatch(Length.class::isInstance);
  }

  /** In a search one asks for ranges, and for any of several values. */
  void searchAppearance(List<PropertyDefinition> properties) {
    xml.open("appearance");
    for (PropertyDefinition property : properties) {
      String[] field = {"id", property.name().toString(), "label-id", Labels.label(property)};
      Optional<OneOf> list = list(property);
      String range = range(property.type());
      if (list.isPresent()) {
        xml.open("field", field);
        options(list.get());
        xml.close("field");
      } else if (!range.isEmpty()) {
        xml.open("field", field).empty("control", "template", CONTROLS + range).close("field");
      } else {
        xml.open("field", field)
            .empty("control", "template", CONTROLS + "textfield.ftl")
            .close("field");
      }
    }
    xml.open("field", "id", "cm:modified")
        .empty("control", "template", CONTROLS + "daterange.ftl")
        .close("field");
    xml.close("appearance");
  }

  /** By their names: Share looks up no message for what a search offers. */
  private void options(OneOf list) {
    String options =
        list.choices().stream()
            .map(each -> each.value() + "|" + each.label())
            .collect(Collectors.joining(BETWEEN_OPTIONS));
    xml.open("control", "template", OUR_CONTROLS + "select-any.ftl")
        .leaf("control-param", options, "name", "options")
        .leaf("control-param", BETWEEN_OPTIONS, "name", "optionSeparator")
        .leaf("control-param", "OR", "name", "mode")
        .close("control");
  }

  private static Optional<OneOf> list(PropertyDefinition property) {
    return property.constraints().stream()
        .filter(OneOf.class::isInstance)
        .map(OneOf.class::cast)
        .findFirst();
  }

  private static String range(DataType type) {
    return switch (type) {
      case DATE, DATETIME -> "daterange.ftl";
      case INT, LONG, FLOAT, DOUBLE -> "numberrange.ftl";
      default -> "";
    };
  }

  /** Notes and the like, which have no limit to their length. */
  private static boolean isLong(PropertyDefinition property) {
    String name = property.name().toString();
    return property.type() == DataType.TEXT
        && !property.multiple()
        && (name.endsWith(":text")
            || name.endsWith(":note")
            || name.endsWith(":notes")
            || name.endsWith("escription")
            || name.endsWith(":summary"));
  }
}
