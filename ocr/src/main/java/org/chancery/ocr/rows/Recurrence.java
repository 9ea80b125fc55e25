package org.chancery.ocr.rows;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The dates of an event that comes again (RFC 5545, section 3.3.10): by day, week, month or year,
 * on days of the week or of the month. Local times stay as they are when the clocks change.
 */
final class Recurrence {
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final int MOST = 800;
  private static final int YEARS = 2;

  private final LocalDateTime first;
  private final Map<String, String> rule = new HashMap<>();
  private final LocalDateTime last;
  private final int most;
  private boolean cutShort;

  /**
   * Of an event.
   *
   * @param rule null for one that does not come again
   * @throws IllegalArgumentException for a rule of another kind
   */
  Recurrence(String rule, LocalDateTime first, ZoneId zone) {
    this.first = first;
    if (rule != null) {
      for (String part : rule.toUpperCase(Locale.ROOT).split(";")) {
        String[] pair = part.split("=", 2);
        this.rule.put(pair[0].strip(), pair.length > 1 ? pair[1].strip() : "");
      }
    }
    for (String part : this.rule.keySet()) {
      if (!List.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST")
          .contains(part)) {
        throw new IllegalArgumentException("how it comes again is not understood: " + rule);
      }
    }
    boolean ends = this.rule.containsKey("COUNT") || this.rule.containsKey("UNTIL");
    this.most = Math.min(MOST, number("COUNT", MOST));
    this.last = this.rule.containsKey("UNTIL") ? until(zone) : first.plusYears(ends ? 20 : YEARS);
    this.cutShort = !this.rule.isEmpty() && !ends;
  }

  private int number(String part, int otherwise) {
    return rule.containsKey(part) ? Integer.parseInt(rule.get(part)) : otherwise;
  }

  private LocalDateTime until(ZoneId zone) {
    String value = rule.get("UNTIL");
    if (value.length() == 8) {
      return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).atTime(23, 59, 59);
    }
    LocalDateTime time =
        LocalDateTime.parse(
            value.replace("Z", ""), DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss"));
    return value.endsWith("Z")
        ? time.atZone(ZoneOffset.UTC).withZoneSameInstant(zone).toLocalDateTime()
        : time;
  }

  boolean isCutShort() {
    return cutShort;
  }

  List<LocalDateTime> dates() {
    List<LocalDateTime> dates = new ArrayList<>();
    if (rule.isEmpty()) {
      return List.of(first);
    }
    int interval = Math.max(1, number("INTERVAL", 1));
    LocalDate period = first.toLocalDate();
    for (int i = 0; i < MOST * 40; i += interval) {
      LocalDate at = begin(period, i);
      if (at.atStartOfDay().isAfter(last)) {
        break;
      }
      for (LocalDate day : within(at)) {
        LocalDateTime time = day.atTime(first.toLocalTime());
        if (!time.isBefore(first) && !time.isAfter(last)) {
          dates.add(time);
          if (dates.size() == most) {
            cutShort |= most == MOST;
            return dates;
          }
        }
      }
    }
    return dates;
  }

  private String frequency() {
    return rule.getOrDefault("FREQ", "");
  }

  /** The day, or the first day of the week, month or year, that many after the first. */
  private LocalDate begin(LocalDate from, int count) {
    return switch (frequency()) {
      case "DAILY" -> from.plusDays(count);
      case "WEEKLY" ->
          from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(count);
      case "MONTHLY" -> from.withDayOfMonth(1).plusMonths(count);
      case "YEARLY" -> from.withDayOfYear(1).plusYears(count);
      default ->
          throw new IllegalArgumentException("how it comes again is not understood: " + rule);
    };
  }

  private Iterable<LocalDate> within(LocalDate begin) {
    TreeSet<LocalDate> days = new TreeSet<>();
    switch (frequency()) {
      case "DAILY" -> {
        if (byDay().isEmpty() || byDay().contains(DAYS.get(begin.getDayOfWeek().ordinal()))) {
          days.add(begin);
        }
      }
      case "WEEKLY" -> {
        List<String> on =
            byDay().isEmpty() ? List.of(DAYS.get(first.getDayOfWeek().ordinal())) : byDay();
        on.forEach(day -> days.add(begin.plusDays(DAYS.indexOf(day))));
      }
      case "MONTHLY" -> month(begin, days);
      default -> {
        if (rule.containsKey("BYMONTH")) {
          for (String month : rule.get("BYMONTH").split(",")) {
            month(begin.withMonth(Integer.parseInt(month)), days);
          }
        } else {
          month(begin.withMonth(first.getMonthValue()), days);
        }
      }
    }
    return days;
  }

  private void month(LocalDate begin, TreeSet<LocalDate> days) {
    if (rule.containsKey("BYMONTHDAY")) {
      for (String each : rule.get("BYMONTHDAY").split(",")) {
        int day = Integer.parseInt(each);
        int at = day < 0 ? begin.lengthOfMonth() + 1 + day : day;
        if (at >= 1 && at <= begin.lengthOfMonth()) {
          days.add(begin.withDayOfMonth(at));
        }
      }
    } else if (!byDay().isEmpty()) {
      for (String each : byDay()) {
        String name = each.substring(each.length() - 2);
        DayOfWeek day = DayOfWeek.of(DAYS.indexOf(name) + 1);
        if (each.length() > 2) {
          int which = Integer.parseInt(each.substring(0, each.length() - 2));
          LocalDate at = begin.with(TemporalAdjusters.dayOfWeekInMonth(which, day));
          if (at.getMonth() == begin.getMonth()) {
            days.add(at);
          }
        } else {
          for (LocalDate at = begin.with(TemporalAdjusters.nextOrSame(day));
              at.getMonth() == begin.getMonth();
              at = at.plusWeeks(1)) {
            days.add(at);
          }
        }
      }
    } else if (first.getDayOfMonth() <= begin.lengthOfMonth()) {
      days.add(begin.withDayOfMonth(first.getDayOfMonth()));
    }
  }

  private List<String> byDay() {
    String days = rule.getOrDefault("BYDAY", "");
    return days.isEmpty() ? List.of() : List.of(days.split(","));
  }
}
