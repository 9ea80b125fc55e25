package org.chancery.core.metrics;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chancery.core.search.Tally;

/**
 * One column of a metric.
 *
 * @param key stable
 * @param title what people read
 * @param unit what the numbers are
 * @param question what is counted for it; the figures are {@link Tally.Figures#NONE} in rows that
 *     have none
 * @param other what its share is of, for {@link Unit#PERCENT}
 * @param value the number; empty where there is none to tell, such as a mean of nothing
 * @param drawn whether the chart shows it
 */
record Figure(
    String key,
    String title,
    Unit unit,
    Question question,
    Optional<Question> other,
    Function<Values, Optional<Double>> value,
    boolean drawn) {

  /** What numbers are. */
  enum Unit {
    /** Files or taskings. */
    COUNT,
    /** Calendar days. */
    DAYS,
    /** Of a hundred. */
    PERCENT
  }

  /** What was counted for a row: the question's figures, and those of the other. */
  record Values(Tally.Figures own, Tally.Figures other) {}

  /**
   * What is counted.
   *
   * @param conditions of the nodes that are counted
   * @param period the date that periods are made of
   * @param days what is measured
   */
  record Question(List<Tally.Condition> conditions, String period, Optional<Tally.Days> days) {}

  static Figure count(String key, String title, Question question) {
    return new Figure(
        key,
        title,
        Unit.COUNT,
        question,
        Optional.empty(),
        values -> Optional.of((double) values.own().count()),
        false);
  }

  static Figure days(
      String key, String title, Question question, Function<Tally.Figures, Number> which) {
    return new Figure(
        key,
        title,
        Unit.DAYS,
        question,
        Optional.empty(),
        values ->
            values.own().measured() == 0
                ? Optional.empty()
                : Optional.of(rounded(which.apply(values.own()).doubleValue())),
        false);
  }

  static Figure share(String key, String title, Question part, Question whole) {
    return new Figure(
        key,
        title,
        Unit.PERCENT,
        part,
        Optional.of(whole),
        values ->
            values.other().count() == 0
                ? Optional.empty()
                : Optional.of(rounded(100.0 * values.own().count() / values.other().count())),
        false);
  }

  /** The same, shown by the chart. */
  Figure drawnToo() {
    return new Figure(key, title, unit, question, other, value, true);
  }

  /** To a tenth. */
  private static double rounded(double number) {
    return Math.round(number * 10) / 10.0;
  }
}
