package org.chancery.core.metrics;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.core.metrics.Metrics.Found;
import org.chancery.core.search.Tally;
import org.chancery.model.QName;

/**
 * From a figure to the search that finds what it counts.
 *
 * @param key of the row; none for the total
 */
record Drill(Metric metric, Scope scope, Dimension by, Optional<String> key) {

  /** The search; empty when the language of searches cannot say it. */
  Optional<Found> to(Figure.Question question) {
    boolean ofFiles = !scope.ofFile().isEmpty() || key.isPresent() && ofFile();
    if (metric.ofTaskings() && ofFiles) {
      // No search asks of a tasking what its case file is.
      return Optional.empty();
    }
    List<String> text = new ArrayList<>();
    Map<String, List<String>> filters = new LinkedHashMap<>();
    List<Tally.Condition> conditions = new ArrayList<>(question.conditions());
    if (!metric.ofTaskings()) {
      conditions.addAll(scope.ofFile());
    }
    conditions.forEach(condition -> say(condition, text, filters));
    if (key.isPresent() && !ofRow(question, key.get(), text, filters)) {
      return Optional.empty();
    }
    return Optional.of(
        new Found(
            String.join(" AND ", text), metric.base(scope, false).type().toString(), filters));
  }

  private boolean ofFile() {
    return by == Dimension.COMPONENT || by == Dimension.ISSUE || by == Dimension.SOURCE;
  }

  private boolean ofRow(
      Figure.Question question, String row, List<String> text, Map<String, List<String>> filters) {
    if (by != Dimension.PERIOD) {
      if (row.isEmpty() || scope.ofFile().contains(new Tally.AnyOf(by.key(), Set.of(row)))) {
        return !row.isEmpty();
      }
      return filters.putIfAbsent(by.key(), List.of(row)) == null;
    }
    if (row.isEmpty()) {
      return false;
    }
    boolean month = row.length() > 4;
    LocalDate first = month ? YearMonth.parse(row).atDay(1) : Year.parse(row).atDay(1);
    LocalDate last = month ? YearMonth.parse(row).atEndOfMonth() : first.plusYears(1).minusDays(1);
    text.add(range(question.period(), Optional.of(first), Optional.of(last)));
    return true;
  }

  private static void say(
      Tally.Condition condition, List<String> text, Map<String, List<String>> filters) {
    if (condition instanceof Tally.AnyOf any) {
      filters.put(any.field(), List.copyOf(new TreeSet<>(any.values())));
    } else if (condition instanceof Tally.NoneOf none) {
      new TreeSet<>(none.values()).forEach(value -> text.add("NOT " + none.field() + ":" + value));
    } else if (condition instanceof Tally.Has has) {
      text.add(range(has.date(), Optional.empty(), Optional.empty()));
    } else if (condition instanceof Tally.Lacks lacks) {
      text.add("NOT " + range(lacks.date(), Optional.empty(), Optional.empty()));
    } else {
      Tally.Between between = (Tally.Between) condition;
      text.add(range(between.date(), between.first(), between.last()));
    }
  }

  private static String range(String date, Optional<LocalDate> first, Optional<LocalDate> last) {
    String field = date.equals(Tally.DAY) ? date : QName.of(date).localName();
    return field
        + ":["
        + first.map(LocalDate::toString).orElse("*")
        + " TO "
        + last.map(LocalDate::toString).orElse("*")
        + "]";
  }
}
