package org.chancery.core.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Which given names go with which family names, learned from the rows: people named Nguyen are
 * called Anh more often than people named Schmidt are. Names are thought to come from a few
 * origins, each with its own given and family names (probabilistic latent semantic analysis, fitted
 * by expectation and maximization); what the origins are is left to the rows.
 */
final class Origins {
  private static final int MANY = 12;
  private static final int ROUNDS = 25;
  private static final int FEWEST = 500;
  private static final double SMOOTH = 0.02;
  private static final double DOUBT = 5;

  private final Map<String, Integer> givens = new HashMap<>();
  private final Map<String, Integer> lasts = new HashMap<>();
  private double[][] givenOf = new double[0][];
  private double[][] lastOf = new double[0][];
  private double[] share = new double[0];
  private int[] bearers = new int[0];

  private Origins() {}

  /** Knows nothing. */
  static Origins none() {
    return new Origins();
  }

  static Origins of(List<Traits> rows, People people) {
    Origins origins = new Origins();
    int[][] names = origins.names(rows, people);
    if (names.length >= FEWEST) {
      origins.learn(names);
    }
    return origins;
  }

  /** Each person once: the number of a full given name, and of a family name. */
  private int[][] names(List<Traits> rows, People people) {
    Set<Long> seen = new HashSet<>();
    int[][] names = new int[rows.size()][];
    int count = 0;
    for (int row = 0; row < rows.size(); row++) {
      Traits each = rows.get(row);
      String family = each.name().family();
      if (each.fullNames().isEmpty() || family.isEmpty() || each.name().first().length() < 2) {
        continue;
      }
      if (seen.add((long) people.of(row))) {
        int given = givens.computeIfAbsent(each.fullNames().get(0), name -> givens.size());
        int last = lasts.computeIfAbsent(family, name -> lasts.size());
        names[count++] = new int[] {given, last};
      }
    }
    return Arrays.copyOf(names, count);
  }

  private void learn(int[][] names) {
    Random random = new Random(1);
    share = new double[MANY];
    Arrays.fill(share, 1.0 / MANY);
    givenOf = started(givens.size(), random);
    lastOf = started(lasts.size(), random);
    bearers = new int[lasts.size()];
    for (int[] name : names) {
      bearers[name[1]]++;
    }
    double[] part = new double[MANY];
    for (int round = 0; round < ROUNDS; round++) {
      double[][] given = filled(givens.size(), SMOOTH);
      double[][] last = filled(lasts.size(), SMOOTH);
      double[] all = new double[MANY];
      for (int[] name : names) {
        parts(name[0], name[1], part);
        for (int origin = 0; origin < MANY; origin++) {
          given[name[0]][origin] += part[origin];
          last[name[1]][origin] += part[origin];
          all[origin] += part[origin];
        }
      }
      normalize(given, all);
      normalize(last, all);
      for (int origin = 0; origin < MANY; origin++) {
        share[origin] = all[origin] / names.length;
      }
      givenOf = given;
      lastOf = last;
    }
  }

  private void parts(int given, int last, double[] part) {
    double sum = 0;
    for (int origin = 0; origin < MANY; origin++) {
      part[origin] = share[origin] * givenOf[given][origin] * lastOf[last][origin] + 1e-300;
      sum += part[origin];
    }
    for (int origin = 0; origin < MANY; origin++) {
      part[origin] /= sum;
    }
  }

  private static double[][] started(int names, Random random) {
    double[][] table = new double[names][MANY];
    for (double[] row : table) {
      for (int origin = 0; origin < MANY; origin++) {
        row[origin] = (0.5 + random.nextDouble()) / names;
      }
    }
    return table;
  }

  private static double[][] filled(int names, double value) {
    double[][] table = new double[names][MANY];
    for (double[] row : table) {
      Arrays.fill(row, value);
    }
    return table;
  }

  private static void normalize(double[][] table, double[] all) {
    for (double[] row : table) {
      for (int origin = 0; origin < MANY; origin++) {
        row[origin] /= all[origin] + SMOOTH * table.length;
      }
    }
  }

  /**
   * How many times as often people of that family name have that given name as people have at
   * large; 1 where nothing is known.
   */
  double lift(String given, String family) {
    Integer first = givens.get(given);
    Integer last = lasts.get(family);
    if (share.length == 0 || first == null || last == null) {
      return 1;
    }
    double of = 0;
    for (int origin = 0; origin < MANY; origin++) {
      of += share[origin] * lastOf[last][origin];
    }
    // A family of two says little of where its name is from.
    double known = Math.max(0, bearers[last] - 2);
    double trust = known / (known + DOUBT);
    double among = 0;
    double large = 0;
    for (int origin = 0; origin < MANY; origin++) {
      double part = share[origin] * lastOf[last][origin] / of;
      among += (trust * part + (1 - trust) * share[origin]) * givenOf[first][origin];
      large += share[origin] * givenOf[first][origin];
    }
    return among / large;
  }
}
