package org.chancery.core.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Stk;

/** Takes back what an import has made. */
final class UndoStep extends ImportStep {
  private static final int AT_ONCE = 1000;
  private static final int MOST_KEPT = 500;

  private final Journal journal;

  UndoStep(Imports.Ports ports, ImportBook book, BooleanSupplier ending) {
    super(ports, book, ending);
    this.journal = new Journal(ports.nodes(), ports.contents());
  }

  @Override
  void take(Turn turn) {
    Node node = turn.node();
    Node file = turn.file();
    List<NodeId> parts = ports.transactions().read(() -> journal.parts(file.id()));
    List<Entry> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(journal.entries(part)));
    Undoer undoer =
        new Undoer(ports.nodes(), ports.stakeholders(), ports.audit(), turn.actor(), all);
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
        if (ending()) {
          ports.queue().release(turn.work());
          return;
        }
        done += journal.entries(part).size();
        int now = done;
        ports.transactions().write(() -> kept(node.id(), takeBack(undoer, part), now));
        goesOn(turn);
      }
    }
    ports.transactions().write(() -> kept(node.id(), undoer.organizations(), all.size()));
    Node now = ports.transactions().read(() -> ports.nodes().get(SYSTEM, node.id()));
    end(turn, ImportState.UNDOING, ImportState.UNDONE, book.about(now));
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
}
