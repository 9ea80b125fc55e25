package org.chancery.ocr.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the columns of a table are called.
 *
 * @param names of the columns; those without one by their letter
 * @param given whether the row had headings; else it is a row like the others
 */
record Headings(List<String> names, boolean given) {
  private static final Pattern VALUE =
      Pattern.compile(".+@.+\\..+|[\\d().+ -]{7,}|\\d{5}(-\\d{4})?");

  static Headings of(List<String> row) {
    int width = row.size();
    while (width > 1 && row.get(width - 1).isBlank()) {
      width--;
    }
    boolean given = row.stream().noneMatch(value -> VALUE.matcher(value.strip()).matches());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      String name = row.get(i).replaceAll("\\s+", " ").strip();
      names.add(given && !name.isEmpty() ? name : "Column " + letter(i));
    }
    return new Headings(List.copyOf(names), given);
  }

  /** A, B, … Z, AA, … */
  static String letter(int column) {
    String letter = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? letter : letter(column / 26 - 1) + letter;
  }

  boolean isTooLong(List<String> row) {
    return row.stream().skip(names.size()).anyMatch(value -> !value.isBlank());
  }

  /** As many values as there are columns. */
  List<String> fitted(List<String> row) {
    List<String> fitted = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      fitted.add(i < row.size() ? row.get(i).strip() : "");
    }
    return fitted;
  }
}
