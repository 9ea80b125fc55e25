package org.chancery.core.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.intake.DocumentReader;
import org.chancery.core.intake.LetterWork;
import org.chancery.core.intake.Reason;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Stk;

/**
 * Has files to import read by the reading processes, as letters are written: the server itself
 * opens none of them.
 */
final class RowReading implements LetterWork {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final Contents contents;
  private final ImportBook book;

  RowReading(Nodes nodes, Contents contents, ImportBook book) {
    this.nodes = nodes;
    this.contents = contents;
    this.book = book;
  }

  private Optional<Node> waiting(NodeId work) {
    return nodes
        .find(SYSTEM, work)
        .filter(node -> node.type().equals(Stk.IMPORT_WORK))
        .flatMap(node -> node.parent())
        .map(book::hold)
        .filter(node -> ImportState.of(node) == ImportState.READING);
  }

  @Override
  public Optional<Order> begin(NodeId work) {
    return waiting(work)
        .map(
            node -> {
              About about = book.about(node);
              return new Order(
                  Stk.IMPORT_FILE,
                  nodes.get(SYSTEM, work).contents().get(Stk.IMPORT_FILE),
                  about.name().orElse("file"),
                  new DocumentReader.Rows(
                      about.sheet().orElse(""), about.hidden(), about.heading()));
            });
  }

  @Override
  public void keep(Actor writer, NodeId work, ContentInfo rows, List<String> unfilled) {
    waiting(work)
        .ifPresent(
            node -> {
              contents.attach(SYSTEM, work, Stk.IMPORT_ROWS, rows);
              understand(node, work);
            });
  }

  /** Guesses what the columns are; cards and calendars leave nothing to confirm. */
  private void understand(Node node, NodeId work) {
    try (FileRows file = new FileRows(contents.open(SYSTEM, work, Stk.IMPORT_ROWS))) {
      FileShape shape = file.shape();
      Optional<List<String>> before =
          shape.isTable()
              ? book.remembered(Columns.shape(shape.columns()))
                  .filter(codes -> codes.size() == shape.columns().size())
              : Optional.empty();
      List<String> codes = before.orElseGet(() -> Columns.guessed(shape.columns()).codes());
      book.set(
          node.id(),
          ImportState.MAPPING,
          book.about(node).read(shape, codes, before.isPresent(), new ArrayList<>()));
    }
  }

  @Override
  public void refuse(Actor writer, NodeId work, Reason reason) {
    waiting(work)
        .ifPresent(
            node ->
                book.set(
                    node.id(), ImportState.FAILED, book.about(node).saying(reason.explanation())));
  }

  /** This work, or the other's for what is no file to import. */
  LetterWork before(LetterWork other) {
    return new LetterWork() {
      private LetterWork of(NodeId id) {
        boolean ours =
            nodes.find(SYSTEM, id).filter(n -> n.type().equals(Stk.IMPORT_WORK)).isPresent();
        return ours ? RowReading.this : other;
      }

      @Override
      public Optional<Order> begin(NodeId document) {
        return of(document).begin(document);
      }

      @Override
      public void keep(Actor writer, NodeId document, ContentInfo letter, List<String> unfilled) {
        of(document).keep(writer, document, letter, unfilled);
      }

      @Override
      public void refuse(Actor writer, NodeId document, Reason reason) {
        of(document).refuse(writer, document, reason);
      }
    };
  }
}
