package org.chancery.share.forms;

import java.util.List;
import java.util.Optional;
import org.chancery.model.ClassDefinition;
import org.chancery.model.ConstraintDefinition.OneOf;
import org.chancery.model.PropertyDefinition;

/**
 * The forms in Share's My Tasks: what is asked, in which case file, by when; the answer is a button
 * for each outcome. Nothing else of a task can be written there, since taskings are kept by the
 * domain.
 */
final class TaskForms {
  private static final String CONTROLS = "/org/alfresco/components/form/controls/";
  private static final String OUR_CONTROLS = "/org/chancery/components/form/controls/";
  private static final String CASE_FILE = "cwf:caseFile";

  private final ShownModel model;
  private final Xml xml;

  TaskForms(ShownModel model, Xml xml) {
    this.model = model;
    this.xml = xml;
  }

  void write() {
    for (ClassDefinition task : model.tasks()) {
      xml.open("config", "evaluator", "task-type", "condition", task.name().toString())
          .open("forms");
      form(task);
      // The same for the page of the whole workflow.
      form(task, "id", "workflow-details");
      xml.close("forms").close("config");
    }
    hidden();
  }

  private void form(ClassDefinition task, String... id) {
    Optional<PropertyDefinition> outcome = outcome(task);
    xml.open("form", id).open("field-visibility");
    List.of("message", "taskOwner", "bpm:dueDate", CASE_FILE, "bpm:comment")
        .forEach(field -> xml.empty("show", "id", field));
    outcome.ifPresent(each -> xml.empty("show", "id", each.name().toString()));
    xml.close("field-visibility").open("appearance");
    xml.empty("set", "id", "", "appearance", "title", "label-id", "chancery.task.asked");
    xml.empty("set", "id", "answer", "appearance", "title", "label-id", "chancery.task.answer");
    field("message", "", "chancery.task.message", CONTROLS + "info.ftl");
    xml.empty("field", "id", "taskOwner", "label-id", "chancery.task.owner");
    field("bpm:dueDate", "", "chancery.task.due", CONTROLS + "info.ftl");
    field(CASE_FILE, "", "chancery.task.caseFile", OUR_CONTROLS + "case-file-link.ftl");
    field("bpm:comment", "answer", "chancery.task.comment", CONTROLS + "textarea.ftl");
    outcome.ifPresent(
        each ->
            field(
                each.name().toString(),
                "answer",
                Labels.label(each),
                OUR_CONTROLS + "outcome.ftl"));
    xml.close("appearance").close("form");
  }

  private void field(String id, String set, String label, String control) {
    xml.open("field", "id", id, "label-id", label, "set", set)
        .empty("control", "template", control)
        .close("field");
  }

  /** The task's own listed property. */
  private Optional<PropertyDefinition> outcome(ClassDefinition task) {
    return task.properties().stream()
        .filter(each -> each.constraints().stream().anyMatch(OneOf.class::isInstance))
        .findFirst();
  }

  /** Templates start on a case file and on the office's terms, never from Share's own dialog. */
  private void hidden() {
    xml.open("config", "evaluator", "string-compare", "condition", "Workflow")
        .open("hidden-workflows");
    model.templates().forEach(key -> xml.empty("workflow", "name", "activiti$" + key));
    xml.close("hidden-workflows").close("config");
  }
}
