package org.chancery.core.routing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.core.access.Role;
import org.chancery.core.access.TaskAccess;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.ConstraintDefinition;
import org.chancery.model.ContentModel;

/**
 * Judges a routing template before an engine sees it (requirement C7). A template is code: only
 * listed elements and attributes are accepted, every expression must be a call of the {@link
 * RoutingBean} in its place, with literal arguments that mean something here, and the process must
 * be one that both engines run alike and that comes to an end. Each reason is told with the
 * element's id and line.
 */
public final class TemplateCheck {
  /** The most a template may have, bytes. */
  public static final int LARGEST = 512 * 1024;

  private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");
  private static final Pattern COMMENTER = Pattern.compile("\\$\\{\\s*commenter\\s*\\}");
  private static final int MOST_NODES = 200;
  private static final int LONGEST_SUSPENSE = 365;
  private static final Set<String> NODES =
      Set.of(
          "bpmn:startEvent",
          "bpmn:endEvent",
          "bpmn:userTask",
          "bpmn:serviceTask",
          "bpmn:exclusiveGateway",
          "bpmn:parallelGateway");

  private final ContentModel model;

  /** Holds templates to that model's task types and lists. */
  public TemplateCheck(ContentModel model) {
    this.model = model;
  }

  /**
   * The template that the file is.
   *
   * @throws TemplateRefused with every reason against it
   */
  public Template check(byte[] bpmn) {
    if (bpmn.length > LARGEST) {
      throw new TemplateRefused(
          Map.of("line 1", "has more than " + LARGEST + " bytes: a template is smaller"));
    }
    return new Reading(BpmnElement.read(bpmn)).template();
  }

  /** One file. */
  private final class Reading {
    private final BpmnElement root;
    private final Map<String, String> problems = new LinkedHashMap<>();
    private final Map<String, BpmnElement> nodes = new LinkedHashMap<>();
    private final List<BpmnElement> flows = new ArrayList<>();
    private final List<Template.Step> steps = new ArrayList<>();
    private final Set<Template.Need> needs = EnumSet.of(Template.Need.LEAD);

    Reading(BpmnElement root) {
      this.root = root;
    }

    private void refuse(BpmnElement element, String why) {
      String located = element.id().isBlank() ? why : why + " (line " + element.line() + ")";
      problems.merge(element.label(), located, (old, more) -> old + "; " + more);
    }

    private void refuseAll() {
      if (!problems.isEmpty()) {
        throw new TemplateRefused(problems);
      }
    }

    Template template() {
      BpmnGrammar.check(root, this::refuse);
      refuseAll();
      List<BpmnElement> processes = root.all("bpmn:process");
      if (processes.size() != 1) {
        refuse(root, "must have exactly one <process>, has " + processes.size());
        refuseAll();
      }
      BpmnElement process = processes.get(0);
      collect(process);
      refuseAll();
      checkProcess(process);
      nodes.values().forEach(this::checkNode);
      // Outcomes can be judged only when every step is known.
      refuseAll();
      new BpmnFlow(nodes, flows, this::refuse, this::checkCondition).check();
      if (root.first("bpmndi:BPMNDiagram").isEmpty()) {
        refuse(root, "has no diagram: nobody could see where a file stands");
      }
      refuseAll();
      return new Template(
          process.id(),
          process.attribute("name").orElseThrow().strip(),
          process
              .first("bpmn:documentation")
              .map(each -> each.text().toString().strip())
              .orElse(""),
          steps,
          needs);
    }

    private void collect(BpmnElement process) {
      Set<String> ids = new HashSet<>();
      List<BpmnElement> named = new ArrayList<>(process.children());
      named.add(process);
      for (BpmnElement element : named) {
        boolean node = NODES.contains(element.name());
        boolean flow = element.name().equals("bpmn:sequenceFlow");
        boolean whole = element.equals(process);
        if (!node && !flow && !whole) {
          continue;
        }
        if (!ID.matcher(element.id()).matches()) {
          refuse(element, "needs an id of letters and digits, at most 64");
        } else if (!ids.add(element.id())) {
          refuse(element, "has an id that another element has");
        } else if (node) {
          nodes.put(element.id(), element);
        } else if (flow) {
          flows.add(element);
        }
      }
      if (nodes.size() > MOST_NODES) {
        refuse(process, "has more than " + MOST_NODES + " elements");
      }
    }

