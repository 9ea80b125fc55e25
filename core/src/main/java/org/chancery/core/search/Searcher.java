package org.chancery.core.search;

import java.util.List;
import java.util.function.Consumer;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;

/** Answers searches as one caller may see them; {@link Indexer#search} is one. */
@FunctionalInterface
public interface Searcher {

  /**
   * Answers the query with every change that was committed before the call. Not to be called within
   * a transaction.
   *
   * @param found as {@link SearchIndex#search} tells it
   * @throws SearchUnavailable when the index cannot catch up now
   * @throws IllegalArgumentException when the query's cursor, sort or fields are not ours
   */
  SearchResult search(SearchQuery query, Caller caller, Consumer<List<NodeId>> found);

  /** The same for who has nothing to do meanwhile. */
  default SearchResult search(SearchQuery query, Caller caller) {
    return search(query, caller, ids -> {});
  }
}
