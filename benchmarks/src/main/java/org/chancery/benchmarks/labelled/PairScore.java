package org.chancery.benchmarks.labelled;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Precision and recall of scored pairs against the true ones, over pairs of rows. Who is behind the
 * missed and the wrong pairs is told from {@code kinds.csv} when it lies beside the truth.
 */
public final class PairScore {
  /** A pair of ids, the lower first. */
  record Pair(String low, String high) {
    static Pair of(String a, String b) {
      if (a.equals(b)) {
        throw new IllegalArgumentException("A row paired with itself: " + a);
      }
      return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }

  /** A pair with how sure the answer is of it. */
  record Scored(Pair pair, double score) {}

  /** What holds when everything from that score on counts as one person. */
  record Point(double threshold, int pairs, double precision, double recall) {}

  private final Set<Pair> truth;
  private final List<Scored> scored;

  /** The best score counts when a pair is named twice. */
  PairScore(Set<Pair> truth, List<Scored> scored) {
    this.truth = truth;
    Map<Pair, Double> best = new LinkedHashMap<>();
    scored.forEach(one -> best.merge(one.pair(), one.score(), Math::max));
    List<Scored> sorted = new ArrayList<>();
    best.forEach((pair, score) -> sorted.add(new Scored(pair, score)));
    sorted.sort(Comparator.comparingDouble(Scored::score).reversed());
    this.scored = List.copyOf(sorted);
  }

  /**
   * Arguments: {@code --truth truth.csv --pairs pairs.csv [--at 0.99] [--recall 0.95]}. Ends with 1
   * when the recall at that precision is less.
   */
  public static void main(String[] arguments) throws IOException {
    Options options =
        new Options(arguments, "--truth truth.csv --pairs pairs.csv [--at 0.99] [--recall 0.95]");
    Path truthFile = Path.of(options.required("--truth"));
    Path pairsFile = Path.of(options.required("--pairs"));
    double at = Double.parseDouble(options.or("--at", "0.99"));
    double wanted = Double.parseDouble(options.or("--recall", "0.95"));
    options.done();
    PairScore score = new PairScore(readTruth(truthFile), readPairs(pairsFile));
    score.print(System.out);
    Optional<Point> best = score.at(at);
    if (best.isEmpty()) {
      System.out.printf(Locale.ROOT, "No threshold has precision %.3f%n", at);
      System.exit(1);
    }
    Point point = best.get();
    System.out.printf(
        Locale.ROOT,
        "recall %.4f at precision %.4f (asked: %.3f), from score %s on%n",
        point.recall(),
        point.precision(),
        at,
        point.threshold());
    Path kinds = truthFile.resolveSibling("kinds.csv");
    if (Files.exists(kinds)) {
      PairKinds.read(kinds).print(score, point.threshold(), System.out);
    }
    System.exit(point.recall() < wanted ? 1 : 0);
  }

  static Set<Pair> readTruth(Path file) throws IOException {
    Set<Pair> pairs = new HashSet<>();
    for (List<String> line : lines(file)) {
      pairs.add(Pair.of(line.get(0), line.get(1)));
    }
    return pairs;
  }

  static List<Scored> readPairs(Path file) throws IOException {
    List<Scored> pairs = new ArrayList<>();
    for (List<String> line : lines(file)) {
      pairs.add(new Scored(Pair.of(line.get(0), line.get(1)), Double.parseDouble(line.get(2))));
    }
    return pairs;
  }

  /** All lines but the heading. */
  static List<List<String>> lines(Path file) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      Csv.read(in);
      for (List<String> line = Csv.read(in); line != null; line = Csv.read(in)) {
        lines.add(line);
      }
    }
    return lines;
  }

  Set<Pair> truth() {
    return truth;
  }

  List<Scored> scored() {
    return scored;
  }

  /** A point for each score that occurs, from the highest down. */
  List<Point> points() {
    List<Point> points = new ArrayList<>();
    int right = 0;
    for (int i = 0; i < scored.size(); i++) {
      right += truth.contains(scored.get(i).pair()) ? 1 : 0;
      boolean last = i + 1 == scored.size();
      if (last || scored.get(i + 1).score() < scored.get(i).score()) {
        points.add(
            new Point(
                scored.get(i).score(),
                i + 1,
                (double) right / (i + 1),
                (double) right / Math.max(1, truth.size())));
      }
    }
    return points;
  }

  /** The most recall that is to be had with that precision. */
  Optional<Point> at(double precision) {
    return points().stream()
        .filter(point -> point.precision() >= precision)
        .max(Comparator.comparingDouble(Point::recall));
  }

  /** Precision and recall at twenty steps of the scores that occur. */
  private void print(PrintStream out) {
    out.printf(Locale.ROOT, "%d true pairs, %d pairs in the answer%n", truth.size(), scored.size());
    out.printf("%-12s %9s %9s %9s%n", "score from", "pairs", "precision", "recall");
    TreeMap<Integer, Point> steps = new TreeMap<>();
    for (Point point : points()) {
      steps.put((int) ((long) point.pairs() * 20 / Math.max(1, scored.size())), point);
    }
    for (Point point : steps.values()) {
      out.printf(
          Locale.ROOT,
          "%-12.6f %9d %9.4f %9.4f%n",
          point.threshold(),
          point.pairs(),
          point.precision(),
          point.recall());
    }
  }

  /** Counts by word. */
  static final class Tally {
    private final Map<String, int[]> counts = new HashMap<>();

    /** Counts one of that word, and whether it is one of those looked for. */
    void add(String word, boolean hit) {
      int[] count = counts.computeIfAbsent(word, key -> new int[2]);
      count[0]++;
      count[1] += hit ? 1 : 0;
    }

    /** The words with how many there are and how many of them were hit, most hits first. */
    void print(String heading, PrintStream out) {
      out.printf("%-28s %8s %8s %7s%n", heading, "of", "number", "share");
      counts.entrySet().stream()
          .sorted(Comparator.comparingInt(entry -> -entry.getValue()[1]))
          .forEach(
              entry ->
                  out.printf(
                      Locale.ROOT,
                      "%-28s %8d %8d %6.1f%%%n",
                      entry.getKey(),
                      entry.getValue()[0],
                      entry.getValue()[1],
                      100.0 * entry.getValue()[1] / entry.getValue()[0]));
    }
  }
}
