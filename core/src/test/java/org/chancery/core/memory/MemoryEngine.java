package org.chancery.core.memory;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.chancery.core.repository.Page;
import org.chancery.core.routing.ProcessEngine;
import org.chancery.core.routing.RoutingBean;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Runs what the template check accepts, but for parallel gateways: tasks, flows, choices, calls.
 */
public final class MemoryEngine implements ProcessEngine {
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String ACTIVITI = "http://activiti.org/bpmn";
  private static final Pattern CALL =
      Pattern.compile("\\$\\{chancery\\.(\\w+)\\(([^)]*)\\)(?: (==|!=) '([^']*)')?\\}");

  private final MemoryHost host;
  private RoutingBean bean;

  MemoryEngine(MemoryHost host) {
    this.host = host;
  }

  /** A process; immutable. */
  record Process(
      String id,
      String key,
      int version,
      Map<String, String> variables,
      List<OpenTask> open,
      Set<String> visited,
      boolean ended) {}

  /** A version with its bytes. */
  record Version(Deployed deployed, byte[] bpmn) {}

  @Override
  public void serve(RoutingBean served) {
    bean = served;
  }

  @Override
  public Deployed deploy(byte[] bpmn, String by) {
    host.requireTransaction();
    String key = process(bpmn).getAttribute("id");
    Deployed deployed = new Deployed(key, versions(key).size() + 1, by, host.clock().instant());
    host.state.templates.add(new Version(deployed, bpmn.clone()));
    return deployed;
  }

  @Override
  public List<Deployed> templates() {
    return host.within(
        () ->
            host.state.templates.stream()
                .map(each -> each.deployed().key())
                .distinct()
                .sorted()
                .map(key -> versions(key).get(0))
                .toList());
  }

  @Override
  public List<Deployed> versions(String key) {
    return host.within(
        () ->
            host.state.templates.stream()
                .map(Version::deployed)
                .filter(each -> each.key().equals(key))
                .sorted(Comparator.comparing(Deployed::version).reversed())
                .toList());
  }

  @Override
  public Optional<byte[]> source(String key, int version) {
    return host.within(
        () ->
            host.state.templates.stream()
                .filter(each -> each.deployed().key().equals(key))
                .filter(each -> each.deployed().version() == version)
                .map(Version::bpmn)
                .findFirst());
  }

  @Override
  public String start(String key, int version, Map<String, String> variables) {
    host.requireTransaction();
    byte[] bpmn =
        source(key, version)
            .orElseThrow(() -> new IllegalArgumentException("No version " + version));
    String id = "p" + (host.state.processes.size() + 1);
    keep(new Process(id, key, version, variables, List.of(), Set.of(), false));
    Element start = children(process(bpmn), "startEvent").get(0);
    go(id, start);
    return id;
  }

  private void keep(Process process) {
    host.state.processes.put(process.id(), process);
  }

  private Process at(String id) {
    return host.state.processes.get(id);
  }

  private void change(String id, List<OpenTask> open, String visited) {
    Process now = at(id);
    Set<String> seen = new LinkedHashSet<>(now.visited());
    seen.add(visited);
    keep(
        new Process(
            id, now.key(), now.version(), now.variables(), List.copyOf(open), seen, now.ended()));
  }

  private void go(String id, Element from) {
    Element node = from;
    while (true) {
      change(id, at(id).open(), node.getAttribute("id"));
      switch (node.getLocalName()) {
        case "userTask" -> {
          ask(id, node);
          return;
        }
        case "endEvent" -> {
          end(id, node);
          return;
        }
        case "serviceTask" -> call(id, node.getAttributeNS(ACTIVITI, "expression"), "", "");
        default -> {
          // Starts and gateways do nothing.
        }
      }
      node = next(id, node);
    }
  }

  private void end(String id, Element node) {
    Process now = at(id);
    Element listener = descendants((Element) node.getParentNode(), "executionListener").get(0);
    call(id, listener.getAttribute("expression"), "", "");
    keep(
        new Process(id, now.key(), now.version(), now.variables(), List.of(), now.visited(), true));
  }

  private Element next(String id, Element node) {
    Element process = (Element) node.getParentNode();
    List<Element> flows =
        children(process, "sequenceFlow").stream()
            .filter(each -> each.getAttribute("sourceRef").equals(node.getAttribute("id")))
            .toList();
    Element chosen = null;
    for (Element flow : flows) {
      List<Element> conditions = children(flow, "conditionExpression");
      if (!conditions.isEmpty()
          && Boolean.TRUE.equals(call(id, conditions.get(0).getTextContent(), "", ""))) {
        chosen = flow;
        break;
      }
    }
    if (chosen == null) {
      chosen =
          flows.stream()
              .filter(each -> children(each, "conditionExpression").isEmpty())
              .findFirst()
              .orElseThrow();
    }
    change(id, at(id).open(), chosen.getAttribute("id"));
    return element(process, chosen.getAttribute("targetRef"));
  }

