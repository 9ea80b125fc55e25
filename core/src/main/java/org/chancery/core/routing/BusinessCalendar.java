package org.chancery.core.routing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The business days of the federal government: Monday to Friday but for the legal public holidays
 * of 5 U.S.C. 6103(a), each on the day on which it is observed: the Friday before where it falls on
 * a Saturday (6103(b)), the Monday after where it falls on a Sunday (Executive Order 11582). The
 * day of an inauguration (6103(c)) is none: it holds for the capital alone.
 */
public final class BusinessCalendar {
  private static final int FOURTH = 4;

  /**
   * A holiday.
   *
   * @param date the day on which it is observed
   * @param name as the statute calls it
   */
  public record Holiday(LocalDate date, String name) {}

  /** The holidays observed from the first day to the last, both included, by date. */
  public List<Holiday> holidays(LocalDate first, LocalDate last) {
    List<Holiday> found = new ArrayList<>();
    // The first day of a year may be observed on the last one of the year before.
    for (int year = first.getYear() - 1; year <= last.getYear() + 1; year++) {
      for (Holiday holiday : ofYear(year)) {
        if (!holiday.date().isBefore(first) && !holiday.date().isAfter(last)) {
          found.add(holiday);
        }
      }
    }
    found.sort(Comparator.comparing(Holiday::date));
    return List.copyOf(found);
  }

  /** Whether offices work on that day. */
  public boolean isBusinessDay(LocalDate day) {
    return !weekend(day) && holidays(day, day).isEmpty();
  }

  /**
   * The business day that many business days after the day.
   *
   * @param days 0 for the day itself, or the next business day when it is none
   */
  public LocalDate after(LocalDate day, long days) {
    if (days < 0) {
      throw new IllegalArgumentException("Days are counted forwards: " + days);
    }
    LocalDate at = day;
    for (long left = days; left > 0; left--) {
      at = next(at);
    }
    return isBusinessDay(at) ? at : next(at);
  }

  /**
   * How many business days lie between: those after the first day up to and with the last one;
   * negative when the last lies before the first.
   */
  public int between(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      return -between(last, first);
    }
    List<LocalDate> free = holidays(first, last).stream().map(Holiday::date).toList();
    return (int)
        first
            .plusDays(1)
            .datesUntil(last.plusDays(1))
            .filter(day -> !weekend(day) && !free.contains(day))
            .count();
  }

  private LocalDate next(LocalDate day) {
    LocalDate at = day.plusDays(1);
    while (!isBusinessDay(at)) {
      at = at.plusDays(1);
    }
    return at;
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static List<Holiday> ofYear(int year) {
    return List.of(
        observed(year, Month.JANUARY, 1, "New Year's Day"),
        monday(year, Month.JANUARY, 3, "Birthday of Martin Luther King, Jr."),
        monday(year, Month.FEBRUARY, 3, "Washington's Birthday"),
        new Holiday(
            LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
            "Memorial Day"),
        observed(year, Month.JUNE, 19, "Juneteenth National Independence Day"),
        observed(year, Month.JULY, 4, "Independence Day"),
        monday(year, Month.SEPTEMBER, 1, "Labor Day"),
        monday(year, Month.OCTOBER, 2, "Columbus Day"),
        observed(year, Month.NOVEMBER, 11, "Veterans Day"),
        new Holiday(
            LocalDate.of(year, Month.NOVEMBER, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(FOURTH, DayOfWeek.THURSDAY)),
            "Thanksgiving Day"),
        observed(year, Month.DECEMBER, 25, "Christmas Day"));
  }

  private static Holiday monday(int year, Month month, int which, String name) {
    return new Holiday(
        LocalDate.of(year, month, 1)
            .with(TemporalAdjusters.dayOfWeekInMonth(which, DayOfWeek.MONDAY)),
        name);
  }

  private static Holiday observed(int year, Month month, int day, String name) {
    LocalDate date = LocalDate.of(year, month, day);
    LocalDate on =
        switch (date.getDayOfWeek()) {
          case SATURDAY -> date.minusDays(1);
          case SUNDAY -> date.plusDays(1);
          default -> date;
        };
    return new Holiday(on, name);
  }
}
