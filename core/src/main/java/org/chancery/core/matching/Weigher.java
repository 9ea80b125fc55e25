package org.chancery.core.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Weighs a pair: the findings of all fields, then one person against everything else the two could
 * be. Fields count as independent within each way of belonging together; that colleagues share
 * phone, address and organization at once is what those ways are for.
 */
final class Weigher {
  private static final String[] REMARKS = {
    "",
    "They look like two people of one household.",
    "They look like colleagues.",
    "They look like relatives of the same name.",
    ""
  };

  private final Weights weights;
  private final Frequencies frequencies;
  private final Words words;
  private final NameWeigher names;
  private final ReachWeigher reaches;
  private final PlaceWeigher places;
  private final double[] priors = new double[Weights.CHANCE];

  Weigher(Weights weights, Frequencies frequencies, Nicknames nicknames) {
    this.weights = weights;
    this.frequencies = frequencies;
    this.words = new Words(nicknames);
    this.names = new NameWeigher(weights, frequencies, nicknames);
    this.reaches = new ReachWeigher(weights, frequencies);
    this.places = new PlaceWeigher(weights, frequencies);
    for (int way = 0; way < priors.length; way++) {
      priors[way] = log2(weights.prior(way) / frequencies.people());
    }
  }

  /** What was found, and log2 of the odds that the two are one. */
  record Weighed(List<Finding> findings, double bits, int rival) {

    boolean isApart() {
      for (Finding finding : findings) {
        String level = finding.cell().level();
        boolean apart =
            switch (finding.cell().field()) {
              case "first" ->
                  level.equals("different")
                      || level.equals("other-initial")
                      || level.equals("alike");
              case "last", "suffix", "gender", "middle" -> level.equals("different");
              default -> false;
            };
        if (apart) {
          return true;
        }
      }
      return false;
    }

    double score() {
      return 1 / (1 + Math.pow(2, -bits));
    }
  }

  Weighed weigh(Traits a, Traits b) {
    List<Finding> found = new ArrayList<>(9);
    names.weigh(a, b, found);
    reaches.weigh(a, b, found);
    places.weigh(a, b, found);
    double[] bits = priors.clone();
    for (Finding finding : found) {
      for (int way = 0; way < bits.length; way++) {
        bits[way] += finding.bits(way);
      }
    }
    double others = 1;
    int rival = Weights.CHANCE;
    double strongest = 0;
    for (int way = Weights.HOUSEHOLD; way < bits.length; way++) {
      others += Math.pow(2, bits[way]);
      if (bits[way] > strongest) {
        strongest = bits[way];
        rival = way;
      }
    }
    return new Weighed(found, bits[Weights.SAME] - log2(others), rival);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  Verdict verdict(double score) {
    return score >= weights.merge()
        ? Verdict.MERGE
        : score >= weights.ask() ? Verdict.ASK : Verdict.NO;
  }

  Comparison explained(Weighed weighed) {
    double score = weighed.score();
    Verdict verdict = verdict(score);
    List<Evidence> evidence =
        weighed.findings().stream()
            // That nobody is called Jr. is nothing to tell.
            .filter(finding -> !finding.is("suffix", "none"))
            .map(
                finding ->
                    new Evidence(
                        finding.cell().field(),
                        finding.cell().level(),
                        finding.bits(),
                        words.of(finding, frequencies.people()),
                        finding.personal()))
            .toList();
    String remark = verdict == Verdict.MERGE ? "" : REMARKS[weighed.rival()];
    return new Comparison(score, verdict, weighed.isApart(), evidence, remark);
  }
}
