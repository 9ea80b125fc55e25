package org.chancery.core.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.chancery.core.matching.Matcher;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Stk;

/** Compares the rows of a file with each other and with whom there is. */
final class PreviewStep extends ImportStep {
  private final Planner planner = new Planner(new Matcher());

  PreviewStep(Imports.Ports ports, ImportBook book, BooleanSupplier ending) {
    super(ports, book, ending);
  }

  @Override
  void take(Turn turn) {
    Node node = turn.node();
    Node file = turn.file();
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
        ports.transactions().read(() -> new KnownPeople(ports.nodes(), turn.actor().caller()));
    Optional<List<PlannedRow>> planned =
        planner.plan(
            rows,
            known,
            new Planner.Watch(
                () -> ending() || isOver(node.id(), ImportState.PREVIEWING),
                done -> progress(turn, done, rows.size())));
    if (planned.isEmpty()) {
      giveBack(turn, ImportState.PREVIEWING);
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
              ports.queue().done(turn.work());
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

  private void progress(Turn turn, int done, int of) {
    ports
        .transactions()
        .write(() -> book.change(turn.id(), Map.of(Stk.IMPORT_DONE, done, Stk.IMPORT_OF, of)));
    goesOn(turn);
  }
}
