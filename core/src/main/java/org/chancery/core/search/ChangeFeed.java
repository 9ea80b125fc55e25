package org.chancery.core.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;

/**
 * The host's change feed: what the index has to follow. No committed change is ever missed, even
 * when transactions commit in another order than their numbers were given (design § 7).
 */
public interface ChangeFeed {

  /**
   * Committed changes after the position, as far as they are visible now, oldest first. May contain
   * changes that were delivered before (same {@link Change#sequence}), since the position only
   * moves past what can no longer be overtaken.
   *
   * @param position from the batch before; empty text for the beginning of the feed
   */
  Batch after(String position, int limit);

  /** What the index has to hold of the node now; empty when the node is gone. */
  Optional<IndexEntry> entry(NodeId id);

  /** Every node there is, in a stable order, after the given one; for rebuilding the index. */
  List<NodeId> all(Optional<NodeId> after, int limit);

  /**
   * The nodes below (and including) the given one, in a stable order, with who may read each now.
   */
  List<Readers> readersBelow(NodeId top, Optional<NodeId> after, int limit);

  /** Changes of permission whose descendants the index has not caught up with, oldest first. */
  List<AccessChange> pendingAccessChanges();

  /** The descendants of that change have been indexed durably. */
  void accessIndexed(AccessChange change);

  /** Those nodes of {@link #pendingAccessChanges} that the caller may not read now. */
  Set<NodeId> maskedFor(Caller caller);

  /**
   * Part of the feed.
   *
   * @param changes oldest first
   * @param position where to go on; durable with the index
   * @param more whether there is more to read at once
   */
  record Batch(List<Change> changes, String position, boolean more) {}

  /**
   * One change of one node.
   *
   * @param sequence number of the change; the same change always has the same
   * @param id the node that was created, changed, moved or deleted
   * @param subtree whether everything below it changed with it (moved, renamed)
   */
  record Change(long sequence, NodeId id, boolean subtree) {}

  /** Who may read a node. */
  record Readers(NodeId id, Set<String> authorities) {}

  /** Permissions were changed on a node. */
  record AccessChange(long sequence, NodeId top) {}
}
