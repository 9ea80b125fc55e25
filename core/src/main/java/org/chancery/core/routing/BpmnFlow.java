package org.chancery.core.routing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Whether the flows of a template lead from its start to an end: no loose ends, a default wherever
 * a way is chosen, and no circle in which nobody is asked, which would run for ever.
 */
final class BpmnFlow {
  private final Map<String, BpmnElement> nodes;
  private final List<BpmnElement> flows;
  private final BiConsumer<BpmnElement, String> refuse;
  private final BiConsumer<BpmnElement, String> condition;
  private final Map<String, List<BpmnElement>> out = new LinkedHashMap<>();

  /**
   * @param condition judges the expression of a flow
   */
  BpmnFlow(
      Map<String, BpmnElement> nodes,
      List<BpmnElement> flows,
      BiConsumer<BpmnElement, String> refuse,
      BiConsumer<BpmnElement, String> condition) {
    this.nodes = nodes;
    this.flows = flows;
    this.refuse = refuse;
    this.condition = condition;
  }

  void check() {
    Set<String> entered = new HashSet<>();
    boolean sound = true;
    for (BpmnElement flow : flows) {
      String from = flow.attribute("sourceRef").orElse("");
      String to = flow.attribute("targetRef").orElse("");
      if (!nodes.containsKey(from) || !nodes.containsKey(to)) {
        refuse.accept(flow, "does not lead from one element of the process to another");
        sound = false;
      } else {
        out.computeIfAbsent(from, key -> new ArrayList<>()).add(flow);
        entered.add(to);
      }
    }
    if (!sound) {
      return;
    }
    nodes.values().forEach(node -> checkNode(node, entered.contains(node.id())));
    checkReached();
    checkCircles();
  }

  private void checkNode(BpmnElement node, boolean entered) {
    int ways = ways(node).size();
    boolean start = node.name().equals("bpmn:startEvent");
    boolean end = node.name().equals("bpmn:endEvent");
    boolean gateway = node.name().endsWith("Gateway");
    if (start == entered) {
      refuse.accept(node, start ? "is a start: nothing leads to it" : "is never reached");
    }
    if (end ? ways > 0 : ways == 0) {
      refuse.accept(node, end ? "is an end: nothing leads on" : "leads nowhere");
    }
    if (ways > 1 && !gateway) {
      refuse.accept(node, "leads on in several ways at once: put a gateway behind it");
    }
    boolean chooses = node.name().equals("bpmn:exclusiveGateway") && ways > 1;
    Optional<String> preset = node.attribute("default");
    boolean known =
        preset.isPresent() && ways(node).stream().anyMatch(flow -> flow.id().equals(preset.get()));
    if (chooses && !known || preset.isPresent() && !known) {
      refuse.accept(node, "needs a default among the flows that leave it");
    }
    for (BpmnElement flow : ways(node)) {
      List<BpmnElement> conditions = flow.all("bpmn:conditionExpression");
      boolean other = chooses && !preset.equals(Optional.of(flow.id()));
      if (conditions.size() != (other ? 1 : 0)) {
        refuse.accept(
            flow, other ? "needs a condition: it is not the default" : "must have no condition");
      }
      conditions.forEach(each -> condition.accept(flow, each.text().toString()));
    }
  }

  private List<BpmnElement> ways(BpmnElement node) {
    return out.getOrDefault(node.id(), List.of());
  }

  private Collection<BpmnElement> next(BpmnElement node) {
    return ways(node).stream()
        .map(flow -> nodes.get(flow.attribute("targetRef").orElseThrow()))
        .toList();
  }

  private void checkReached() {
    Set<String> reached = new HashSet<>();
    Deque<BpmnElement> open = new ArrayDeque<>();
    nodes.values().stream()
        .filter(node -> node.name().equals("bpmn:startEvent"))
        .forEach(open::push);
    while (!open.isEmpty()) {
      BpmnElement node = open.pop();
      if (reached.add(node.id())) {
        next(node).forEach(open::push);
      }
    }
    nodes.values().stream()
        .filter(node -> !reached.contains(node.id()))
        .forEach(node -> refuse.accept(node, "cannot be reached from the start"));
    if (nodes.values().stream()
        .noneMatch(node -> node.name().equals("bpmn:endEvent") && reached.contains(node.id()))) {
      nodes.values().stream()
          .findFirst()
          .ifPresent(node -> refuse.accept(node, "no way leads to an end"));
    }
  }

  private void checkCircles() {
    for (BpmnElement node : nodes.values()) {
      if (!asks(node) && comesBack(node)) {
        refuse.accept(node, "lies in a circle in which nobody is asked: it would never end");
      }
    }
  }

  private boolean comesBack(BpmnElement from) {
    Set<String> seen = new HashSet<>();
    Deque<BpmnElement> open = new ArrayDeque<>(next(from));
    while (!open.isEmpty()) {
      BpmnElement node = open.pop();
      if (node.id().equals(from.id())) {
        return true;
      }
      if (!asks(node) && seen.add(node.id())) {
        next(node).forEach(open::push);
      }
    }
    return false;
  }

  private static boolean asks(BpmnElement node) {
    return node.name().equals("bpmn:userTask");
  }
}
