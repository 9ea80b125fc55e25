package org.chancery.core.correspondence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Cor;

/**
 * A lock to be put on something.
 *
 * @param mode what it leaves to those it does not name
 * @param grants those it names, and what they may do
 * @param reason why; 1 to 2000 characters
 * @param until when it ends by itself, to the second; it stays until somebody ends it when empty
 */
public record Lock(LockMode mode, Set<Grant> grants, String reason, Optional<Instant> until) {

  /** Copies the grants. */
  public Lock {
    grants = Set.copyOf(grants);
    until = until.map(moment -> moment.truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * A lock in force, without those it names: they stand in the node's access list.
   *
   * @param mode what it leaves to those it does not name
   * @param reason why
   * @param by the account that locked
   * @param at when it did
   * @param until when it ends by itself
   */
  public record InForce(
      LockMode mode, String reason, String by, Instant at, Optional<Instant> until) {

    /** The lock on a node; empty when the node itself is not locked. */
    public static Optional<InForce> of(Node node) {
      if (!node.aspects().contains(Cor.LOCKED)) {
        return Optional.empty();
      }
      return Optional.of(
          new InForce(
              node.text(Cor.LOCK_MODE).flatMap(LockMode::of).orElse(LockMode.HIDDEN),
              node.text(Cor.LOCK_REASON).orElse(""),
              node.text(Cor.LOCKED_BY).orElse(""),
              node.instant(Cor.LOCKED_AT).orElse(Instant.EPOCH),
              node.instant(Cor.LOCK_UNTIL)));
    }
  }
}
