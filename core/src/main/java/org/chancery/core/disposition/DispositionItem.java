package org.chancery.core.disposition;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Rec;

/**
 * A folder that a disposition names. Holds no words of it: it outlives the folder.
 *
 * @param place its number within the disposition, such as {@code 0001}
 * @param folder identity of the folder
 * @param number of the first case file in it; empty when it holds none
 * @param state what became of it
 * @param reason why
 * @param at since when
 * @param activityAt when something was last done in it, as it was proposed
 * @param documents how many it holds
 * @param bytes of their originals
 * @param stub what stays of it
 */
public record DispositionItem(
    NodeId id,
    NodeId disposition,
    String place,
    NodeId folder,
    Optional<String> number,
    State state,
    Optional<String> reason,
    Instant at,
    Optional<Instant> activityAt,
    int documents,
    long bytes,
    Optional<NodeId> stub) {

  /** What becomes of a folder. */
  public enum State {
    /** It is still to be done. */
    WAITING,
    /** It was done. */
    DONE,
    /** It was left behind, being under a hold. */
    HELD,
    /** It was left behind for another reason. */
    REFUSED,
    /** Something failed; it is tried again. */
    FAILED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is still to be done. */
    public boolean open() {
      return this == WAITING || this == FAILED;
    }

    /** Whether it was left behind. */
    public boolean withdrawn() {
      return this == HELD || this == REFUSED;
    }
  }

  static DispositionItem of(Node node) {
    return new DispositionItem(
        node.id(),
        node.parent().orElseThrow(),
        node.name(),
        NodeId.of(node.text(Rec.ITEM_OF).orElseThrow()),
        node.text(Rec.ITEM_NUMBER),
        State.valueOf(node.text(Rec.ITEM_STATE).orElseThrow().toUpperCase(Locale.ROOT)),
        node.text(Rec.ITEM_REASON),
        node.instant(Rec.ITEM_AT).orElse(node.createdAt()),
        node.instant(Rec.ITEM_ACTIVITY_AT),
        DispositionBook.number(node, Rec.ITEM_DOCUMENTS),
        DispositionBook.big(node, Rec.ITEM_BYTES),
        node.text(Rec.ITEM_STUB).map(NodeId::of));
  }
}
