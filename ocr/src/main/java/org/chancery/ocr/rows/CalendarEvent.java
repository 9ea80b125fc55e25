package org.chancery.ocr.rows;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An event of a calendar, as its lines come. */
final class CalendarEvent {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  private final int record;
  private final int line;
  private final List<Attendee> attendees = new ArrayList<>();
  private final List<ContentLine> without = new ArrayList<>();
  private ContentLine start;
  private ContentLine end;
  private String duration;
  private String rule;
  private String name;
  private String place;
  private String agenda;
  private boolean cancelled;
  private boolean cutShort;

  /**
   * Somebody who was to come.
   *
   * @param name empty when only the mailbox is known
   */
  record Attendee(int line, String name, String mailbox) {}

  /** When it is, as ISO 8601: an instant, or a day; both ends included. */
  record Time(String start, String end) {}

  CalendarEvent(int record, int line) {
    this.record = record;
    this.line = line;
  }

  int record() {
    return record;
  }

  int line() {
    return line;
  }

  String name() {
    return name;
  }

  Optional<String> place() {
    return Optional.ofNullable(place);
  }

  Optional<String> agenda() {
    return Optional.ofNullable(agenda);
  }

  boolean isCancelled() {
    return cancelled;
  }

  boolean isCutShort() {
    return cutShort;
  }

  List<Attendee> attendees() {
    return attendees;
  }

  void take(ContentLine given) {
    String value = ContentLine.plain(given.value());
    switch (given.name()) {
      case "SUMMARY" -> name = value.isEmpty() ? null : value;
      case "LOCATION" -> place = value.isEmpty() ? null : value;
      case "DESCRIPTION" -> agenda = value.isEmpty() ? null : value;
      case "STATUS" -> cancelled = value.equalsIgnoreCase("CANCELLED");
      case "DTSTART" -> start = given;
      case "DTEND" -> end = given;
      case "DURATION" -> duration = value;
      case "RRULE" -> rule = value;
      case "EXDATE" -> without.add(given);
      case "ORGANIZER", "ATTENDEE" -> attendee(given, value);
      default -> {}
    }
  }

  private void attendee(ContentLine given, String value) {
    String kind = given.parameter("CUTYPE");
    if (kind.equalsIgnoreCase("ROOM") || kind.equalsIgnoreCase("RESOURCE")) {
      return;
    }
    String box =
        given.parameter("EMAIL").isEmpty()
            ? value.replaceFirst("(?i)^mailto:", "")
            : given.parameter("EMAIL");
    if (box.indexOf('@') < 1
        || attendees.stream().anyMatch(each -> each.mailbox().equalsIgnoreCase(box))) {
      return;
    }
    String called = given.parameter("CN").replaceAll("\\s*\\([^)]*\\)", "").strip();
    attendees.add(new Attendee(given.number(), called.indexOf('@') > 0 ? "" : called, box));
  }

  /**
   * Each date on which it is.
   *
   * @throws IllegalArgumentException saying what of its times cannot be understood
   */
  List<Time> times(Zones zones) {
    if (start == null) {
      throw new IllegalArgumentException("no date");
    }
    try {
      boolean day = isDay(start);
      ZoneId zone = day ? ZoneOffset.UTC : zone(start, zones);
      LocalDateTime first = local(start);
      Duration length = length(day, zone, zones, first);
      Set<LocalDateTime> left = new HashSet<>();
      for (ContentLine each : without) {
        for (String value : each.value().split(",")) {
          left.add(local(new ContentLine(each.number(), "", "EXDATE", each.parameters(), value)));
        }
      }
      Recurrence recurrence = new Recurrence(rule, first, zone);
      List<Time> times = new ArrayList<>();
      for (LocalDateTime at : recurrence.dates()) {
        if (!left.contains(at)) {
          times.add(day ? days(at.toLocalDate(), length) : instants(at, zone, length));
        }
      }
      cutShort = recurrence.isCutShort();
      return times;
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("a date cannot be understood", e);
    }
  }

  private Duration length(boolean day, ZoneId zone, Zones zones, LocalDateTime first) {
    if (duration != null) {
      return duration.matches("\\+?P\\d+W")
          ? Duration.ofDays(7L * Integer.parseInt(duration.replaceAll("\\D", "")))
          : Duration.parse(duration);
    }
    if (end == null) {
      return day ? Duration.ofDays(1) : Duration.ZERO;
    }
    Duration length =
        Duration.between(
            first.atZone(zone).toInstant(),
            local(end).atZone(day ? ZoneOffset.UTC : zone(end, zones)).toInstant());
    return length.isNegative() ? Duration.ZERO : length;
  }

  private static Time days(LocalDate from, Duration length) {
    return new Time(from.toString(), from.plusDays(Math.max(0, length.toDays() - 1)).toString());
  }

  private static Time instants(LocalDateTime at, ZoneId zone, Duration length) {
    Instant from = at.atZone(zone).toInstant();
    return new Time(from.toString(), from.plus(length).toString());
  }

  private static boolean isDay(ContentLine time) {
    return time.parameter("VALUE").equalsIgnoreCase("DATE") || time.value().strip().length() == 8;
  }

  private static ZoneId zone(ContentLine time, Zones zones) {
    return time.value().strip().endsWith("Z")
        ? ZoneOffset.UTC
        : zones.of(time.parameter("TZID").strip());
  }

  private static LocalDateTime local(ContentLine time) {
    String value = time.value().strip().replaceFirst("Z$", "");
    return isDay(time)
        ? LocalDate.parse(value, DAY).atTime(LocalTime.MIDNIGHT)
        : LocalDateTime.parse(value, TIME);
  }
}
