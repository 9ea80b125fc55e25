package org.chancery.core.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Capability;
import org.chancery.core.correspondence.CaseFile;
import org.chancery.core.intake.IntakeDesk;
import org.chancery.core.intake.IntakeState;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.routing.Routing;
import org.chancery.core.routing.Tasking;
import org.chancery.core.routing.TaskingDesk;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * What is the caller's to do, by what their roles let them do. The index is asked for each section;
 * what all of them show is read at once.
 */
final class DeskRoutes {
  private static final int SHOWN = 5;

  private final Routing routing;
  private final IntakeDesk intake;
  private final Searcher searcher;
  private final Nodes nodes;
  private final Accounts accounts;

  DeskRoutes(
      Routing routing, IntakeDesk intake, Searcher searcher, Nodes nodes, Accounts accounts) {
    this.routing = routing;
    this.intake = intake;
    this.searcher = searcher;
    this.nodes = nodes;
    this.accounts = accounts;
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

  /** A section before what it shows has been read. */
  private record Found(String key, String title, SearchResult result) {
    Stream<NodeId> ids() {
      return result.hits().stream().map(SearchResult.Hit::id);
    }
  }

  Response get(Exchange exchange) {
    Caller caller = exchange.caller();
    Set<Capability> may = exchange.account().capabilities();
    List<Found> found = SearchRoutes.answered(() -> found(caller, may));
    Shown shown = new Shown(caller, found);
    List<Section> sections =
        found.stream()
            .map(
                each ->
                    new Section(
                        each.key(),
                        each.title(),
                        each.result().total(),
                        each.ids().flatMap(id -> shown.item(id).stream()).toList()))
            .toList();
    return Response.json(200, new Body(sections)).with("Cache-Control", "no-store");
  }

  private List<Found> found(Caller caller, Set<Capability> may) {
    Optional<TaskingDesk.Due> any = Optional.empty();
    Optional<TaskingDesk.Due> overdue = Optional.of(TaskingDesk.Due.OVERDUE);
    List<Found> found = new ArrayList<>();
    if (may.contains(Capability.DO_TASKINGS)) {
      found.add(taskings(caller, "overdue", "Overdue", TaskingDesk.View.MINE, overdue));
      found.add(taskings(caller, "mine", "Yours to do", TaskingDesk.View.MINE, any));
      found.add(taskings(caller, "group", "For your groups to take", TaskingDesk.View.GROUP, any));
    }
    found.add(
        new Found(
            "messages",
            "Unread messages",
            routing.messages().search(caller, true, Optional.empty(), SHOWN)));
    if (may.contains(Capability.PROCESS_INTAKE)) {
      Set<IntakeState> waiting = EnumSet.of(IntakeState.READY, IntakeState.QUARANTINED);
      found.add(
          new Found(
              "intake",
              "Waiting to be filed",
              intake.search(caller, waiting, Optional.empty(), SHOWN)));
    }
    if (may.contains(Capability.ROUTE)) {
      found.add(new Found("unrouted", "Not in work yet", unrouted(caller)));
    }
    if (may.contains(Capability.TASK)) {
      found.add(taskings(caller, "assigned", "Given to others", TaskingDesk.View.ASSIGNED, any));
      found.add(
          taskings(caller, "component", "Overdue in what you see", TaskingDesk.View.ALL, overdue));
    }
    return found;
  }

  private Found taskings(
      Caller caller,
      String key,
      String title,
      TaskingDesk.View view,
      Optional<TaskingDesk.Due> due) {
    TaskingDesk.Question question =
        new TaskingDesk.Question(
            view, Optional.empty(), List.of(), due, "due", Optional.empty(), SHOWN);
    return new Found(key, title, routing.desk().search(caller, question));
  }

  private SearchResult unrouted(Caller caller) {
    return searcher.search(
        new SearchQuery(
            "",
            List.of(Cor.CASE_FILE),
            Optional.empty(),
            Map.of("status", List.of(CaseFile.OPEN)),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "due",
            Optional.empty(),
            SHOWN),
        caller);
  }

  /** What sections show, and the case files around it, as the caller may see them. */
  private final class Shown {
    private final Caller caller;
    private final Map<NodeId, Node> known = new HashMap<>();
    private final People people = new People(accounts);
    private final LocalDate today = routing.desk().today();

    Shown(Caller caller, List<Found> found) {
      this.caller = caller;
      read(found.stream().flatMap(Found::ids));
      // A message knows the part it lies in; that knows the file.
      read(
          Stream.concat(
              of(Cor.TASKING).map(node -> Tasking.of(node).caseFile()),
              of(Cor.FILE_MESSAGE).flatMap(node -> node.parent().stream())));
      read(of(Cor.FILE_MESSAGE).flatMap(node -> file(node).stream()));
    }

    private Stream<Node> of(QName type) {
      return List.copyOf(known.values()).stream().filter(node -> node.type().equals(type));
    }

    /** The case file of a message whose part has been read. */
    private Optional<NodeId> file(Node message) {
      return message.parent().map(known::get).flatMap(Node::parent);
    }

    private void read(Stream<NodeId> ids) {
      List<NodeId> wanted = ids.distinct().filter(Predicate.not(known::containsKey)).toList();
      if (!wanted.isEmpty()) {
        nodes.findAll(caller, wanted).forEach(node -> known.put(node.id(), node));
      }
    }

    /** Empty for what is gone, or out of sight, since it was found. */
    Optional<Item> item(NodeId id) {
      return Optional.ofNullable(known.get(id))
          .flatMap(
              node -> {
                if (node.type().equals(Cor.TASKING)) {
                  return Optional.of(tasking(Tasking.of(node)));
                } else if (node.type().equals(Cor.FILE_MESSAGE)) {
                  return message(node);
                } else if (node.type().equals(Cor.CASE_FILE)) {
                  return Optional.of(caseFile(node));
                }
                return IntakeState.of(node).map(state -> received(node, state));
              });
    }

    private Item tasking(Tasking tasking) {
      TaskingJson.FileBody file = body(tasking.caseFile());
      return new Item(
          tasking.id(),
          "tasking",
          tasking.title() + " · " + file.subject(),
          Optional.of(file.number()),
          Optional.of(file.id()),
          Optional.of(tasking.due()),
          Optional.of(tasking.state().active() && tasking.due().isBefore(today)));
    }

    private Optional<Item> message(Node node) {
      return file(node)
          .map(this::body)
          .map(
              file ->
                  new Item(
                      node.id(),
                      "message",
                      people.label(node.createdBy()) + " · " + file.subject(),
                      Optional.of(file.number()),
                      Optional.of(file.id()),
                      Optional.empty(),
                      Optional.empty()));
    }

    private TaskingJson.FileBody body(NodeId file) {
      return TaskingJson.FileBody.of(file, Optional.ofNullable(known.get(file)));
    }
  }

  private static Item received(Node node, IntakeState state) {
    return new Item(
        node.id(),
        "intakeItem",
        node.name(),
        Optional.of(state.code()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Item caseFile(Node node) {
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
