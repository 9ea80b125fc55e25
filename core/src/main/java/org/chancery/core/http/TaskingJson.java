package org.chancery.core.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.routing.Routing;
import org.chancery.core.routing.TaskForm;
import org.chancery.core.routing.Tasking;
import org.chancery.core.routing.TaskingAction;
import org.chancery.core.vocabulary.Cor;

/** Shows taskings as JSON, as the actor may see them. */
final class TaskingJson {
  private final Nodes nodes;
  private final Accounts accounts;
  private final Routing routing;

  TaskingJson(Nodes nodes, Accounts accounts, Routing routing) {
    this.nodes = nodes;
    this.accounts = accounts;
    this.routing = routing;
  }

  /** A tasking, as openapi.yaml says. */
  record Body(
      NodeId id,
      FileBody caseFile,
      Optional<NodeId> route,
      Optional<String> step,
      String stepName,
      String form,
      String instruction,
      AssigneeBody assignee,
      Optional<People.Who> claimedBy,
      String access,
      LocalDate due,
      String state,
      Optional<String> outcome,
      Optional<String> outcomeLabel,
      Optional<String> comment,
      List<TaskForm.Outcome> outcomes,
      People.Who assignedBy,
      Instant assignedAt,
      Optional<People.Who> completedBy,
      Optional<Instant> completedAt,
      boolean overdue,
      int businessDaysLeft,
      Optional<NodeId> document,
      Optional<String> documentVersion,
      List<TrailEntry> trail,
      Optional<NodeId> parent,
      List<String> allowed,
      long revision) {}

  /** The case file of a tasking or a message. */
  record FileBody(NodeId id, String number, String subject) {
    static FileBody of(NodeId id, Optional<Node> file) {
      return new FileBody(
          id,
          file.flatMap(node -> node.text(Cor.FILE_NUMBER)).orElse(""),
          file.flatMap(node -> node.text(Cor.SUBJECT)).orElse(""));
    }
  }

  /** Whom it was given to. */
  record AssigneeBody(String name, String label, String kind) {}

  /** What became of it. */
  record TrailEntry(
      String kind,
      Optional<String> from,
      Optional<String> to,
      String reason,
      People.Who by,
      Instant at) {}

  Body of(Actor actor, Tasking tasking) {
    return all(actor, List.of(tasking)).get(0);
  }

  /** What people read for an account or a group. */
  String label(String authority) {
    return accounts.label(authority);
  }

  /** The tasking with its entity tag. */
  Response response(int status, Actor actor, Tasking tasking) {
    return Response.json(status, of(actor, tasking)).withRevision(tasking.revision());
  }

  List<Body> all(Actor actor, List<Tasking> taskings) {
    return all(actor, actor.caller(), taskings);
  }

  /**
   * The tasking as the actor left it: whoever saw the file by it alone sees it no more once it is
   * done, and is still told what they did.
   */
  Response left(Actor actor, Tasking tasking) {
    return Response.json(200, all(actor, actor.caller().elevated(), List.of(tasking)).get(0))
        .withRevision(tasking.revision());
  }

  private List<Body> all(Actor actor, Caller caller, List<Tasking> taskings) {
    People people = new People(accounts);
    Map<NodeId, Node> around =
        nodes
            .findAll(
                caller,
                taskings.stream()
                    .flatMap(each -> Stream.of(each.caseFile(), each.within()))
                    .distinct()
                    .toList())
            .stream()
            .collect(Collectors.toMap(Node::id, Function.identity()));
    Map<NodeId, Set<TaskingAction>> allowed = routing.taskings().allowed(actor, taskings);
    Map<NodeId, List<Node>> trails = trails(caller, taskings);
    LocalDate today = routing.desk().today();
    List<Body> shown = new ArrayList<>();
    for (Tasking each : taskings) {
      TaskForm form = routing.taskings().form(each);
      boolean active = each.state().active();
      Optional<NodeId> parent =
          Optional.ofNullable(around.get(each.within()))
              .filter(node -> node.type().equals(Cor.TASKING))
              .map(Node::id);
      shown.add(
          new Body(
              each.id(),
              FileBody.of(each.caseFile(), Optional.ofNullable(around.get(each.caseFile()))),
              each.route(),
              each.step(),
              each.title(),
              each.form(),
              each.instruction(),
              new AssigneeBody(each.assignee(), people.label(each.assignee()), each.assigneeKind()),
              each.claimedBy().map(people::who),
              each.access().code(),
              each.due(),
              each.state().code(),
              each.outcome(),
              each.outcome().flatMap(form::outcome).map(TaskForm.Outcome::label),
              each.comment(),
              form.outcomes(),
              people.who(each.assignedBy()),
              each.assignedAt(),
              each.completedBy().map(people::who),
              each.completedAt(),
              active && each.due().isBefore(today),
              routing.calendar().between(today, each.due()),
              each.document(),
              each.version(),
              trail(trails.getOrDefault(each.id(), List.of()), people),
              parent,
              allowed.getOrDefault(each.id(), Set.of()).stream().map(TaskingAction::code).toList(),
              each.revision()));
    }
    return shown;
  }

  /** What became of each, in no order. */
  private Map<NodeId, List<Node>> trails(Caller caller, List<Tasking> taskings) {
    return nodes
        .childrenOfAll(caller, taskings.stream().map(Tasking::id).toList(), Cor.TASKING_EVENT)
        .stream()
        .collect(Collectors.groupingBy(event -> event.parent().orElseThrow()));
  }

  private static List<TrailEntry> trail(List<Node> events, People people) {
    return events.stream()
        .sorted(Comparator.comparing(Node::createdAt))
        .map(
            node ->
                new TrailEntry(
                    node.text(Cor.EVENT_KIND).orElseThrow().toLowerCase(Locale.ROOT),
                    node.text(Cor.EVENT_FROM).map(people::label),
                    node.text(Cor.EVENT_TO).map(people::label),
                    node.text(Cor.NOTE_TEXT).orElse(""),
                    people.who(node.createdBy()),
                    node.createdAt()))
        .toList();
  }
}
