package org.chancery.core.routing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.TaskAccess;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.CaseFile;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/** Starts case files on their routes, takes them off, and tells where they stand. */
public final class Routes {
  private static final int MOST_COMMENTERS = 50;

  private final Nodes nodes;
  private final Permissions permissions;
  private final CaseFiles files;
  private final Templates templates;
  private final Taskings taskings;
  private final Assignees assignees;
  private final Giving giving;
  private final ProcessEngine engine;
  private final AuditTrail audit;
  private final Clock clock;

  Routes(
      Nodes nodes,
      Permissions permissions,
      CaseFiles files,
      Templates templates,
      Taskings taskings,
      Assignees assignees,
      Giving giving,
      ProcessEngine engine,
      AuditTrail audit,
      Clock clock) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.files = files;
    this.templates = templates;
    this.taskings = taskings;
    this.assignees = assignees;
    this.giving = giving;
    this.engine = engine;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Starts the file on a route, within the transaction in progress.
   *
   * @throws NotFound when the file is not there for the actor
   * @throws Denied when the actor may not change it, or a lock shuts out who would be asked first
   * @throws WrongState when it is closed, or under way on the same template
   * @throws Invalid for an unknown template or authority, a day that is past
   */
  public Route start(Actor actor, NodeId id, NewRoute wanted) {
    CaseFile file = files.get(actor.caller(), id);
    requireChangeable(actor, id);
    Caller elevated = actor.caller().elevated();
    Node held = nodes.hold(elevated, id);
    Taskings.requireOpen(held);
    Templates.Version template =
        templates
            .newest(wanted.template() == null ? "" : wanted.template())
            .orElseThrow(
                () -> new Invalid(Map.of("template", "there is no such routing template")));
    RouteParameters parameters = parameters(file, template.template(), wanted);
    RoutedFile routed = new RoutedFile(nodes, elevated, id);
    boolean running =
        routed.routes().stream()
            .anyMatch(
                each ->
                    each.state() == Route.State.RUNNING
                        && each.template().equals(template.deployed().key()));
    if (running) {
      throw new WrongState("The case file is under way on this template already.");
    }
    wanted
        .due()
        .ifPresent(
            day ->
                nodes.update(elevated, id, Optional.empty(), Change.of(Map.of(Cor.DUE_DATE, day))));
    giving.assign(elevated, held, assignees.get("lead", parameters.lead()), TaskAccess.EDIT);
    NodeId route = create(elevated, routed.part(), template.deployed(), parameters);
    audit.record(
        actor.did(
            Action.START_ROUTE,
            route,
            Map.of(
                "caseFile", id.value(),
                "template", template.deployed().key(),
                "version", String.valueOf(template.deployed().version()))));
    taskings.drive(
        actor,
        () -> {
          String process =
              engine.start(
                  template.deployed().key(),
                  template.deployed().version(),
                  Map.of(ProcessEngine.ROUTE, route.value(), ProcessEngine.CASE_FILE, id.value()));
          return nodes.update(
              elevated, route, Optional.empty(), Change.of(Map.of(Cor.PROCESS_ID, process)));
        });
    giving.settle(actor, id);
    giving.done(actor, id, ActivityKind.ROUTING_STEP, route);
    return Route.of(nodes.get(elevated, route));
  }

  private NodeId create(
      Caller elevated, NodeId part, ProcessEngine.Deployed template, RouteParameters parameters) {
    NodeId id = NodeId.random();
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.TEMPLATE, template.key());
    values.put(Cor.TEMPLATE_VERSION, template.version());
    values.put(Cor.ROUTE_STATE, Route.State.RUNNING.code());
    values.put(Cor.ROUTE_PARAMETERS, parameters.json());
    values.put(Cor.STARTED_AT, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    nodes.create(
        elevated, new NewNode(id, part, Cor.ROUTE, "Route " + id.value(), Set.of(), values));
    return id;
  }

