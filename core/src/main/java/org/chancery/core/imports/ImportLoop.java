package org.chancery.core.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.chancery.core.access.Account;
import org.chancery.core.access.Actor;
import org.chancery.core.background.OwnThread;
import org.chancery.core.intake.WorkQueue.Work;
import org.chancery.core.matching.Matcher;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.stakeholders.Stopped;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does in the background what imports need: compares, carries out, takes back, destroys. A killed
 * process goes on where it was.
 */
final class ImportLoop implements AutoCloseable {
  static final String QUEUE = "imports";

  private static final Logger LOG = LoggerFactory.getLogger(ImportLoop.class);
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration AGAIN = Duration.ofSeconds(20);
  private static final Duration OVER = Duration.ofMinutes(10);
  private static final int ATTEMPTS = 5;
  private static final int LOT = 500;
  private static final int AT_ONCE = 1000;
  private static final int MOST_KEPT = 500;

  private final Imports.Ports ports;
  private final ImportBook book;
  private final Journal journal;
  private final Planner planner = new Planner(new Matcher());
  private final OwnThread thread = new OwnThread("imports");

  ImportLoop(Imports.Ports ports, ImportBook book) {
    this.ports = ports;
    this.book = book;
    this.journal = new Journal(ports.nodes(), ports.contents());
  }

  void start() {
    thread.every(Duration.ZERO, POLL, "Importing failed", this::once);
    thread.every(OVER, OVER, "Destroying imported files failed", this::destroyOver);
  }

  void once() {
    Optional<Work> next = ports.queue().take(QUEUE, LEASE);
    while (next.isPresent() && !thread.ending()) {
      Work work = next.get();
      try {
        step(work);
      } catch (RuntimeException e) {
        failed(work, e);
      }
      next = ports.queue().take(QUEUE, LEASE);
    }
  }

  private void failed(Work work, RuntimeException e) {
    if (thread.ending()) {
      ports.queue().release(work);
      return;
    }
    LOG.error("Import {} failed, attempt {}", work.key(), work.attempt(), e);
    if (work.attempt() < ATTEMPTS) {
      ports.queue().later(work, AGAIN, String.valueOf(e.getMessage()));
      return;
    }
    ports
        .transactions()
        .write(
            () -> {
              Node held = book.hold(NodeId.of(work.key()));
              book.set(
                  held.id(),
                  ImportState.CANCELLED,
                  book.about(held)
                      .saying("It failed several times and was ended: " + e.getMessage()));
              ports.queue().done(work);
            });
  }

  private void step(Work work) {
    NodeId id = NodeId.of(work.key());
    Optional<Node> node = ports.transactions().read(() -> ports.nodes().find(SYSTEM, id));
    Optional<Node> file = ports.transactions().read(() -> book.work(id));
    if (node.isEmpty() || file.isEmpty() || !ImportState.of(node.get()).inBackground()) {
      ports.transactions().write(() -> ports.queue().done(work));
      return;
    }
    Optional<Account> by = ports.accounts().find(node.get().text(Stk.IMPORT_BY).orElseThrow());
    if (by.isEmpty()) {
      end(work, id, ImportState.of(node.get()), ImportState.CANCELLED, book.about(node.get()));
      return;
    }
    Actor actor = Actor.of(by.get(), "system");
    switch (ImportState.of(node.get())) {
      case PREVIEWING -> preview(work, node.get(), file.get(), actor);
      case RUNNING -> run(work, node.get(), file.get(), actor);
      default -> undo(work, node.get(), file.get(), actor);
    }
  }

  /** Ends the step, unless somebody has ended the import meanwhile. */
  private void end(Work work, NodeId id, ImportState from, ImportState to, About about) {
    ports
        .transactions()
        .write(
            () -> {
              Node held = book.hold(id);
              if (ImportState.of(held) == from) {
                book.set(id, to, about);
              }
              if (!ports.queue().done(work)) {
                throw new IllegalStateException("Another node has taken over " + work.key());
              }
            });
  }

