package org.chancery.core.search;

import java.util.List;
import org.chancery.core.repository.Caller;

/** Answers searches and counts as one caller may see them; {@link Indexer} is one. */
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

  /**
   * Counts what the caller may see, with every change that was committed before the call: nobody
   * learns from a figure of what they may not see. Not to be called within a transaction.
   *
   * @throws SearchUnavailable when the index cannot catch up now
   * @throws IllegalArgumentException when a field or a date is not one of the index
   */
  Tally.Result tally(Tally tally, Caller caller);

  /**
   * Counts several things at once, each as {@link #tally} does; those of the same nodes cost little
   * more than one of them.
   *
   * @return the counts, in the order asked
   */
  default List<Tally.Result> tallies(List<Tally> asked, Caller caller) {
    return asked.stream().map(each -> tally(each, caller)).toList();
  }

  /**
   * What a tally counts, its groups and days aside, as far as the caller may see it. Not to be
   * called within a transaction.
   *
   * @param by a date, the earliest first; what lacks it comes last
   * @param from how many to leave out
   * @param limit how many to return
   * @throws SearchUnavailable when the index cannot catch up now
   * @throws IllegalArgumentException when a field or a date is not one of the index
   */
  Tally.Listed listed(Tally tally, String by, int from, int limit, Caller caller);
}
