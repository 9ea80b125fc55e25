package org.chancery.core.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.stakeholders.Stopped;
import org.chancery.core.vocabulary.Stk;

/** Carries out a plan, lot by lot, each in a transaction of its own. */
final class RunStep extends ImportStep {
  private final Journal journal;
  private final Endings endings;

  RunStep(Imports.Ports ports, ImportBook book, Endings endings, BooleanSupplier ending) {
    super(ports, book, ending);
    this.journal = new Journal(ports.nodes(), ports.contents());
    this.endings = endings;
  }

  @Override
  void take(Turn turn) {
    Node node = turn.node();
    Node file = turn.file();
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
                        turn.actor(),
                        about.component(),
                        folds));
    Map<Integer, Entry> before = done(file.id());
    int from = Import.of(node, about).done();
    try (PlanFile plan = new PlanFile(open(file, Stk.IMPORT_PLAN), 0)) {
      LotSize size = new LotSize();
      List<Runner.Todo> lot = new ArrayList<>();
      for (Optional<PlannedRow> row = plan.next(); row.isPresent(); row = plan.next()) {
        PlannedRow each = row.get();
        if (each.number() <= from) {
          Optional.ofNullable(before.get(each.number())).ifPresent(e -> runner.made(each, e));
          continue;
        }
        lot.add(new Runner.Todo(each, decisions.getOrDefault(each.number(), each.usual())));
        if (lot.size() == size.rows()) {
          Instant began = ports.clock().instant();
          if (!carriedOut(turn, runner, lot)) {
            return;
          }
          size.took(lot.size(), Duration.between(began, ports.clock().instant()));
          lot.clear();
        }
      }
      if (!lot.isEmpty() && !carriedOut(turn, runner, lot)) {
        return;
      }
    }
    Node now = ports.transactions().read(() -> ports.nodes().get(SYSTEM, node.id()));
    end(turn, ImportState.RUNNING, ImportState.DONE, book.about(now));
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
          .filter(each -> each.result() != RowResult.MET)
          .forEach(each -> done.put(each.row(), each));
    }
    return done;
  }

  /** A lot, in one transaction; row by row when one of them cannot be entered. */
  private boolean carriedOut(Turn turn, Runner runner, List<Runner.Todo> lot) {
    if (ending()) {
      ports.queue().release(turn.work());
      return false;
    }
    endings.giveWay(turn.id(), () -> isOver(turn.id(), ImportState.RUNNING));
    List<Runner.Todo> rows = List.copyOf(lot);
    boolean goesOn;
    try {
      goesOn = inOne(turn, runner, rows, true);
    } catch (RuntimeException e) {
      goesOn = true;
      for (Runner.Todo each : rows) {
        goesOn = goesOn && alone(turn, runner, each);
      }
    }
    if (!goesOn) {
      ports.transactions().write(() -> ports.queue().done(turn.work()));
    } else {
      goesOn(turn);
    }
    return goesOn;
  }

  private boolean alone(Turn turn, Runner runner, Runner.Todo row) {
    try {
      return inOne(turn, runner, List.of(row), false);
    } catch (Stopped e) {
      // Those who decide are asked once what was tried has rolled back.
      ports.transactions().write(e::ask);
      return keep(turn, runner, List.of(row), () -> Runner.refused(row.row(), e));
    } catch (RuntimeException e) {
      if (!isRowsFault(e)) {
        throw e;
      }
      return keep(turn, runner, List.of(row), () -> Runner.refused(row.row(), e));
    }
  }

  /** What is wrong with the row, and not with the host. */
  private static boolean isRowsFault(RuntimeException e) {
    return e.getClass().getPackageName().startsWith("org.chancery.core");
  }

  private boolean inOne(Turn turn, Runner runner, List<Runner.Todo> rows, boolean folding) {
    return keep(turn, runner, rows, () -> runner.carryOut(rows, folding));
  }

  private boolean keep(
      Turn turn, Runner runner, List<Runner.Todo> rows, Supplier<Runner.Lot> doing) {
    AtomicReference<Runner.Lot> made = new AtomicReference<>();
    boolean goesOn =
        ports
            .transactions()
            .write(
                () -> {
                  Node held = book.hold(turn.id());
                  if (ImportState.of(held) != ImportState.RUNNING) {
                    return false;
                  }
                  Runner.Lot lot = doing.get();
                  journal.keep(turn.file().id(), rows.get(0).row().number(), lot.entries());
                  Map<String, Integer> results = new TreeMap<>();
                  lot.entries().stream()
                      .filter(each -> each.result() != RowResult.MET)
                      .forEach(each -> results.merge(each.result().code(), 1, Integer::sum));
                  book.set(turn.id(), ImportState.RUNNING, book.about(held).worked(results));
                  book.change(
                      turn.id(), Map.of(Stk.IMPORT_DONE, rows.get(rows.size() - 1).row().number()));
                  made.set(lot);
                  return true;
                });
    if (goesOn) {
      runner.made(made.get());
      Map<Integer, PlannedRow> byNumber = new TreeMap<>();
      rows.forEach(each -> byNumber.put(each.row().number(), each.row()));
      made.get().entries().stream()
          .filter(each -> each.result() != RowResult.MET)
          .forEach(each -> runner.made(byNumber.get(each.row()), each));
    }
    return goesOn;
  }
}
