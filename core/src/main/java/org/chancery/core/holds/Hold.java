package org.chancery.core.holds;

import java.time.Instant;
import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Rec;

/**
 * A hold.
 *
 * @param kind {@code litigation}, {@code foia} or {@code audit}
 * @param reason why it was placed
 * @param query what matches this search is held, also what comes to match
 * @param releasedAt empty while it is in force
 */
public record Hold(
    NodeId id,
    String kind,
    String reason,
    String placedBy,
    Instant placedAt,
    Optional<String> query,
    Optional<String> releasedBy,
    Optional<Instant> releasedAt,
    Optional<String> releaseReason) {

  static Hold of(Node node) {
    return new Hold(
        node.id(),
        node.text(Rec.HOLD_KIND).orElseThrow(),
        node.text(Rec.HOLD_REASON).orElseThrow(),
        node.text(Rec.PLACED_BY).orElseThrow(),
        node.instant(Rec.PLACED_AT).orElseThrow(),
        node.text(Rec.HOLD_QUERY),
        node.text(Rec.RELEASED_BY),
        node.instant(Rec.RELEASED_AT),
        node.text(Rec.RELEASE_REASON));
  }

  /** Whether it still holds. */
  public boolean inForce() {
    return releasedAt.isEmpty();
  }
}
