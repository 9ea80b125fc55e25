package org.chancery.core.search;

import org.chancery.core.repository.Caller;

/** Answers searches as one caller may see them; {@link Indexer#search} is one. */
@FunctionalInterface
public interface Searcher {

  /**
   * Answers the query with every change that was committed before the call. Not to be called within
   * a transaction.
   *
   * @param progress told as the search goes on
   * @throws SearchUnavailable when the index cannot catch up now
   * @throws IllegalArgumentException when the query's cursor, sort or fields are not ours
   */
  SearchResult search(SearchQuery query, Caller caller, SearchProgress progress);

  /** The same for who has nothing to do meanwhile. */
  default SearchResult search(SearchQuery query, Caller caller) {
    return search(query, caller, SearchProgress.UNWATCHED);
  }
}
