package org.chancery.core.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Page;

/**
 * The ledger, as the domain sees it: append and read; nothing changes or deletes an entry
 * (requirement P8).
 */
public interface AuditTrail {

  /**
   * Appends within the transaction in progress; if this throws, the change must not happen (design
   * § 7). A denial is recorded in a transaction of its own, after the refused one has rolled back.
   */
  void record(AuditEvent event);

  /** Reads entries, newest first. */
  Page<AuditEntry> read(Filter filter, Optional<String> cursor, int limit);

  /**
   * An entry as it stands in the ledger.
   *
   * @param sequence its number in the chain; empty while it waits, at most a second, to be sealed
   * @param at when, UTC
   * @param event what
   */
  record AuditEntry(Optional<Long> sequence, Instant at, AuditEvent event) {}

  /**
   * Which entries; empty parts do not restrict.
   *
   * @param user account
   * @param actions any of these; all when empty
   * @param object node
   * @param outcome outcome
   * @param from first moment
   * @param to first moment no longer wanted
   */
  record Filter(
      Optional<String> user,
      Set<Action> actions,
      Optional<NodeId> object,
      Optional<AuditEvent.Outcome> outcome,
      Optional<Instant> from,
      Optional<Instant> to) {

    /** Copies the actions. */
    public Filter {
      actions = Set.copyOf(actions);
    }

    /** Everything that happened to one node. */
    public static Filter ofObject(NodeId object) {
      return new Filter(
          Optional.empty(),
          Set.of(),
          Optional.of(object),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }
}
