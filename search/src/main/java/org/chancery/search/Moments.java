package org.chancery.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A day, month or year as a span of time.
 *
 * @param first milliseconds of its first moment, UTC
 * @param last milliseconds of its last moment, UTC
 */
record Moments(long first, long last) {

  /** The whole day. */
  static Moments of(LocalDate day) {
    return between(day, day);
  }

  /** Reads {@code 2007}, {@code 2007-05} or {@code 2007-05-31}; empty for anything else. */
  static Optional<Moments> parse(String text) {
    try {
      return switch (text.length()) {
        case 4 -> {
          Year year = Year.parse(text);
          yield Optional.of(between(year.atDay(1), year.atMonth(12).atEndOfMonth()));
        }
        case 7 -> {
          YearMonth month = YearMonth.parse(text);
          yield Optional.of(between(month.atDay(1), month.atEndOfMonth()));
        }
        case 10 -> Optional.of(of(LocalDate.parse(text)));
        default -> Optional.empty();
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Moments between(LocalDate first, LocalDate last) {
    return new Moments(
        first.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(),
        last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() - 1);
  }
}