    private void checkProcess(BpmnElement process) {
      if (process.attribute("name").filter(name -> !name.isBlank()).isEmpty()) {
        refuse(process, "needs a name for people");
      }
      if (!process.attribute("isExecutable").filter("true"::equals).isPresent()) {
        refuse(process, "must be executable: isExecutable=\"true\"");
      }
      List<BpmnElement> listeners = listeners(process);
      boolean end =
          listeners.size() == 1
              && listens(listeners.get(0), "activiti:executionListener", "end", "ended");
      if (!end) {
        refuse(
            process,
            "must have one listener, for its end: ${" + ProcessEngine.BEAN + ".ended(route)}");
      }
      if (nodes.values().stream().filter(each -> each.name().equals("bpmn:startEvent")).count()
          != 1) {
        refuse(process, "must have exactly one start");
      }
    }

    private List<BpmnElement> listeners(BpmnElement owner) {
      return owner.all("bpmn:extensionElements").stream()
          .flatMap(each -> each.children().stream())
          .toList();
    }

    private boolean listens(BpmnElement listener, String name, String event, String... methods) {
      Optional<BpmnCall> call = call(listener, "expression");
      return listener.name().equals(name)
          && listener.attribute("event").filter(event::equals).isPresent()
          && call.filter(each -> Set.of(methods).contains(each.method())).isPresent();
    }

    /** The call in an attribute, compared with nothing. */
    private Optional<BpmnCall> call(BpmnElement element, String attribute) {
      return element
          .attribute(attribute)
          .flatMap(BpmnCall::of)
          .filter(call -> call.compared().isEmpty());
    }

    private void checkNode(BpmnElement node) {
      switch (node.name()) {
        case "bpmn:userTask" -> checkTask(node);
        case "bpmn:serviceTask" -> checkService(node);
        case "bpmn:startEvent" ->
            node.attribute("activiti:formKey")
                .ifPresent(
                    form -> {
                      if (model.find(TaskForm.named(form)).isEmpty()) {
                        refuse(node, "has a form that the content model does not know");
                      }
                    });
        default -> {
          // Events and gateways do nothing by themselves.
        }
      }
    }

    private void checkService(BpmnElement node) {
      Optional<BpmnCall> call = call(node, "activiti:expression");
      boolean status = call.filter(each -> each.calls("status")).isPresent();
      if (!status && call.filter(each -> each.calls("close")).isEmpty()) {
        refuse(
            node,
            "must call ${"
                + ProcessEngine.BEAN
                + ".status(route, '…')} or ${"
                + ProcessEngine.BEAN
                + ".close(route)}, and nothing else");
      } else if (status && !statuses().contains(call.get().argument(1))) {
        refuse(node, "sets a status that there is not: '" + call.get().argument(1) + "'");
      }
    }

    private List<String> statuses() {
      return model.property(Cor.STATUS).orElseThrow().constraints().stream()
          .filter(ConstraintDefinition.OneOf.class::isInstance)
          .flatMap(rule -> ((ConstraintDefinition.OneOf) rule).choices().stream())
          .map(ConstraintDefinition.Choice::value)
          .toList();
    }

    private void checkTask(BpmnElement task) {
      Optional<TaskForm> form =
          task.attribute("activiti:formKey").flatMap(key -> TaskForm.find(model, key));
      if (form.isEmpty()) {
        refuse(task, "needs an activiti:formKey that is a task type, such as cwf:reviewTask");
      }
      if (task.attribute("name").filter(name -> !name.isBlank()).isEmpty()) {
        refuse(task, "needs a name for people");
      }
      boolean each = checkEach(task);
      Optional<String> role = each ? Optional.empty() : role(task);
      if (each && !task.attribute("activiti:candidateGroups").filter(this::commenter).isPresent()) {
        refuse(task, "asks each commenter: its activiti:candidateGroups must be ${commenter}");
      }
      int days = days(task);
      Optional<TaskAccess> access = access(task, each);
      if (form.isPresent() && access.isPresent()) {
        steps.add(
            new Template.Step(
                task.id(),
                task.attribute("name").orElse(task.id()),
                form.get().type().toString(),
                role,
                days,
                access.get()));
      }
    }

    private boolean commenter(String text) {
      return COMMENTER.matcher(text.strip()).matches();
    }

