package org.chancery.core.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.repository.NodeId;
import org.chancery.model.QName;

/**
 * An answer.
 *
 * @param total how many match and may be seen
 * @param hits this page
 * @param facets counts by field, the largest first
 * @param cursor for the next page; empty on the last
 * @param approximate nothing matched as written; these match when letters of words may differ, and
 *     whoever shows them must say so
 */
public record SearchResult(
    long total,
    List<Hit> hits,
    Map<String, List<Count>> facets,
    Optional<String> cursor,
    boolean approximate) {

  /**
   * One match.
   *
   * @param id the node
   * @param type its type
   * @param title as indexed
   * @param path names from the root
   * @param snippet HTML-escaped text around the match with the matched words in {@code <mark>};
   *     empty when the match is not in the text
   * @param page the page the snippet comes from, from 1; 0 when there is none
   */
  public record Hit(NodeId id, QName type, String title, String path, String snippet, int page) {}

  /**
   * One facet value.
   *
   * @param value as stored
   * @param count how many of the matches have it
   */
  public record Count(String value, long count) {}
}
