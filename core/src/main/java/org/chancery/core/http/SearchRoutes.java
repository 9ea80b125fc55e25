package org.chancery.core.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.access.Accounts;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Placed;
import org.chancery.core.search.SearchProgress;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.SearchUnavailable;
import org.chancery.core.search.Searcher;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.ContentModel;
import org.chancery.model.QName;

/** Finding things. */
final class SearchRoutes {
  private static final List<String> FACETS =
      List.of("type", "source", "status", "component", "issue", "year", "intakeState", "channel");

  /** Filtered by, but not counted: a figure of the metrics leads to what it counts. */
  private static final List<String> FILTERS =
      Stream.concat(FACETS.stream(), Stream.of("timeliness", "assignee", "taskState", "step"))
          .toList();

  /** Orders for what has a family name or a latest contact: {@link FindRoutes} has them. */
  private static final List<String> OF_STAKEHOLDERS =
      List.of("name", "-name", "contact", "-contact");

  private final Searcher searcher;
  private final Nodes nodes;
  private final FacetLabels labels;
  private final Executor beside;

  /**
   * @param beside runs what can be done at the same time as something else
   */
  SearchRoutes(
      Searcher searcher, Nodes nodes, Accounts accounts, ContentModel model, Executor beside) {
    this.beside = beside;
    this.searcher = searcher;
    this.nodes = nodes;
    this.labels = new FacetLabels(accounts, model);
  }

  /** An answer, as openapi.yaml says. */
  record Body(
      long total,
      List<Hit> hits,
      Map<String, List<Count>> facets,
      Optional<String> cursor,
      boolean approximate) {}

  /** One hit. */
  record Hit(
      NodeId id,
      String type,
      String title,
      String path,
      String snippet,
      int page,
      Optional<String> attachment,
      Map<String, Object> properties) {}

  /** One facet value. */
  record Count(String value, String label, long count) {}

  Response search(Exchange exchange) {
    Caller caller = exchange.caller();
    SearchQuery query = query(exchange);
    // What is found below a folder would tell of a folder that is hidden.
    query.within().ifPresent(folder -> nodes.get(caller, folder));
    Hits reading = new Hits(exchange);
    SearchResult result = answered(() -> searcher.search(query, caller, reading));
    Map<NodeId, Placed> now = reading.await();
    // Deleted or locked since the index was asked: not there.
    List<Hit> hits =
        result.hits().stream()
            .filter(hit -> now.containsKey(hit.id()))
            .map(hit -> shown(hit, now.get(hit.id())))
            .toList();
    Map<String, List<Count>> facets = new LinkedHashMap<>();
    FacetLabels.Of of = labels.ofOneAnswer();
    result
        .facets()
        .forEach(
            (field, counts) ->
                facets.put(
                    field,
                    counts.stream()
                        .map(
                            count ->
                                new Count(
                                    count.value(), of.label(field, count.value()), count.count()))
                        .toList()));
    return Response.json(
            200, new Body(result.total(), hits, facets, result.cursor(), result.approximate()))
        .with("Cache-Control", "no-store");
  }

  /**
   * Does beside the search what need not wait for it: the ledger's row is written while the index
   * matches, and the hits are read from the repository while it cuts snippets.
   */
  private final class Hits implements SearchProgress {
    private final Exchange exchange;
    private CompletableFuture<List<Placed>> reading = CompletableFuture.completedFuture(List.of());

    Hits(Exchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public void understood() {
      exchange.settled();
    }

    @Override
    public void found(List<NodeId> ids) {
      Caller caller = exchange.caller();
      reading = CompletableFuture.supplyAsync(() -> nodes.placed(caller, ids), beside);
    }

    Map<NodeId, Placed> await() {
      return Beside.await(reading).stream().collect(Collectors.toMap(Placed::id, placed -> placed));
    }
  }

  /** The answer of something that searches, or why there is none. */
  static <T> T answered(Supplier<T> search) {
    try {
      return search.get();
    } catch (SearchUnavailable e) {
      throw Refusal.of(
          503,
          "search-unavailable",
          "Search is catching up",
          "The index has not caught up with the latest changes yet; try again in a moment.");
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("invalid-search", String.valueOf(e.getMessage()));
    }
  }

  private static Hit shown(SearchResult.Hit hit, Placed placed) {
    // Protected values are viewed one by one, so that the ledger has a row of each view.
    boolean kept = placed.type().equals(Cor.PROTECTED_VALUE);
    return new Hit(
        hit.id(),
        hit.type().toString(),
        hit.title(),
        placed.path(),
        hit.snippet(),
        hit.page(),
        kept ? Optional.empty() : attachment(placed, hit.page()),
        kept ? Map.of() : PropertyJson.of(placed.properties()));
  }

  /** Of an e-mail: which of its attachments the page belongs to. */
  @SuppressWarnings("unchecked")
  private static Optional<String> attachment(Placed placed, int page) {
    List<String> names =
        (List<String>) placed.properties().getOrDefault(Cor.ATTACHMENT_NAMES, List.of());
    List<Integer> begins =
        (List<Integer>) placed.properties().getOrDefault(Cor.ATTACHMENT_PAGES, List.of());
    for (int i = Math.min(names.size(), begins.size()) - 1; i >= 0; i--) {
      if (begins.get(i) <= page) {
        return Optional.of(names.get(i));
      }
    }
    return Optional.empty();
  }

  private static SearchQuery query(Exchange exchange) {
    Map<String, List<String>> filters = new LinkedHashMap<>();
    for (String facet : exchange.parameters("facet")) {
      int colon = facet.indexOf(':');
      String field = colon < 0 ? facet : facet.substring(0, colon);
      if (colon < 0 || !FILTERS.contains(field)) {
        throw Exchange.badParameter(
            "facet", "must be field:value with field one of " + String.join(", ", FILTERS));
      }
      filters.computeIfAbsent(field, key -> new ArrayList<>()).add(facet.substring(colon + 1));
    }
    List<QName> types = new ArrayList<>();
    for (String type : exchange.parameters("type")) {
      try {
        types.add(QName.of(type));
      } catch (IllegalArgumentException e) {
        throw Exchange.badParameter("type", "must be the name of a type, such as cor:document");
      }
    }
    String sort = exchange.parameter("sort").orElse("relevance");
    if (OF_STAKEHOLDERS.contains(sort)) {
      throw Refusal.badRequest("invalid-search", "Unknown sort: '" + sort + "'");
    }
    return new SearchQuery(
        exchange.parameter("q").orElse(""),
        types,
        exchange.parameter("within").map(Exchange::idOf),
        filters,
        exchange.day("from"),
        exchange.day("to"),
        FACETS,
        sort,
        exchange.parameter("cursor"),
        exchange.limit(25, 200));
  }
}
