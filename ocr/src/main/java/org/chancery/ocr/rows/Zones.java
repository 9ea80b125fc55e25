package org.chancery.ocr.rows;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Time zones by the names that calendars give them. */
final class Zones {
  private static final Map<String, String> WINDOWS =
      Map.ofEntries(
          Map.entry("EASTERN STANDARD TIME", "America/New_York"),
          Map.entry("US EASTERN STANDARD TIME", "America/Indiana/Indianapolis"),
          Map.entry("CENTRAL STANDARD TIME", "America/Chicago"),
          Map.entry("MOUNTAIN STANDARD TIME", "America/Denver"),
          Map.entry("US MOUNTAIN STANDARD TIME", "America/Phoenix"),
          Map.entry("PACIFIC STANDARD TIME", "America/Los_Angeles"),
          Map.entry("ALASKAN STANDARD TIME", "America/Anchorage"),
          Map.entry("ALEUTIAN STANDARD TIME", "America/Adak"),
          Map.entry("HAWAIIAN STANDARD TIME", "Pacific/Honolulu"),
          Map.entry("ATLANTIC STANDARD TIME", "America/Halifax"),
          Map.entry("SA WESTERN STANDARD TIME", "America/Puerto_Rico"),
          Map.entry("WEST PACIFIC STANDARD TIME", "Pacific/Guam"),
          Map.entry("SAMOA STANDARD TIME", "Pacific/Apia"),
          Map.entry("UTC-11", "Pacific/Pago_Pago"),
          Map.entry("CENTRAL AMERICA STANDARD TIME", "America/Guatemala"),
          Map.entry("CANADA CENTRAL STANDARD TIME", "America/Regina"),
          Map.entry("CENTRAL STANDARD TIME (MEXICO)", "America/Mexico_City"),
          Map.entry("PACIFIC STANDARD TIME (MEXICO)", "America/Tijuana"),
          Map.entry("MOUNTAIN STANDARD TIME (MEXICO)", "America/Mazatlan"),
          Map.entry("GMT STANDARD TIME", "Europe/London"),
          Map.entry("W. EUROPE STANDARD TIME", "Europe/Berlin"),
          Map.entry("ROMANCE STANDARD TIME", "Europe/Paris"),
          Map.entry("CENTRAL EUROPE STANDARD TIME", "Europe/Budapest"),
          Map.entry("GREENWICH STANDARD TIME", "Atlantic/Reykjavik"),
          Map.entry("UTC", "UTC"));

  private final Map<String, ZoneOffset> fixed = new HashMap<>();
  private String described;
  private boolean summer;
  private ZoneId usual;

  /** Notes what a calendar says of a zone outside of its events. */
  void take(ContentLine line) {
    switch (line.name()) {
      case "X-WR-TIMEZONE" -> usual = known(line.value());
      case "TZID" -> {
        described = line.value().strip();
        summer = false;
      }
      case "BEGIN" -> {
        if (line.value().strip().equalsIgnoreCase("DAYLIGHT")) {
          summer = true;
          fixed.remove(described);
        }
      }
      case "TZOFFSETTO" -> {
        // Without summer time the offset is all there is to know.
        if (described != null && !summer) {
          try {
            fixed.put(described, ZoneOffset.of(line.value().strip()));
          } catch (DateTimeException e) {
            fixed.remove(described);
          }
        }
      }
      default -> {}
    }
  }

  /**
   * The zone of that name.
   *
   * @param name empty for the calendar's own
   * @throws IllegalArgumentException saying that it is not known
   */
  ZoneId of(String name) {
    if (name.isEmpty()) {
      if (usual == null) {
        throw new IllegalArgumentException("a time without a time zone");
      }
      return usual;
    }
    ZoneId zone = known(name);
    if (zone != null) {
      return zone;
    }
    if (fixed.containsKey(name)) {
      return fixed.get(name);
    }
    throw new IllegalArgumentException("the time zone is not known: " + name);
  }

  private static ZoneId known(String name) {
    String plain = name.strip().replaceFirst("^/[^/]+/[^/]+/", "");
    String windows = WINDOWS.get(plain.toUpperCase(Locale.ROOT));
    try {
      return ZoneId.of(windows == null ? plain : windows);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
