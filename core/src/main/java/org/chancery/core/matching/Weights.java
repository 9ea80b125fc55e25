package org.chancery.core.matching;

import java.util.HashMap;
import java.util.Map;

/** The table of weights, {@code weights.tsv}, as it stands there. */
final class Weights {
  static final int SAME = 0;
  static final int HOUSEHOLD = 1;
  static final int COWORKER = 2;
  static final int NAMESAKE = 3;
  static final int CHANCE = 4;

  private final Map<String, Map<String, Cell>> cells = new HashMap<>();

  /**
   * A line of the table.
   *
   * @param bits log2 of how much likelier than by chance, for each way of belonging together
   * @param rare whether the rarity of the value comes on top, in bits
   */
  record Cell(String field, String level, double[] bits, boolean[] rare) {

    /** Log2 of how much likelier that way than by chance, for a value that so many have. */
    double bits(int way, double frequency) {
      return rare[way] ? bits[way] - Math.log(frequency) / Math.log(2) : bits[way];
    }
  }

  Weights() {
    for (String[] row : DataFile.rows("weights.tsv")) {
      double[] bits = new double[CHANCE];
      boolean[] rare = new boolean[CHANCE];
      for (int way = 0; way < CHANCE && way + 2 < row.length; way++) {
        String said = row[way + 2];
        rare[way] = said.startsWith("r");
        String number = rare[way] ? said.substring(1) : said;
        bits[way] = number.isEmpty() ? 0 : Double.parseDouble(number);
      }
      cells
          .computeIfAbsent(row[0], field -> new HashMap<>())
          .put(row[1], new Cell(row[0], row[1], bits, rare));
    }
  }

  Cell cell(String field, String level) {
    Cell cell = cells.get(field).get(level);
    if (cell == null) {
      throw new IllegalStateException("no weight for " + field + " " + level);
    }
    return cell;
  }

  double prior(int way) {
    return cell("prior", "pairs").bits()[way];
  }

  double merge() {
    return cell("threshold", "score").bits()[0];
  }

  double ask() {
    return cell("threshold", "score").bits()[1];
  }

  double world() {
    return cell("world", "people").bits()[0];
  }
}
