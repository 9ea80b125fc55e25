package org.chancery.ocr.rows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.ocr.page.UnreadableFile;
import org.chancery.ocr.page.UnreadableFile.Reason;

/** Writes what a file says, a line of JSON for each row, event, error and warning. */
final class RowWriter implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ROWS = 250_000;
  private static final int MOST_WARNINGS = 500;
  private static final int STEP = 2000;
  private static final int LONGEST = 32_000;

  private final OutputStream out;
  private final Runnable step;
  private int rows;
  private int warnings;

  RowWriter(OutputStream out, Runnable step) {
    this.out = new BufferedOutputStream(out);
    this.step = step;
  }

  int rows() {
    return rows;
  }

  /** What kind of file it is; once, before everything else. */
  void file(Map<String, Object> about) throws IOException {
    write("file", about);
  }

  void row(int record, int line, List<String> values) throws IOException, UnreadableFile {
    count();
    write(
        "row",
        Map.of(
            "record",
            record,
            "line",
            line,
            "values",
            values.stream().map(RowWriter::cut).toList()));
  }

  void card(int record, int line, Map<String, Object> person) throws IOException, UnreadableFile {
    count();
    write("card", Map.of("record", record, "line", line, "person", person));
  }

  void event(int record, int line, Map<String, Object> event) throws IOException, UnreadableFile {
    count();
    write("event", Map.of("record", record, "line", line, "event", event));
  }

  /** What could not be read; the rest is. */
  void rejected(int record, int line, String value, String reason)
      throws IOException, UnreadableFile {
    count();
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("record", record);
    said.put("line", line);
    if (value != null) {
      said.put("value", cut(value));
    }
    said.put("reason", reason);
    write("rejected", said);
  }

  /** What was read with something left aside. */
  void warning(int line, String cell, String reason) throws IOException {
    if (++warnings > MOST_WARNINGS) {
      return;
    }
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("line", line);
    if (cell != null) {
      said.put("cell", cell);
    }
    said.put(
        "reason", warnings < MOST_WARNINGS ? reason : "there are more warnings than are shown");
    write("warning", said);
  }

  private void count() throws UnreadableFile {
    if (++rows > MOST_ROWS) {
      throw new UnreadableFile(
          Reason.TOO_LARGE,
          "The file has more than " + MOST_ROWS + " rows. Part it and import the parts.");
    }
    if (rows % STEP == 0) {
      step.run();
    }
  }

  private static String cut(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
  }

  private void write(String kind, Map<String, Object> values) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("kind", kind);
    line.putAll(values);
    out.write(JSON.writeValueAsString(line).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
