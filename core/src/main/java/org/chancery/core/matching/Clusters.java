package org.chancery.core.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What third rows say of a pair. Two rows that are both, as good as certainly, the same third one
 * are one person, unless something sets them apart. And a row that could be either of two people
 * who are set apart (a father and a son) is one of them: the two share its odds.
 */
final class Clusters {
  /** Pairs below are forgotten. */
  private static final double KEPT = 0.02;

  private static final double SURE = 0.9;
  private static final double APART = 0.1;
  private static final int MANY = 24;
  private static final int ROUNDS = 2;

  private final List<Traits> rows;
  private final Weigher weigher;
  private final Map<Integer, List<Link>> links = new HashMap<>();

  /** A pair's score so far, the same object at both ends. */
  private static final class Link {
    private final int first;
    private final int second;
    private final boolean apart;
    private double score;

    Link(int first, int second, boolean apart, double score) {
      this.first = first;
      this.second = second;
      this.apart = apart;
      this.score = score;
    }

    int other(int row) {
      return row == first ? second : first;
    }
  }

  Clusters(List<Traits> rows, Weigher weigher) {
    this.rows = rows;
    this.weigher = weigher;
  }

  boolean isWorthKeeping(Weigher.Weighed weighed) {
    return weighed.score() >= KEPT;
  }

  void add(int first, int second, Weigher.Weighed weighed) {
    Link link = new Link(first, second, weighed.isApart(), weighed.score());
    links.computeIfAbsent(first, row -> new ArrayList<>(4)).add(link);
    links.computeIfAbsent(second, row -> new ArrayList<>(4)).add(link);
  }

  /** Every pair that is to be merged or asked about, best first. */
  List<Pair> settled() {
    share();
    for (int round = 0; round < ROUNDS; round++) {
      join();
    }
    List<Pair> pairs = new ArrayList<>();
    links.forEach(
        (row, all) -> {
          for (Link link : all) {
            Verdict verdict = weigher.verdict(link.score);
            if (link.first == row && verdict != Verdict.NO) {
              pairs.add(new Pair(link.first, link.second, link.score, verdict));
            }
          }
        });
    pairs.sort(
        Comparator.comparingDouble(Pair::score)
            .reversed()
            .thenComparingInt(Pair::first)
            .thenComparingInt(Pair::second));
    return pairs;
  }

  /** The odds of a row that could be either of two who are set apart. */
  private void share() {
    Map<Link, Double> shared = new HashMap<>();
    links.forEach(
        (row, all) -> {
          if (all.size() > 1 && all.size() <= MANY) {
            for (Link one : all) {
              double rival = 0;
              for (Link other : all) {
                if (other != one && areApart(one.other(row), other.other(row))) {
                  rival = Math.max(rival, odds(other.score));
                }
              }
              if (rival > 0) {
                double odds = odds(one.score);
                shared.merge(one, odds / (1 + rival), Math::min);
              }
            }
          }
        });
    shared.forEach((link, odds) -> link.score = Math.min(link.score, odds / (1 + odds)));
  }

  private static double odds(double score) {
    return score / Math.max(1e-12, 1 - score);
  }

  private boolean areApart(int a, int b) {
    Link link = find(a, b);
    if (link != null) {
      return link.apart && link.score < APART;
    }
    Weigher.Weighed weighed = weigher.weigh(rows.get(a), rows.get(b));
    return weighed.isApart() && weighed.score() < APART;
  }

  private Link find(int a, int b) {
    for (Link link : links.getOrDefault(a, List.of())) {
      if (link.other(a) == b) {
        return link;
      }
    }
    return null;
  }

  /** Two who are surely the same third. */
  private void join() {
    List<Link> joined = new ArrayList<>();
    for (Map.Entry<Integer, List<Link>> entry : links.entrySet()) {
      int row = entry.getKey();
      List<Link> sure = entry.getValue().stream().filter(link -> link.score >= SURE).toList();
      if (sure.size() > MANY) {
        continue;
      }
      for (int i = 0; i < sure.size(); i++) {
        for (int j = i + 1; j < sure.size(); j++) {
          join(sure.get(i), sure.get(j), row, joined);
        }
      }
    }
    for (Link link : joined) {
      Link known = find(link.first, link.second);
      if (known != null) {
        known.score = Math.max(known.score, link.score);
      } else {
        links.computeIfAbsent(link.first, each -> new ArrayList<>(4)).add(link);
        links.computeIfAbsent(link.second, each -> new ArrayList<>(4)).add(link);
      }
    }
  }

  private void join(Link one, Link other, int row, List<Link> joined) {
    int a = Math.min(one.other(row), other.other(row));
    int b = Math.max(one.other(row), other.other(row));
    Link known = find(a, b);
    double through = one.score * other.score;
    if (known != null ? known.apart || known.score >= through : false) {
      return;
    }
    if (known == null && weigher.weigh(rows.get(a), rows.get(b)).isApart()) {
      return;
    }
    joined.add(new Link(a, b, false, through));
  }
}
