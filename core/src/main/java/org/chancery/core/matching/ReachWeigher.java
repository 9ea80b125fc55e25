package org.chancery.core.matching;

import java.util.List;

/** Compares phones and e-mail addresses: the best of all pairs counts. */
final class ReachWeigher {
  private static final int EXCHANGE = 6;
  private static final int WHOLE_WORD = 3;

  private final Weights weights;
  private final Frequencies frequencies;

  ReachWeigher(Weights weights, Frequencies frequencies) {
    this.weights = weights;
    this.frequencies = frequencies;
  }

  void weigh(Traits a, Traits b, List<Finding> found) {
    Finding email = null;
    for (Traits.Marked<EmailAddress> left : a.emails()) {
      for (Traits.Marked<EmailAddress> right : b.emails()) {
        email = better(email, email(left, right, a, b));
      }
    }
    Finding phone = null;
    for (Traits.Marked<PhoneNumber> left : a.phones()) {
      for (Traits.Marked<PhoneNumber> right : b.phones()) {
        phone = better(phone, phone(left, right));
      }
    }
    if (email != null) {
      found.add(email);
    }
    if (phone != null) {
      found.add(phone);
    }
  }

  private static Finding better(Finding best, Finding other) {
    return best == null || other.bits() > best.bits() ? other : best;
  }

  private Finding phone(Traits.Marked<PhoneNumber> left, Traits.Marked<PhoneNumber> right) {
    PhoneNumber one = left.value();
    PhoneNumber two = right.value();
    String level = "different";
    if (one.number().equals(two.number())) {
      boolean other =
          !one.extension().equals(two.extension())
              && !one.extension().isEmpty()
              && !two.extension().isEmpty();
      level = other ? "extension" : "exact";
    } else if (Likeness.edits(one.number(), two.number(), 1) == 1) {
      level = "similar";
    } else if (one.number().length() == two.number().length()
        && one.number().regionMatches(0, two.number(), 0, EXCHANGE)) {
      level = "exchange";
    } else if (endsAlike(one.number(), two.number())) {
      // One was written without its area code.
      level = "exact";
    }
    return new Finding(
        weights.cell("phone", level),
        frequencies.phone(one.number()),
        one.number(),
        two.number(),
        left.personal() || right.personal());
  }

  private static boolean endsAlike(String a, String b) {
    return a.length() != b.length()
        && Math.min(a.length(), b.length()) == 7
        && (a.endsWith(b) || b.endsWith(a));
  }

  private Finding email(
      Traits.Marked<EmailAddress> left, Traits.Marked<EmailAddress> right, Traits a, Traits b) {
    EmailAddress one = left.value();
    EmailAddress two = right.value();
    String level = one.isPublic() && two.isPublic() ? "different" : "elsewhere";
    double frequency = 1;
    boolean domain = one.domain().equals(two.domain());
    boolean local = plain(one.local()).equals(plain(two.local()));
    if (one.equals(two)) {
      boolean own = isOwn(one, a.name()) || isOwn(one, b.name());
      level = one.isRole() ? "office" : own ? "own" : "exact";
      frequency = frequencies.email(one);
    } else if (local && !one.isRole()) {
      int numbers = digits(one.local()).length();
      boolean made = isOfName(one.local(), a.name()) || isOfName(one.local(), b.name());
      if (domain
          || Likeness.misread(one.domain(), two.domain())
          || isNear(one.domain(), two.domain())) {
        level = "similar";
      } else if (made) {
        // What everybody of that name would be called, but for the number.
        level = "name";
        frequency = Math.max(1 / frequencies.people(), 0.15 * Math.pow(10, -numbers));
      } else {
        level = "local";
        frequency = frequencies.local(one.local());
      }
    } else if (domain
        && (isSlip(one.local(), two.local()) || Likeness.misread(one.local(), two.local()))) {
      level = "similar";
    } else if (domain && !one.isPublic()) {
      boolean numbered = letters(one.local()).equals(letters(two.local()));
      level = numbered ? "numbered" : "domain";
      frequency = frequencies.domain(one.domain());
    }
    return new Finding(
        weights.cell("email", level),
        frequency,
        one.toString(),
        two.toString(),
        left.personal() || right.personal());
  }

  private static String plain(String local) {
    return local.replace(".", "").replace("_", "").replace("-", "");
  }

  /** Mistyped, not numbered: j.smith1 and j.smith2 are two people. */
  private static boolean isSlip(String a, String b) {
    // Another first letter is another person's initial.
    return Likeness.edits(a, b, 1) == 1
        && a.charAt(0) == b.charAt(0)
        && letters(a).length() >= 5
        && (!letters(a).equals(letters(b))
            || digits(a).length() == digits(b).length() && sameDigits(a, b));
  }

  private static boolean sameDigits(String a, String b) {
    char[] one = digits(a).toCharArray();
    char[] two = digits(b).toCharArray();
    java.util.Arrays.sort(one);
    java.util.Arrays.sort(two);
    return java.util.Arrays.equals(one, two);
  }

  private static String letters(String text) {
    return text.replaceAll("[^a-z]", "");
  }

  private static String digits(String text) {
    return text.replaceAll("\\D", "");
  }

  private static boolean isNear(String a, String b) {
    return Likeness.edits(a, b, 1) == 1;
  }

  /** Whether it names a person rather than a family. */
  private static boolean isOwn(EmailAddress email, NameParts name) {
    String letters = letters(email.local());
    String first = name.first();
    return first.length() > 2 && letters.contains(first)
        || !first.isEmpty()
            && (letters.equals(first.charAt(0) + name.family())
                || letters.equals(name.family() + first.charAt(0))
                || name.last().stream().anyMatch(word -> letters.equals(first.charAt(0) + word)));
  }

  /** Whether it is what anybody of that name might be called. */
  private static boolean isOfName(String local, NameParts name) {
    String letters = letters(local);
    String first = name.first();
    return name.family().length() >= WHOLE_WORD && letters.contains(name.family())
        || first.length() > WHOLE_WORD && letters.contains(first)
        || !first.isEmpty() && letters.equals(first.charAt(0) + name.family())
        || letters.equals(first + name.family())
        || letters.equals(name.family() + first);
  }
}
