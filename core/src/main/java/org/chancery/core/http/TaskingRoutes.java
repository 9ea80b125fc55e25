package org.chancery.core.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.chancery.core.access.Actor;
import org.chancery.core.access.TaskAccess;
import org.chancery.core.repository.Conflict;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.routing.NewTasking;
import org.chancery.core.routing.Routing;
import org.chancery.core.routing.TaskForm;
import org.chancery.core.routing.TaskState;
import org.chancery.core.routing.Tasking;
import org.chancery.core.routing.TaskingDesk;

/** Taskings: given, done, followed (requirement C8). */
final class TaskingRoutes {
  private static final Set<String> SORTS = Set.of("due", "-due", "modified", "-modified");

  private final Routing routing;
  private final Nodes nodes;
  private final TaskingJson json;

  TaskingRoutes(Routing routing, Nodes nodes, TaskingJson json) {
    this.routing = routing;
    this.nodes = nodes;
    this.json = json;
  }

  /** A page of taskings, as openapi.yaml says. */
  record BodyList(
      List<TaskingJson.Body> items,
      TaskingDesk.Counts counts,
      long total,
      Optional<String> cursor) {}

  /** Taskings of a file. */
  record Items(List<TaskingJson.Body> items) {}

  /** Body of {@link #create}, as openapi.yaml says. */
  record Wanted(
      String assignee,
      String instruction,
      LocalDate due,
      String access,
      Optional<String> form,
      Optional<NodeId> document) {}

  /** A reason. */
  record Reason(String reason) {}

  /** Body of {@link #reassign}. */
  record Reassignment(String assignee, String reason) {}

  /** Body of {@link #extend}. */
  record Extension(LocalDate due, String reason) {}

  /** Body of {@link #complete}. */
  record Completion(String outcome, Optional<String> comment) {}

  Response list(Exchange exchange) {
    Actor actor = exchange.actor();
    Optional<NodeId> file = exchange.parameter("caseFile").map(Exchange::idOf);
    // What is found in a file would tell of a file that is hidden.
    file.ifPresent(id -> nodes.get(actor.caller(), id));
    TaskingDesk.Question question =
        new TaskingDesk.Question(
            choice(exchange, "view", TaskingDesk.View.class).orElse(TaskingDesk.View.MINE),
            file,
            states(exchange),
            choice(exchange, "due", TaskingDesk.Due.class),
            sort(exchange),
            exchange.parameter("cursor"),
            exchange.limit(25, 200));
    TaskingDesk.Found found =
        SearchRoutes.answered(() -> routing.desk().find(actor.caller(), question));
    TaskingDesk.Counts counts =
        SearchRoutes.answered(() -> routing.desk().count(actor.caller(), question));
    return Response.json(
            200,
            new BodyList(json.all(actor, found.items()), counts, found.total(), found.cursor()))
        .with("Cache-Control", "no-store");
  }

  private static String sort(Exchange exchange) {
    String sort = exchange.parameter("sort").orElse("due");
    if (!SORTS.contains(sort)) {
      throw Exchange.badParameter("sort", "must be due, -due, modified or -modified");
    }
    return sort;
  }

  private static List<TaskState> states(Exchange exchange) {
    List<TaskState> states = new ArrayList<>();
    for (String name : exchange.parameters("state")) {
      TaskState state = one("state", name, TaskState.class);
      states.add(state);
      if (state == TaskState.OPEN) {
        states.add(TaskState.CLAIMED);
      }
    }
    return states.stream().distinct().toList();
  }

  private static <E extends Enum<E>> Optional<E> choice(
      Exchange exchange, String name, Class<E> type) {
    return exchange.parameter(name).map(value -> one(name, value, type));
  }

