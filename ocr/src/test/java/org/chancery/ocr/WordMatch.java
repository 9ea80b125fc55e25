package org.chancery.ocr;

import java.util.List;

/**
 * How well words read agree with the truth, in order: by the longest common subsequence.
 *
 * @param common words common to both, in the same order
 * @param expected words of the truth
 * @param found words that were read
 */
record WordMatch(int common, int expected, int found) {
  static WordMatch of(String truth, String read) {
    List<String> a = words(truth);
    List<String> b = words(read);
    int[] row = new int[b.size() + 1];
    for (String word : a) {
      int diagonal = 0;
      for (int j = 1; j <= b.size(); j++) {
        int above = row[j];
        row[j] = word.equals(b.get(j - 1)) ? diagonal + 1 : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return new WordMatch(row[b.size()], a.size(), b.size());
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  double recall() {
    return expected == 0 ? 1 : (double) common / expected;
  }

  double precision() {
    return found == 0 ? 1 : (double) common / found;
  }
}
