package org.chancery.ocr.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Which cells are merged over several rows, and which columns are hidden. The former stands behind
 * the rows in the file, so a sheet is gone through twice.
 */
final class Merged extends DefaultHandler {
  private static final int MOST = 100_000;

  private final boolean hiddenToo;
  private final Map<Integer, List<CellRangeAddress>> byColumn = new HashMap<>();
  private final List<Integer> hidden = new ArrayList<>();
  private int count;

  Merged(boolean hiddenToo) {
    this.hiddenToo = hiddenToo;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes values) {
    if (local.equals("mergeCell") && count++ < MOST) {
      CellRangeAddress range = CellRangeAddress.valueOf(values.getValue("ref"));
      // Over several columns it is a title; its value belongs to the first alone.
      if (range.getFirstRow() < range.getLastRow()) {
        byColumn.computeIfAbsent(range.getFirstColumn(), any -> new ArrayList<>()).add(range);
      }
    } else if (local.equals("col") && "1".equals(flag(values.getValue("hidden"))) && !hiddenToo) {
      int last = Math.min(Integer.parseInt(values.getValue("max")), 400);
      for (int column = Integer.parseInt(values.getValue("min")); column <= last; column++) {
        hidden.add(column - 1);
      }
    }
  }

  static String flag(String value) {
    return "true".equals(value) ? "1" : value;
  }

  /** Columns from 0 that nobody sees. */
  List<Integer> hidden() {
    return hidden;
  }

  /** Columns of which some cells are merged over rows. */
  Iterable<Integer> columns() {
    return byColumn.keySet();
  }

  /** The row from 0 whose value the cell has; its own, when it is not merged. */
  int rowOf(int row, int column) {
    for (CellRangeAddress range : byColumn.getOrDefault(column, List.of())) {
      if (range.getFirstRow() <= row && row <= range.getLastRow()) {
        return range.getFirstRow();
      }
    }
    return row;
  }
}
