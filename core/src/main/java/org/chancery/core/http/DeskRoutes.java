package org.chancery.core.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Capability;
import org.chancery.core.correspondence.CaseFile;
import org.chancery.core.intake.IntakeDesk;
import org.chancery.core.intake.IntakeState;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.routing.Messages;
import org.chancery.core.routing.Routing;
import org.chancery.core.routing.TaskingDesk;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.vocabulary.Cor;

/** What is the caller's to do, by what their roles let them do. */
final class DeskRoutes {
  private static final int SHOWN = 5;

  private final Routing routing;
  private final IntakeDesk intake;
  private final Searcher searcher;
  private final Nodes nodes;
  private final TaskingJson taskings;
  private final MessageRoutes messages;

  DeskRoutes(
      Routing routing,
      IntakeDesk intake,
      Searcher searcher,
      Nodes nodes,
      TaskingJson taskings,
      MessageRoutes messages) {
    this.routing = routing;
    this.intake = intake;
    this.searcher = searcher;
    this.nodes = nodes;
    this.taskings = taskings;
    this.messages = messages;
  }

  /** A desk, as openapi.yaml says. */
  record Body(List<Section> sections) {}

  /** A part of it. */
  record Section(String key, String title, long count, List<Item> items) {}

  /** Something in it. */
  record Item(
      NodeId id,
      String kind,
      String title,
      Optional<String> detail,
      Optional<NodeId> caseFile,
      Optional<LocalDate> due,
      Optional<Boolean> overdue) {}

  Response get(Exchange exchange) {
    Actor actor = exchange.actor();
    Set<Capability> may = exchange.account().capabilities();
    List<Section> sections = new ArrayList<>();
    SearchRoutes.answered(
        () -> {
          if (may.contains(Capability.DO_TASKINGS)) {
            sections.add(
                taskings(
                    actor,
                    "overdue",
                    "Overdue",
                    TaskingDesk.View.MINE,
                    Optional.of(TaskingDesk.Due.OVERDUE)));
            sections.add(
                taskings(actor, "mine", "Yours to do", TaskingDesk.View.MINE, Optional.empty()));
            sections.add(
                taskings(
                    actor,
                    "group",
                    "For your groups to take",
                    TaskingDesk.View.GROUP,
                    Optional.empty()));
          }
          sections.add(messages(actor.caller()));
          if (may.contains(Capability.PROCESS_INTAKE)) {
            sections.add(intake(actor.caller()));
          }
          if (may.contains(Capability.ROUTE)) {
            sections.add(unrouted(actor.caller()));
          }
          if (may.contains(Capability.TASK)) {
            sections.add(
                taskings(
                    actor,
                    "assigned",
                    "Given to others",
                    TaskingDesk.View.ASSIGNED,
                    Optional.empty()));
            sections.add(
                taskings(
                    actor,
                    "component",
                    "Overdue in what you see",
                    TaskingDesk.View.ALL,
                    Optional.of(TaskingDesk.Due.OVERDUE)));
          }
          return sections;
        });
    return Response.json(200, new Body(sections)).with("Cache-Control", "no-store");
  }

  private Section taskings(
      Actor actor, String key, String title, TaskingDesk.View view, Optional<TaskingDesk.Due> due) {
    TaskingDesk.Found found =
        routing
            .desk()
            .find(
                actor.caller(),
                new TaskingDesk.Question(
                    view, Optional.empty(), List.of(), due, "due", Optional.empty(), SHOWN));
    List<Item> items =
        taskings.all(actor, found.items()).stream()
            .map(
                each ->
                    new Item(
                        each.id(),
                        "tasking",
                        each.stepName() + " · " + each.caseFile().subject(),
                        Optional.of(each.caseFile().number()),
                        Optional.of(each.caseFile().id()),
                        Optional.of(each.due()),
                        Optional.of(each.overdue())))
            .toList();
    return new Section(key, title, found.total(), items);
  }

  private Section messages(Caller caller) {
    List<Messages.Message> unread =
        routing.messages().own(caller, true, Optional.empty(), SHOWN).items();
    List<Item> items =
        messages.shown(caller, unread).stream()
            .map(
                each ->
                    new Item(
                        each.id(),
                        "message",
                        each.from().label() + " · " + each.caseFile().subject(),
                        Optional.of(each.caseFile().number()),
                        Optional.of(each.caseFile().id()),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    return new Section("messages", "Unread messages", routing.messages().unread(caller), items);
  }

  private Section intake(Caller caller) {
    EnumSet<IntakeState> waiting = EnumSet.of(IntakeState.READY, IntakeState.QUARANTINED);
    Map<IntakeState, Long> counts = intake.counts(caller);
    List<Item> items =
        intake.list(caller, waiting, Optional.empty(), SHOWN).items().stream()
            .map(
                each ->
                    new Item(
                        each.node().id(),
                        "intakeItem",
                        each.node().name(),
                        Optional.of(each.state().code()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    long count = waiting.stream().mapToLong(state -> counts.getOrDefault(state, 0L)).sum();
    return new Section("intake", "Waiting to be filed", count, items);
  }

  private Section unrouted(Caller caller) {
    Map<String, List<String>> filters = new HashMap<>();
    filters.put("status", List.of(CaseFile.OPEN));
    SearchResult found =
        searcher.search(
            new SearchQuery(
                "",
                List.of(Cor.CASE_FILE),
                Optional.empty(),
                filters,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "due",
                Optional.empty(),
                SHOWN),
            caller);
    List<Item> items =
        nodes.findAll(caller, found.hits().stream().map(SearchResult.Hit::id).toList()).stream()
            .map(DeskRoutes::file)
            .toList();
    return new Section("unrouted", "Not on a route yet", found.total(), items);
  }

  private static Item file(Node node) {
    return new Item(
        node.id(),
        "caseFile",
        node.text(Cor.SUBJECT).orElse(node.name()),
        node.text(Cor.FILE_NUMBER),
        Optional.of(node.id()),
        node.date(Cor.DUE_DATE),
        Optional.empty());
  }
}
