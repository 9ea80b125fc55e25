package org.chancery.ocr.page;

import java.util.ArrayList;
import java.util.List;

/** Reads Tesseract's tab-separated result: one row a page, block, paragraph, line or word. */
final class TableOfWords {
  private static final int LEVEL = 0;
  private static final int BLOCK = 2;
  private static final int PARAGRAPH = 3;
  private static final int LEFT = 6;
  private static final int TOP = 7;
  private static final int WIDTH = 8;
  private static final int HEIGHT = 9;
  private static final int CONFIDENCE = 10;
  private static final int TEXT = 11;
  private static final String DESCENDING = "gjpqy,;()[]{}|Q$";

  private final List<Word> words = new ArrayList<>();
  private final List<String[]> line = new ArrayList<>();
  private String[] lineBox;
  private int lines;
  private int paragraphs;
  private String paragraphKey = "";

  private TableOfWords() {}

  static List<Word> words(String table) {
    TableOfWords reader = new TableOfWords();
    for (String row : table.split("\n")) {
      reader.row(row.split("\t", -1));
    }
    reader.endLine();
    return List.copyOf(reader.words);
  }

  private void row(String[] cells) {
    if (cells.length <= TEXT) {
      return;
    }
    switch (cells[LEVEL]) {
      case "4" -> {
        endLine();
        lineBox = cells;
      }
      case "5" -> {
        if (!cells[TEXT].isBlank()) {
          line.add(cells);
        }
      }
      default -> {}
    }
  }

  private void endLine() {
    if (line.isEmpty()) {
      return;
    }
    String key = lineBox[BLOCK] + "." + lineBox[PARAGRAPH];
    if (!key.equals(paragraphKey)) {
      paragraphKey = key;
      paragraphs++;
    }
    double height = number(lineBox, HEIGHT);
    boolean descends = line.stream().anyMatch(w -> hasDescender(w[TEXT]));
    double baseline = number(lineBox, TOP) + height * (descends ? 0.8 : 1);
    for (String[] w : line) {
      words.add(
          new Word(
              w[TEXT].strip(),
              number(w, LEFT),
              number(w, TOP),
              number(w, WIDTH),
              number(w, HEIGHT),
              baseline,
              height,
              number(w, CONFIDENCE),
              lines,
              paragraphs));
    }
    lines++;
    line.clear();
  }

  private static boolean hasDescender(String text) {
    return text.chars().anyMatch(c -> DESCENDING.indexOf(c) >= 0);
  }

  private static double number(String[] cells, int column) {
    return Double.parseDouble(cells[column]);
  }
}
