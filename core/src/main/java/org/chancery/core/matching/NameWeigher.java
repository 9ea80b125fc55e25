package org.chancery.core.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Compares names: family, given, middle, generation; also with first and last name swapped. */
final class NameWeigher {
  private static final double ALIKE = 0.92;
  private static final int WHOLE_WORD = 3;

  private final Weights weights;
  private final Frequencies frequencies;
  private final Nicknames nicknames;

  NameWeigher(Weights weights, Frequencies frequencies, Nicknames nicknames) {
    this.weights = weights;
    this.frequencies = frequencies;
    this.nicknames = nicknames;
  }

  void weigh(Traits a, Traits b, List<Finding> found) {
    List<Finding> straight = straight(a, b);
    if (isAgainst(straight, "last") && (isAgainst(straight, "first") || isLetter(a, b))
        || isAgainst(straight, "first") && !isExact(straight)) {
      List<Finding> swapped = swapped(a, b);
      if (bits(swapped) > bits(straight)) {
        found.addAll(swapped);
        return;
      }
    }
    found.addAll(straight);
  }

  private static boolean isExact(List<Finding> found) {
    return !found.isEmpty() && found.get(0).is("last", "exact");
  }

  private static boolean isLetter(Traits a, Traits b) {
    return a.name().family().length() == 1 || b.name().family().length() == 1;
  }

  private static double bits(List<Finding> findings) {
    double bits = 0;
    for (Finding finding : findings) {
      bits += finding.bits();
    }
    return bits;
  }

  private List<Finding> straight(Traits a, Traits b) {
    List<Finding> found = new ArrayList<>(6);
    NameParts one = a.name();
    NameParts two = b.name();
    add(found, last(one, two));
    Finding first = first(a, b);
    add(found, first);
    if (first == null || !first.cell().level().equals("middle")) {
      add(found, middle(one, two));
    }
    if (one.generation() != two.generation() && one.generation() * two.generation() > 0) {
      add(found, finding("suffix", "different", 1, suffix(one), suffix(two)));
    } else if (one.generation() != two.generation()) {
      add(found, finding("suffix", "one", 1, suffix(one), suffix(two)));
    } else if (one.generation() > 0) {
      add(found, finding("suffix", "same", 1, suffix(one), suffix(two)));
    } else {
      add(found, finding("suffix", "none", 1, "", ""));
    }
    if (one.gender() != ' ' && two.gender() != ' ') {
      boolean same = one.gender() == two.gender();
      add(found, finding("gender", same ? "same" : "different", 1, "", ""));
    }
    return found;
  }

  private static void add(List<Finding> found, Finding finding) {
    if (finding != null) {
      found.add(finding);
    }
  }

  private static boolean isAgainst(List<Finding> found, String field) {
    for (Finding each : found) {
      if (each.cell().field().equals(field)) {
        String level = each.cell().level();
        return level.equals("different") || level.equals("other-initial") || level.equals("middle");
      }
    }
    return false;
  }

  static String suffix(NameParts name) {
    return switch (name.generation()) {
      case 0 -> "";
      case 1 -> "Sr.";
      case 2 -> "Jr.";
      case 3 -> "III";
      case 4 -> "IV";
      default -> "V";
    };
  }

  private Finding finding(String field, String level, double frequency, String left, String right) {
    return new Finding(weights.cell(field, level), frequency, left, right, false);
  }

  private Finding last(NameParts a, NameParts b) {
    if (a.family().isEmpty() || b.family().isEmpty()) {
      return null;
    }
    String left = a.family();
    String right = b.family();
    if (left.equals(right) || a.last().equals(b.last())) {
      String whole = left.equals(right) ? left : String.join("", a.last());
      return finding(
          "last", "exact", Math.max(frequencies.last(left), frequencies.last(whole)), left, right);
    }
    boolean part =
        a.last().stream().anyMatch(word -> word.length() >= WHOLE_WORD && b.last().contains(word))
            || a.last().size() == 1 && b.middle().contains(left) && left.length() >= WHOLE_WORD
            || b.last().size() == 1 && a.middle().contains(right) && right.length() >= WHOLE_WORD;
    if (part) {
      return finding("last", "part", 1, left, right);
    }
    if (alike(left, right)) {
      boolean usual = frequencies.isUsualLast(left, right) && frequencies.isUsualLast(right, left);
      return finding("last", usual ? "alike" : "similar", 1, left, right);
    }
    return finding("last", "different", 1, left, right);
  }

  private static boolean alike(String a, String b) {
    if (Likeness.slip(a, b) || Likeness.misread(a, b)) {
      return true;
    }
    double likeness = Likeness.jaroWinkler(a, b);
    return likeness >= ALIKE && Math.min(a.length(), b.length()) > WHOLE_WORD
        || likeness >= 0.8 && Phonetic.of(a).equals(Phonetic.of(b)) && a.length() > WHOLE_WORD;
  }

