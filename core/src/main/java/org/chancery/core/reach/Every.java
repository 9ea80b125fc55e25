package org.chancery.core.reach;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.core.repository.Invalid;

/** How often a report is made: each time when a week, a month or a quarter is over. */
public enum Every {
  /** On Mondays. */
  WEEK,
  /** On the first day of each month. */
  MONTH,
  /** On the first day of January, April, July and October. */
  QUARTER;

  private static final int MONTHS = 3;

  /**
   * By its code.
   *
   * @throws Invalid for another text
   */
  public static Every of(String code) {
    return Stream.of(values())
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Invalid(Map.of("every", "must be week, month or quarter")));
  }

  /** As programs say it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The first day of the period in which a day lies. */
  LocalDate begin(LocalDate day) {
    return switch (this) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS);
    };
  }

  /** The first day of the period after that in which a day lies. */
  LocalDate next(LocalDate day) {
    LocalDate begin = begin(day);
    return switch (this) {
      case WEEK -> begin.plusWeeks(1);
      case MONTH -> begin.plusMonths(1);
      case QUARTER -> begin.plusMonths(MONTHS);
    };
  }

  /** The first day of the period before that in which a day lies. */
  LocalDate before(LocalDate day) {
    return begin(begin(day).minusDays(1));
  }
}
