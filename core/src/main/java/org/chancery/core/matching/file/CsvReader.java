package org.chancery.core.matching.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values (RFC 4180), a record at a time; cells may hold line breaks. */
final class CsvReader {
  private static final int LONGEST = 1 << 16;

  private final Reader in;
  private int line = 1;
  private int begun = 1;
  private int next;

  CsvReader(Reader in) throws IOException {
    this.in = in;
    this.next = in.read();
    if (next == '\uFEFF') {
      next = in.read();
    }
  }

  /** The line in which the latest record began, counted from 1. */
  int line() {
    return begun;
  }

  /**
   * The next record that is not an empty line.
   *
   * @return its cells, or null at the end
   */
  List<String> record() throws IOException, UnreadableRows {
    while (next == '\n' || next == '\r') {
      take();
    }
    if (next < 0) {
      return null;
    }
    begun = line;
    List<String> cells = new ArrayList<>();
    cells.add(cell());
    while (next == ',') {
      take();
      cells.add(cell());
    }
    return cells;
  }

  private void take() throws IOException {
    if (next == '\n') {
      line++;
    }
    next = in.read();
  }

  private String cell() throws IOException, UnreadableRows {
    StringBuilder cell = new StringBuilder();
    if (next == '"') {
      quoted(cell);
      while (next == ' ') {
        take();
      }
      if (next >= 0 && next != ',' && next != '\n' && next != '\r') {
        throw new UnreadableRows(
            "line "
                + line
                + ": text after a closing quotation mark; quotation marks within a cell are doubled");
      }
      return cell.toString();
    }
    while (next >= 0 && next != ',' && next != '\n' && next != '\r') {
      append(cell);
    }
    return cell.toString();
  }

  private void quoted(StringBuilder cell) throws IOException, UnreadableRows {
    take();
    while (true) {
      if (next < 0) {
        throw new UnreadableRows(
            "line " + begun + ": a cell opens with a quotation mark that is never closed");
      }
      if (next == '"') {
        take();
        if (next != '"') {
          return;
        }
      }
      append(cell);
    }
  }

  private void append(StringBuilder cell) throws IOException, UnreadableRows {
    if (cell.length() >= LONGEST) {
      throw new UnreadableRows(
          "line "
              + begun
              + ": a cell is longer than 65,536 characters; is a quotation mark missing?");
    }
    cell.append((char) next);
    take();
  }
}
