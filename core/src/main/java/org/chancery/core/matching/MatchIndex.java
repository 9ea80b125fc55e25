package org.chancery.core.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows among which doubles are looked for. Does not change; may be used by several threads at once.
 */
public final class MatchIndex {
  private static final int COMPARED = 150;
  private static final int STEP = 1 << 16;

  private final List<Traits> rows;
  private final Nicknames nicknames;
  private final Blocks blocks;
  private final Weigher weigher;

  MatchIndex(List<Traits> rows, Weights weights, Nicknames nicknames) {
    this.rows = rows;
    this.nicknames = nicknames;
    this.blocks = Blocks.of(rows);
    this.weigher =
        new Weigher(weights, Frequencies.of(rows, weights.world(), nicknames), nicknames);
  }

  /** How many rows there are. */
  public int size() {
    return rows.size();
  }

  /**
   * Whom of the rows another one may describe, without looking at all of them: those that share
   * most keys are compared.
   *
   * @param row not one of them, or else it finds itself
   * @param most how many to answer
   * @return the likeliest first; none that is not even worth asking about
   */
  public List<Candidate> candidates(Profile row, int most) {
    Traits wanted = Traits.of(row, nicknames);
    Map<Integer, Double> shared = new HashMap<>();
    for (String key : MatchKeys.of(wanted)) {
      int start = blocks.start(key);
      if (start < blocks.size()) {
        int end = blocks.end(start);
        double worth = 1 / (1 + Math.log(end - start));
        for (int at = start; at < end; at++) {
          shared.merge(blocks.row(at), worth, Double::sum);
        }
      }
    }
    List<Candidate> found = new ArrayList<>();
    shared.entrySet().stream()
        .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
        .limit(COMPARED)
        .map(entry -> rows.get(entry.getKey()))
        .forEach(known -> found.add(new Candidate(known.id(), compare(wanted, known))));
    return found.stream()
        .filter(candidate -> candidate.comparison().verdict() != Verdict.NO)
        .sorted(Comparator.comparingDouble((Candidate c) -> c.comparison().score()).reversed())
        .limit(most)
        .toList();
  }

  private Comparison compare(Traits a, Traits b) {
    return weigher.explained(weigher.weigh(a, b));
  }

  /**
   * Compares two of the rows, counted from 0. What third rows say of them is in the score of {@link
   * #pairs}, not here.
   */
  public Comparison compare(int first, int second) {
    return compare(rows.get(first), rows.get(second));
  }

  /**
   * Finds the pairs to merge or to ask about.
   *
   * @return best first, each once
   */
  public List<Pair> pairs(Progress progress) {
    long[] likely = LikelyPairs.of(rows, blocks);
    Clusters clusters = new Clusters(rows, weigher);
    long done = 0;
    for (int start = 0; start < likely.length; start += STEP) {
      int from = start;
      int to = Math.min(likely.length, start + STEP);
      Weigher.Weighed[] weighed = new Weigher.Weighed[to - from];
      java.util.stream.IntStream.range(from, to)
          .parallel()
          .forEach(
              i -> {
                Traits a = rows.get((int) (likely[i] >> 32));
                Traits b = rows.get((int) likely[i]);
                Weigher.Weighed result = weigher.weigh(a, b);
                weighed[i - from] = clusters.isWorthKeeping(result) ? result : null;
              });
      for (int i = from; i < to; i++) {
        if (weighed[i - from] != null) {
          clusters.add((int) (likely[i] >> 32), (int) likely[i], weighed[i - from]);
        }
      }
      done += to - from;
      progress.at(done, likely.length);
    }
    return clusters.settled();
  }
}
