package org.chancery.benchmarks.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What times come to, milliseconds. */
record Figures(double median, double percentile95, double worst) {

  static Figures of(List<Double> times) {
    List<Double> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return new Figures(
        sorted.get(sorted.size() / 2),
        sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1),
        sorted.get(sorted.size() - 1));
  }
}
