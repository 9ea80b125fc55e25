package org.chancery.core.imports;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chancery.core.access.Account;
import org.chancery.core.access.Actor;
import org.chancery.core.background.OwnThread;
import org.chancery.core.intake.WorkQueue.Work;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Stk;
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
  private static final Duration AGAIN = Duration.ofSeconds(20);
  private static final Duration OVER = Duration.ofMinutes(10);
  private static final int ATTEMPTS = 5;

  private final Imports.Ports ports;
  private final ImportBook book;
  private final ImportStep preview;
  private final ImportStep run;
  private final ImportStep undo;
  private final OwnThread thread = new OwnThread("imports");

  ImportLoop(Imports.Ports ports, ImportBook book, Endings endings) {
    this.ports = ports;
    this.book = book;
    preview = new PreviewStep(ports, book, thread::ending);
    run = new RunStep(ports, book, endings, thread::ending);
    undo = new UndoStep(ports, book, thread::ending);
  }

  void start() {
    thread.every(Duration.ZERO, POLL, "Importing failed", this::once);
    thread.every(OVER, OVER, "Destroying imported files failed", this::destroyOver);
  }

  void once() {
    Optional<Work> next = ports.queue().take(QUEUE, ImportStep.LEASE);
    while (next.isPresent() && !thread.ending()) {
      Work work = next.get();
      try {
        step(work);
      } catch (RuntimeException e) {
        failed(work, e);
      }
      next = ports.queue().take(QUEUE, ImportStep.LEASE);
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
    ImportState state = ImportState.of(node.get());
    ImportStep step =
        switch (state) {
          case PREVIEWING -> preview;
          case RUNNING -> run;
          default -> undo;
        };
    Actor actor = by.map(account -> Actor.of(account, "system")).orElseGet(Actor::ofSystem);
    ImportStep.Turn turn = new ImportStep.Turn(work, node.get(), file.get(), actor);
    if (by.isEmpty()) {
      step.end(turn, state, ImportState.CANCELLED, book.about(node.get()));
    } else {
      step.take(turn);
    }
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
