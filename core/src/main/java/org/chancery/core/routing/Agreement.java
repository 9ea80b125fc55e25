package org.chancery.core.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Transactions;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.vocabulary.Cor;

/**
 * Proves that the engine and the domain agree (design § 7): every task that is open in the engine
 * has one tasking that is open, and every open tasking of a route has its task. Not to be called
 * within a transaction.
 */
public final class Agreement {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int PAGE = 200;

  private final ProcessEngine engine;
  private final Nodes nodes;
  private final Searcher searcher;
  private final Transactions transactions;

  Agreement(ProcessEngine engine, Nodes nodes, Searcher searcher, Transactions transactions) {
    this.engine = engine;
    this.nodes = nodes;
    this.searcher = searcher;
    this.transactions = transactions;
  }

  /**
   * Something on which they do not agree.
   *
   * @param code {@code task-without-tasking}, {@code tasking-without-task} or {@code
   *     two-taskings-of-a-task}
   * @param tasking the tasking, when there is one
   * @param detail what is wrong, with ids only
   */
  public record Mismatch(String code, Optional<NodeId> tasking, String detail) {}

  /** Compares all of them; what changes meanwhile is looked at again before it is told. */
  public List<Mismatch> check() {
    Map<String, ProcessEngine.OpenTask> tasks = tasks();
    Map<String, Tasking> taskings = new HashMap<>();
    List<Mismatch> found = new ArrayList<>();
    for (Tasking tasking : taskings()) {
      Tasking other = taskings.put(tasking.engineTask().orElseThrow(), tasking);
      if (other != null && stillOpen(tasking.id()) && stillOpen(other.id())) {
        found.add(
            new Mismatch(
                "two-taskings-of-a-task",
                Optional.of(tasking.id()),
                "Tasking " + other.id() + " is of the same task."));
      }
    }
    taskings.forEach(
        (task, tasking) -> {
          if (!tasks.containsKey(task) && waitsForNothing(tasking)) {
            found.add(
                new Mismatch(
                    "tasking-without-task",
                    Optional.of(tasking.id()),
                    "It is open, but the engine does not wait for it."));
          }
        });
    List<ProcessEngine.OpenTask> alone =
        tasks.values().stream()
            .filter(task -> !taskings.containsKey(task.id()))
            .filter(task -> engine.openTasks(task.process()).stream().anyMatch(task::equals))
            .toList();
    if (!alone.isEmpty()) {
      List<String> since =
          taskings().stream().map(each -> each.engineTask().orElseThrow()).toList();
      alone.stream()
          .filter(task -> !since.contains(task.id()))
          .forEach(
              task ->
                  found.add(
                      new Mismatch(
                          "task-without-tasking",
                          Optional.empty(),
                          "The engine waits for task "
                              + task.id()
                              + " at '"
                              + task.step()
                              + "' of process "
                              + task.process()
                              + ", which is nobody's.")));
    }
    return found;
  }

  private Map<String, ProcessEngine.OpenTask> tasks() {
    Map<String, ProcessEngine.OpenTask> all = new LinkedHashMap<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<ProcessEngine.OpenTask> page = engine.openTasks(cursor, PAGE);
      page.items().forEach(task -> all.put(task.id(), task));
      cursor = page.cursor();
    } while (cursor.isPresent());
    return all;
  }

  /** The open taskings that are steps of routes. */
  private List<Tasking> taskings() {
    List<Tasking> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      SearchResult page =
          searcher.search(
              new SearchQuery(
                  "",
                  List.of(Cor.TASKING),
                  Optional.empty(),
                  Map.of("taskState", List.of(TaskState.OPEN.code(), TaskState.CLAIMED.code())),
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  "due",
                  cursor,
                  PAGE),
              SYSTEM);
      nodes.findAll(SYSTEM, page.hits().stream().map(SearchResult.Hit::id).toList()).stream()
          .map(Tasking::of)
          .filter(tasking -> tasking.state().active() && tasking.engineTask().isPresent())
          .forEach(all::add);
      cursor = page.cursor();
    } while (cursor.isPresent());
    return all;
  }

  private boolean stillOpen(NodeId tasking) {
    return nodes.find(SYSTEM, tasking).map(Tasking::of).filter(t -> t.state().active()).isPresent();
  }

  /** Looked at on one snapshot: a step between two looks is no mismatch. */
  private boolean waitsForNothing(Tasking seen) {
    return transactions.read(
        () -> {
          Optional<Node> node = nodes.find(SYSTEM, seen.id());
          if (node.map(Tasking::of).filter(each -> each.state().active()).isEmpty()) {
            return false;
          }
          Optional<String> process =
              seen.route()
                  .flatMap(route -> nodes.find(SYSTEM, route))
                  .flatMap(route -> route.text(Cor.PROCESS_ID));
          return process.isEmpty()
              || engine.openTasks(process.get()).stream()
                  .noneMatch(task -> seen.engineTask().equals(Optional.of(task.id())));
        });
  }
}
