package org.chancery.ocr.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.ocr.page.UnreadableFile;

/** A calendar (RFC 5545): its events, and who was to come to them. */
final class Calendars {
  private static final int LONGEST = 1_000_000;

  private final RowWriter out;
  private final Zones zones = new Zones();
  private final Map<String, Boolean> known = new HashMap<>();
  private int number;
  private int record;

  Calendars(RowWriter out) {
    this.out = out;
  }

  void read(BufferedReader in, Encoding encoding) throws IOException, UnreadableFile {
    out.file(Map.of("format", "ical", "encoding", encoding.charset().name(), "columns", List.of()));
    CalendarEvent event = null;
    int inner = 0;
    String ahead = line(in);
    while (ahead != null) {
      int at = number;
      StringBuilder whole = new StringBuilder(ahead);
      ahead = line(in);
      while (ahead != null && (ahead.startsWith(" ") || ahead.startsWith("\t"))) {
        if (whole.length() < LONGEST) {
          whole.append(ahead.substring(1));
        }
        ahead = line(in);
      }
      if (whole.toString().isBlank()) {
        continue;
      }
      ContentLine line = ContentLine.of(at, whole.toString());
      String part = line.value().strip().toUpperCase(Locale.ROOT);
      if (line.name().equals("BEGIN") && part.equals("VEVENT")) {
        event = new CalendarEvent(++record, at);
      } else if (line.name().equals("END") && part.equals("VEVENT") && event != null) {
        write(event);
        event = null;
      } else if (event == null) {
        zones.take(line);
      } else if (line.name().equals("BEGIN")) {
        inner++;
      } else if (line.name().equals("END")) {
        inner--;
      } else if (inner == 0) {
        event.take(line);
      }
    }
    if (event != null) {
      out.rejected(record, event.line(), event.name(), "the event does not end");
    }
  }

  private String line(BufferedReader in) throws IOException {
    String line = in.readLine();
    number++;
    return line;
  }

  private void write(CalendarEvent event) throws IOException, UnreadableFile {
    if (event.isCancelled()) {
      out.rejected(event.record(), event.line(), event.name(), "cancelled");
      return;
    }
    if (event.name() == null) {
      out.rejected(event.record(), event.line(), null, "no name");
      return;
    }
    List<CalendarEvent.Time> times;
    try {
      times = event.times(zones);
    } catch (IllegalArgumentException e) {
      out.rejected(event.record(), event.line(), event.name(), e.getMessage());
      return;
    }
    List<String> boxes = new ArrayList<>();
    for (CalendarEvent.Attendee attendee : event.attendees()) {
      boxes.add(attendee.mailbox());
      if (known.putIfAbsent(attendee.mailbox().toLowerCase(Locale.ROOT), true) == null) {
        if (attendee.name().isEmpty()) {
          out.rejected(event.record(), attendee.line(), attendee.mailbox(), "no name");
        } else {
          out.card(
              event.record(),
              attendee.line(),
              Map.of("name", attendee.name(), "emails", List.of(attendee.mailbox())));
        }
      }
    }
    for (CalendarEvent.Time time : times) {
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("name", event.name());
      said.put("start", time.start());
      said.put("end", time.end());
      event.place().ifPresent(place -> said.put("place", place));
      event.agenda().ifPresent(agenda -> said.put("agenda", agenda));
      said.put("attendees", boxes);
      out.event(event.record(), event.line(), said);
    }
    if (event.isCutShort()) {
      out.warning(event.line(), null, "the event goes on without end: two years of it are read");
    }
  }
}
