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
   * <p>What lies beyond the position but may still be overtaken by a transaction in progress is
   * delivered each time, whatever the limit; {@link Batch#more} speaks only of what the position
   * has moved past.
   *
   * @param position from the batch before; empty text for the beginning of the feed
   * @param limit the most changes to move past in one batch
   */
  Batch after(String position, int limit);

  /**
   * A position such that everything committed after this call lies after it; where to follow from
   * once every node has been read. This default reads the feed to its end; a host that can tell at
   * once does.
   */
  default String end() {
    Batch batch = after("", 10_000);
    while (batch.more()) {
      batch = after(batch.position(), 10_000);
    }
    return batch.position();
  }

  /**
   * What the index has to hold of the node now; empty when the node is gone, and for the root,
   * which is nothing to be found.
   */
  Optional<IndexEntry> entry(NodeId id);

  /**
   * {@link #entry} of many nodes, in any order, those that are gone left out. A host that can read
   * them together does.
   */
  default List<IndexEntry> entries(List<NodeId> ids) {
    return ids.stream().flatMap(id -> entry(id).stream()).toList();
  }

  /**
   * Every node there is but the root, in a stable order, after the given one; for rebuilding the
   * index.
   */
  List<NodeId> all(Optional<NodeId> after, int limit);

  /**
   * The nodes below (and including) the given one, in a stable order, with who may read each now;
   * empty when it is gone.
   */
  List<Readers> readersBelow(NodeId top, Optional<NodeId> after, int limit);

  /**
   * Changes of permission whose descendants the index has not caught up with, oldest first.
   * Whatever changes who may read the nodes below counts, moving a folder to another place
   * included; it must be listed here as soon as its transaction has committed.
   */
  List<AccessChange> pendingAccessChanges();

  /** The descendants of that change have been indexed durably. */
  void accessIndexed(AccessChange change);

  /**
   * Whether every commit is told to {@link Indexer#changed} before it is acknowledged, since nobody
   * but this process writes. Searches then need not ask the feed as long as they hear nothing.
   */
  default boolean announced() {
    return false;
  }

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
   * @param id the node that was created, changed, moved or deleted; a deleted node stands for all
   *     that was below it
   * @param subtree whether everything below it changed with it (moved, renamed)
   */
  record Change(long sequence, NodeId id, boolean subtree) {}

  /** Who may read a node. */
  record Readers(NodeId id, Set<String> authorities) {}

  /** Permissions were changed on a node. */
  record AccessChange(long sequence, NodeId top) {}
}
