package org.chancery.core.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.search.SearchProgress;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.SearchResult.Count;
import org.chancery.core.search.Searcher;
import org.chancery.core.stakeholders.Latest;
import org.chancery.core.vocabulary.Stk;

/** Finds stakeholders by any mix, and says who is to be asked first (requirement S7). */
public final class StakeholderSearch {

  /** The orders there are: by name, by latest contact, and by how well the words match. */
  public static final List<String> SORTS =
      List.of("relevance", "name", "-name", "contact", "-contact");

  /** Facet → field of the index. */
  private static final Map<String, String> FACETS =
      Map.of(
          "kind", "type",
          "issue", "stk:issues",
          "state", "stk:state",
          "region", "stk:femaRegion",
          "county", "stk:county",
          "city", "stk:city",
          "component", "stk:knownBy",
          "organization", "stk:organizations",
          "interest", "stk:interests");

  private final Searcher searcher;
  private final Nodes nodes;
  private final Numbers numbers;

  /** On these ports. */
  public StakeholderSearch(Searcher searcher, Nodes nodes) {
    this.searcher = searcher;
    this.nodes = nodes;
    this.numbers = new Numbers(searcher, nodes);
  }

  /**
   * A component that knows a stakeholder.
   *
   * @param component its code
   * @param ask whom to coordinate with there, an account or a name: the owner, else who was in
   *     contact last; nobody when none is known
   */
  public record Known(String component, Optional<String> ask) {}

  /**
   * Some of those found.
   *
   * @param total how many there are in all
   * @param stakeholders people and organizations
   * @param facets how many of all have which value
   * @param cursor for the next page
   * @param approximate letters of words differ
   */
  public record Found(
      long total,
      List<Node> stakeholders,
      Map<String, List<Count>> facets,
      Optional<String> cursor,
      boolean approximate) {}

  /**
   * Finds them, as far as the caller may see; not to be called within a transaction.
   *
   * @param sort one of {@link #SORTS}
   * @param counted whether facets are wanted
   * @param told as the search goes on
   * @throws IllegalArgumentException when the cursor is another search's
   */
  public Found find(
      Caller caller,
      Criteria criteria,
      String sort,
      boolean counted,
      Optional<String> cursor,
      int limit,
      SearchProgress told) {
    SearchQuery query =
        new SearchQuery(
            text(criteria),
            criteria.types(),
            Optional.empty(),
            criteria.filters(),
            Optional.empty(),
            Optional.empty(),
            counted ? List.copyOf(FACETS.values()) : List.of(),
            sort,
            cursor,
            limit,
            criteria.conditions(),
            criteria.text().isBlank() ? Set.of() : numbers.holders(criteria.text(), caller));
    SearchResult result = searcher.search(query, caller, told);
    Map<String, List<Count>> facets =
        counted
            ? FACETS.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        each -> result.facets().getOrDefault(each.getValue(), List.of())))
            : Map.of();
    return new Found(
        result.total(),
        nodes.findAll(caller, result.hits().stream().map(SearchResult.Hit::id).toList()),
        facets,
        result.cursor(),
        result.approximate());
  }

  /** The ids of all that are found, the first so many by name; not within a transaction. */
  public List<NodeId> all(Caller caller, Criteria criteria, int most) {
    List<NodeId> ids = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Found found = find(caller, criteria, "name", false, cursor, 200, SearchProgress.UNWATCHED);
      found.stakeholders().forEach(each -> ids.add(each.id()));
      cursor = found.cursor();
    } while (cursor.isPresent() && ids.size() < most);
    return ids.subList(0, Math.min(most, ids.size()));
  }

  private static String text(Criteria criteria) {
    String beginnings =
        Stream.of(criteria.name().split("\\s+"))
            .map(word -> word.replaceAll("[^\\p{L}\\p{N}'-]", ""))
            .filter(word -> !word.isEmpty())
            .map(word -> "title:" + word + "*")
            .collect(Collectors.joining(" "));
    return (criteria.text() + " " + beginnings).strip();
  }

  /** The components that know somebody, the owner's in front, then the latest contact first. */
  public static List<Known> knownBy(Node stakeholder) {
    Optional<String> owner = stakeholder.text(Stk.OWNER_COMPONENT);
    Map<String, Latest.Spoken> spoken = Latest.of(stakeholder).byComponent();
    List<Known> known = new ArrayList<>();
    owner.ifPresent(code -> known.add(new Known(code, stakeholder.text(Stk.OWNER_USER))));
    spoken.entrySet().stream()
        .filter(each -> owner.filter(each.getKey()::equals).isEmpty())
        .sorted(
            Map.Entry.<String, Latest.Spoken>comparingByValue(
                (one, other) -> other.day().compareTo(one.day())))
        .forEach(
            each ->
                known.add(
                    new Known(
                        each.getKey(),
                        Optional.of(each.getValue().by()).filter(by -> !by.isEmpty()))));
    return known;
  }
}