  private Finding first(Traits a, Traits b) {
    if (a.givens().isEmpty() || b.givens().isEmpty()) {
      return null;
    }
    Finding best = null;
    for (String left : a.givens()) {
      for (String right : b.givens()) {
        Finding found = first(left, right, a.name(), b.name());
        if (best == null || found.bits() > best.bits()) {
          best = found;
        }
      }
    }
    return best;
  }

  private Finding first(String left, String right, NameParts a, NameParts b) {
    if (left.length() == 1 || right.length() == 1) {
      if (left.charAt(0) == right.charAt(0)) {
        return finding("first", "initial", 1, left, right);
      }
      return isMiddle(left, b) || isMiddle(right, a)
          ? finding("first", "middle", 1, left, right)
          : finding("first", "other-initial", 1, left, right);
    }
    if (left.equals(right) || joined(left, a).equals(joined(right, b))) {
      double frequency = frequencies.given(left, nicknames.of(left), a.family());
      return finding("first", "exact", frequency, left, right);
    }
    List<String> shared = nicknames.shared(left, right);
    if (!shared.isEmpty()) {
      double frequency = frequencies.forms(shared, a.family());
      return finding("first", "nickname", frequency, left, right);
    }
    if (Likeness.spelling(left, right)) {
      double frequency =
          frequencies.given(left, nicknames.of(left), a.family())
              + frequencies.given(right, nicknames.of(right), a.family());
      return finding("first", "spelling", frequency, left, right);
    }
    if (isMiddle(left, b) || isMiddle(right, a)) {
      return finding("first", "middle", 1, left, right);
    }
    boolean begins =
        Math.min(left.length(), right.length()) >= WHOLE_WORD
            && (left.startsWith(right) || right.startsWith(left));
    if (begins || alike(left, right)) {
      boolean usual = isName(left, right) && isName(right, left);
      return finding("first", usual ? "alike" : "similar", 1, left, right);
    }
    boolean slip =
        isMeant(left, right)
            || isMeant(right, left)
            || !Collections.disjoint(nicknames.meant(left), nicknames.meant(right));
    return finding("first", slip ? "similar" : "different", 1, left, right);
  }

  /** Whether a word that is no name was likely meant to be a form of the other. */
  private boolean isMeant(String word, String name) {
    if (Math.min(word.length(), name.length()) == WHOLE_WORD
        && !nicknames.knows(word)
        && Likeness.edits(word, name, 1) == 1) {
      return true;
    }
    return !Collections.disjoint(nicknames.meant(word), nicknames.of(name))
        && !frequencies.isUsualGiven(word, name);
  }

  private boolean isName(String given, String beside) {
    return nicknames.knows(given) || frequencies.isUsualGiven(given, beside);
  }

  /** "Mary Ann" and "Maryann". */
  private static String joined(String first, NameParts name) {
    return name.middle().isEmpty() || !first.equals(name.first())
        ? first
        : name.middle().get(0).length() == 1 ? first : first + name.middle().get(0);
  }

  private boolean isMiddle(String given, NameParts other) {
    for (String middle : other.middle()) {
      if (middle.equals(given)
          || middle.length() > 1
              && given.length() > 1
              && !nicknames.shared(middle, given).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private Finding middle(NameParts a, NameParts b) {
    if (a.middle().isEmpty() || b.middle().isEmpty()) {
      return null;
    }
    for (String left : a.middle()) {
      if (left.length() > 1 && b.middle().contains(left)) {
        return finding("middle", "exact", frequencies.middle(left, a.family()), left, left);
      }
    }
    String left = a.middle().get(0);
    String right = b.middle().get(0);
    if (left.length() == 1 || right.length() == 1) {
      boolean same = left.charAt(0) == right.charAt(0);
      return finding("middle", same ? "initial" : "different", 1, left, right);
    }
    boolean alike = alike(left, right) || !nicknames.shared(left, right).isEmpty();
    return finding("middle", alike ? "similar" : "different", 1, left, right);
  }

  /**
   * With the one's first name for its last; as the name that is the more usual of the two readings.
   */
  private List<Finding> swapped(Traits a, Traits b) {
    if (isPart(a.name()) || isPart(b.name())) {
      return List.of();
    }
    List<Finding> one = straight(turned(a), b);
    List<Finding> two = straight(a, turned(b));
    boolean both = isExact(one) && isExact(two);
    List<Finding> found = bits(one) < bits(two) == both ? one : two;
    found.add(0, finding("order", "swapped", 1, "", ""));
    return found;
  }

  private static boolean isPart(NameParts name) {
    return name.first().isEmpty() || name.family().isEmpty();
  }

  private Traits turned(Traits traits) {
    NameParts name = traits.name();
    NameParts turned =
        new NameParts(
            name.family(),
            List.of(),
            name.middle(),
            List.of(name.first()),
            name.first(),
            name.generation(),
            name.gender());
    return traits.named(turned, nicknames.of(name.family()));
  }
}
