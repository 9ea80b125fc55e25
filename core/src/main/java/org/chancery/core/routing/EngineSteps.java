package org.chancery.core.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Role;
import org.chancery.core.access.TaskAccess;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.Closing;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.WrongState;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.ContentModel;
import org.chancery.model.QName;

/** What templates call, carried out on the domain. */
final class EngineSteps implements RoutingBean {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final Closing closing;
  private final Accounts accounts;
  private final Templates templates;
  private final Taskings taskings;
  private final Assignees assignees;
  private final Giving giving;
  private final ProcessEngine engine;
  private final Acting acting;
  private final BusinessCalendar calendar;
  private final ContentModel model;
  private final AuditTrail audit;
  private final Clock clock;

  EngineSteps(
      Nodes nodes,
      Closing closing,
      Accounts accounts,
      Templates templates,
      Taskings taskings,
      Assignees assignees,
      Giving giving,
      ProcessEngine engine,
      Acting acting,
      BusinessCalendar calendar,
      ContentModel model,
      AuditTrail audit,
      Clock clock) {
    this.nodes = nodes;
    this.closing = closing;
    this.accounts = accounts;
    this.templates = templates;
    this.taskings = taskings;
    this.assignees = assignees;
    this.giving = giving;
    this.engine = engine;
    this.acting = acting;
    this.calendar = calendar;
    this.model = model;
    this.audit = audit;
    this.clock = clock;
  }

  /** A route with its node and its file. */
  private record On(Route route, RouteParameters parameters, NodeId file) {}

  private On on(String route) {
    Node node = nodes.get(SYSTEM, NodeId.of(route));
    Route found = Route.of(node);
    return new On(
        found,
        RouteParameters.of(node.text(Cor.ROUTE_PARAMETERS).orElseThrow()),
        nodes.get(SYSTEM, found.within()).parent().orElseThrow());
  }

  /** Who is at work; who started the route where nobody drives the engine from here. */
  private Actor actor(On on) {
    return acting
        .current()
        .map(Acting.Drive::actor)
        .orElseGet(() -> account(on.route().startedBy()));
  }

  private Actor account(String user) {
    return accounts
        .find(user)
        .map(account -> Actor.of(account, "engine"))
        .orElseGet(Actor::ofSystem);
  }

  @Override
  public String candidates(String route, String role) {
    return candidates(on(route), Role.valueOf(role));
  }

  private static String candidates(On on, Role role) {
    RouteParameters parameters = on.parameters();
    if (role == Role.REVIEWER && parameters.reviewer().isPresent()) {
      return parameters.reviewer().get();
    }
    if (role == Role.EXECUTIVE_SECRETARY) {
      return parameters.signer().orElseGet(() -> Authorities.role(role));
    }
    return parameters.lead() + "_" + role;
  }

  @Override
  public Date due(String route, long businessDays) {
    LocalDate day = calendar.after(giving.today(), businessDays);
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  @Override
  public void tasked(String route, String task, String step, String access) {
    On on = on(route);
    Template.Step at = step(on, step);
    Role role = Role.valueOf(at.role().orElseThrow());
    give(on, at, task, candidates(on, role), access);
  }

  @Override
  public void taskedTo(String route, String task, String step, String access, String commenter) {
    On on = on(route);
    give(on, step(on, step), task, commenter, access);
  }

  private Template.Step step(On on, String step) {
    return templates
        .template(on.route().template(), on.route().version())
        .step(step)
        .orElseThrow(() -> new IllegalStateException("The template has no step " + step));
  }

  private void give(On on, Template.Step step, String task, String assignee, String access) {
    Actor actor = actor(on);
    LocalDate usual = calendar.after(giving.today(), step.days());
    TaskForm form = TaskForm.find(model, step.form()).orElseThrow();
    boolean each = step.role().isEmpty();
    Node file = nodes.get(SYSTEM, on.file());
    Tasking made =
        giving.give(
            actor,
            file,
            new Giving.Wanted(
                on.route().within(),
                step.name(),
                Optional.of(new Giving.OnRoute(on.route().id(), step.id(), task)),
                form,
                on.parameters().instruction().orElse(""),
                assignees.get("assignee", assignee),
                TaskAccess.of(access).orElseThrow(),
                each ? on.parameters().commentBy().orElse(usual) : usual,
                on.route().startedBy(),
                form.clears()
                    ? new RoutedFile(nodes, SYSTEM, on.file()).newestDraft()
                    : Optional.empty()));
    Optional<Acting.Drive> drive = acting.current();
    if (drive.isPresent()) {
      drive.get().given(made.id());
    } else {
      giving.settle(actor, on.file());
    }
  }

  @Override
  public void completed(String route, String task) {
    On on = on(route);
    Tasking tasking =
        routed(on).stream()
            .filter(each -> each.engineTask().equals(Optional.of(task)))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("A task without a tasking: " + task));
    if (!tasking.state().active()) {
      return;
    }
    ProcessEngine.Answer answer =
        engine
            .answer(task)
            .orElseThrow(() -> new WrongState("It is completed in its case file, not here."));
    Actor actor = account(answer.user());
    taskings.answered(actor, tasking, answer.outcome(), answer.comment());
    giving.settle(actor, on.file());
  }

  private List<Tasking> routed(On on) {
    return new RoutedFile(nodes, SYSTEM, on.file())
        .taskings().stream()
            .filter(each -> each.route().equals(Optional.of(on.route().id())))
            .toList();
  }

  @Override
  public List<String> commenters(String route) {
    return on(route).parameters().commenters();
  }

  @Override
  public String outcome(String route, String step) {
    return routed(on(route)).stream()
        .filter(each -> each.step().equals(Optional.of(step)) && each.completedAt().isPresent())
        .max(
            Comparator.comparing((Tasking each) -> each.completedAt().orElseThrow())
                .thenComparing(Tasking::assignedAt))
        .flatMap(Tasking::outcome)
        .orElse("");
  }

  @Override
  public void status(String route, String status) {
    On on = on(route);
    Caller elevated = actor(on).caller().elevated();
    if (!nodes.get(elevated, on.file()).text(Cor.STATUS).equals(Optional.of(status))) {
      nodes.update(elevated, on.file(), Optional.empty(), Change.of(Map.of(Cor.STATUS, status)));
    }
  }

  @Override
  public void close(String route) {
    On on = on(route);
    Actor actor = actor(on);
    List<Tasking> open =
        new RoutedFile(nodes, SYSTEM, on.file())
            .taskings().stream().filter(each -> each.state().active()).toList();
    if (!open.isEmpty()) {
      throw new WrongState(
          "Something is still to be done in the case file ("
              + open.size()
              + "); it can be closed after that.");
    }
    // All that changes in the file changes before it is closed.
    giving.settle(actor, on.file());
    end(on, actor);
    closing.ended(actor, on.file());
  }

  @Override
  public void ended(String route) {
    On on = on(route);
    if (on.route().state() == Route.State.RUNNING) {
      end(on, actor(on));
    }
  }

  private void end(On on, Actor actor) {
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.ROUTE_STATE, Route.State.ENDED.code());
    values.put(Cor.ENDED_AT, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    nodes.update(actor.caller().elevated(), on.route().id(), Optional.empty(), Change.of(values));
    audit.record(
        actor.did(Action.END_ROUTE, on.route().id(), Map.of("caseFile", on.file().value())));
  }
}
