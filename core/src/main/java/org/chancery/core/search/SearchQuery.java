package org.chancery.core.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.NodeId;
import org.chancery.model.QName;

/**
 * A question to the index.
 *
 * @param text words (all must be there), "exact phrases", prefix*, fuzzy~, {@code field:value},
 *     {@code field:[from TO to]}, AND OR NOT and brackets; empty asks for everything. A field is a
 *     property by its local or prefixed name, or {@code title}, {@code text}, {@code type}, {@code
 *     date}, {@code modified} or a facet field. Bad syntax is not an error: what cannot be parsed
 *     is searched as plain words.
 * @param types any of these types, or types that extend them; all when empty
 * @param within only below this node
 * @param filters by facet field: any of the values; all fields must hold
 * @param from first day, by the letter's date where there is one, else the day it was received,
 *     else by creation
 * @param to last day
 * @param facets fields to count by; the first 10 values of each are returned
 * @param sort {@code relevance}, {@code date}, {@code -date}, {@code due}, {@code -due}, {@code
 *     title}, {@code -title}, {@code modified}, {@code -modified}; of stakeholders also {@code
 *     name}, {@code -name} (family name first) and {@code contact}, {@code -contact} (latest
 *     contact, what has none last)
 * @param cursor from the page before
 * @param limit 1 to 200
 * @param conditions all of which must hold, beside the filters
 * @param also nodes that match whatever the text says; everything else must hold of them, too
 */
public record SearchQuery(
    String text,
    List<QName> types,
    Optional<NodeId> within,
    Map<String, List<String>> filters,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    List<String> facets,
    String sort,
    Optional<String> cursor,
    int limit,
    List<Tally.Condition> conditions,
    Set<NodeId> also) {

  /** Copies the conditions and the nodes. */
  public SearchQuery {
    conditions = List.copyOf(conditions);
    also = Set.copyOf(also);
  }

  /** Without further conditions. */
  public SearchQuery(
      String text,
      List<QName> types,
      Optional<NodeId> within,
      Map<String, List<String>> filters,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      List<String> facets,
      String sort,
      Optional<String> cursor,
      int limit) {
    this(text, types, within, filters, from, to, facets, sort, cursor, limit, List.of(), Set.of());
  }

  /** Everything that matches the text, best first. */
  public static SearchQuery of(String text, int limit) {
    return new SearchQuery(
        text,
        List.of(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "relevance",
        Optional.empty(),
        limit);
  }
}
