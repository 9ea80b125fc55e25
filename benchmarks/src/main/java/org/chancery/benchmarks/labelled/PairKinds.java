package org.chancery.benchmarks.labelled;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who is behind each row, to say of which kind the missed and the wrong pairs are. */
final class PairKinds {
  private record Behind(
      String person,
      String household,
      String place,
      String office,
      String job,
      String called,
      Set<String> kinds) {}

  private final Map<String, Behind> byId = new HashMap<>();

  static PairKinds read(Path file) throws IOException {
    PairKinds kinds = new PairKinds();
    for (List<String> line : PairScore.lines(file)) {
      kinds.byId.put(
          line.get(0),
          new Behind(
              line.get(1),
              line.get(2),
              line.get(3),
              line.get(4),
              line.get(5),
              line.get(6),
              line.get(7).isEmpty() ? Set.of() : Set.of(line.get(7).split("\\|"))));
    }
    return kinds;
  }

  /** What a true pair has to be found in spite of. */
  Set<String> ofTrue(PairScore.Pair pair) {
    Behind a = behind(pair.low());
    Behind b = behind(pair.high());
    Set<String> kinds = new HashSet<>(a.kinds());
    kinds.addAll(b.kinds());
    if (!a.job().equals(b.job())) {
      kinds.add(Kind.MOVED_JOB.word());
    }
    if (kinds.isEmpty()) {
      kinds.add("plain");
    }
    return kinds;
  }

  /** What different people have in common. */
  String ofWrong(PairScore.Pair pair) {
    Behind a = behind(pair.low());
    Behind b = behind(pair.high());
    boolean sameOffice = !a.office().isEmpty() && a.office().equals(b.office());
    if (a.household().equals(b.household())) {
      return a.place().equals("father") || b.place().equals("father")
          ? "father-and-son"
          : "household-" + a.place();
    }
    if (a.called().equals(b.called())) {
      return sameOffice ? "namesakes-at-one-office" : "namesakes";
    }
    return sameOffice ? "one-office" : "nothing";
  }

  private Behind behind(String id) {
    Behind behind = byId.get(id);
    if (behind == null) {
      throw new IllegalArgumentException("No row has the id " + id);
    }
    return behind;
  }

  /** Prints what is missed and what is wrong when that score and more count as one person. */
  void print(PairScore score, double threshold, PrintStream out) {
    Set<PairScore.Pair> found = new HashSet<>();
    Set<PairScore.Pair> named = new HashSet<>();
    PairScore.Tally wrong = new PairScore.Tally();
    for (PairScore.Scored one : score.scored()) {
      named.add(one.pair());
      if (one.score() >= threshold) {
        found.add(one.pair());
      }
      if (!score.truth().contains(one.pair())) {
        wrong.add(ofWrong(one.pair()), one.score() >= threshold);
      }
    }
    PairScore.Tally missed = new PairScore.Tally();
    int unnamed = 0;
    int below = 0;
    for (PairScore.Pair pair : score.truth()) {
      boolean miss = !found.contains(pair);
      unnamed += !named.contains(pair) ? 1 : 0;
      below += miss && named.contains(pair) ? 1 : 0;
      ofTrue(pair).forEach(kind -> missed.add(kind, miss));
    }
    out.printf(
        Locale.ROOT,
        "%nmissed: %d not in the answer at all, %d with a lower score%n",
        unnamed,
        below);
    missed.print("missed, of true pairs", out);
    out.println();
    wrong.print("wrong, of those named", out);
  }
}
