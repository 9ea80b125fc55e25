package org.chancery.core.http;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.core.issues.Issue;
import org.chancery.core.issues.IssueCatalogue;
import org.chancery.core.reach.Criteria;
import org.chancery.core.reach.StakeholderSearch;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.SearchProgress;
import org.chancery.core.search.SearchResult;

/** Stakeholders by any mix of what is known of them (requirement S7). */
final class FindRoutes {
  private static final Map<String, String> KINDS =
      Map.of("stk:person", "person", "stk:organization", "organization");

  private final StakeholderSearch search;
  private final IssueCatalogue catalogue;
  private final StakeholderJson json;

  FindRoutes(StakeholderSearch search, IssueCatalogue catalogue, StakeholderJson json) {
    this.search = search;
    this.catalogue = catalogue;
    this.json = json;
  }

  /** An answer, as openapi.yaml says. */
  record Body(
      long total,
      List<FoundJson.Body> items,
      Map<String, List<Count>> facets,
      Optional<String> cursor,
      boolean approximate) {}

  /** How many have a value. */
  record Count(String value, String label, long count) {}

  Response find(Exchange exchange) {
    Criteria criteria = criteria(exchange);
    String sort =
        exchange.parameter("sort").orElse(criteria.text().isBlank() ? "name" : "relevance");
    if (!StakeholderSearch.SORTS.contains(sort)) {
      throw Exchange.badParameter(
          "sort", "must be one of " + String.join(", ", StakeholderSearch.SORTS));
    }
    boolean counted = exchange.flag("facets");
    int limit = exchange.limit(25, 200);
    StakeholderSearch.Found found =
        SearchRoutes.answered(
            () ->
                search.find(
                    exchange.caller(),
                    criteria,
                    sort,
                    counted,
                    exchange.parameter("cursor"),
                    limit,
                    new Settled(exchange)));
    StakeholderJson.Of labels = json.ofOneAnswer();
    return Response.json(
            200,
            new Body(
                found.total(),
                found.stakeholders().stream().map(each -> FoundJson.of(each, labels)).toList(),
                facets(found.facets(), labels),
                found.cursor(),
                found.approximate()))
        .with("Cache-Control", "no-store");
  }

  /** The ledger's row is written while the index matches. */
  private record Settled(Exchange exchange) implements SearchProgress {
    @Override
    public void understood() {
      exchange.settled();
    }

    @Override
    public void found(List<NodeId> ids) {
      // They are read once all of the answer is there.
    }
  }

  private Map<String, List<Count>> facets(
      Map<String, List<SearchResult.Count>> found, StakeholderJson.Of labels) {
    Map<String, Issue> issues =
        found.getOrDefault("issue", List.of()).isEmpty() ? Map.of() : catalogue.byCode();
    Map<String, List<Count>> facets = new LinkedHashMap<>();
    found.forEach(
        (facet, counts) ->
            facets.put(
                facet,
                counts.stream()
                    .map(
                        each ->
                            switch (facet) {
                              case "kind" -> {
                                String kind = KINDS.get(each.value());
                                yield new Count(kind, kind, each.count());
                              }
                              case "component" ->
                                  new Count(
                                      each.value(),
                                      labels.component(each.value()).label(),
                                      each.count());
                              case "issue" ->
                                  new Count(
                                      each.value(),
                                      Optional.ofNullable(issues.get(each.value()))
                                          .map(Issue::title)
                                          .orElse(each.value()),
                                      each.count());
                              case "region" ->
                                  new Count(each.value(), "Region " + each.value(), each.count());
                              default -> new Count(each.value(), each.value(), each.count());
                            })
                    .toList()));
    return facets;
  }

  /** What is looked for, from the parameters of a request. */
  static Criteria criteria(Exchange exchange) {
    boolean never = exchange.flag("never");
    if (never
        && (exchange.day("lastContactFrom").isPresent()
            || exchange.day("lastContactTo").isPresent())) {
      throw Exchange.badParameter(
          "never", "cannot be asked together with days of the latest contact");
    }
    return new Criteria(
        exchange.parameter("q").orElse(""),
        exchange.parameter("name").orElse(""),
        exchange.parameters("kind").stream().map(FindRoutes::kind).collect(Collectors.toSet()),
        all(exchange, "issue"),
        all(exchange, "state"),
        all(exchange, "region"),
        all(exchange, "county"),
        all(exchange, "city"),
        all(exchange, "zip"),
        all(exchange, "component"),
        all(exchange, "organization"),
        all(exchange, "interest"),
        all(exchange, "overlap"),
        exchange.day("lastContactFrom"),
        exchange.day("lastContactTo"),
        never);
  }

  private static Set<String> all(Exchange exchange, String name) {
    return exchange.parameters(name).stream()
        .map(String::strip)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Criteria.Kind kind(String text) {
    try {
      return Criteria.Kind.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Exchange.badParameter("kind", "must be person or organization");
    }
  }
}
