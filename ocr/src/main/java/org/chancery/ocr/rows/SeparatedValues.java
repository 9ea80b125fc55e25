package org.chancery.ocr.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.ocr.page.UnreadableFile;
import org.chancery.ocr.page.UnreadableFile.Reason;

/** Comma-separated values (RFC 4180), whatever the comma is, read one row at a time. */
final class SeparatedValues {
  private static final String SEPARATORS = ",;\t|";
  private static final int SAMPLE = 16_384;
  private static final int LONGEST_QUOTED = 200_000;
  private static final int MOST_COLUMNS = 400;

  private final RowWriter out;
  private PushbackReader in;
  private char separator;
  private int line = 1;
  private int openedAt;
  private boolean unclosed;

  SeparatedValues(RowWriter out) {
    this.out = out;
  }

  void read(BufferedReader text, Encoding encoding) throws IOException, UnreadableFile {
    text.mark(SAMPLE * 2);
    char[] sample = new char[SAMPLE];
    int count = 0;
    for (int n; count < SAMPLE && (n = text.read(sample, count, SAMPLE - count)) > 0; ) {
      count += n;
    }
    text.reset();
    String begin = new String(sample, 0, count);
    refuseBinary(begin);
    if (begin.regionMatches(true, 0, "sep=", 0, 4) && begin.length() > 4) {
      separator = begin.charAt(4);
      text.readLine();
      line++;
    } else {
      separator = separator(begin);
    }
    in = new PushbackReader(text);
    rows(encoding);
  }

  private void rows(Encoding encoding) throws IOException, UnreadableFile {
    Headings headings = null;
    int record = 0;
    int at = line;
    for (List<String> row = next(); row != null; row = next()) {
      if (unclosed) {
        out.rejected(record + 1, openedAt, null, "the quote is not closed");
        break;
      }
      if (row.stream().anyMatch(value -> !value.isBlank())) {
        if (headings == null) {
          headings = Headings.of(row);
          out.file(
              Map.of(
                  "format",
                  "csv",
                  "encoding",
                  encoding.charset().name(),
                  "separator",
                  String.valueOf(separator),
                  "heading",
                  headings.given() ? at : 0,
                  "columns",
                  headings.names()));
          if (!headings.given()) {
            out.row(++record, at, headings.fitted(row));
          }
        } else {
          if (headings.isTooLong(row)) {
            out.warning(at, null, "more values than columns");
          }
          out.row(++record, at, headings.fitted(row));
        }
      }
      at = line;
    }
    if (headings == null) {
      throw new UnreadableFile(Reason.EMPTY, "There is nothing in the file. Ask for it again.");
    }
  }

  /** A row's values; null at the end. */
  private List<String> next() throws IOException, UnreadableFile {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    for (int c = read(); ; c = read()) {
      if (c < 0) {
        unclosed = quoted;
        if (!any && value.length() == 0 && values.isEmpty()) {
          return null;
        }
        values.add(value.toString());
        return values;
      }
      any = true;
      if (quoted) {
        if (c != '"') {
          if (value.length() > LONGEST_QUOTED) {
            unclosed = true;
            return values;
          }
          value.append((char) c);
        } else if (peek() == '"') {
          value.append((char) read());
        } else {
          quoted = false;
        }
      } else if (c == '"' && value.toString().isBlank()) {
        value.setLength(0);
        quoted = true;
        openedAt = line;
      } else if (c == separator) {
        values.add(value.toString());
        value.setLength(0);
        if (values.size() > MOST_COLUMNS) {
          throw new UnreadableFile(
              Reason.UNSUPPORTED, "Line " + line + " has more than " + MOST_COLUMNS + " columns.");
        }
      } else if (c == '\n') {
        values.add(value.toString());
        return values;
      } else {
        value.append((char) c);
      }
    }
  }

  /** Line ends of all kinds as one; what old systems end files with is passed over. */
  private int read() throws IOException {
    int c = in.read();
    while (c == 0 || c == 0x1A) {
      c = in.read();
    }
    if (c == '\r') {
      int next = in.read();
      if (next != '\n' && next >= 0) {
        in.unread(next);
      }
      c = '\n';
    }
    if (c == '\n') {
      line++;
    }
    return c;
  }

  private int peek() throws IOException {
    int c = in.read();
    if (c >= 0) {
      in.unread(c);
    }
    return c;
  }

  /** The one that parts the lines most evenly. */
  private static char separator(String begin) {
    char best = ',';
    double most = 0;
    for (char candidate : SEPARATORS.toCharArray()) {
      List<Integer> counts = counts(begin, candidate);
      if (!counts.isEmpty() && counts.get(0) > 0) {
        int first = counts.get(0);
        long alike = counts.stream().filter(each -> each == first).count();
        double worth = first * (0.2 + (double) alike / counts.size());
        if (worth > most) {
          most = worth;
          best = candidate;
        }
      }
    }
    return best;
  }

  /** How often it stands in each of the first lines, quotes apart. */
  private static List<Integer> counts(String text, char candidate) {
    List<Integer> counts = new ArrayList<>();
    boolean quoted = false;
    int count = 0;
    boolean blank = true;
    for (int i = 0; i < text.length() && counts.size() < 20; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == candidate) {
        count++;
      } else if (!quoted && c == '\n') {
        if (!blank) {
          counts.add(count);
        }
        count = 0;
        blank = true;
        continue;
      }
      blank &= Character.isWhitespace(c);
    }
    if (counts.isEmpty() && !blank) {
      counts.add(count);
    }
    return counts;
  }

  private static void refuseBinary(String begin) throws UnreadableFile {
    long odd = begin.chars().filter(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t').count();
    if (odd > 20 && odd > begin.length() / 20) {
      throw new UnreadableFile(
          Reason.UNSUPPORTED,
          "The file is no table, address card or calendar. Import .xlsx, .csv, .vcf or .ics.");
    }
  }
}
