package org.chancery.core.metrics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.core.repository.Caller;
import org.chancery.core.search.Searcher;
import org.chancery.core.search.Tally;

/** Works out metrics, as one caller may see them. */
public final class Metrics {
  /** More months than these are told as years. */
  private static final int MOST_MONTHS = 36;

  private final Searcher searcher;
  private final Clock clock;

  /** On these ports. */
  public Metrics(Searcher searcher, Clock clock) {
    this.searcher = searcher;
    this.clock = clock;
  }

  /**
   * A metric's figures.
   *
   * @param at when they were counted, UTC; days are days in UTC
   * @param by what the rows are made of
   * @param columns in order
   * @param rows periods in their order, all else by the first figure, the largest first
   * @param total of all; where a file counts in several rows it counts here once
   */
  public record Answer(Instant at, Dimension by, List<Column> columns, List<Row> rows, Row total) {}

  /**
   * A column.
   *
   * @param unit {@code count}, {@code days} or {@code percent}
   * @param drawn whether the chart shows it
   */
  public record Column(String key, String title, String unit, boolean drawn) {}

  /**
   * A row.
   *
   * @param key the period, code or name; empty for what has none
   * @param figures by column; absent where there is nothing to tell
   * @param found by column, how a search finds what was counted; absent where none can say it
   */
  public record Row(String key, Map<String, Double> figures, Map<String, Found> found) {}

  /**
   * A search.
   *
   * @param text in the search's own language
   * @param type of the nodes
   * @param filters by facet field
   */
  public record Found(String text, String type, Map<String, List<String>> filters) {}

  /**
   * Works out a metric.
   *
   * @throws IllegalArgumentException when the metric has no such rows
   * @throws org.chancery.core.search.SearchUnavailable when the index cannot catch up now
   */
  public Answer of(Metric metric, Scope scope, Dimension by, Caller caller) {
    if (!metric.dimensions().contains(by)) {
      throw new IllegalArgumentException("The metric has no rows by " + by.key());
    }
    Instant now = clock.instant();
    List<Figure> figures = metric.figures(scope, now.atZone(ZoneOffset.UTC).toLocalDate());
    boolean ofAbove = metric.ofTaskings() && isOfFile(by);
    Tally base = metric.base(scope, ofAbove);
    Tally.Unit unit = unit(scope);
    Map<Figure.Question, Tally.Result> parts = new HashMap<>();
    Map<Figure.Question, Tally.Result> whole = new HashMap<>();
    for (Figure figure : figures) {
      for (Figure.Question question : questions(figure)) {
        Tally all = asked(base, question);
        whole.computeIfAbsent(question, any -> searcher.tally(all, caller));
        parts.computeIfAbsent(
            question, any -> searcher.tally(all.by(group(by, question, ofAbove, unit)), caller));
      }
    }
    Set<String> keys = new TreeSet<>();
    parts.values().forEach(result -> result.rows().keySet().forEach(key -> keys.add(key.get(0))));
    List<Row> rows = new ArrayList<>();
    for (String key : by == Dimension.PERIOD ? withoutGaps(keys, unit) : keys) {
      rows.add(row(key, figures, parts, List.of(key), search(metric, scope, by, Optional.of(key))));
    }
    if (by != Dimension.PERIOD) {
      String first = figures.get(0).key();
      rows.sort(
          Comparator.comparingDouble((Row row) -> -row.figures().getOrDefault(first, 0.0))
              .thenComparing(Row::key));
    }
    return new Answer(
        now,
        by,
        figures.stream().map(Metrics::column).toList(),
        List.copyOf(rows),
        row("", figures, whole, List.of(), search(metric, scope, by, Optional.empty())));
  }

  /**
   * The taskings behind a figure, the one due first in front: as many as it counts, and none that
   * the caller may not see.
   *
   * @param row the row's key; all rows when empty
   * @param column a column that counts
   * @param from how many to leave out
   * @param limit how many to return
   * @throws IllegalArgumentException when there is no such figure of taskings
   * @throws org.chancery.core.search.SearchUnavailable when the index cannot catch up now
   */
  public Tally.Listed taskings(
      Metric metric,
      Scope scope,
      Dimension by,
      Optional<String> row,
      String column,
      int from,
      int limit,
      Caller caller) {
    if (!metric.ofTaskings() || !metric.dimensions().contains(by)) {
      throw new IllegalArgumentException("No taskings are counted by " + by.key());
    }
    Figure.Question question =
        metric.figures(scope, clock.instant().atZone(ZoneOffset.UTC).toLocalDate()).stream()
            .filter(each -> each.key().equals(column) && each.unit() == Figure.Unit.COUNT)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No column counts '" + column + "'"))
            .question();
    Tally tally = metric.base(scope, row.isPresent() && isOfFile(by));
    for (Tally.Condition condition : question.conditions()) {
      tally = tally.with(condition);
    }
    if (row.isPresent()) {
      tally = ofRow(tally, by, row.get(), question.period());
    }
    return searcher.listed(tally, Metric.TASK_DUE, from, limit, caller);
  }

