package org.chancery.core.records;

import java.time.Instant;
import java.util.Optional;
import org.chancery.core.repository.Declared;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Rec;

/**
 * What is known of a declared record.
 *
 * @param recordId its number, such as {@code R-2026-000123}; the same for all declared as one
 * @param at when it was declared, UTC
 * @param by the account that declared it
 * @param whole what it was declared with, such as its case file; empty when it is the whole itself
 * @param digest SHA-256 of it as it was declared, in lower-case hexadecimal; see {@link Digest}
 */
public record DeclaredRecord(
    String recordId, Instant at, String by, Optional<NodeId> whole, String digest) {

  /** The record that a node is; empty for what was not declared. */
  public static Optional<DeclaredRecord> of(Node node) {
    if (!node.aspects().contains(Rec.DECLARED)) {
      return Optional.empty();
    }
    return Optional.of(
        new DeclaredRecord(
            node.text(Rec.RECORD_ID).orElseThrow(),
            node.instant(Rec.DECLARED_AT).orElseThrow(),
            node.text(Rec.DECLARED_BY).orElseThrow(),
            node.text(Rec.DECLARED_WITH).map(NodeId::of),
            node.text(Rec.DIGEST).orElseThrow()));
  }

  /**
   * Refuses to go on with what would change the node.
   *
   * @throws Declared when it is a record
   */
  public static void requireNone(Node node) {
    if (node.aspects().contains(Rec.DECLARED)) {
      throw new Declared(
          "'"
              + node.name()
              + "' is a declared record"
              + node.text(Rec.RECORD_ID).map(id -> " (" + id + ")").orElse("")
              + ": nobody changes, moves or deletes it, nor adds anything to it. Put a correction"
              + " beside it as a document of its own.");
    }
  }
}
