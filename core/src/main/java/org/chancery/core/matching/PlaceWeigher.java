package org.chancery.core.matching;

import java.util.List;

/** Compares addresses, organizations and positions. */
final class PlaceWeigher {
  private static final double SIMILAR = 0.6;
  private static final double SAME_WORD = 0.92;

  private final Weights weights;
  private final Frequencies frequencies;

  PlaceWeigher(Weights weights, Frequencies frequencies) {
    this.weights = weights;
    this.frequencies = frequencies;
  }

  void weigh(Traits a, Traits b, List<Finding> found) {
    Finding address = address(a.place(), b.place());
    if (address != null) {
      found.add(address);
    }
    Finding best = null;
    for (OrganizationName left : a.organizations()) {
      for (OrganizationName right : b.organizations()) {
        Finding organization = organization(left, right);
        best = best == null || organization.bits() > best.bits() ? organization : best;
      }
    }
    if (best != null) {
      found.add(best);
    }
    if (!a.title().isEmpty() && !b.title().isEmpty()) {
      found.add(title(a.title(), b.title()));
    }
  }

  private Finding address(StreetLine a, StreetLine b) {
    if (a.hasStreet() && b.hasStreet() && isOneBuilding(a, b)) {
      boolean other = !a.unit().equals(b.unit()) && !a.unit().isEmpty() && !b.unit().isEmpty();
      return finding(other ? "unit" : "same", frequencies.building(a.building()), a, b);
    }
    if (a.zip().equals(b.zip()) && !a.zip().isEmpty()) {
      return finding("zip", frequencies.zip(a.zip()), a, b);
    }
    boolean state = a.state().equals(b.state()) && !a.state().isEmpty();
    if (state && a.city().equals(b.city()) && !a.city().isEmpty()) {
      return finding("city", frequencies.city(a.city(), a.state()), a, b);
    }
    if (state) {
      return finding("state", frequencies.state(a.state()), a, b);
    }
    boolean elsewhere =
        !a.state().isEmpty() && !b.state().isEmpty() || !a.zip().isEmpty() && !b.zip().isEmpty();
    return elsewhere ? finding("elsewhere", 1, a, b) : null;
  }

  private Finding finding(String level, double frequency, StreetLine a, StreetLine b) {
    return new Finding(weights.cell("address", level), frequency, shown(a), shown(b), false);
  }

  private static String shown(StreetLine place) {
    return (place.number() + " " + place.street() + ", " + place.state() + " " + place.zip())
        .strip();
  }

  private static boolean isOneBuilding(StreetLine a, StreetLine b) {
    boolean street = a.street().equals(b.street()) || Likeness.slip(a.street(), b.street());
    if (!street || !a.number().equals(b.number())) {
      return false;
    }
    boolean zip = a.zip().equals(b.zip()) || Likeness.edits(a.zip(), b.zip(), 1) == 1;
    boolean city = !a.city().isEmpty() && a.city().equals(b.city());
    boolean unknown = a.zip().isEmpty() || b.zip().isEmpty();
    return zip && !a.zip().isEmpty() || city || unknown && a.city().isEmpty() && b.city().isEmpty();
  }

  private Finding organization(OrganizationName a, OrganizationName b) {
    String level = "different";
    if (a.key().equals(b.key()) || a.isAcronymOf(b)) {
      level = "same";
    } else if (isSimilar(a, b)) {
      level = "similar";
    }
    double frequency =
        Math.max(frequencies.organization(a.key()), frequencies.organization(b.key()));
    return new Finding(
        weights.cell("organization", level),
        frequency,
        String.join(" ", a.words()),
        String.join(" ", b.words()),
        false);
  }

  /** Enough of the words that tell, each of them alike; or all of the shorter name. */
  private boolean isSimilar(OrganizationName a, OrganizationName b) {
    boolean first = a.words().size() <= b.words().size();
    List<String> few = first ? a.words() : b.words();
    List<String> many = first ? b.words() : a.words();
    double shared = 0;
    double all = 0;
    int missing = 0;
    for (String word : few) {
      double telling = frequencies.telling(word);
      if (many.stream().anyMatch(other -> isWord(word, other))) {
        shared += telling;
      } else {
        all += telling;
        missing++;
      }
    }
    if (shared == 0) {
      return false;
    }
    if (missing == 0 && few.size() > 1 && shared > 0.6) {
      return true;
    }
    for (String word : many) {
      all += frequencies.telling(word);
    }
    return shared / all >= SIMILAR;
  }

  private static boolean isWord(String a, String b) {
    return a.equals(b)
        || a.length() > 3
            && b.length() > 3
            && a.charAt(0) == b.charAt(0)
            && Likeness.jaroWinkler(a, b) >= SAME_WORD;
  }

  private Finding title(String a, String b) {
    String level = "different";
    if (a.equals(b)) {
      level = "same";
    } else if (a.contains(b) || b.contains(a) || Likeness.jaroWinkler(a, b) > SAME_WORD) {
      level = "similar";
    }
    return new Finding(weights.cell("title", level), frequencies.title(a), a, b, false);
  }
}
