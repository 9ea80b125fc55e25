package org.chancery.benchmarks.labelled;

import java.util.Arrays;
import java.util.List;

/**
 * Whether a pair can be told at all by one who knows what is behind both rows. Adds up bits: what
 * both rows share counts by how rare it is, what speaks against one person is taken off. It reads
 * what was meant, not what is written, so it says nothing of how to find it out.
 *
 * <p>Two rows of one person are only drawn when they have {@link #ENOUGH}, and more than the name
 * in common; two rows of different people only while they have no more than {@link #TOO_MUCH}.
 * Between the two nobody could tell. Of 20,000 rows, one pair in some 26,000 is true, so 21 bits
 * make it 99 in 100.
 */
final class Evidence {
  /** The least that two rows of one person must show. */
  static final double ENOUGH = 24;

  /** The most that two rows of different people may show. */
  static final double TOO_MUCH = 14;

  private static final double APART = -9;

  private final Names names;

  Evidence(Names names) {
    this.names = names;
  }

  /** Whether a pair of one person's rows can be known as such. */
  boolean suffices(Drawn a, Drawn b) {
    double beside = shared(a, b);
    return beside >= 3 && name(a, b) + beside + against(a, b) >= ENOUGH;
  }

  /**
   * Whether different people's rows look so much alike that nobody could part them. First names
   * that are plainly not each other's forms part them, whatever else a household shares.
   */
  boolean misleads(Drawn a, Drawn b) {
    return first(a, b) > APART && name(a, b) + shared(a, b) + against(a, b) > TOO_MUCH;
  }

  private double name(Drawn a, Drawn b) {
    return first(a, b) + family(a, b) - 1.2 * (a.slips + b.slips);
  }

  private double first(Drawn a, Drawn b) {
    String one = Offices.plain(a.first);
    String other = Offices.plain(b.first);
    double bits = names.bits(a.person.given());
    if (one.length() == 1 || other.length() == 1) {
      return one.charAt(0) == other.charAt(0) ? 3.3 : APART;
    }
    if (one.equals(other)) {
      return bits;
    }
    if (a.kinds.contains(Kind.MIDDLE_AS_FIRST) || b.kinds.contains(Kind.MIDDLE_AS_FIRST)) {
      return a.person == b.person ? 0 : APART;
    }
    if (forms(a).contains(other)
        || forms(b).contains(one)
        || a.person.given().equals(b.person.given())) {
      return bits - 1;
    }
    return near(one, other) ? bits - 3 : APART;
  }

  private static List<String> forms(Drawn row) {
    return row.person.given().forms().stream().map(Offices::plain).toList();
  }

  private double family(Drawn a, Drawn b) {
    String one = Offices.plain(a.family);
    String other = Offices.plain(b.family);
    if (one.equals(other)) {
      return names.familyBits(a.person.group(), a.family);
    }
    List<String> parts = parts(one);
    if (parts(other).stream().anyMatch(parts::contains)) {
      return Math.min(
              names.familyBits(a.person.group(), a.family),
              names.familyBits(b.person.group(), b.family))
          - 1;
    }
    return near(one, other) ? names.familyBits(a.person.group(), a.family) - 3 : -4;
  }

  /** The words of a family name, without particles. */
  static List<String> parts(String family) {
    return Arrays.stream(family.split("[ -]"))
        .filter(part -> part.length() > 2 && !part.matches("del|los|van"))
        .toList();
  }

  /** What both rows show beside the name. */
  private static double shared(Drawn a, Drawn b) {
    double own = 0;
    double office = 0;
    double home = 0;
    if (a.showsOffice && b.showsOffice) {
      Office one = a.jobOf().office();
      Office other = b.jobOf().office();
      office = one == other ? 7.5 : one.name().equals(other.name()) ? 5 : 0;
    }
    for (Drawn.Trace[] pair : new Drawn.Trace[][] {{a.email, b.email}, {a.phone, b.phone}}) {
      if (pair[0] == null || pair[1] == null || !pair[0].value().equals(pair[1].value())) {
        continue;
      }
      boolean wrong = pair[0].wrong() || pair[1].wrong();
      switch (pair[0].reach()) {
        case OFFICE -> office = Math.max(office, wrong ? 4 : 8);
        case HOME -> home = Math.max(home, wrong ? 6 : 10);
        default -> own += wrong ? 9 : 16;
      }
    }
    if (a.showsHome && b.showsHome && a.person.household() == b.person.household()) {
      home = Math.max(home, 10);
    }
    double city = office == 0 && home == 0 && a.city != null && a.city == b.city ? 4.5 : 0;
    double middle = 0;
    if (!a.middle.isEmpty() && !b.middle.isEmpty()) {
      boolean full = a.middle.length() > 1 && a.middle.equals(b.middle);
      middle = full ? 5 : a.middle.charAt(0) == b.middle.charAt(0) ? 3 : 0;
    }
    double title = !a.title.isEmpty() && a.title.equals(b.title) ? 3 : 0;
    double suffix = !a.suffix.isEmpty() && a.suffix.equals(b.suffix) ? 4 : 0;
    return own + office + home + city + middle + title + suffix;
  }

  /** What speaks against one person, as bits below zero. */
  private static double against(Drawn a, Drawn b) {
    double bits = 0;
    if (!a.suffix.isEmpty() || !b.suffix.isEmpty()) {
      boolean both = !a.suffix.isEmpty() && !b.suffix.isEmpty();
      bits -= a.suffix.equals(b.suffix) ? 0 : both ? 8 : 1;
    }
    if (!a.middle.isEmpty() && !b.middle.isEmpty() && a.middle.charAt(0) != b.middle.charAt(0)) {
      bits -= 6.5;
    }
    boolean sameOffice = false;
    if (a.showsOffice && b.showsOffice) {
      sameOffice = a.jobOf().office() == b.jobOf().office();
      bits -= sameOffice ? 0 : 1.5;
      bits -=
          sameOffice && !a.title.isEmpty() && !b.title.isEmpty() && !a.title.equals(b.title)
              ? 2
              : 0;
    }
    bits -= differ(a.email, b.email) ? sameOffice ? 5 : 2 : 0;
    bits -= differ(a.phone, b.phone) ? sameOffice ? 4 : 1.5 : 0;
    if (a.showsHome && b.showsHome && a.person.household() != b.person.household()) {
      bits -= 3;
    }
    return bits;
  }

  /** Two legible values that one person would have but one of. */
  private static boolean differ(Drawn.Trace a, Drawn.Trace b) {
    return a != null
        && b != null
        && !a.wrong()
        && !b.wrong()
        && a.reach() == b.reach()
        && (a.reach() == Drawn.Reach.OWN || a.reach() == Drawn.Reach.OWN_AT_WORK)
        && !a.value().equals(b.value());
  }

  /** Whether one slip makes the one of the other. */
  static boolean near(String a, String b) {
    if (Math.min(a.length(), b.length()) < 4 || Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int start = 0;
    while (start < Math.min(a.length(), b.length()) && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < Math.min(a.length(), b.length()) - start
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    return Math.max(a.length(), b.length()) - start - end <= 1;
  }
}
