package org.chancery.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.chancery.core.schedule.Series.CutoffEvent;
import org.chancery.core.schedule.Series.FinalAction;
import org.chancery.core.schedule.Series.Permanence;
import org.chancery.core.schedule.Series.Standing;
import org.chancery.core.schedule.Series.Unit;

class PeriodPropertiesTest {
  private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");
  private static final long FIRST = Instant.parse("1990-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("2060-01-01T00:00:00Z").getEpochSecond();

  private final Period period = new Period(WASHINGTON);

  private static Series series(CutoffEvent cutoff, int length, Unit unit) {
    return new Series(
        "S",
        "S",
        "A",
        Standing.EXAMPLE,
        Optional.empty(),
        Permanence.TEMPORARY,
        cutoff,
        cutoff == CutoffEvent.DATE ? Optional.of(LocalDate.of(2020, 1, 1)) : Optional.empty(),
        length,
        unit,
        FinalAction.DESTROY,
        "");
  }

  private static Period.Facts at(Instant activity, int open) {
    return new Period.Facts(activity, open, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Provide
  Arbitrary<Series> anySeries() {
    return Combinators.combine(
            Arbitraries.of(CutoffEvent.class),
            Arbitraries.integers().between(0, 120),
            Arbitraries.of(Unit.class))
        .as(PeriodPropertiesTest::series);
  }

  @Property
  void whileAFileIsOpenNothingRuns(
      @ForAll("anySeries") Series series,
      @ForAll @LongRange(min = 0, max = 2_000_000_000) long at,
      @ForAll @IntRange(min = 1, max = 5) int open) {
    Instant when = Instant.ofEpochSecond(at);
    Period.Facts all =
        new Period.Facts(when, open, Optional.of(when), Optional.of(when), Optional.of(when));
    assertThat(period.of(series, all)).isEmpty();
  }

  @Property
  void nothingIsDueBeforeItsWholeTimeIsOver(
      @ForAll @LongRange(min = 0, max = 2_000_000_000) long at,
      @ForAll @IntRange(min = 0, max = 100) int length,
      @ForAll Unit unit) {
    Period.Days days =
        period
            .of(series(CutoffEvent.LAST_ACTIVITY, length, unit), at(Instant.ofEpochSecond(at), 0))
            .orElseThrow();
    long whole =
        switch (unit) {
          case DAYS -> ChronoUnit.DAYS.between(days.cutoffOn(), days.eligibleOn());
          case MONTHS -> ChronoUnit.MONTHS.between(days.cutoffOn(), days.eligibleOn());
          case YEARS -> ChronoUnit.YEARS.between(days.cutoffOn(), days.eligibleOn());
        };
    assertThat(whole).isEqualTo(length);
    LocalDate dayBefore = days.eligibleOn().minusDays(1);
    long before =
        switch (unit) {
          case DAYS -> ChronoUnit.DAYS.between(days.cutoffOn(), dayBefore);
          case MONTHS -> ChronoUnit.MONTHS.between(days.cutoffOn(), dayBefore);
          case YEARS -> ChronoUnit.YEARS.between(days.cutoffOn(), dayBefore);
        };
    assertThat(length == 0 || before < length).isTrue();
  }

  @Property
  void laterActivityNeverBringsTheDayForward(
      @ForAll("anySeries") Series series,
      @ForAll("moments") Instant one,
      @ForAll("moments") Instant other) {
    Instant earlier = one.isBefore(other) ? one : other;
    Instant later = one.isBefore(other) ? other : one;
    Optional<Period.Days> before =
        period.of(
            series,
            new Period.Facts(
                earlier, 0, Optional.of(earlier), Optional.of(earlier), Optional.of(earlier)));
    Optional<Period.Days> after =
        period.of(
            series,
            new Period.Facts(
                later, 0, Optional.of(earlier), Optional.of(earlier), Optional.of(earlier)));
    if (before.isPresent() && after.isPresent()) {
      assertThat(after.get().eligibleOn()).isAfterOrEqualTo(before.get().eligibleOn());
    } else {
      // What was no longer needed is needed again once something is done in it.
      assertThat(after).isEmpty();
    }
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs().between(FIRST, LAST).map(Instant::ofEpochSecond);
  }

  @Example
  void theTwentyNinthOfFebruaryAndTenYearsIsTheFirstOfMarch() {
    assertThat(Period.end(LocalDate.of(2016, 2, 29), 10, Unit.YEARS))
        .isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(Period.end(LocalDate.of(2016, 2, 29), 4, Unit.YEARS))
        .isEqualTo(LocalDate.of(2020, 2, 29));
    assertThat(Period.end(LocalDate.of(2016, 2, 28), 4, Unit.YEARS))
        .isEqualTo(LocalDate.of(2020, 2, 28));
  }

  @Example
  void aMonthFromTheEndOfAMonthIsOverWhenTheWholeMonthIs() {
    assertThat(Period.end(LocalDate.of(2026, 1, 31), 1, Unit.MONTHS))
        .isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(Period.end(LocalDate.of(2026, 8, 31), 1, Unit.MONTHS))
        .isEqualTo(LocalDate.of(2026, 10, 1));
    assertThat(Period.end(LocalDate.of(2026, 12, 31), 2, Unit.MONTHS))
        .isEqualTo(LocalDate.of(2027, 3, 1));
  }

  @Example
  void theDayIsTheOfficesNotGreenwichs() {
    Series ten = series(CutoffEvent.LAST_ACTIVITY, 10, Unit.YEARS);
    Instant evening = Instant.parse("2016-03-11T02:30:00Z");
    assertThat(period.of(ten, at(evening, 0)))
        .contains(new Period.Days(LocalDate.of(2016, 3, 10), LocalDate.of(2026, 3, 10)));
    assertThat(new Period(ZoneId.of("UTC")).of(ten, at(evening, 0)))
        .contains(new Period.Days(LocalDate.of(2016, 3, 11), LocalDate.of(2026, 3, 11)));
  }

  @Example
  void theHourThatSummerTimeSkipsIsThatDay() {
    Series day = series(CutoffEvent.LAST_ACTIVITY, 1, Unit.DAYS);
    Instant skipped = Instant.parse("2026-03-08T07:30:00Z");
    assertThat(period.of(day, at(skipped, 0)).orElseThrow().eligibleOn())
        .isEqualTo(LocalDate.of(2026, 3, 9));
  }

  @Example
  void aFixedDayCountsFromTheLatestActivityWhereThatIsLater() {
    Series fixed = series(CutoffEvent.DATE, 1, Unit.YEARS);
    assertThat(period.of(fixed, at(Instant.parse("2019-05-05T12:00:00Z"), 0)))
        .contains(new Period.Days(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1)));
    assertThat(period.of(fixed, at(Instant.parse("2020-05-05T12:00:00Z"), 0)))
        .contains(new Period.Days(LocalDate.of(2020, 5, 5), LocalDate.of(2021, 5, 5)));
  }

  @Example
  void whatASeriesWaitsForHasToHappen() {
    Instant now = Instant.parse("2020-05-05T12:00:00Z");
    assertThat(period.of(series(CutoffEvent.CASE_CLOSED, 1, Unit.YEARS), at(now, 0))).isEmpty();
    assertThat(period.of(series(CutoffEvent.SUPERSEDED, 1, Unit.YEARS), at(now, 0))).isEmpty();
    assertThat(period.of(series(CutoffEvent.NO_LONGER_NEEDED, 1, Unit.YEARS), at(now, 0)))
        .isEmpty();
  }
}
