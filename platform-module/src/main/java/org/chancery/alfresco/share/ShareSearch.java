package org.chancery.alfresco.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.chancery.core.access.Account;
import org.chancery.core.access.Accounts;
import org.chancery.core.repository.Caller;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;

/**
 * The index, asked on behalf of whoever has signed in to the platform. What the caller may not read
 * is neither found nor counted: the permission is part of the query.
 */
public final class ShareSearch {

  /** Share pages by a number to begin at, and scrolls; nobody scrolls further. */
  static final int FURTHEST = 2_000;

  private static final int MOST_AT_ONCE = 200;

  private final Searcher searcher;
  private final Accounts accounts;

  /**
   * @param searcher answers searches
   * @param accounts who the callers are
   */
  public ShareSearch(Searcher searcher, Accounts accounts) {
    this.searcher = searcher;
    this.accounts = accounts;
  }

  /**
   * A page of an answer.
   *
   * @param whole total, facets and whether it is approximate, as of the first page
   * @param hits those of the page
   * @param more whether there are further ones
   */
  record Answer(SearchResult whole, List<SearchResult.Hit> hits, boolean more) {}

  /** The hits from that one on, counted from 0. */
  Answer find(SearchQuery query, int start, int size) {
    Caller caller = caller();
    int wanted = Math.min(start + size, FURTHEST);
    List<SearchResult.Hit> hits = new ArrayList<>();
    SearchResult first = searcher.search(limited(query, Optional.empty(), wanted), caller);
    hits.addAll(first.hits());
    Optional<String> cursor = first.cursor();
    while (hits.size() < wanted && cursor.isPresent()) {
      SearchResult next = searcher.search(limited(query, cursor, wanted - hits.size()), caller);
      hits.addAll(next.hits());
      cursor = next.cursor();
    }
    int from = Math.min(start, hits.size());
    int to = Math.min(wanted, hits.size());
    return new Answer(
        first, List.copyOf(hits.subList(from, Math.max(from, to))), cursor.isPresent());
  }

  private static SearchQuery limited(SearchQuery query, Optional<String> cursor, int limit) {
    return new SearchQuery(
        query.text(),
        query.types(),
        query.within(),
        query.filters(),
        query.from(),
        query.to(),
        query.facets(),
        query.sort(),
        cursor,
        Math.max(1, Math.min(limit, MOST_AT_ONCE)));
  }

  /** An account that is not in force, like the platform's guest, sees what is open to nobody. */
  private Caller caller() {
    String user = AuthenticationUtil.getFullyAuthenticatedUser();
    return accounts
        .find(user)
        .map(Account::caller)
        .orElseGet(() -> new Caller(user, Set.of(), false));
  }
}
