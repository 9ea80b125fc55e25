package org.chancery.core.schedule;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values as RFC 4180 has them, row by row. */
final class Csv {
  private final String text;
  private int at;

  private Csv(String text) {
    this.text = text;
  }

  /**
   * The rows, blank ones as well, so that they count as in a spreadsheet. A quote that never ends
   * takes the rest of the text.
   */
  static List<List<String>> rows(String text) {
    return new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text).all();
  }

  private List<List<String>> all() {
    List<List<String>> rows = new ArrayList<>();
    while (at < text.length()) {
      rows.add(row());
    }
    return rows;
  }

  private List<String> row() {
    List<String> cells = new ArrayList<>();
    cells.add(cell());
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      cells.add(cell());
    }
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    return cells;
  }

  private String cell() {
    StringBuilder cell = new StringBuilder();
    boolean quoted = at < text.length() && text.charAt(at) == '"';
    at += quoted ? 1 : 0;
    while (at < text.length()) {
      char next = text.charAt(at);
      if (quoted && next == '"') {
        boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == '"';
        at += doubled ? 2 : 1;
        if (doubled) {
          cell.append('"');
        } else {
          quoted = false;
        }
      } else if (!quoted && (next == ',' || next == '\r' || next == '\n')) {
        break;
      } else {
        cell.append(next);
        at++;
      }
    }
    return cell.toString();
  }

  /** One row, with its line end. */
  static String line(List<String> cells) {
    return String.join(",", cells.stream().map(Csv::quoted).toList()) + "\r\n";
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[\",\\r\\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
