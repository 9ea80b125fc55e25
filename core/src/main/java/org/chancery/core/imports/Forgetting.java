package org.chancery.core.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.erasure.Keeper;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Destroys files of imports with all that describes people in them. */
final class Forgetting {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Imports.Ports ports;
  private final ImportBook book;

  Forgetting(Imports.Ports ports, ImportBook book) {
    this.ports = ports;
    this.book = book;
  }

  /** Those that say something of a person; within the transaction in progress. */
  int forget(NodeId person, Keeper.Naming naming) {
    int gone = 0;
    for (Node each : book.all(SYSTEM)) {
      Optional<Node> work = book.work(each.id());
      if (work.isPresent() && says(work.get(), person, naming)) {
        destroy(each, work.get(), "The file was destroyed since somebody in it was erased.");
        gone++;
      }
    }
    return gone;
  }

  private boolean says(Node work, NodeId person, Keeper.Naming naming) {
    return !work.contents().containsKey(Stk.IMPORT_ROWS)
        || contains(work.id(), Stk.IMPORT_ROWS, naming::inRow)
        || (work.contents().containsKey(Stk.IMPORT_PLAN)
            && contains(work.id(), Stk.IMPORT_PLAN, line -> line.contains(person.value())))
        || new Journal(ports.nodes(), ports.contents())
            .parts(work.id()).stream()
                .anyMatch(
                    part ->
                        contains(part, Stk.IMPORT_JOURNAL, line -> line.contains(person.value())));
  }

  private boolean contains(NodeId node, QName content, Predicate<String> names) {
    try (InputStream in = ports.contents().open(SYSTEM, node, content);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (names.test(line)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Destroys one's file, within the transaction in progress; its bytes are left to be erased. */
  void destroy(Node node, Node work, String why) {
    Node held = book.hold(node.id());
    ImportState state = ImportState.of(held);
    ImportState after =
        switch (state) {
          case DONE, FAILED, UNDONE -> state;
          default -> ImportState.CANCELLED;
        };
    ports.destruction().remove(SYSTEM, work.id());
    book.set(node.id(), after, book.about(held).destroyed().saying(why));
    ports.audit().record(Actor.ofSystem().did(Action.IMPORT_DESTROY, node.id(), Map.of()));
  }
}
