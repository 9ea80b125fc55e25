package org.chancery.acceptance.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.acceptance.verification.Outcome.Part;
import org.chancery.acceptance.verification.Outcome.Result;

/** Everything that a run came to. A test that was skipped without leave has failed. */
final class Tally {
  private final PermittedSkips skips;
  private final List<Outcome> outcomes = new ArrayList<>();

  Tally(PermittedSkips skips) {
    this.skips = skips;
  }

  /** Adds one and says so on the console. */
  synchronized void add(Outcome told) {
    Outcome outcome = judged(told);
    outcomes.add(outcome);
    System.out.printf(
        Locale.ROOT,
        "%-8s %s %s%s%n",
        outcome.result().name().toLowerCase(Locale.ROOT),
        outcome.in(),
        outcome.name(),
        outcome.reason().isEmpty() ? "" : ": " + outcome.reason().lines().limit(3).toList());
  }

  private Outcome judged(Outcome told) {
    boolean permitted =
        told.result() != Result.SKIPPED
            || skips.reason(told.in(), told.method().substring(told.in().length() + 1)).isPresent();
    return permitted
        ? told
        : new Outcome(
            told.part(),
            told.in(),
            told.name(),
            Result.FAILED,
            "skipped without being permitted: " + told.reason());
  }

  synchronized List<Outcome> all(Result result) {
    return outcomes.stream().filter(each -> each.result() == result).toList();
  }

  synchronized long count(Part part, Result result) {
    return outcomes.stream().filter(each -> each.part() == part && each.result() == result).count();
  }

  /** Whether every test passed that may not be skipped, few enough were, and there were any. */
  boolean good() {
    return all(Result.FAILED).isEmpty()
        && !all(Result.PASSED).isEmpty()
        && skipped().size() <= PermittedSkips.LIMIT * suite().size();
  }

  /** How much of the suite was skipped, in one sentence. */
  String skipping() {
    return String.format(
        Locale.ROOT,
        "Of the acceptance suite's %d tests (a test with several parameters is one) %d were skipped,"
            + " each with leave: %.1f %%, where at most %.0f %% may be.",
        suite().size(),
        skipped().size(),
        100.0 * skipped().size() / Math.max(1, suite().size()),
        100 * PermittedSkips.LIMIT);
  }

  /** The last line: how many passed, failed and were skipped. */
  String totals() {
    return all(Result.PASSED).size()
        + " passed, "
        + all(Result.FAILED).size()
        + " failed, "
        + all(Result.SKIPPED).size()
        + " skipped";
  }

  private synchronized Set<String> suite() {
    return outcomes.stream()
        .filter(each -> each.part() != Part.CONTRACTS)
        .map(Outcome::method)
        .collect(Collectors.toSet());
  }

  private Set<String> skipped() {
    return all(Result.SKIPPED).stream().map(Outcome::method).collect(Collectors.toSet());
  }
}
