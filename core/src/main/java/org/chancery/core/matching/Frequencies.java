package org.chancery.core.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often a value occurs among people: by what is generally known of names, and by the rows at
 * hand. A phone, address or organization counts by the names behind it, so that somebody's own
 * doubles do not make their number look shared.
 */
final class Frequencies {
  private static final double SHARE = 1.0 / 100_000;
  private static final double RARE_LAST = 2 * SHARE;
  private static final double RARE_GIVEN = 4 * SHARE;
  private static final double FAMILY = 30;
  private static final int FEW = 3;
  private static final double SLIPS = 0.15;

  private final Map<String, Double> lasts = new HashMap<>();
  private final Map<String, Double> givens = new HashMap<>();
  private final Map<String, Double> fullNames = new HashMap<>();
  private final Tally counts = new Tally();
  private final double world;
  private final double people;
  private final Origins origins;

  private Frequencies(int people, double world, Nicknames nicknames, Origins origins) {
    this.origins = origins;
    this.world = world;
    this.people = people + world;
    for (String[] row : DataFile.rows("common-names.tsv")) {
      double share = Double.parseDouble(row[2]) * SHARE;
      if (row[0].equals("last")) {
        lasts.put(row[1], share);
      } else {
        givens.put(row[1], share);
        nicknames.of(row[1]).forEach(full -> fullNames.merge(full, share, Double::sum));
      }
    }
  }

  /** What is generally known, among so many people. */
  static Frequencies usual(int people, double world, Nicknames nicknames) {
    return new Frequencies(people, world, nicknames, Origins.none());
  }

  /** With the counts of these rows. */
  static Frequencies of(List<Traits> all, double world, Nicknames nicknames) {
    People people = People.of(all);
    Set<Integer> persons = new HashSet<>();
    for (int row = 0; row < all.size(); row++) {
      persons.add(people.of(row));
    }
    Frequencies counted =
        new Frequencies(persons.size(), world, nicknames, Origins.of(all, people));
    Tally seen = new Tally();
    for (int row = 0; row < all.size(); row++) {
      counted.count(all.get(row), people.of(row), seen);
    }
    return counted;
  }

  private void count(Traits each, int person, Tally seen) {
    String family = each.name().family();
    StreetLine place = each.place();
    Set<Long> once = new HashSet<>();
    once.add(Hash.of('l', family));
    each.givens().forEach(given -> once.add(Hash.of('g', given)));
    each.fullNames().forEach(full -> once.add(Hash.of('G', full)));
    each.fullNames().forEach(full -> once.add(Hash.of('N', full + " " + family)));
    each.name().middle().forEach(middle -> once.add(Hash.of('m', middle)));
    each.name().middle().forEach(middle -> once.add(Hash.of('M', middle + " " + family)));
    each.organizations().stream()
        .flatMap(organization -> organization.words().stream())
        .forEach(word -> once.add(Hash.of('w', word)));
    once.add(Hash.of('z', place.zip()));
    once.add(Hash.of('c', place.city() + "," + place.state()));
    once.add(Hash.of('s', place.state()));
    once.add(Hash.of('t', each.title()));
    add(once, person, seen);
    once.clear();
    each.phones().forEach(phone -> once.add(Hash.of('p', phone.value().number())));
    for (Traits.Marked<EmailAddress> email : each.emails()) {
      once.add(Hash.of('e', email.value().toString()));
      once.add(Hash.of('h', email.value().local()));
      once.add(Hash.of('d', email.value().domain()));
    }
    each.organizations().forEach(organization -> once.add(Hash.of('o', organization.key())));
    once.add(Hash.of('a', place.building()));
    add(once, each.who(), seen);
  }

  private void add(Set<Long> values, long person, Tally seen) {
    for (long value : values) {
      if (seen.add(Hash.both(value, person)) == 1) {
        counts.add(value);
      }
    }
  }

  double people() {
    return people;
  }

  /** Whether a given name is one, beside another that is like it: not a slip in writing it. */
  boolean isUsualGiven(String given, String beside) {
    return givens.containsKey(given) || isUsual('g', given, beside);
  }

  /** The same for a family name. */
  boolean isUsualLast(String family, String beside) {
    return lasts.containsKey(family) || isUsual('l', family, beside);
  }

  private boolean isUsual(char kind, String name, String beside) {
    int many = counts.of(Hash.of(kind, name));
    return many > FEW && many > SLIPS * counts.of(Hash.of(kind, beside));
  }

  double last(String family) {
    return blended('l', family, lasts.getOrDefault(family, RARE_LAST));
  }

  /** Of a given name among those of a family name: what goes together is no coincidence. */
  double given(String given, List<String> fullNames, String family) {
    double alone = blended('g', given, givens.getOrDefault(given, RARE_GIVEN));
    // Among all who bear a form of it, as many bear this one as anywhere.
    double share = fullNames.isEmpty() ? 1 : Math.min(1, alone / fullName(fullNames));
    double most = 0;
    for (String full : fullNames) {
      most = Math.max(most, among(full, family));
    }
    return Math.max(alone, most * share);
  }

  private double among(String full, String family) {
    double large = blended('G', full, usual(full));
    return beside(
        'N', full, family, Math.min(0.5, large * Math.max(1, origins.lift(full, family))));
  }

  /** Of any form of one of these names, among those of a family name. */
  double forms(List<String> fullNames, String family) {
    double least = 1;
    for (String full : fullNames) {
      least = Math.min(least, among(full, family));
    }
    return least;
  }

  /** Of a middle name, among those of a family name. */
  double middle(String middle, String family) {
    double alone = blended('m', middle, givens.getOrDefault(middle, RARE_GIVEN));
    return Math.max(alone, beside('M', middle, family, alone));
  }

  private double fullName(List<String> fullNames) {
    double most = 0;
    for (String full : fullNames) {
      most = Math.max(most, blended('G', full, usual(full)));
    }
    return most;
  }

  private double usual(String full) {
    return fullNames.getOrDefault(full, RARE_GIVEN);
  }

  private double beside(char kind, String name, String family, double alone) {
    // The two at hand may be two.
    int both = Math.max(0, counts.of(Hash.of(kind, name + " " + family)) - 2);
    int all = Math.max(0, counts.of(Hash.of('l', family)) - 2);
    return (both + alone * FAMILY) / (all + FAMILY);
  }

  double zip(String zip) {
    return blended('z', zip, 3 * SHARE);
  }

  double city(String city, String state) {
    return blended('c', city + "," + state, 0.0005);
  }

  double state(String state) {
    return blended('s', state, 0.02);
  }

  double title(String title) {
    return blended('t', title, 0.001);
  }

  double phone(String number) {
    return names('p', number);
  }

  double email(EmailAddress email) {
    return email.isRole()
        ? Math.max(20 / people, names('e', email.toString()))
        : names('e', email.toString());
  }

  double local(String local) {
    return names('h', local);
  }

  double domain(String domain) {
    return names('d', domain);
  }

  double building(String building) {
    return names('a', building);
  }

  double organization(String key) {
    return names('o', key);
  }

  /** How much a word tells of an organization: 0 to 1, rare words most. */
  double telling(String word) {
    double share = (counts.of(Hash.of('w', word)) + world * SHARE * 30) / people;
    return Math.min(1, Math.max(0.05, -Math.log(share) / Math.log(people)));
  }

  private double blended(char kind, String value, double usual) {
    return (Math.max(0, counts.of(Hash.of(kind, value)) - 1) + usual * world) / people;
  }

  private double names(char kind, String value) {
    return Math.max(1, counts.of(Hash.of(kind, value))) / people;
  }
}
