package org.chancery.share.forms;

import java.util.List;
import org.chancery.model.ClassDefinition;
import org.chancery.model.PropertyDefinition;

/**
 * Share's configuration: a form for each type and aspect, a search form for each type, and what the
 * library offers.
 */
final class ShareConfig {

  private final ShownModel model;
  private final Fields fields;
  private final Xml xml = new Xml();

  ShareConfig(ShownModel model) {
    this.model = model;
    this.fields = new Fields(model, xml);
  }

  String xml() {
    xml.open("alfresco-config");
    model.types().forEach(this::forms);
    model.types().forEach(this::creationAndSearch);
    model.aspects().forEach(this::aspect);
    new TaskForms(model, xml).write();
    advancedSearch();
    library();
    xml.close("alfresco-config");
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml;
  }

  /** View and edit, on the page and in the library's dialog. */
  private void forms(ClassDefinition type) {
    List<PropertyDefinition> properties = model.propertiesOf(type);
    xml.open("config", "evaluator", "node-type", "condition", type.name().toString()).open("forms");
    xml.open("form").open("field-visibility");
    name(type);
    fields.show(properties);
    xml.empty("show", "id", "cm:description", "force", "true");
    if (model.holdsContent(type)) {
      xml.empty("show", "id", "mimetype").empty("show", "id", "size", "for-mode", "view");
    }
    for (String when : List.of("cm:creator", "cm:created", "cm:modifier", "cm:modified")) {
      xml.empty("show", "id", when, "for-mode", "view");
    }
    xml.close("field-visibility");
    fields.appearance(properties, "");
    xml.close("form");

    xml.open("form", "id", "doclib-simple-metadata").open("field-visibility");
    name(type);
    List<PropertyDefinition> writable = properties.stream().filter(model::writable).toList();
    fields.show(writable);
    xml.close("field-visibility").empty("edit-form", "show-caption", "false");
    fields.appearance(writable, "");
    xml.close("form").close("forms").close("config");
  }

  /**
   * What holds a file carries the file's name; the name of a folder of ours follows from what it
   * is.
   */
  private void name(ClassDefinition type) {
    if (model.holdsContent(type)) {
      xml.empty("show", "id", "cm:name");
    } else {
      xml.empty("show", "id", "cm:name", "for-mode", "view");
    }
    xml.empty("show", "id", "cm:title", "force", "true");
  }

  private void creationAndSearch(ClassDefinition type) {
    List<PropertyDefinition> properties = model.propertiesOf(type);
    List<PropertyDefinition> writable = properties.stream().filter(model::writable).toList();
    xml.open("config", "evaluator", "model-type", "condition", type.name().toString())
        .open("forms");
    xml.open("form").open("field-visibility");
    xml.empty("show", "id", "cm:name").empty("show", "id", "cm:title", "force", "true");
    fields.show(writable);
    xml.close("field-visibility");
    fields.appearance(writable, "");
    xml.close("form");

    List<PropertyDefinition> searchable = model.searchable(type);
    xml.open("form", "id", "search").open("field-visibility");
    xml.empty("show", "id", "cm:name").empty("show", "id", "cm:title", "force", "true");
    searchable.forEach(each -> xml.empty("show", "id", each.name().toString(), "force", "true"));
    xml.empty("show", "id", "cm:modified").close("field-visibility");
    fields.searchAppearance(searchable);
    xml.close("form").close("forms").close("config");
  }

  private void aspect(ClassDefinition aspect) {
    List<PropertyDefinition> properties = model.propertiesOfAspect(aspect);
    if (properties.isEmpty()) {
      return;
    }
    String set = aspect.name().toString();
    xml.open("config", "evaluator", "aspect", "condition", set).open("forms").open("form");
    xml.open("field-visibility");
    fields.show(properties);
    xml.close("field-visibility");
    fields.appearance(properties, set);
    xml.close("form").close("forms").close("config");
  }

  private void advancedSearch() {
    xml.open("config", "evaluator", "string-compare", "condition", "AdvancedSearch")
        .open("advanced-search")
        .open("forms");
    for (ClassDefinition type : model.types()) {
      xml.leaf(
          "form",
          type.name().toString(),
          "labelId",
          Labels.searchLabel(type),
          "descriptionId",
          Labels.searchHint(type));
    }
    xml.close("forms").close("advanced-search").close("config");
  }

  /** Which types and aspects the library names, and which type an ordinary document may become. */
  private void library() {
    xml.open("config", "evaluator", "string-compare", "condition", "DocumentLibrary");
    xml.open("aspects").open("visible");
    model.aspects().forEach(each -> xml.empty("aspect", "name", each.name().toString()));
    xml.close("visible").close("aspects");
    xml.open("types").open("type", "name", "cm:content");
    model.types().stream()
        .filter(model::holdsContent)
        .forEach(each -> xml.empty("subtype", "name", each.name().toString()));
    xml.close("type").close("types").close("config");
  }
}