  private static Tally ofRow(Tally tally, Dimension by, String row, String period) {
    if (row.isEmpty()) {
      throw new IllegalArgumentException("What has no value cannot be listed");
    }
    if (by == Dimension.PERIOD) {
      boolean month = row.length() > 4;
      LocalDate first = month ? YearMonth.parse(row).atDay(1) : Year.parse(row).atDay(1);
      LocalDate last =
          month ? YearMonth.parse(row).atEndOfMonth() : first.plusYears(1).minusDays(1);
      return tally.with(new Tally.Between(period, Optional.of(first), Optional.of(last)));
    }
    Tally.Condition value = new Tally.AnyOf(by.key(), Set.of(row));
    if (!isOfFile(by)) {
      return tally.with(value);
    }
    Tally.Above above = tally.above().orElseThrow();
    List<Tally.Condition> ofFile = new ArrayList<>(above.conditions());
    ofFile.add(value);
    return tally.below(new Tally.Above(above.type(), ofFile));
  }

  private static boolean isOfFile(Dimension by) {
    return by == Dimension.COMPONENT || by == Dimension.ISSUE || by == Dimension.SOURCE;
  }

  private static Column column(Figure figure) {
    return new Column(
        figure.key(),
        figure.title(),
        figure.unit().name().toLowerCase(Locale.ROOT),
        figure.drawn());
  }

  private static List<Figure.Question> questions(Figure figure) {
    return figure.other().isPresent()
        ? List.of(figure.question(), figure.other().get())
        : List.of(figure.question());
  }

  private static Tally asked(Tally base, Figure.Question question) {
    Tally tally = base;
    for (Tally.Condition condition : question.conditions()) {
      tally = tally.with(condition);
    }
    return question.days().isPresent() ? tally.measuring(question.days().get()) : tally;
  }

  private static Tally.Group group(
      Dimension by, Figure.Question question, boolean ofAbove, Tally.Unit unit) {
    return by == Dimension.PERIOD
        ? new Tally.ByPeriod(question.period(), unit)
        : new Tally.ByField(by.key(), ofAbove);
  }

  /** Months; years where nobody says where to begin, or they would be too many. */
  private Tally.Unit unit(Scope scope) {
    LocalDate end =
        scope.to().orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return scope
        .from()
        .filter(from -> ChronoUnit.MONTHS.between(from, end) < MOST_MONTHS)
        .map(from -> Tally.Unit.MONTH)
        .orElse(Tally.Unit.YEAR);
  }

  /** A month in which nothing happened is a row of zeros. */
  private static List<String> withoutGaps(Set<String> keys, Tally.Unit unit) {
    List<String> named = keys.stream().filter(key -> !key.isEmpty()).toList();
    List<String> all = new ArrayList<>();
    if (!named.isEmpty()) {
      String last = named.get(named.size() - 1);
      for (String key = named.get(0); key.compareTo(last) <= 0; key = next(key, unit)) {
        all.add(key);
      }
    }
    if (keys.contains("")) {
      all.add("");
    }
    return all;
  }

  private static String next(String period, Tally.Unit unit) {
    return unit == Tally.Unit.YEAR
        ? "%04d".formatted(Integer.parseInt(period) + 1)
        : YearMonth.parse(period).plusMonths(1).toString();
  }

  private static Row row(
      String key,
      List<Figure> figures,
      Map<Figure.Question, Tally.Result> results,
      List<String> at,
      Drill drill) {
    Map<String, Double> values = new LinkedHashMap<>();
    Map<String, Found> found = new LinkedHashMap<>();
    for (Figure figure : figures) {
      Tally.Figures own =
          results.get(figure.question()).rows().getOrDefault(at, Tally.Figures.NONE);
      Tally.Figures other =
          figure
              .other()
              .map(question -> results.get(question).rows().getOrDefault(at, Tally.Figures.NONE))
              .orElse(Tally.Figures.NONE);
      figure
          .value()
          .apply(new Figure.Values(own, other))
          .ifPresent(value -> values.put(figure.key(), value));
      if (figure.unit() == Figure.Unit.COUNT && own.count() > 0) {
        drill.to(figure.question()).ifPresent(search -> found.put(figure.key(), search));
      }
    }
    return new Row(key, values, found);
  }

  private static Drill search(Metric metric, Scope scope, Dimension by, Optional<String> key) {
    return new Drill(metric, scope, by, key);
  }
}
