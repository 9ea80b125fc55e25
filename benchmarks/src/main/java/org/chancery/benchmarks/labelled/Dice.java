package org.chancery.benchmarks.labelled;

import java.util.List;
import java.util.Random;

/** Chance that falls alike for the same seed, on any machine. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  /** True in that share of throws, 0 to 1. */
  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** From 0 up to but without {@code below}. */
  int below(int below) {
    return random.nextInt(below);
  }

  /** From {@code from} to {@code to}, both included. */
  int between(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  /** From 0 up to but without 1. */
  double fraction() {
    return random.nextDouble();
  }

  /** Any one of them, all alike. */
  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Any one of them, all alike. */
  @SafeVarargs
  final <T> T of(T... of) {
    return of[random.nextInt(of.length)];
  }
}
