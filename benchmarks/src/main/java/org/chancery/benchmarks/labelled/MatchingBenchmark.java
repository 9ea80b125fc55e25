package org.chancery.benchmarks.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recall and precision of {@code ./chancery match} on the labelled set, with the time and memory
 * that the command takes as a process of its own, beside {@link EqualFields}.
 */
public final class MatchingBenchmark {
  private static final double PRECISION = 0.99;
  private static final double RECALL = 0.95;
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private MatchingBenchmark() {}

  /** How an answer compares with the truth, taken whole. */
  record Quality(int pairs, double precision, double recall) {
    static Quality of(PairScore score) {
      List<PairScore.Point> points = score.points();
      PairScore.Point last = points.get(points.size() - 1);
      return new Quality(last.pairs(), last.precision(), last.recall());
    }
  }

  /**
   * What came out.
   *
   * @param best the most recall at the precision asked for, if that was reached
   * @param megabytes the most that the process held in memory at once; 0 where the system does not
   *     tell
   */
  record Result(
      Quality baseline,
      Quality whole,
      Optional<PairScore.Point> best,
      double seconds,
      long megabytes) {}

  /**
   * Arguments: {@code --out DIR [--rows 20000] [--seed N]}. Ends with 1 when the recall is less
   * than 0.95.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Options options = new Options(arguments, "--out DIR [--rows 20000] [--seed N]");
    Path out = Path.of(options.required("--out"));
    int rows = options.number("--rows", 20_000);
    long seed = options.seed();
    options.done();
    Result result = measured(out, rows, seed);
    System.out.printf(Locale.ROOT, "seed %d, %d rows%n", seed, rows);
    print("same e-mail, or same name and ZIP", result.baseline());
    print("match, all it answers", result.whole());
    result
        .best()
        .ifPresent(
            point ->
                System.out.printf(
                    Locale.ROOT,
                    "match, best: recall %.4f at precision %.4f, from score %s on%n",
                    point.recall(),
                    point.precision(),
                    point.threshold()));
    System.out.printf(Locale.ROOT, "%.1f s, %d MB at most%n", result.seconds(), result.megabytes());
    System.exit(result.best().map(PairScore.Point::recall).orElse(0.0) < RECALL ? 1 : 0);
  }

  private static void print(String what, Quality quality) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d pairs, precision %.4f, recall %.4f%n",
        what,
        quality.pairs(),
        quality.precision(),
        quality.recall());
  }

  static Result measured(Path folder, int rows, long seed)
      throws IOException, InterruptedException {
    LabelledSet.of(rows, seed).write(folder);
    Path file = folder.resolve("rows.csv");
    Path answer = folder.resolve("pairs.csv");
    long start = System.nanoTime();
    Process process = started(file, answer);
    long kilobytes = 0;
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      kilobytes = Math.max(kilobytes, peak(process.pid()));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException("match ended with " + process.exitValue());
    }
    Set<PairScore.Pair> truth = PairScore.readTruth(folder.resolve("truth.csv"));
    PairScore score = new PairScore(truth, PairScore.readPairs(answer));
    return new Result(
        Quality.of(new PairScore(truth, EqualFields.pairs(file))),
        Quality.of(score),
        score.at(PRECISION),
        seconds,
        kilobytes / 1024);
  }

  /** As the launcher starts it. */
  private static Process started(Path file, Path answer) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseParallelGC",
            "-cp",
            System.getProperty("java.class.path"),
            "org.chancery.core.matching.file.MatchCommand",
            file.toString(),
            "--out",
            answer.toString())
        .inheritIO()
        .start();
  }

  private static long peak(long process) {
    try {
      Matcher found = PEAK.matcher(Files.readString(Path.of("/proc/" + process + "/status")));
      return found.find() ? Long.parseLong(found.group(1)) : 0;
    } catch (IOException e) {
      // It has just ended, or this system keeps no such file: what was seen before stands.
      return 0;
    }
  }
}
