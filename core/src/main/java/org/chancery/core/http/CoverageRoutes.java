package org.chancery.core.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.core.access.Accounts;
import org.chancery.core.addresses.Territories;
import org.chancery.core.issues.Issue;
import org.chancery.core.reach.Coverage;
import org.chancery.core.reach.Criteria;
import org.chancery.core.reach.Reaching;
import org.chancery.core.reach.StakeholderSearch;
import org.chancery.core.repository.Node;
import org.chancery.core.search.SearchProgress;
import org.chancery.core.stakeholders.Latest;
import org.chancery.core.vocabulary.Stk;

/** Where nobody, and where several reach out (requirement S8). */
final class CoverageRoutes {
  private static final int MOST_OVERLAPS = 50;

  private final Reaching reach;
  private final Accounts accounts;
  private final StakeholderJson json;

  CoverageRoutes(Reaching reach, Accounts accounts, StakeholderJson json) {
    this.reach = reach;
    this.accounts = accounts;
    this.json = json;
  }

  /** An answer, as openapi.yaml says. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Body(
      String by,
      String across,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      List<PlaceBody> places,
      List<RowBody> rows,
      List<CellBody> cells,
      List<OverlapBody> overlaps,
      long overlapTotal) {}

  /** A state or region with its figures; the empty text is what has none. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record PlaceBody(
      String place,
      String label,
      Optional<String> region,
      long people,
      long organizations,
      long interactions,
      long events,
      long overlaps) {}

  /** An issue or a component. */
  record RowBody(String key, String label) {}

  /** An issue or a component in a place. */
  record CellBody(
      String row,
      String place,
      long people,
      long organizations,
      long interactions,
      long events,
      long overlaps) {}

  /** A stakeholder that several components court on the same issue. */
  record OverlapBody(FoundJson.Body stakeholder, List<OnIssue> issues) {}

  /** Who was in contact on an issue. */
  record OnIssue(String issue, String title, List<LastBy> components) {}

  /** When a component was last in contact on it. */
  record LastBy(String component, String label, LocalDate last) {}

  Response gaps(Exchange exchange) {
    Coverage.Scope scope = scope(exchange);
    Coverage.Across across =
        choice(
            exchange,
            "across",
            Map.of("issue", Coverage.Across.ISSUE, "component", Coverage.Across.COMPONENT),
            "issue");
    String format = exchange.parameter("format").orElse("json");
    if (!List.of("json", "csv").contains(format)) {
      throw Exchange.badParameter("format", "must be json or csv");
    }
    return SearchRoutes.answered(
        () -> format.equals("csv") ? sheet(exchange, scope) : answer(exchange, scope, across));
  }

