package org.chancery.benchmarks.labelled;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The baseline for matching: rows are one person that have the same e-mail address, or the same
 * first and last name and ZIP code, but for capitals and blanks. That is what a spreadsheet's
 * "remove duplicates" or a query does.
 */
final class EqualFields {
  /** More rows than this with one value are an office's mailbox. */
  private static final int SHARED = 50;

  private EqualFields() {}

  static List<PairScore.Scored> pairs(Path rows) throws IOException {
    Map<String, List<String>> byValue = new HashMap<>();
    for (List<String> row : PairScore.lines(rows)) {
      String email = plain(cell(row, Field.EMAIL));
      String first = plain(cell(row, Field.FIRST));
      String last = plain(cell(row, Field.LAST));
      String zip = cell(row, Field.ZIP).strip();
      if (!email.isEmpty()) {
        byValue.computeIfAbsent(email, value -> new ArrayList<>()).add(row.get(0));
      }
      if (!first.isEmpty() && !last.isEmpty() && zip.length() >= 5) {
        String value = first + " " + last + " " + zip.substring(0, 5);
        byValue.computeIfAbsent(value, each -> new ArrayList<>()).add(row.get(0));
      }
    }
    Set<PairScore.Pair> pairs = new HashSet<>();
    for (List<String> of : byValue.values()) {
      for (int i = 0; of.size() <= SHARED && i < of.size(); i++) {
        for (int j = i + 1; j < of.size(); j++) {
          pairs.add(PairScore.Pair.of(of.get(i), of.get(j)));
        }
      }
    }
    return pairs.stream().map(pair -> new PairScore.Scored(pair, 1)).toList();
  }

  private static String cell(List<String> row, Field field) {
    return row.get(1 + field.ordinal());
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
