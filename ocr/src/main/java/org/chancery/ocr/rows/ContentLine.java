package org.chancery.ocr.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A line of an address card or a calendar (RFC 6350, RFC 5545), unfolded.
 *
 * @param number of its first line in the file, from 1
 * @param group before a point, in small letters; empty when there is none
 * @param name in capitals
 * @param parameters by name in capitals; those of 2.1 that are bare count as types
 * @param value as it stands
 */
record ContentLine(
    int number, String group, String name, Map<String, List<String>> parameters, String value) {

  static ContentLine of(int number, String line) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    int i = 0;
    for (; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      }
      if (!quoted && c == ':') {
        break;
      }
      if (!quoted && c == ';') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    String value = i < line.length() ? line.substring(i + 1) : "";
    String name = parts.get(0).strip().toUpperCase(Locale.ROOT);
    int point = name.indexOf('.');
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String each : parts.subList(1, parts.size())) {
      int equals = each.indexOf('=');
      String key = equals < 0 ? bare(each) : each.substring(0, equals).toUpperCase(Locale.ROOT);
      String values = equals < 0 ? each : each.substring(equals + 1);
      parameters
          .computeIfAbsent(key.strip(), any -> new ArrayList<>())
          .addAll(List.of(values.replace("\"", "").split(key.equals("CN") ? "\u0000" : ",")));
    }
    return new ContentLine(
        number,
        point < 0 ? "" : name.substring(0, point).toLowerCase(Locale.ROOT),
        name.substring(point + 1),
        parameters,
        value);
  }

  private static String bare(String each) {
    String upper = each.toUpperCase(Locale.ROOT);
    return upper.equals("QUOTED-PRINTABLE") || upper.equals("BASE64") ? "ENCODING" : "TYPE";
  }

  String parameter(String key) {
    List<String> values = parameters.getOrDefault(key, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  boolean isType(String type) {
    return parameters.getOrDefault("TYPE", List.of()).stream().anyMatch(type::equalsIgnoreCase);
  }

  boolean isEncoded(String as) {
    return parameter("ENCODING").equalsIgnoreCase(as);
  }

  /** The parts of a structured value, in which backslashes escape. */
  static List<String> parts(String value, char by) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        part.append(c).append(value.charAt(++i));
      } else if (c == by) {
        parts.add(plain(part.toString()));
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(plain(part.toString()));
    return parts;
  }

  /** Without the backslashes. */
  static String plain(String value) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char next = value.charAt(++i);
        plain.append(next == 'n' || next == 'N' ? '\n' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString().replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
