package org.chancery.core.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When the final action on a folder falls due: computed from its series and what is known of it,
 * and from nothing else (requirement R3). Days are the office's.
 */
public final class Period {
  private final ZoneId office;

  /**
   * In an office.
   *
   * @param office whose days count
   */
  public Period(ZoneId office) {
    this.office = office;
  }

  /**
   * What is known of a folder.
   *
   * @param activityAt when something was last done in it
   * @param openFiles how many of its case files are open
   * @param closedAt when the last of its files was closed; empty when none ever was
   * @param supersededAt when it was superseded
   * @param unneededAt when somebody said that it is no longer needed
   */
  public record Facts(
      Instant activityAt,
      int openFiles,
      Optional<Instant> closedAt,
      Optional<Instant> supersededAt,
      Optional<Instant> unneededAt) {}

  /**
   * The two days that follow; none while no period runs.
   *
   * @param cutoffOn from which the period counts
   * @param eligibleOn on which the final action falls due
   */
  public record Days(LocalDate cutoffOn, LocalDate eligibleOn) {}

  /**
   * The days of a folder under a series; empty while one of its files is open, or while what the
   * series waits for has not happened.
   */
  public Optional<Days> of(Series series, Facts facts) {
    if (facts.openFiles() > 0) {
      return Optional.empty();
    }
    return cutoff(series, facts)
        .map(day -> new Days(day, end(day, series.period(), series.unit())));
  }

  private Optional<LocalDate> cutoff(Series series, Facts facts) {
    return switch (series.cutoff()) {
      case LAST_ACTIVITY -> Optional.of(day(facts.activityAt()));
      case CASE_CLOSED -> facts.closedAt().map(this::day);
      case DATE -> series.cutoffDate().map(fixed -> later(fixed, day(facts.activityAt())));
      case SUPERSEDED -> facts.supersededAt().map(this::day);
      // Whoever does something in it afterwards needs it again.
      case NO_LONGER_NEEDED ->
          facts.unneededAt().filter(at -> !at.isBefore(facts.activityAt())).map(this::day);
    };
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** The office's day of an instant. */
  public LocalDate day(Instant instant) {
    return instant.atZone(office).toLocalDate();
  }

  /**
   * The day on which a period is over. Where the month that it ends in has no such day (29 February
   * and ten years, 31 January and a month), it is the first of the next: nothing is due before its
   * whole time is over.
   */
  static LocalDate end(LocalDate from, int period, Series.Unit unit) {
    LocalDate end =
        switch (unit) {
          case DAYS -> from.plusDays(period);
          case MONTHS -> from.plusMonths(period);
          case YEARS -> from.plusYears(period);
        };
    boolean cut = unit != Series.Unit.DAYS && end.getDayOfMonth() != from.getDayOfMonth();
    return cut ? end.plusDays(1) : end;
  }
}
