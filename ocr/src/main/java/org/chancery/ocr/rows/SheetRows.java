package org.chancery.ocr.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import org.chancery.ocr.page.UnreadableFile;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The rows of a sheet, as the parser comes by them. */
final class SheetRows extends DefaultHandler {
  private static final int MOST_COLUMNS = 400;

  private final CellText text;
  private final Merged merged;
  private final Table table;
  private final boolean hiddenToo;
  private final Map<Integer, String> mergedValue = new HashMap<>();
  private final StringBuilder value = new StringBuilder();
  private List<String> cells = new ArrayList<>();
  private int row = -1;
  private boolean rowHidden;
  private int column = -1;
  private String type;
  private String style;
  private boolean taking;

  SheetRows(CellText text, Merged merged, Table table, boolean hiddenToo) {
    this.text = text;
    this.merged = merged;
    this.table = table;
    this.hiddenToo = hiddenToo;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes values) {
    switch (local) {
      case "row" -> {
        String number = values.getValue("r");
        row = number == null ? row + 1 : Integer.parseInt(number) - 1;
        rowHidden = !hiddenToo && "1".equals(Merged.flag(values.getValue("hidden")));
        cells = new ArrayList<>();
        column = -1;
      }
      case "c" -> {
        String at = values.getValue("r");
        column = at == null ? column + 1 : new CellReference(at).getCol();
        type = values.getValue("t");
        style = values.getValue("s");
        value.setLength(0);
      }
      case "v", "t" -> taking = true;
      case "rPh" -> type = "phonetic";
      default -> {}
    }
  }

  @Override
  public void characters(char[] ch, int start, int length) {
    if (taking) {
      value.append(ch, start, length);
    }
  }

  @Override
  public void endElement(String uri, String local, String name) throws SAXException {
    try {
      switch (local) {
        case "v", "t" -> taking = false;
        case "c" -> cell();
        case "row" -> row();
        default -> {}
      }
    } catch (IOException | UnreadableFile e) {
      throw new Workbook.Stopped(e);
    }
  }

  private void cell() throws IOException {
    if (column >= MOST_COLUMNS) {
      return;
    }
    String said;
    if ("e".equals(type)) {
      said = "";
      table.warning(
          row + 1, Headings.letter(column) + (row + 1), "an error in the sheet: " + value);
    } else {
      said = text.of(type, style, value.toString());
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, said.strip());
  }

  private void row() throws IOException, UnreadableFile {
    for (int each : merged.columns()) {
      int first = merged.rowOf(row, each);
      if (first < row) {
        while (cells.size() <= each) {
          cells.add("");
        }
        cells.set(each, mergedValue.getOrDefault(each, ""));
      } else if (each < cells.size()) {
        mergedValue.put(each, cells.get(each));
      }
    }
    for (int each : merged.hidden()) {
      if (each < cells.size()) {
        cells.set(each, "");
      }
    }
    if (rowHidden) {
      if (cells.stream().anyMatch(each -> !each.isBlank())) {
        table.warning(row + 1, null, "row " + (row + 1) + " is hidden");
      }
    } else {
      table.row(row + 1, cells);
    }
  }

  /** After the last row. */
  void end() throws IOException, UnreadableFile {
    table.end(merged.hidden());
  }
}
