package org.chancery.ocr.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.ocr.page.UnreadableFile;
import org.chancery.ocr.page.UnreadableFile.Reason;

/** The table on a sheet: titles above it are passed over, its headings found. */
final class Table {
  private static final int LOOK_AT = 30;

  private final RowWriter out;
  private final Map<String, Object> about;
  private final RowFile.Options options;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Waiting> warnings = new ArrayList<>();
  private Headings headings;
  private int record;

  /** A row, or a warning, before the headings are known. */
  private record Waiting(int number, String cell, String reason, List<String> cells) {}

  Table(RowWriter out, Map<String, Object> about, RowFile.Options options) {
    this.out = out;
    this.about = new LinkedHashMap<>(about);
    this.options = options;
  }

  void warning(int line, String cell, String reason) throws IOException {
    if (headings == null) {
      warnings.add(new Waiting(line, cell, reason, List.of()));
    } else {
      out.warning(line, cell, reason);
    }
  }

  void row(int number, List<String> cells) throws IOException, UnreadableFile {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (headings != null) {
      write(number, cells);
      return;
    }
    waiting.add(new Waiting(number, null, null, List.copyOf(cells)));
    if (options.heading() > 0) {
      if (number >= options.heading()) {
        begin(waiting.size() - 1);
      }
    } else if (cells.stream().filter(each -> !each.isBlank()).distinct().count() > 1) {
      begin(waiting.size() - 1);
    } else if (waiting.size() >= LOOK_AT) {
      begin(0);
    }
  }

  private void begin(int at) throws IOException, UnreadableFile {
    Waiting first = waiting.get(at);
    headings = Headings.of(first.cells());
    about.put("heading", headings.given() ? first.number() : 0);
    about.put("columns", headings.names());
    out.file(about);
    for (Waiting each : warnings) {
      out.warning(each.number(), each.cell(), each.reason());
    }
    for (Waiting each : waiting.subList(headings.given() ? at + 1 : at, waiting.size())) {
      write(each.number(), each.cells());
    }
    waiting.clear();
  }

  private void write(int number, List<String> cells) throws IOException, UnreadableFile {
    if (headings.isTooLong(cells)) {
      out.warning(number, null, "more values than columns");
    }
    out.row(++record, number, headings.fitted(cells));
  }

  void end(List<Integer> hidden) throws IOException, UnreadableFile {
    if (headings == null) {
      if (waiting.isEmpty()) {
        throw new UnreadableFile(
            Reason.EMPTY, "There is nothing on the sheet. Choose another one, or another file.");
      }
      begin(0);
    }
    for (int column : hidden) {
      out.warning(0, null, "column " + Headings.letter(column) + " is hidden");
    }
  }
}