  static Coverage.Scope scope(Exchange exchange) {
    Optional<LocalDate> from = exchange.day("from");
    Optional<LocalDate> to = exchange.day("to");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw Exchange.badParameter("to", "must not be before 'from'");
    }
    return new Coverage.Scope(
        exchange.parameter("issue"),
        exchange.parameter("component"),
        from,
        to,
        choice(
            exchange,
            "by",
            Map.of("state", Coverage.By.STATE, "region", Coverage.By.REGION),
            "state"));
  }

  private static <T> T choice(
      Exchange exchange, String name, Map<String, T> choices, String preset) {
    T chosen = choices.get(exchange.parameter(name).orElse(preset));
    if (chosen == null) {
      throw Exchange.badParameter(
          name, "must be " + String.join(" or ", choices.keySet().stream().sorted().toList()));
    }
    return chosen;
  }

  private Response answer(Exchange exchange, Coverage.Scope scope, Coverage.Across across) {
    Coverage.Mapped map = reach.coverage().mapped(exchange.caller(), scope, across);
    Coverage.Counted cells = map.cells();
    List<OverlapBody> overlaps = new ArrayList<>();
    long total = overlaps(exchange, scope, overlaps);
    return Response.json(
            200,
            new Body(
                scope.by() == Coverage.By.STATE ? "state" : "region",
                across == Coverage.Across.ISSUE ? "issue" : "component",
                scope.from(),
                scope.to(),
                places(scope, map.places()),
                across == Coverage.Across.ISSUE ? issues(scope, cells) : components(scope, cells),
                cells.rows().entrySet().stream().map(CoverageRoutes::cell).toList(),
                overlaps,
                total))
        .with("Cache-Control", "no-store");
  }

  private static CellBody cell(Map.Entry<List<String>, Coverage.Figures> each) {
    Coverage.Figures figures = each.getValue();
    return new CellBody(
        each.getKey().get(0),
        each.getKey().get(1),
        figures.people(),
        figures.organizations(),
        figures.interactions(),
        figures.events(),
        figures.overlaps());
  }

  /** Every place there is, whether anybody is there or not; then what else was found. */
  private static List<PlaceBody> places(Coverage.Scope scope, Coverage.Counted found) {
    Map<String, String> labels = new LinkedHashMap<>(labels(scope.by()));
    found.rows().keySet().stream()
        .map(key -> key.get(0))
        .filter(key -> !key.isEmpty())
        .forEach(key -> labels.putIfAbsent(key, key));
    labels.put("", "No " + (scope.by() == Coverage.By.STATE ? "state" : "region") + " known");
    return labels.entrySet().stream()
        .map(
            each -> {
              Coverage.Figures figures = found.at(each.getKey());
              return new PlaceBody(
                  each.getKey(),
                  each.getValue(),
                  scope.by() == Coverage.By.STATE
                      ? Territories.femaRegion(each.getKey()).map(String::valueOf)
                      : Optional.empty(),
                  figures.people(),
                  figures.organizations(),
                  figures.interactions(),
                  figures.events(),
                  figures.overlaps());
            })
        .toList();
  }

  private static Map<String, String> labels(Coverage.By by) {
    if (by == Coverage.By.STATE) {
      return Territories.names();
    }
    Map<String, String> regions = new LinkedHashMap<>();
    for (int region = 1; region <= 10; region++) {
      regions.put(String.valueOf(region), "Region " + region);
    }
    return regions;
  }

  /** Every active issue, whether anybody engages on it or not; then what else was found. */
  private List<RowBody> issues(Coverage.Scope scope, Coverage.Counted cells) {
    Map<String, Issue> issues = reach.catalogue().byCode();
    Map<String, String> rows = new LinkedHashMap<>();
    issues.values().stream()
        .filter(Issue::active)
        .forEach(issue -> rows.put(issue.code(), issue.title()));
    cells
        .rows()
        .keySet()
        .forEach(
            key ->
                rows.putIfAbsent(
                    key.get(0),
                    key.get(0).isEmpty()
                        ? "No issue"
                        : Optional.ofNullable(issues.get(key.get(0)))
                            .map(Issue::title)
                            .orElse(key.get(0))));
    return rows(rows, scope.issue());
  }

  private List<RowBody> components(Coverage.Scope scope, Coverage.Counted cells) {
    Map<String, String> rows = new LinkedHashMap<>();
    accounts.components().forEach(each -> rows.put(each.code(), each.name()));
    cells
        .rows()
        .keySet()
        .forEach(
            key ->
                rows.putIfAbsent(key.get(0), key.get(0).isEmpty() ? "No component" : key.get(0)));
    return rows(rows, scope.component());
  }

  private static List<RowBody> rows(Map<String, String> rows, Optional<String> wanted) {
    return rows.entrySet().stream()
        .filter(each -> wanted.isEmpty() || wanted.get().equals(each.getKey()))
        .map(each -> new RowBody(each.getKey(), each.getValue()))
        .toList();
  }

  private long overlaps(Exchange exchange, Coverage.Scope scope, List<OverlapBody> into) {
    Map<String, Issue> issues = reach.catalogue().byCode();
    StakeholderSearch.Found found =
        reach
            .search()
            .find(
                exchange.caller(),
                Criteria.overlapping(scope.issue(), scope.component()),
                "-contact",
                false,
                Optional.empty(),
                MOST_OVERLAPS,
                SearchProgress.UNWATCHED);
    StakeholderJson.Of labels = json.ofOneAnswer();
    for (Node each : found.stakeholders()) {
      List<OnIssue> on = courted(each, scope, issues, labels);
      if (!on.isEmpty()) {
        into.add(new OverlapBody(FoundJson.of(each, labels), on));
      }
    }
    return found.total();
  }

  /** The issues on which two components or more were last in contact within the period. */
  private static List<OnIssue> courted(
      Node node, Coverage.Scope scope, Map<String, Issue> issues, StakeholderJson.Of labels) {
    Latest latest = Latest.of(node);
    List<OnIssue> all = new ArrayList<>();
    for (String code : node.<String>list(Stk.OVERLAPS)) {
      List<LastBy> components =
          new TreeMap<>(latest.on(code))
              .entrySet().stream()
                  .filter(
                      each -> scope.from().map(day -> !each.getValue().isBefore(day)).orElse(true))
                  .map(
                      each ->
                          new LastBy(
                              each.getKey(),
                              labels.component(each.getKey()).label(),
                              each.getValue()))
                  .toList();
      boolean asked = scope.issue().map(code::equals).orElse(true);
      if (asked && components.size() > 1) {
        all.add(
            new OnIssue(
                code,
                Optional.ofNullable(issues.get(code)).map(Issue::title).orElse(code),
                components));
      }
    }
    return all;
  }

  private Response sheet(Exchange exchange, Coverage.Scope scope) {
    List<String> lines = new ArrayList<>();
    lines.add(
        CsvReport.line(
            List.of(
                "Issue",
                scope.by() == Coverage.By.STATE ? "State" : "FEMA region",
                "Component",
                "People",
                "Organizations",
                "Interactions",
                "Events")));
    reach
        .coverage()
        .all(exchange.caller(), scope)
        .rows()
        .forEach(
            (key, figures) ->
                lines.add(
                    CsvReport.line(
                        List.of(
                            key.get(0),
                            key.get(1),
                            key.get(2),
                            String.valueOf(figures.people()),
                            String.valueOf(figures.organizations()),
                            String.valueOf(figures.interactions()),
                            String.valueOf(figures.events())))));
    return CsvReport.response("gaps.csv", lines);
  }
}