  private RouteParameters parameters(CaseFile file, Template template, NewRoute wanted) {
    Optional<String> lead =
        wanted.lead().or(() -> file.components().stream().findFirst().map(Authorities::component));
    Assignee leading =
        assignees
            .find(lead.orElse(""))
            .filter(each -> each.kind() == Assignee.Kind.COMPONENT)
            .orElseThrow(() -> new Invalid(Map.of("lead", "must be a component's group")));
    wanted.reviewer().ifPresent(each -> assignees.get("reviewer", each));
    wanted.signer().ifPresent(each -> assignees.get("signer", each));
    List<String> commenters = wanted.commenters().stream().distinct().toList();
    commenters.forEach(each -> assignees.get("commenters", each));
    boolean asks = template.needs().contains(Template.Need.COMMENTERS);
    if (asks && commenters.isEmpty() || commenters.size() > MOST_COMMENTERS) {
      throw new Invalid(
          Map.of("commenters", "must name between 1 and " + MOST_COMMENTERS + " to be asked"));
    }
    wanted.commentBy().ifPresent(day -> taskings.requireDay("commentBy", day));
    wanted.due().ifPresent(day -> taskings.requireDay("due", day));
    Optional<String> instruction =
        wanted.instruction().map(String::strip).filter(text -> !text.isEmpty());
    instruction.ifPresent(text -> Taskings.requireText("instruction", text, Taskings.LONGEST_TEXT));
    return new RouteParameters(
        leading.name(),
        wanted.reviewer(),
        wanted.signer(),
        asks ? commenters : List.of(),
        wanted.commentBy(),
        instruction);
  }

  private void requireChangeable(Actor actor, NodeId file) {
    if (!permissions.allowed(actor.caller(), file, Permission.WRITE)) {
      throw new Denied("You may see this case file, but not send it on its way.");
    }
  }

  /** Every route of a case file that the caller may see, the newest first. */
  public List<Route> ofFile(Caller caller, NodeId file) {
    files.get(caller, file);
    return new RoutedFile(nodes, caller, file).routes();
  }

  /** What the template of a route says. */
  public Template template(Route route) {
    return templates.template(route.template(), route.version());
  }

  /** Where a route is and has been. */
  public ProcessEngine.Standing standing(Route route) {
    return route
        .process()
        .map(engine::standing)
        .orElseGet(() -> new ProcessEngine.Standing(Set.of(), Set.of(), false));
  }

  /** The case file that a route is one of. */
  public NodeId file(Route route) {
    return nodes.get(Caller.ofSystem(), route.within()).parent().orElseThrow();
  }

  /** Whether the actor may take the file off the route now. */
  public boolean withdrawable(Actor actor, Route route) {
    return route.state() == Route.State.RUNNING
        && permissions.allowed(actor.caller(), file(route), Permission.WRITE);
  }

  /**
   * Takes the file off the route: its process ends and its open taskings are withdrawn.
   *
   * @throws NotFound when it is not there for the actor
   * @throws Denied when the actor may not change the file
   * @throws WrongState when it is not under way
   */
  public Route withdraw(Actor actor, NodeId id, String reason) {
    Node node = nodes.get(actor.caller(), id);
    if (!node.type().equals(Cor.ROUTE)) {
      throw new NotFound(id);
    }
    NodeId file = file(Route.of(node));
    requireChangeable(actor, file);
    Taskings.requireReason(reason);
    Caller elevated = actor.caller().elevated();
    nodes.hold(elevated, file);
    Route route = Route.of(nodes.hold(elevated, id));
    if (route.state() != Route.State.RUNNING) {
      throw new WrongState("It is not under way any more.");
    }
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.ROUTE_STATE, Route.State.WITHDRAWN.code());
    values.put(Cor.ENDED_AT, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    values.put(Cor.ROUTE_REASON, reason.strip());
    nodes.update(elevated, id, Optional.empty(), Change.of(values));
    new RoutedFile(nodes, elevated, file)
        .taskings().stream()
            .filter(each -> each.route().equals(Optional.of(id)) && each.state().active())
            .forEach(each -> taskings.takeBack(actor, each, reason));
    route
        .process()
        .ifPresent(
            process ->
                taskings.drive(
                    actor,
                    () -> {
                      engine.cancel(process);
                      return process;
                    }));
    audit.record(actor.did(Action.WITHDRAW_ROUTE, id, Map.of("caseFile", file.value())));
    giving.settle(actor, file);
    giving.done(actor, file, ActivityKind.ROUTING_STEP, id);
    return Route.of(nodes.get(elevated, id));
  }
}
