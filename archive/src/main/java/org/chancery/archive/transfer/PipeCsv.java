package org.chancery.archive.transfer;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tables whose cells are parted by the pipe, as NARA asks for. Quoted as RFC 4180 quotes: a cell
 * with a pipe, a quote, a line break or space at its ends stands in quotes, quotes in it doubled.
 * What is written is read back exactly.
 */
public final class PipeCsv {
  /** A cell beyond it ends the reading. */
  private static final int LONGEST_CELL = 1 << 20;

  private static final int MOST_CELLS = 1000;

  private PipeCsv() {}

  /** A row with its line break. */
  public static String row(List<String> cells) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.append('|');
      }
      append(out, cells.get(i), cells.size() == 1);
    }
    return out.append("\r\n").toString();
  }

  private static void append(StringBuilder out, String cell, boolean alone) {
    boolean plain =
        cell.isEmpty()
            ? !alone
            : cell.chars().noneMatch(c -> c == '|' || c == '"' || c == '\r' || c == '\n')
                && cell.charAt(0) > ' '
                && cell.charAt(cell.length() - 1) > ' ';
    if (plain) {
      out.append(cell);
    } else {
      out.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }
  }

  /** Reads row after row. */
  public static final class Rows {
    private final Reader reader;
    private int next;

    /** Reads from there; the caller closes it. */
    public Rows(Reader reader) throws IOException {
      this.reader = reader;
      this.next = reader.read();
    }

    /**
     * The next row; empty at the end.
     *
     * @throws MalformedRow when a quote is not closed, or a row is beyond all measure
     */
    public Optional<List<String>> read() throws IOException, MalformedRow {
      if (next < 0) {
        return Optional.empty();
      }
      List<String> cells = new ArrayList<>();
      while (true) {
        cells.add(next == '"' ? quoted() : plain());
        if (cells.size() > MOST_CELLS) {
          throw new MalformedRow("A row has more than " + MOST_CELLS + " cells.");
        }
        if (next == '|') {
          next = reader.read();
          continue;
        }
        lineBreak();
        return Optional.of(cells);
      }
    }

    private String plain() throws IOException, MalformedRow {
      StringBuilder cell = new StringBuilder();
      while (next >= 0 && next != '|' && next != '\r' && next != '\n') {
        append(cell);
      }
      return cell.toString();
    }

    private String quoted() throws IOException, MalformedRow {
      StringBuilder cell = new StringBuilder();
      next = reader.read();
      while (true) {
        if (next < 0) {
          throw new MalformedRow("A quote is not closed.");
        }
        if (next == '"') {
          next = reader.read();
          if (next != '"') {
            break;
          }
        }
        append(cell);
      }
      if (next >= 0 && next != '|' && next != '\r' && next != '\n') {
        throw new MalformedRow("Text follows a closing quote.");
      }
      return cell.toString();
    }

    private void append(StringBuilder cell) throws IOException, MalformedRow {
      if (cell.length() >= LONGEST_CELL) {
        throw new MalformedRow("A cell has more than a million characters.");
      }
      cell.append((char) next);
      next = reader.read();
    }

    private void lineBreak() throws IOException {
      if (next == '\r') {
        next = reader.read();
      }
      if (next == '\n') {
        next = reader.read();
      }
    }
  }

  /** A row that cannot be read; its message is a plain sentence. */
  public static final class MalformedRow extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedRow(String message) {
      super(message);
    }
  }
}
