package org.chancery.core.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.search.Tally;

/**
 * Which case files a metric is about; empty parts do not restrict.
 *
 * @param from first day of the period
 * @param to its last day
 * @param component code
 * @param issue code
 * @param source of the model's list
 */
public record Scope(
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<String> component,
    Optional<String> issue,
    Optional<String> source) {

  /** What must hold of each case file. */
  List<Tally.Condition> ofFile() {
    List<Tally.Condition> all = new ArrayList<>();
    component.ifPresent(code -> all.add(new Tally.AnyOf("component", Set.of(code))));
    issue.ifPresent(code -> all.add(new Tally.AnyOf("issue", Set.of(code))));
    source.ifPresent(value -> all.add(new Tally.AnyOf("source", Set.of(value))));
    return all;
  }

  /** The date lies in the period; nothing when there is none. */
  List<Tally.Condition> within(String date) {
    return from.isEmpty() && to.isEmpty() ? List.of() : List.of(new Tally.Between(date, from, to));
  }
}
