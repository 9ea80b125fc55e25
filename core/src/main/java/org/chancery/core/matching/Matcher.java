package org.chancery.core.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Tells whether descriptions are of one person. Holds no rows of its own; may be used by several
 * threads at once.
 */
public final class Matcher {
  private final Weights weights = new Weights();
  private final Nicknames nicknames = new Nicknames();

  /** With the weights and names that are shipped. */
  public Matcher() {}

  /** Rows made ready: to find doubles among them, or to hold single ones against them. */
  public MatchIndex index(Collection<Profile> rows) {
    List<Traits> traits = new ArrayList<>(rows.size());
    rows.forEach(row -> traits.add(Traits.of(row, nicknames)));
    return new MatchIndex(traits, weights, nicknames);
  }

  /**
   * Compares two people, where the others are not at hand: by what is generally known of names.
   *
   * @param people among how many both were found; more people make a chance likeness more likely
   */
  public Comparison compare(Profile a, Profile b, int people) {
    Weigher weigher =
        new Weigher(weights, Frequencies.usual(people, weights.world(), nicknames), nicknames);
    return weigher.explained(weigher.weigh(Traits.of(a, nicknames), Traits.of(b, nicknames)));
  }
}
