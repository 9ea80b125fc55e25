package org.chancery.core.imports;

import java.io.InputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.chancery.core.access.Actor;
import org.chancery.core.intake.WorkQueue.Work;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.model.QName;

/**
 * One thing the background does with an import; it can be ended at any moment, and goes on later.
 */
abstract class ImportStep {
  /** Whoever takes a step keeps it for so long from its last sign of life on. */
  static final Duration LEASE = Duration.ofMinutes(2);

  static final Caller SYSTEM = Caller.ofSystem();

  final Imports.Ports ports;
  final ImportBook book;
  private final BooleanSupplier ending;

  ImportStep(Imports.Ports ports, ImportBook book, BooleanSupplier ending) {
    this.ports = ports;
    this.book = book;
    this.ending = ending;
  }

  /**
   * An import whose step is due.
   *
   * @param work what was taken of the queue
   * @param node the import
   * @param file its working file
   * @param actor on whose behalf
   */
  record Turn(Work work, Node node, Node file, Actor actor) {
    NodeId id() {
      return node.id();
    }
  }

  /** Takes the step, or what of it there is time for. */
  abstract void take(Turn turn);

  /** Whether the process ends. */
  final boolean ending() {
    return ending.getAsBoolean();
  }

  /** Ends the step, unless somebody has ended the import meanwhile. */
  final void end(Turn turn, ImportState from, ImportState to, About about) {
    ports
        .transactions()
        .write(
            () -> {
              Node held = book.hold(turn.id());
              if (ImportState.of(held) == from) {
                book.set(turn.id(), to, about);
              }
              if (!ports.queue().done(turn.work())) {
                throw new IllegalStateException("Another node has taken over " + turn.work().key());
              }
            });
  }

  final InputStream open(Node file, QName content) {
    return ports.contents().open(SYSTEM, file.id(), content);
  }

  final boolean isOver(NodeId id, ImportState state) {
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

  /** Told to end: by the process, which goes on later, or by somebody, which is the end. */
  final void giveBack(Turn turn, ImportState state) {
    if (isOver(turn.id(), state)) {
      ports.transactions().write(() -> ports.queue().done(turn.work()));
    } else {
      ports.queue().release(turn.work());
    }
  }

  /** A sign of life. */
  final void goesOn(Turn turn) {
    ports.queue().extend(turn.work(), LEASE);
  }
}
