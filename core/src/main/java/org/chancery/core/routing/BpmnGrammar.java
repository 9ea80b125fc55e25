package org.chancery.core.routing;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Which elements and attributes a template may have, and in what. What is not listed is refused: a
 * template is code, and each further element of BPMN is a way to run more of it.
 */
final class BpmnGrammar {

  private static final Set<String> NONE = Set.of();

  /** Where an expression has its place, and is judged. Engines evaluate names and notes, too. */
  private static final Set<String> CALLING =
      Set.of(
          "expression",
          "activiti:expression",
          "activiti:candidateGroups",
          "activiti:dueDate",
          "activiti:collection");

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\s*\\{");

  /** What the engines have room for. */
  private static final int LONGEST_VALUE = 255;

  private static final int LONGEST_TEXT = 2000;

  /** Where schemas are to be found is told of many at once. */
  private static final int LONGEST_LOCATION = 2000;

  /** An element: its attributes and what may be in it. */
  private record Form(Set<String> attributes, Set<String> children, boolean text) {}

  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          form(
              "bpmn:definitions",
              "id name targetNamespace typeLanguage expressionLanguage exporter exporterVersion"
                  + " xsi:schemaLocation",
              "bpmn:process bpmndi:BPMNDiagram"),
          form(
              "bpmn:process",
              "id name isExecutable",
              "bpmn:documentation bpmn:extensionElements bpmn:startEvent bpmn:endEvent bpmn:userTask"
                  + " bpmn:serviceTask bpmn:exclusiveGateway bpmn:parallelGateway"
                  + " bpmn:sequenceFlow"),
          text("bpmn:documentation", "id textFormat"),
          form("bpmn:extensionElements", "", "activiti:executionListener activiti:taskListener"),
          form("activiti:executionListener", "event expression", ""),
          form("activiti:taskListener", "event expression", ""),
          form("bpmn:startEvent", "id name activiti:formKey", "bpmn:incoming bpmn:outgoing"),
          form("bpmn:endEvent", "id name", "bpmn:incoming bpmn:outgoing"),
          form(
              "bpmn:userTask",
              "id name activiti:formKey activiti:candidateGroups activiti:dueDate",
              "bpmn:documentation bpmn:extensionElements bpmn:incoming bpmn:outgoing"
                  + " bpmn:multiInstanceLoopCharacteristics"),
          form(
              "bpmn:multiInstanceLoopCharacteristics",
              "id isSequential activiti:collection activiti:elementVariable",
              ""),
          form(
              "bpmn:serviceTask",
              "id name activiti:expression",
              "bpmn:documentation bpmn:incoming bpmn:outgoing"),
          form("bpmn:exclusiveGateway", "id name default", "bpmn:incoming bpmn:outgoing"),
          form("bpmn:parallelGateway", "id name", "bpmn:incoming bpmn:outgoing"),
          form("bpmn:sequenceFlow", "id name sourceRef targetRef", "bpmn:conditionExpression"),
          text("bpmn:conditionExpression", "id xsi:type"),
          text("bpmn:incoming", ""),
          text("bpmn:outgoing", ""),
          form("bpmndi:BPMNDiagram", "id name", "bpmndi:BPMNPlane"),
          form("bpmndi:BPMNPlane", "id bpmnElement", "bpmndi:BPMNShape bpmndi:BPMNEdge"),
          form(
              "bpmndi:BPMNShape",
              "id bpmnElement isMarkerVisible isHorizontal isExpanded",
              "dc:Bounds bpmndi:BPMNLabel"),
          form(
              "bpmndi:BPMNEdge",
              "id bpmnElement sourceElement targetElement",
              "di:waypoint bpmndi:BPMNLabel"),
          form("bpmndi:BPMNLabel", "id", "dc:Bounds"),
          form("dc:Bounds", "x y width height", ""),
          form("di:waypoint", "x y", ""));

  private BpmnGrammar() {}

  private static Map.Entry<String, Form> form(String name, String attributes, String children) {
    return Map.entry(name, new Form(words(attributes), words(children), false));
  }

  private static Map.Entry<String, Form> text(String name, String attributes) {
    return Map.entry(name, new Form(words(attributes), NONE, true));
  }

  private static Set<String> words(String words) {
    return words.isEmpty() ? NONE : Set.of(words.split(" "));
  }

  /**
   * @param refuse told of each element that must not be there, and why
   */
  static void check(BpmnElement root, BiConsumer<BpmnElement, String> refuse) {
    if (root.name().equals("bpmn:definitions")) {
      checkOne(root, refuse);
    } else {
      refuse.accept(root, "is no BPMN 2.0: the outermost element is <definitions>");
    }
  }

  private static int longest(String attribute) {
    return attribute.equals("xsi:schemaLocation") ? LONGEST_LOCATION : LONGEST_VALUE;
  }

  private static void checkOne(BpmnElement element, BiConsumer<BpmnElement, String> refuse) {
    Form form = FORMS.get(element.name());
    for (String attribute : element.attributes().keySet()) {
      if (!form.attributes().contains(attribute)) {
        refuse.accept(
            element, "attribute " + attribute + " is not allowed on <" + element.name() + ">");
      }
      String value = element.attributes().get(attribute);
      if (!CALLING.contains(attribute) && EXPRESSION.matcher(value).find()) {
        refuse.accept(element, "attribute " + attribute + " is no place for an expression");
      }
      if (!CALLING.contains(attribute) && value.length() > longest(attribute)) {
        refuse.accept(
            element,
            "attribute " + attribute + " has more than " + longest(attribute) + " characters");
      }
    }
    if (!form.text() && !element.text().toString().isBlank()) {
      refuse.accept(element, "text has no place in <" + element.name() + ">");
    }
    boolean calling = element.name().equals("bpmn:conditionExpression");
    if (!calling && EXPRESSION.matcher(element.text()).find()) {
      refuse.accept(element, "<" + element.name() + "> is no place for an expression");
    }
    if (element.text().length() > LONGEST_TEXT) {
      refuse.accept(
          element, "<" + element.name() + "> has more than " + LONGEST_TEXT + " characters");
    }
    for (BpmnElement child : element.children()) {
      if (form.children().contains(child.name())) {
        checkOne(child, refuse);
      } else {
        refuse.accept(child, "<" + child.name() + "> is not allowed in <" + element.name() + ">");
      }
    }
  }
}