  private void ask(String id, Element task) {
    List<Element> loops = children(task, "multiInstanceLoopCharacteristics");
    List<String> each = loops.isEmpty() ? List.of("") : bean.commenters(route(id));
    for (String commenter : each) {
      String open = "t" + ++host.state.lastTask;
      List<OpenTask> more = new ArrayList<>(at(id).open());
      more.add(new OpenTask(open, id, task.getAttribute("id")));
      change(id, more, task.getAttribute("id"));
      listen(id, task, "create", open, commenter);
    }
  }

  private void listen(String id, Element task, String event, String open, String commenter) {
    for (Element listener : descendants(task, "taskListener")) {
      if (listener.getAttribute("event").equals(event)) {
        call(id, listener.getAttribute("expression"), open, commenter);
      }
    }
  }

  private String route(String id) {
    return at(id).variables().get(ROUTE);
  }

  private Object call(String id, String expression, String task, String commenter) {
    Matcher call = CALL.matcher(expression.strip());
    if (!call.matches()) {
      throw new IllegalArgumentException("Not a call: " + expression);
    }
    List<String> given =
        Arrays.stream(call.group(2).split(", "))
            .map(
                each ->
                    switch (each) {
                      case "route" -> route(id);
                      case "task.id" -> task;
                      case "commenter" -> commenter;
                      default -> each.replace("'", "");
                    })
            .toList();
    switch (call.group(1)) {
      case "tasked" -> bean.tasked(given.get(0), given.get(1), given.get(2), given.get(3));
      case "taskedTo" ->
          bean.taskedTo(given.get(0), given.get(1), given.get(2), given.get(3), given.get(4));
      case "completed" -> bean.completed(given.get(0), given.get(1));
      case "status" -> bean.status(given.get(0), given.get(1));
      case "close" -> bean.close(given.get(0));
      case "ended" -> bean.ended(given.get(0));
      case "outcome" -> {
        boolean same = bean.outcome(given.get(0), given.get(1)).equals(call.group(4));
        return same == call.group(3).equals("==");
      }
      default -> throw new IllegalArgumentException("No method " + call.group(1));
    }
    return null;
  }

  @Override
  public void complete(String task) {
    host.requireTransaction();
    OpenTask open =
        host.state.processes.values().stream()
            .flatMap(each -> each.open().stream())
            .filter(each -> each.id().equals(task))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No open task " + task));
    String id = open.process();
    Process now = at(id);
    Element node = element(process(source(now.key(), now.version()).orElseThrow()), open.step());
    listen(id, node, "complete", task, "");
    List<OpenTask> left = at(id).open().stream().filter(each -> !each.id().equals(task)).toList();
    change(id, left, open.step());
    if (left.isEmpty()) {
      go(id, next(id, node));
    }
  }

  @Override
  public void show(String task, String assignee, Optional<String> claimedBy, LocalDate due) {
    // There is no task list of this host's own.
  }

  @Override
  public void cancel(String process) {
    Process now = at(process);
    if (now != null) {
      keep(
          new Process(
              process, now.key(), now.version(), now.variables(), List.of(), now.visited(), true));
    }
  }

  @Override
  public void forget(String process) {
    host.requireTransaction();
    host.state.processes.remove(process);
  }

  @Override
  public List<OpenTask> openTasks(String process) {
    return host.within(() -> at(process) == null ? List.of() : at(process).open());
  }

  @Override
  public Page<OpenTask> openTasks(Optional<String> cursor, int limit) {
    return host.within(
        () -> {
          List<OpenTask> all =
              host.state.processes.values().stream()
                  .flatMap(each -> each.open().stream())
                  .sorted(Comparator.comparing(OpenTask::id))
                  .filter(each -> cursor.isEmpty() || each.id().compareTo(cursor.get()) > 0)
                  .toList();
          List<OpenTask> page = all.subList(0, Math.min(limit, all.size()));
          return new Page<>(
              page,
              page.size() < all.size()
                  ? Optional.of(page.get(page.size() - 1).id())
                  : Optional.empty());
        });
  }

  @Override
  public Standing standing(String process) {
    return host.within(
        () -> {
          Process now = at(process);
          Set<String> active = new LinkedHashSet<>();
          now.open().forEach(each -> active.add(each.step()));
          return new Standing(active, now.visited(), now.ended());
        });
  }

  @Override
  public Optional<Answer> answer(String task) {
    return Optional.empty();
  }

  private static Element process(byte[] bpmn) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element root =
          factory.newDocumentBuilder().parse(new ByteArrayInputStream(bpmn)).getDocumentElement();
      return children(root, "process").get(0);
    } catch (Exception e) {
      throw new IllegalArgumentException(new String(bpmn, StandardCharsets.UTF_8), e);
    }
  }

  private static Element element(Element process, String id) {
    return children(process, "*").stream()
        .filter(each -> each.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element element
          && BPMN.equals(element.getNamespaceURI())
          && (name.equals("*") || element.getLocalName().equals(name))) {
        found.add(element);
      }
    }
    return found;
  }

  /** Listeners of the element itself, not of those in it. */
  private static List<Element> descendants(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Element extensions : children(parent, "extensionElements")) {
      NodeList all = extensions.getElementsByTagNameNS(ACTIVITI, name);
      for (int i = 0; i < all.getLength(); i++) {
        found.add((Element) all.item(i));
      }
    }
    return found;
  }
}
