package org.chancery.core.schedule;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Why something is kept, until when and what then, in plain words (requirement R10). */
final class Words {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.US);

  private Words() {}

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Why it is kept. */
  static String why(Optional<Series> series) {
    return series
        .map(
            each ->
                (each.why().isEmpty()
                        ? "It belongs to the series '" + each.title() + "'."
                        : each.why())
                    + " Authority: "
                    + each.authority()
                    + (each.standing() == Series.Standing.EXAMPLE
                        ? " (example, not an approved authority)."
                        : "."))
        .orElse("No series of the file plan is applied to it, so it is kept.");
  }

  /** What is done with it in the end. */
  static String then(Optional<Series> series) {
    return series
        .map(
            each ->
                each.action() == Series.FinalAction.TRANSFER
                    ? "Then it is transferred to the National Archives and, once they have custody,"
                        + " destroyed here."
                    : "Then it is destroyed, when two officers have approved that.")
        .orElse("Nothing, before a series is applied.");
  }

  /** Why its clock stands as it does. */
  static String standing(
      Optional<Series> series, Period.Facts facts, Optional<Period.Days> days, ClockState state) {
    if (series.isEmpty()) {
      return "No series of the file plan is applied to it.";
    }
    if (facts.openFiles() > 0) {
      return facts.openFiles() == 1
          ? "A case file in it is open."
          : facts.openFiles() + " case files in it are open.";
    }
    if (days.isEmpty()) {
      return waiting(series.get());
    }
    String since = span(series.get()) + event(series.get()) + day(days.get().cutoffOn());
    return switch (state) {
      case ACTIVE, RUNNING ->
          "It is kept until " + day(days.get().eligibleOn()) + ": " + since + ".";
      case EXCEPTION ->
          "It is an exception; the day that its time ends is "
              + day(days.get().eligibleOn())
              + ": "
              + since
              + ".";
      default -> "Its time was over on " + day(days.get().eligibleOn()) + ": " + since + ".";
    };
  }

  /** Until when it is kept. */
  static String until(Optional<Series> series, Optional<LocalDate> eligibleOn) {
    if (series.isEmpty()) {
      return "Without end, as long as no series is applied.";
    }
    Series of = series.get();
    return eligibleOn
        .map(on -> "Until " + day(on) + ".")
        .orElse(
            "Until "
                + span(of)
                + event(of).strip().replaceFirst(",$", "")
                + ", which has not happened yet.");
  }

  private static String span(Series series) {
    if (series.period() == 0) {
      return "";
    }
    String unit = series.unit().code();
    return series.period()
        + " "
        + (series.period() == 1 ? unit.substring(0, unit.length() - 1) : unit)
        + " after ";
  }

  private static String event(Series series) {
    return switch (series.cutoff()) {
      case LAST_ACTIVITY -> "the latest activity, when no case file is open, ";
      case CASE_CLOSED -> "the last case file was closed ";
      case DATE -> "the day that the series names ";
      case SUPERSEDED -> "it was superseded ";
      case NO_LONGER_NEEDED -> "it was said to be no longer needed ";
    };
  }

  private static String waiting(Series series) {
    return switch (series.cutoff()) {
      case CASE_CLOSED -> "No case file in it has been closed yet.";
      case SUPERSEDED -> "Nothing has taken its place yet.";
      case NO_LONGER_NEEDED -> "Nobody has said that it is no longer needed.";
      case LAST_ACTIVITY, DATE -> "It waits for the day that its period counts from.";
    };
  }
}
