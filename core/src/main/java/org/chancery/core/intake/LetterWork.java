package org.chancery.core.intake;

import java.util.List;
import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.NodeId;
import org.chancery.model.QName;

/**
 * The letters that readers are to write (requirement C12): what is to be written for a document,
 * and what becomes of it then. The work waits in a queue of its own, so that who asked for a letter
 * does not wait behind a heap of scans. Every method runs within the transaction in progress, which
 * also ends the work.
 */
public interface LetterWork {
  /** The queue's name; keys are documents' ids. */
  String QUEUE = "letters";

  /**
   * What is to be written.
   *
   * @param source the document's content that it is written from
   * @param stored that content
   * @param name its name, a hint only
   * @param letter what is to be made of it
   */
  record Order(QName source, ContentInfo stored, String name, DocumentReader.Letter letter) {}

  /** What is to be written for the document; empty when there is nothing, or nothing any more. */
  Optional<Order> begin(NodeId document);

  /**
   * Keeps the letter.
   *
   * @param letter stored, of the media type that {@link #begin} led to
   * @param unfilled names of fields that stand in it where values should
   */
  void keep(Actor writer, NodeId document, ContentInfo letter, List<String> unfilled);

  /** It cannot be written, for a reason that people can be told. */
  void refuse(Actor writer, NodeId document, Reason reason);

  /** Where no letters are written. */
  LetterWork NONE =
      new LetterWork() {
        @Override
        public Optional<Order> begin(NodeId document) {
          return Optional.empty();
        }

        @Override
        public void keep(Actor writer, NodeId document, ContentInfo letter, List<String> unfilled) {
          throw new IllegalStateException("No letter was asked for");
        }

        @Override
        public void refuse(Actor writer, NodeId document, Reason reason) {
          // Nobody waits for it.
        }
      };
}
