package org.chancery.benchmarks.labelled;

import java.util.ArrayList;
import java.util.List;

/** Things that are as frequent as their weights say. */
final class Weighted<T> {
  private final List<T> things = new ArrayList<>();
  private final List<Double> upTo = new ArrayList<>();
  private double total;

  void add(T thing, double weight) {
    total += weight;
    things.add(thing);
    upTo.add(total);
  }

  /** The sum of all weights. */
  double total() {
    return total;
  }

  T draw(Dice dice) {
    double at = dice.fraction() * total;
    int low = 0;
    int high = things.size() - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (upTo.get(middle) > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return things.get(low);
  }
}
