package org.chancery.core.search;

import java.util.List;
import org.chancery.core.repository.NodeId;

/**
 * Told how far a search has come, so that other things can be done meanwhile. On the searching
 * thread; to be quick.
 */
@FunctionalInterface
public interface SearchProgress {

  /** For who has nothing to do meanwhile. */
  SearchProgress UNWATCHED = ids -> {};

  /** The query is understood, the index is current, and the search begins. Told once. */
  default void understood() {}

  /**
   * The page's nodes are known, while their snippets are still to be cut. Not told of an empty
   * page.
   */
  void found(List<NodeId> ids);
}