  private static <E extends Enum<E>> E one(String name, String value, Class<E> type) {
    for (E each : type.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
        return each;
      }
    }
    throw Exchange.badParameter(name, "is not one of those that there are");
  }

  Response get(Exchange exchange) {
    Actor actor = exchange.actor();
    return json.response(200, actor, routing.taskings().get(actor.caller(), exchange.id()));
  }

  Response ofFile(Exchange exchange) {
    Actor actor = exchange.actor();
    return Response.json(
        200, new Items(json.all(actor, routing.taskings().ofFile(actor.caller(), exchange.id()))));
  }

  Response create(Exchange exchange) {
    return created(exchange, exchange.id(), Optional.empty());
  }

  /** A part of what the caller is to do. */
  Response subtask(Exchange exchange) {
    Tasking whole = routing.taskings().get(exchange.caller(), exchange.id());
    return created(exchange, whole.caseFile(), Optional.of(whole.id()));
  }

  private Response created(Exchange exchange, NodeId file, Optional<NodeId> parent) {
    Wanted wanted = exchange.json(Wanted.class);
    Actor actor = exchange.actor();
    Tasking made =
        routing
            .taskings()
            .create(
                actor,
                file,
                new NewTasking(
                    wanted.assignee(),
                    wanted.instruction(),
                    wanted.due(),
                    TaskAccess.of(wanted.access() == null ? "" : wanted.access()),
                    parent,
                    wanted.form(),
                    wanted.document()));
    exchange.about(made.id());
    return json.response(201, actor, made);
  }

  Response claim(Exchange exchange) {
    Actor actor = exchange.actor();
    return changed(
        exchange, () -> routing.taskings().claim(actor, exchange.id(), exchange.ifMatch()));
  }

  Response giveBack(Exchange exchange) {
    String reason = exchange.json(Reason.class).reason();
    return changed(
        exchange,
        () ->
            routing
                .taskings()
                .giveBack(exchange.actor(), exchange.id(), exchange.ifMatch(), reason));
  }

  Response reassign(Exchange exchange) {
    Reassignment wanted = exchange.json(Reassignment.class);
    return changed(
        exchange,
        () ->
            routing
                .taskings()
                .reassign(
                    exchange.actor(),
                    exchange.id(),
                    exchange.ifMatch(),
                    wanted.assignee(),
                    wanted.reason()));
  }

  Response extend(Exchange exchange) {
    Extension wanted = exchange.json(Extension.class);
    return changed(
        exchange,
        () ->
            routing
                .taskings()
                .extend(
                    exchange.actor(),
                    exchange.id(),
                    exchange.ifMatch(),
                    wanted.due(),
                    wanted.reason()));
  }

  Response complete(Exchange exchange) {
    Completion wanted = exchange.json(Completion.class);
    return changed(
        exchange,
        () ->
            routing
                .taskings()
                .complete(
                    exchange.actor(),
                    exchange.id(),
                    exchange.ifMatch(),
                    wanted.outcome(),
                    wanted.comment()));
  }

  Response withdraw(Exchange exchange) {
    String reason = exchange.json(Reason.class).reason();
    return changed(
        exchange,
        () ->
            routing
                .taskings()
                .withdraw(exchange.actor(), exchange.id(), exchange.ifMatch(), reason));
  }

  /** The loser of two is told what the other one made of it. */
  private Response changed(Exchange exchange, Supplier<Tasking> change) {
    Actor actor = exchange.actor();
    try {
      return json.left(actor, change.get());
    } catch (Conflict e) {
      throw new Refusal(
          Problems.of(e)
              .withProblems(whatIs(routing.taskings().get(actor.caller(), exchange.id()))));
    }
  }

  private Map<String, String> whatIs(Tasking now) {
    Map<String, String> is = new LinkedHashMap<>();
    is.put("state", "is " + now.state().code());
    is.put("assignee", "is " + json.label(now.assignee()));
    now.claimedBy().ifPresent(user -> is.put("claimedBy", "is " + json.label(user)));
    is.put("due", "is " + now.due());
    now.outcome()
        .ifPresent(
            outcome ->
                is.put(
                    "outcome",
                    "is "
                        + routing
                            .taskings()
                            .form(now)
                            .outcome(outcome)
                            .map(TaskForm.Outcome::label)
                            .orElse(outcome)));
    now.completedBy().ifPresent(user -> is.put("completedBy", "is " + json.label(user)));
    now.completedAt().ifPresent(at -> is.put("completedAt", "is " + at));
    return is;
  }
}
