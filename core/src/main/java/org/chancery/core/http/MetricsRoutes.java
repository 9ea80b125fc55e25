package org.chancery.core.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.core.metrics.Dimension;
import org.chancery.core.metrics.Metric;
import org.chancery.core.metrics.Metrics;
import org.chancery.core.metrics.Metrics.Column;
import org.chancery.core.metrics.Scope;
import org.chancery.core.repository.Nodes;
import org.chancery.core.routing.Tasking;
import org.chancery.core.search.Tally;

/** The office's figures, as tables and as series to draw (requirement C13). */
final class MetricsRoutes {
  private static final int MOST_LISTED = 100_000;

  private final Metrics metrics;
  private final FacetLabels labels;
  private final Nodes nodes;
  private final TaskingJson taskings;

  MetricsRoutes(Metrics metrics, FacetLabels labels, Nodes nodes, TaskingJson taskings) {
    this.metrics = metrics;
    this.labels = labels;
    this.nodes = nodes;
    this.taskings = taskings;
  }

  /** What there is to ask for. */
  record MetricList(List<About> items) {}

  /** A metric, without figures. */
  record About(String name, String title, String description, List<By> by) {
    static About of(Metric metric) {
      return new About(
          metric.key(),
          metric.title(),
          metric.description(),
          metric.dimensions().stream().map(each -> new By(each.key(), each.title())).toList());
    }
  }

  /** What rows can be made of. */
  record By(String key, String title) {}

  Response list(Exchange exchange) {
    return Response.json(
        200, new MetricList(Arrays.stream(Metric.values()).map(About::of).toList()));
  }

  /** A metric with its figures, as openapi.yaml says. */
  record Body(
      String name,
      String title,
      String description,
      String by,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<LocalDate> from,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<LocalDate> to,
      Instant at,
      boolean ofTaskings,
      List<Column> columns,
      List<Row> rows,
      Row total,
      List<Series> series) {}

  /** A row: figures and searches by column. */
  record Row(String key, String label, Map<String, Double> figures, Map<String, String> searches) {}

  /** A line or a set of bars: a value for each row, 0 where there is nothing to tell. */
  record Series(String key, String title, String unit, List<Double> values) {}

  Response get(Exchange exchange) {
    Metric metric = metric(exchange);
    Dimension by = by(exchange, metric);
    String format = exchange.parameter("format").orElse("json");
    if (!List.of("json", "csv").contains(format)) {
      throw Exchange.badParameter("format", "must be json or csv");
    }
    Scope scope = scope(exchange);
    Metrics.Answer answer =
        SearchRoutes.answered(() -> metrics.of(metric, scope, by, exchange.caller()));
    FacetLabels.Of names =
        labels
            .ofOneAnswer()
            .expecting(by.key(), answer.rows().stream().map(Metrics.Row::key).toList());
    List<Row> rows =
        answer.rows().stream().map(row -> row(row, label(names, by, row.key()))).toList();
    if (format.equals("csv")) {
      return csv(metric, by, answer, rows);
    }
    return Response.json(
            200,
            new Body(
                metric.key(),
                metric.title(),
                metric.description(),
                by.key(),
                scope.from(),
                scope.to(),
                answer.at(),
                metric.ofTaskings(),
                answer.columns(),
                rows,
                row(answer.total(), "All"),
                answer.columns().stream()
                    .filter(Column::drawn)
                    .map(column -> series(column, rows))
                    .toList()))
        .with("Cache-Control", "no-store");
  }

  private static Metric metric(Exchange exchange) {
    return Metric.named(exchange.segment("name"))
        .orElseThrow(
            () -> Refusal.of(404, "not-found", "Not found", "There is no metric of that name."));
  }

  private static Dimension by(Exchange exchange, Metric metric) {
    return exchange
        .parameter("by")
        .map(key -> dimension(metric, key))
        .orElse(metric.dimensions().get(0));
  }

  /** Taskings behind a figure. */
  record Behind(List<TaskingJson.Body> items, long total, Optional<String> cursor) {}

