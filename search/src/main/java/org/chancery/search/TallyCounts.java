package org.chancery.search;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.chancery.core.search.Tally;

/** Counts what a query lets through, row by row, while it is collected. */
final class TallyCounts implements CollectorManager<TallyCounts.Counting, Tally.Result> {
  private static final long DAY = 86_400_000;
  private static final List<String> NO_PERIOD = List.of("");

  private final Tally tally;
  private final UnaryOperator<String> column;
  private final Optional<ValuesAbove> above;

  /**
   * @param column the column of a date
   * @param above the nodes above that count, with their values of the field of the group
   */
  TallyCounts(Tally tally, UnaryOperator<String> column, Optional<ValuesAbove> above) {
    this.tally = tally;
    this.column = column;
    this.above = above;
  }

  @Override
  public Counting newCollector() {
    return new Counting();
  }

  @Override
  public Tally.Result reduce(Collection<Counting> parts) {
    Map<List<String>, Cell> all =
        new TreeMap<>(
            (some, others) -> String.join("\0", some).compareTo(String.join("\0", others)));
    for (Counting part : parts) {
      part.cells.forEach((key, cell) -> all.computeIfAbsent(key, any -> new Cell()).add(cell));
    }
    Map<List<String>, Tally.Figures> rows = new LinkedHashMap<>();
    all.forEach((key, cell) -> rows.put(key, cell.figures()));
    return new Tally.Result(rows);
  }

  /** What one document is in a group. */
  private interface Keys {
    List<String> of(int document) throws IOException;
  }

  /** The collector of one thread. */
  final class Counting implements Collector {
    private final Map<List<String>, Cell> cells = new HashMap<>();

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
      LeafReader reader = context.reader();
      ValuesAbove aboveHere = above.orElse(null);
      List<Keys> groups = new ArrayList<>();
      for (Tally.Group group : tally.groups()) {
        groups.add(keys(reader, group));
      }
      Span span = tally.days().isPresent() ? new Span(reader, tally.days().get()) : null;
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {
          // Counting needs no score.
        }

        @Override
        public void collect(int document) throws IOException {
          List<String> of = aboveHere == null ? null : aboveHere.of(context.docBase + document);
          if (aboveHere != null && of == null) {
            return;
          }
          int days = span == null ? Span.NONE : span.of(document);
          List<List<String>> keys = new ArrayList<>(2);
          for (Keys group : groups) {
            keys.add(group == OF_ABOVE ? of : group.of(document));
          }
          count(keys, days);
        }
      };
    }

    private void count(List<List<String>> keys, int days) {
      if (keys.isEmpty()) {
        cell(List.of()).add(days);
      } else if (keys.size() == 1) {
        List<String> only = keys.get(0);
        if (only.size() == 1) {
          cell(only).add(days);
        } else {
          only.forEach(key -> cell(List.of(key)).add(days));
        }
      } else {
        for (String first : keys.get(0)) {
          for (String second : keys.get(1)) {
            cell(List.of(first, second)).add(days);
          }
        }
      }
    }

    private Cell cell(List<String> key) {
      return cells.computeIfAbsent(key, any -> new Cell());
    }

    private Keys keys(LeafReader reader, Tally.Group group) throws IOException {
      if (group instanceof Tally.ByField field) {
        if (field.ofAbove()) {
          return OF_ABOVE;
        }
        FieldValues values = FieldValues.of(reader, field.field());
        return values::of;
      }
      Tally.ByPeriod period = (Tally.ByPeriod) group;
      NumericDocValues dates = DocValues.getNumeric(reader, column.apply(period.date()));
      Map<Integer, List<String>> known = new HashMap<>();
      return document ->
          dates.advanceExact(document)
              ? period(dates.longValue(), period.unit(), known)
              : NO_PERIOD;
    }
  }

  /** The group whose keys the node above gives. */
  private static final Keys OF_ABOVE = document -> List.of();

  private static List<String> period(
      long millis, Tally.Unit unit, Map<Integer, List<String>> known) {
    ZonedDateTime at = Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC);
    int month = unit == Tally.Unit.YEAR ? 0 : at.getMonthValue();
    return known.computeIfAbsent(
        at.getYear() * 13 + month,
        any ->
            List.of(
                month == 0
                    ? "%04d".formatted(at.getYear())
                    : "%04d-%02d".formatted(at.getYear(), month)));
  }

  /** Days between two dates of a document. */
  private final class Span {
    static final int NONE = Integer.MIN_VALUE;

    private final NumericDocValues from;
    private final Optional<NumericDocValues> to;
    private final long otherwise;

    Span(LeafReader reader, Tally.Days days) throws IOException {
      from = DocValues.getNumeric(reader, column.apply(days.from()));
      to =
          days.to().isPresent()
              ? Optional.of(DocValues.getNumeric(reader, column.apply(days.to().get())))
              : Optional.empty();
      otherwise = days.otherwise().toEpochDay();
    }

    int of(int document) throws IOException {
      if (!from.advanceExact(document)) {
        return NONE;
      }
      long begin = Math.floorDiv(from.longValue(), DAY);
      if (to.isEmpty()) {
        return (int) (otherwise - begin);
      }
      return to.get().advanceExact(document)
          ? (int) (Math.floorDiv(to.get().longValue(), DAY) - begin)
          : NONE;
    }
  }

  /** One row. */
  private static final class Cell {
    private long count;
    private int measured;
    private int[] days = new int[8];

    void add(int of) {
      count++;
      if (of != Integer.MIN_VALUE) {
        room(measured + 1);
        days[measured++] = of;
      }
    }

    void add(Cell other) {
      count += other.count;
      room(measured + other.measured);
      System.arraycopy(other.days, 0, days, measured, other.measured);
      measured += other.measured;
    }

    private void room(int wanted) {
      if (wanted > days.length) {
        days = Arrays.copyOf(days, Math.max(wanted, days.length * 2));
      }
    }

    Tally.Figures figures() {
      if (measured == 0) {
        return new Tally.Figures(count, 0, 0, 0, 0);
      }
      Arrays.sort(days, 0, measured);
      long sum = 0;
      for (int i = 0; i < measured; i++) {
        sum += days[i];
      }
      return new Tally.Figures(
          count,
          measured,
          (double) sum / measured,
          days[(measured - 1) / 2],
          days[(int) Math.ceil(measured * 0.9) - 1]);
    }
  }
}