  private void preview(Work work, Node node, Node file, Actor actor) {
    About about = book.about(node);
    List<FileRow> rows = new ArrayList<>();
    List<FileWarning> warnings;
    try (FileRows in = new FileRows(open(file, Stk.IMPORT_ROWS))) {
      if (in.shape().isTable()) {
        in.as(Columns.of(about.fields(), in.shape().columns().size()));
      }
      for (Optional<FileRow> row = in.row(); row.isPresent(); row = in.row()) {
        rows.add(row.get());
      }
      warnings = in.warnings();
    }
    KnownPeople known =
        ports.transactions().read(() -> new KnownPeople(ports.nodes(), actor.caller()));
    Optional<List<PlannedRow>> planned =
        planner.plan(
            rows,
            known,
            new Planner.Watch(
                () -> thread.ending() || isOver(node.id(), ImportState.PREVIEWING),
                done -> progress(work, node.id(), done, rows.size())));
    if (planned.isEmpty()) {
      giveBack(work, node.id(), ImportState.PREVIEWING);
      return;
    }
    Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    planned.get().forEach(row -> fates.merge(row.fate(), 1, Integer::sum));
    Map<String, Integer> counts = new TreeMap<>();
    fates.forEach((fate, count) -> counts.put(fate.code(), count));
    ContentInfo plan = stored(planned.get());
    ports
        .transactions()
        .write(
            () -> {
              Node held = book.hold(node.id());
              if (ImportState.of(held) == ImportState.PREVIEWING) {
                ports.contents().attach(SYSTEM, file.id(), Stk.IMPORT_PLAN, plan);
                Decisions.keep(ports.contents(), ports.nodes().get(SYSTEM, file.id()), Map.of());
                book.set(
                    node.id(),
                    ImportState.DECIDING,
                    book.about(held).counted(counts, warnings).decided(0));
                book.change(
                    node.id(), Map.of(Stk.IMPORT_OF, planned.get().size(), Stk.IMPORT_DONE, 0));
              }
              ports.queue().done(work);
            });
  }

