package org.chancery.standalone.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What was done in the office and when: collected in any order, done in the order of time, on
 * working days, with the office's clock at each moment.
 */
final class History {
  private static final LocalTime OPENS = LocalTime.of(14, 0);
  private static final Duration BETWEEN = Duration.ofMinutes(11);

  private final LocalDate today;
  private final List<Deed> deeds = new ArrayList<>();

  History(LocalDate today) {
    this.today = today;
  }

  private record Deed(int daysAgo, Runnable doing) {}

  /** Something that is done so many days ago; what is added first comes first within a day. */
  void add(int daysAgo, Runnable doing) {
    deeds.add(new Deed(daysAgo, doing));
  }

  /** The working day on which things of so many days ago are done. */
  LocalDate day(int daysAgo) {
    LocalDate day = today.minusDays(daysAgo);
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** How many things there are to be done. */
  int size() {
    return deeds.size();
  }

  /**
   * Does everything, and then lets the clock go.
   *
   * @param ended asked before each thing whether to leave the rest
   * @return whether all was done
   */
  boolean relive(OfficeClock clock, BooleanSupplier ended) {
    List<Deed> inTime =
        deeds.stream().sorted(Comparator.comparingInt(Deed::daysAgo).reversed()).toList();
    Instant last = Instant.MIN;
    try {
      for (Deed deed : inTime) {
        if (ended.getAsBoolean()) {
          return false;
        }
        Instant opening = day(deed.daysAgo()).atTime(OPENS).toInstant(ZoneOffset.UTC);
        last = last.isBefore(opening) ? opening : last.plus(BETWEEN);
        clock.set(last);
        deed.doing().run();
      }
      return true;
    } finally {
      clock.release();
    }
  }
}