    private boolean checkEach(BpmnElement task) {
      List<BpmnElement> loops = task.all("bpmn:multiInstanceLoopCharacteristics");
      if (loops.isEmpty()) {
        return false;
      }
      BpmnElement loop = loops.get(0);
      boolean sound =
          loops.size() == 1
              && call(loop, "activiti:collection")
                  .filter(call -> call.calls("commenters"))
                  .isPresent()
              && loop.attribute("activiti:elementVariable").filter("commenter"::equals).isPresent();
      if (!sound) {
        refuse(
            task,
            "must go through ${"
                + ProcessEngine.BEAN
                + ".commenters(route)} with the variable commenter");
      }
      needs.add(Template.Need.COMMENTERS);
      return true;
    }

    private Optional<String> role(BpmnElement task) {
      Optional<String> role =
          call(task, "activiti:candidateGroups")
              .filter(call -> call.calls("candidates"))
              .map(call -> call.argument(1));
      boolean known =
          role.isPresent()
              && EnumSet.complementOf(EnumSet.of(Role.INTAKE_PROGRAM)).stream()
                  .anyMatch(each -> each.name().equals(role.get()));
      if (!known) {
        refuse(
            task,
            "needs activiti:candidateGroups=\"${"
                + ProcessEngine.BEAN
                + ".candidates(route, 'ROLE')}\" with one of the office's roles");
        return Optional.empty();
      }
      if (role.get().equals(Role.REVIEWER.name())) {
        needs.add(Template.Need.REVIEWER);
      } else if (role.get().equals(Role.EXECUTIVE_SECRETARY.name())) {
        needs.add(Template.Need.SIGNER);
      }
      return role;
    }

    private int days(BpmnElement task) {
      Optional<Integer> days =
          call(task, "activiti:dueDate")
              .filter(call -> call.calls("due"))
              .map(call -> Integer.parseInt(call.argument(1)))
              .filter(each -> each <= LONGEST_SUSPENSE);
      if (days.isEmpty()) {
        refuse(
            task,
            "needs activiti:dueDate=\"${"
                + ProcessEngine.BEAN
                + ".due(route, N)}\" with N business days, at most "
                + LONGEST_SUSPENSE);
      }
      return days.orElse(0);
    }

    private Optional<TaskAccess> access(BpmnElement task, boolean each) {
      List<BpmnElement> listeners = listeners(task);
      String creates = each ? "taskedTo" : "tasked";
      Optional<BpmnElement> create =
          listeners.stream()
              .filter(one -> listens(one, "activiti:taskListener", "create", creates))
              .findFirst();
      boolean complete =
          listeners.stream()
              .anyMatch(one -> listens(one, "activiti:taskListener", "complete", "completed"));
      if (listeners.size() != 2 || create.isEmpty() || !complete) {
        refuse(
            task,
            "must have two listeners: create calls "
                + creates
                + ", complete calls completed, and nothing else");
        return Optional.empty();
      }
      BpmnCall call = call(create.get(), "expression").orElseThrow();
      Optional<TaskAccess> access = TaskAccess.of(call.argument(3));
      if (!call.argument(2).equals(task.id())) {
        refuse(task, "must name its own id as the step, not '" + call.argument(2) + "'");
      }
      if (access.isEmpty()) {
        refuse(task, "gives an access that there is not; use view, comment or edit");
      }
      return access;
    }

    /** The condition of a flow: an outcome that a step can have. */
    private void checkCondition(BpmnElement flow, String expression) {
      Optional<BpmnCall> call =
          BpmnCall.of(expression)
              .filter(each -> each.calls("outcome") && each.compared().isPresent());
      if (call.isEmpty()) {
        refuse(
            flow,
            "its condition must be ${"
                + ProcessEngine.BEAN
                + ".outcome(route, 'step') == 'outcome'}, or with !=");
        return;
      }
      Optional<Template.Step> step =
          steps.stream().filter(each -> each.id().equals(call.get().argument(1))).findFirst();
      if (step.isEmpty()) {
        refuse(flow, "its condition speaks of a step that there is not");
      } else if (TaskForm.find(model, step.get().form())
          .flatMap(form -> form.outcome(call.get().compared().orElseThrow()))
          .isEmpty()) {
        refuse(
            flow,
            "its condition speaks of an outcome that step '"
                + step.get().id()
                + "' never has: '"
                + call.get().compared().orElseThrow()
                + "'");
      }
    }
  }
}
