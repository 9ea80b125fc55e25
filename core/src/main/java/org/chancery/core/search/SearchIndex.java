package org.chancery.core.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.NodeId;

/** The full-text index. Follows the host's change feed, can be deleted and rebuilt (design § 7). */
public interface SearchIndex extends AutoCloseable {

  /**
   * Applies a batch: removed nodes vanish with all the index holds below them, then entries replace
   * what the index holds of their nodes. Visible to searches that start after {@link #refresh};
   * durable with {@link #commit}.
   */
  void apply(List<IndexEntry> entries, Collection<NodeId> removed);

  /**
   * Replaces the readers of one node without touching the rest of what is held; unknown nodes are
   * passed over.
   */
  void applyReaders(NodeId id, Collection<String> readers);

  /** Makes everything applied so far visible to the searches that start after this returns. */
  void refresh();

  /** Makes everything applied so far durable, together with the feed position it stands for. */
  void commit(String feedPosition);

  /**
   * Writes anew whatever holds something of nodes that are gone, commits, and deletes the files
   * before: afterwards no term, no stored value and no file tells of them. May take minutes.
   *
   * @param feedPosition as for {@link #commit}
   * @return why something is still there; empty when nothing is
   */
  List<String> expunge(String feedPosition);

  /**
   * The feed position of the last commit that survived; empty text for a new or unreadable (and
   * therefore emptied) index.
   */
  String committedPosition();

  /**
   * Answers a query. Total, facets, snippets and hits are all decided within the visibility.
   *
   * @throws IllegalArgumentException for an unknown sort or facet field, a limit out of range, and
   *     a cursor that does not come from this query
   * @param progress told as the search goes on, on the calling thread
   */
  SearchResult search(SearchQuery query, Visibility visibility, SearchProgress progress);

  /** The same for who has nothing to do meanwhile. */
  default SearchResult search(SearchQuery query, Visibility visibility) {
    return search(query, visibility, SearchProgress.UNWATCHED);
  }

  /**
   * Counts within the visibility.
   *
   * @throws IllegalArgumentException for an unknown field or date
   */
  Tally.Result tally(Tally tally, Visibility visibility);

  /** As {@link Searcher#tallies} promises, within the visibility, on one state of the index. */
  List<Tally.Result> tallies(List<Tally> asked, Visibility visibility);

  /** As {@link Searcher#listed} promises, within the visibility. */
  Tally.Listed listed(Tally tally, String by, int from, int limit, Visibility visibility);

  /** How many nodes the index holds (as of the last {@link #refresh}). */
  long size();

  /**
   * Nodes the index holds (as of the last {@link #refresh}), by id, after the given one; for
   * finding what it should no longer hold.
   */
  List<NodeId> held(Optional<NodeId> after, int limit);

  /** Whether the index holds the node (as of the last {@link #refresh}); for integrity checks. */
  boolean holds(NodeId id);

  @Override
  void close();
}
