package org.chancery.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {
  private final BusinessCalendar calendar = new BusinessCalendar();

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  /** As the Office of Personnel Management publishes them for 2026. */
  @Test
  void theHolidaysOf2026AreThoseThatArePublished() {
    assertThat(calendar.holidays(day("2026-01-01"), day("2026-12-31")))
        .extracting(BusinessCalendar.Holiday::date)
        .extracting(LocalDate::toString)
        .containsExactly(
            "2026-01-01",
            "2026-01-19",
            "2026-02-16",
            "2026-05-25",
            "2026-06-19",
            "2026-07-03",
            "2026-09-07",
            "2026-10-12",
            "2026-11-11",
            "2026-11-26",
            "2026-12-25");
  }

  @Test
  void newYearsDayOnASaturdayIsObservedInTheYearBefore() {
    assertThat(calendar.holidays(day("2021-12-01"), day("2021-12-31")))
        .extracting(BusinessCalendar.Holiday::date)
        .containsExactly(day("2021-12-24"), day("2021-12-31"));
    assertThat(calendar.isBusinessDay(day("2021-12-31"))).isFalse();
  }

  @Test
  void aSundaysHolidayIsObservedOnMonday() {
    assertThat(calendar.isBusinessDay(day("2027-07-05"))).isFalse();
    assertThat(calendar.isBusinessDay(day("2027-07-02"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-25, 1, 2026-11-27",
    "2026-11-20, 1, 2026-11-23",
    "2026-12-24, 1, 2026-12-28",
    "2026-11-26, 0, 2026-11-27",
    "2026-11-23, 5, 2026-12-01",
  })
  void daysOffAreNotCounted(String from, int days, String expected) {
    assertThat(calendar.after(day(from), days)).isEqualTo(day(expected));
  }

  @Test
  void daysLeftAreNegativeWhenTheDayIsPast() {
    assertThat(calendar.between(day("2026-11-23"), day("2026-11-27"))).isEqualTo(3);
    assertThat(calendar.between(day("2026-11-27"), day("2026-11-23"))).isEqualTo(-3);
    assertThat(calendar.between(day("2026-11-23"), day("2026-11-23"))).isZero();
  }

  @Property(tries = 100)
  void addingBusinessDaysAndCountingThemAgree(
      @ForAll @IntRange(min = 0, max = 3000) int offset,
      @ForAll @IntRange(min = 1, max = 60) int days) {
    LocalDate start = day("2024-01-02").plusDays(offset);
    LocalDate end = calendar.after(start, days);
    assertThat(calendar.isBusinessDay(end)).isTrue();
    assertThat(calendar.between(start, end)).isEqualTo(days);
  }
}