  Response taskings(Exchange exchange) {
    Metric metric = metric(exchange);
    if (!metric.ofTaskings()) {
      throw Refusal.of(404, "not-found", "Not found", "That metric counts no taskings.");
    }
    Dimension by = by(exchange, metric);
    Scope scope = scope(exchange);
    String column =
        exchange
            .parameter("column")
            .orElseThrow(() -> Exchange.badParameter("column", "is missing"));
    int from = exchange.parameter("cursor").map(MetricsRoutes::offset).orElse(0);
    int limit = exchange.limit(25, 200);
    Tally.Listed listed;
    try {
      listed =
          SearchRoutes.answered(
              () ->
                  metrics.taskings(
                      metric,
                      scope,
                      by,
                      exchange.parameter("row"),
                      column,
                      from,
                      limit,
                      exchange.caller()));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw Exchange.badParameter("row", "and 'column' must name a figure of the metric");
    }
    List<Tasking> found =
        nodes.findAll(exchange.caller(), listed.ids()).stream().map(Tasking::of).toList();
    boolean more = from + listed.ids().size() < listed.total() && !listed.ids().isEmpty();
    return Response.json(
            200,
            new Behind(
                taskings.all(exchange.actor(), found),
                listed.total(),
                more ? Optional.of(String.valueOf(from + listed.ids().size())) : Optional.empty()))
        .with("Cache-Control", "no-store");
  }

  private static int offset(String cursor) {
    try {
      int offset = Integer.parseInt(cursor);
      if (offset >= 0 && offset <= MOST_LISTED) {
        return offset;
      }
    } catch (NumberFormatException e) {
      throw Exchange.badParameter("cursor", "must be one that came with the page before");
    }
    throw Exchange.badParameter("cursor", "must be one that came with the page before");
  }

  private static Scope scope(Exchange exchange) {
    Optional<LocalDate> from = exchange.day("from");
    Optional<LocalDate> to = exchange.day("to");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw Exchange.badParameter("to", "must not be before 'from'");
    }
    return new Scope(
        from,
        to,
        exchange.parameter("component"),
        exchange.parameter("issue"),
        exchange.parameter("source"));
  }

  private static Dimension dimension(Metric metric, String key) {
    return metric.dimensions().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                Exchange.badParameter(
                    "by",
                    "must be one of "
                        + metric.dimensions().stream()
                            .map(Dimension::key)
                            .collect(Collectors.joining(", "))));
  }

  private static String label(FacetLabels.Of names, Dimension by, String key) {
    return key.isEmpty() ? "None" : names.label(by.key(), key);
  }

  private static Row row(Metrics.Row row, String label) {
    Map<String, String> searches = new LinkedHashMap<>();
    row.found().forEach((column, found) -> searches.put(column, query(found)));
    return new Row(row.key(), label, row.figures(), searches);
  }

  /** What comes after {@code /search?}, there and on the search page. */
  private static String query(Metrics.Found found) {
    List<String> parts = new ArrayList<>();
    if (!found.text().isEmpty()) {
      parts.add("q=" + encoded(found.text()));
    }
    parts.add("type=" + encoded(found.type()));
    found
        .filters()
        .forEach(
            (field, values) ->
                values.forEach(value -> parts.add("facet=" + encoded(field + ":" + value))));
    return String.join("&", parts);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Series series(Column column, List<Row> rows) {
    return new Series(
        column.key(),
        column.title(),
        column.unit(),
        rows.stream().map(row -> row.figures().getOrDefault(column.key(), 0.0)).toList());
  }

  private static Response csv(Metric metric, Dimension by, Metrics.Answer answer, List<Row> rows) {
    List<String> head = new ArrayList<>(List.of(by.title()));
    answer.columns().forEach(column -> head.add(column.title()));
    List<String> lines = new ArrayList<>(List.of(CsvReport.line(head)));
    List<Row> all = new ArrayList<>(rows);
    all.add(row(answer.total(), "All"));
    for (Row row : all) {
      List<String> cells = new ArrayList<>(List.of(row.label()));
      answer.columns().forEach(column -> cells.add(number(row.figures().get(column.key()))));
      lines.add(CsvReport.line(cells));
    }
    return CsvReport.response(metric.key() + ".csv", lines);
  }

  private static String number(Double figure) {
    if (figure == null) {
      return "";
    }
    return figure == Math.rint(figure)
        ? String.valueOf(figure.longValue())
        : String.valueOf(figure);
  }
}