  private ContentInfo stored(List<PlannedRow> rows) {
    try {
      Path file = Files.createTempFile("plan-", ".jsonl");
      try {
        try (PlanFile.Writer out = new PlanFile.Writer(Files.newOutputStream(file))) {
          rows.forEach(out::add);
        }
        try (InputStream in = Files.newInputStream(file)) {
          return ports.contents().store(in, "application/x-ndjson");
        }
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream open(Node file, QName content) {
    return ports.contents().open(SYSTEM, file.id(), content);
  }

  private boolean isOver(NodeId id, ImportState state) {
    return ports
        .transactions()
        .read(
            () ->
                ports
                    .nodes()
                    .find(SYSTEM, id)
                    .filter(node -> ImportState.of(node) == state)
                    .isEmpty());
  }

  private void progress(Work work, NodeId id, int done, int of) {
    ports
        .transactions()
        .write(() -> book.change(id, Map.of(Stk.IMPORT_DONE, done, Stk.IMPORT_OF, of)));
    ports.queue().extend(work, LEASE);
  }

  /** Told to end: by the process, which goes on later, or by somebody, which is the end. */
  private void giveBack(Work work, NodeId id, ImportState state) {
    if (isOver(id, state)) {
      ports.transactions().write(() -> ports.queue().done(work));
    } else {
      ports.queue().release(work);
    }
  }

  private void run(Work work, Node node, Node file, Actor actor) {
    About about = book.about(node);
    Map<Integer, Decision> decisions = Decisions.read(ports.contents(), file);
    Folds folds = folds(file, decisions);
    Runner runner =
        ports
            .transactions()
            .read(
                () ->
                    new Runner(
                        ports.nodes(),
                        ports.stakeholders(),
                        ports.events(),
                        ports.notices(),
                        actor,
                        about.component(),
                        folds));
    Map<Integer, Entry> before = done(file.id());
    int from = Import.of(node, about).done();
    try (PlanFile plan = new PlanFile(open(file, Stk.IMPORT_PLAN), 0)) {
      List<Runner.Todo> lot = new ArrayList<>();
      for (Optional<PlannedRow> row = plan.next(); row.isPresent(); row = plan.next()) {
        PlannedRow each = row.get();
        if (each.number() <= from) {
          Optional.ofNullable(before.get(each.number())).ifPresent(e -> runner.made(each, e));
          continue;
        }
        lot.add(new Runner.Todo(each, decisions.getOrDefault(each.number(), each.usual())));
        if (lot.size() == LOT) {
          if (!carriedOut(work, node.id(), file.id(), runner, lot)) {
            return;
          }
          lot.clear();
        }
      }
      if (!lot.isEmpty() && !carriedOut(work, node.id(), file.id(), runner, lot)) {
        return;
      }
    }
    Node now = ports.transactions().read(() -> ports.nodes().get(SYSTEM, node.id()));
    end(work, node.id(), ImportState.RUNNING, ImportState.DONE, book.about(now));
  }

  private Folds folds(Node file, Map<Integer, Decision> decisions) {
    Folds folds = new Folds();
    try (PlanFile plan = new PlanFile(open(file, Stk.IMPORT_PLAN), 0)) {
      for (Optional<PlannedRow> row = plan.next(); row.isPresent(); row = plan.next()) {
        folds.add(row.get(), decisions.getOrDefault(row.get().number(), row.get().usual()));
      }
    }
    return folds;
  }

  /** What was made before the process was started anew. */
  private Map<Integer, Entry> done(NodeId file) {
    Map<Integer, Entry> done = new TreeMap<>();
    for (NodeId part : ports.transactions().read(() -> journal.parts(file))) {
      journal.entries(part).stream()
          .filter(each -> each.result() != Entry.Result.MET)
          .forEach(each -> done.put(each.row(), each));
    }
    return done;
  }

  /** A lot, in one transaction; row by row when one of them cannot be entered. */
  private boolean carriedOut(
      Work work, NodeId id, NodeId file, Runner runner, List<Runner.Todo> lot) {
    if (thread.ending()) {
      ports.queue().release(work);
      return false;
    }
    List<Runner.Todo> rows = List.copyOf(lot);
    boolean goesOn;
    try {
      goesOn = inOne(id, file, runner, rows, true);
    } catch (RuntimeException e) {
      goesOn = true;
      for (Runner.Todo each : rows) {
        goesOn = goesOn && alone(id, file, runner, each);
      }
    }
    if (!goesOn) {
      ports.transactions().write(() -> ports.queue().done(work));
    } else {
      ports.queue().extend(work, LEASE);
    }
    return goesOn;
  }

  private boolean alone(NodeId id, NodeId file, Runner runner, Runner.Todo row) {
    try {
      return inOne(id, file, runner, List.of(row), false);
    } catch (Stopped e) {
      // Those who decide are asked once what was tried has rolled back.
      ports.transactions().write(e::ask);
      return keep(id, file, runner, List.of(row), () -> Runner.refused(row.row(), e));
    } catch (RuntimeException e) {
      if (!isRowsFault(e)) {
        throw e;
      }
      return keep(id, file, runner, List.of(row), () -> Runner.refused(row.row(), e));
    }
  }

  /** What is wrong with the row, and not with the host. */
  private static boolean isRowsFault(RuntimeException e) {
    return e.getClass().getPackageName().startsWith("org.chancery.core");
  }

  private boolean inOne(
      NodeId id, NodeId file, Runner runner, List<Runner.Todo> rows, boolean folding) {
    return keep(id, file, runner, rows, () -> runner.carryOut(rows, folding));
  }

  private boolean keep(
      NodeId id, NodeId file, Runner runner, List<Runner.Todo> rows, Supplier<Runner.Lot> doing) {
    AtomicReference<Runner.Lot> made = new AtomicReference<>();
    boolean goesOn =
        ports
            .transactions()
            .write(
                () -> {
                  Node held = book.hold(id);
                  if (ImportState.of(held) != ImportState.RUNNING) {
                    return false;
                  }
                  Runner.Lot lot = doing.get();
                  journal.keep(file, rows.get(0).row().number(), lot.entries());
                  Map<String, Integer> results = new TreeMap<>();
                  lot.entries().stream()
                      .filter(each -> each.result() != Entry.Result.MET)
                      .forEach(
                          each ->
                              results.merge(
                                  each.result().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
                  book.set(id, ImportState.RUNNING, book.about(held).worked(results));
                  book.change(
                      id, Map.of(Stk.IMPORT_DONE, rows.get(rows.size() - 1).row().number()));
                  made.set(lot);
                  return true;
                });
    if (goesOn) {
      runner.made(made.get());
      Map<Integer, PlannedRow> byNumber = new TreeMap<>();
      rows.forEach(each -> byNumber.put(each.row().number(), each.row()));
      made.get().entries().stream()
          .filter(each -> each.result() != Entry.Result.MET)
          .forEach(each -> runner.made(byNumber.get(each.row()), each));
    }
    return goesOn;
  }

  private void undo(Work work, Node node, Node file, Actor actor) {
    List<NodeId> parts = ports.transactions().read(() -> journal.parts(file.id()));
    List<Entry> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(journal.entries(part)));
    Undoer undoer = new Undoer(ports.nodes(), ports.stakeholders(), ports.audit(), actor, all);
    if (all.size() <= AT_ONCE) {
      ports
          .transactions()
          .write(
              () -> {
                List<String> kept = new ArrayList<>();
                parts.forEach(part -> kept.addAll(undoer.events(journal.entries(part))));
                parts.forEach(part -> kept.addAll(takeBack(undoer, part)));
                kept(node.id(), kept, all.size());
              });
    } else {
      int done = 0;
      for (NodeId part : parts) {
        List<Entry> entries = journal.entries(part);
        int before = done;
        ports.transactions().write(() -> kept(node.id(), undoer.events(entries), before));
        done += entries.size();
      }
      done = 0;
      for (NodeId part : parts) {
        if (thread.ending()) {
          ports.queue().release(work);
          return;
        }
        done += journal.entries(part).size();
        int now = done;
        ports.transactions().write(() -> kept(node.id(), takeBack(undoer, part), now));
        ports.queue().extend(work, LEASE);
      }
    }
    ports.transactions().write(() -> kept(node.id(), undoer.organizations(), all.size()));
    Node now = ports.transactions().read(() -> ports.nodes().get(SYSTEM, node.id()));
    end(work, node.id(), ImportState.UNDOING, ImportState.UNDONE, book.about(now));
  }

  private List<String> takeBack(Undoer undoer, NodeId part) {
    List<String> kept = undoer.takeBack(journal.entries(part));
    ports.nodes().delete(SYSTEM, part, Optional.empty());
    return kept;
  }

  private void kept(NodeId id, List<String> more, int done) {
    Node held = book.hold(id);
    About about = book.about(held);
    List<String> all = new ArrayList<>(about.kept());
    more.stream().limit(Math.max(0, MOST_KEPT - all.size())).forEach(all::add);
    book.set(id, ImportState.UNDOING, about.kept(all));
    book.change(id, Map.of(Stk.IMPORT_DONE, done));
  }

  /** Destroys the files whose time has come, and has their bytes erased. */
  void destroyOver() {
    Forgetting forgetting = new Forgetting(ports, book);
    List<Node> over =
        ports
            .transactions()
            .read(
                () ->
                    book.all(SYSTEM).stream()
                        .filter(
                            node ->
                                node.instant(Stk.IMPORT_UNTIL).orElseThrow().isBefore(book.now()))
                        .filter(node -> book.work(node.id()).isPresent())
                        .toList());
    for (Node node : over) {
      ports
          .transactions()
          .write(
              () ->
                  book.work(node.id())
                      .ifPresent(
                          work ->
                              forgetting.destroy(
                                  node,
                                  work,
                                  "The file, and with it the way to undo the import, was destroyed"
                                      + " after seven days.")));
    }
    if (!over.isEmpty()) {
      ports.destruction().erase();
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
