package org.chancery.benchmarks.labelled;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The people there are: alone or in households, at offices, with namesakes on purpose. Shares are
 * of households, where nothing else is said.
 */
final class World {
  static final double COUPLES = 0.13;
  static final double FATHERS_AND_SONS = 0.03;
  static final double TWINS = 0.012;
  static final double SIBLINGS = 0.02;
  static final double PARENTS_AND_CHILDREN = 0.025;

  /** Of people: somebody of the same name exists at the same office. */
  static final double NAMESAKES_AT_WORK = 0.006;

  /** Of people: somebody of the same name exists in the same city. */
  static final double NAMESAKES_IN_TOWN = 0.03;

  /** Of people: no job, known by home alone. */
  static final double CITIZENS = 0.1;

  private static final int PEOPLE_TO_AN_OFFICE = 8;
  private static final List<String> MAIL =
      List.of(
          "gmail.com",
          "gmail.com",
          "gmail.com",
          "yahoo.com",
          "yahoo.com",
          "hotmail.com",
          "outlook.com",
          "aol.com",
          "comcast.net",
          "att.net",
          "icloud.com",
          "bellsouth.net");

  private final Dice dice;
  private final Names names = new Names();
  private final Places places = new Places();
  private final Offices offices = new Offices(names, places);
  private final Weighted<Office> byStaff = new Weighted<>();
  private final List<Office> all = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();
  private final Set<String> emails = new HashSet<>();
  private int households;

  /** Draws about that many people. */
  World(int count, Dice dice) {
    this.dice = dice;
    for (int i = 0; i < Math.max(12, count / PEOPLE_TO_AN_OFFICE); i++) {
      Office office = offices.draw(i, dice);
      all.add(office);
      byStaff.add(office, 1 / Math.pow(0.08 + dice.fraction(), 1.3));
    }
    while (people.size() < count) {
      household();
    }
  }

  List<Person> people() {
    return people;
  }

  Names names() {
    return names;
  }

  private void household() {
    Office near = byStaff.draw(dice);
    Places.Address home = places.address(near.address().city(), true, dice);
    Person.Household household =
        new Person.Household(households++, home, places.phone(home.city(), dice), "");
    double at = dice.fraction();
    if ((at -= COUPLES) < 0) {
      couple(household, near);
    } else if ((at -= FATHERS_AND_SONS) < 0) {
      fatherAndSon(household, near);
    } else if ((at -= TWINS) < 0) {
      siblings(household, near, true);
    } else if ((at -= SIBLINGS) < 0) {
      siblings(household, near, false);
    } else if ((at -= PARENTS_AND_CHILDREN) < 0) {
      siblings(household, near, false);
    } else {
      alone(household, near);
    }
  }

  private void alone(Person.Household household, Office near) {
    Draft draft = draft(household, near);
    if (!people.isEmpty() && dice.chance(NAMESAKES_AT_WORK + NAMESAKES_IN_TOWN)) {
      Person other = dice.one(people);
      draft.group = other.group();
      draft.given = other.given();
      draft.family = other.family();
      if (!other.jobs().isEmpty()) {
        Office office = other.jobs().get(other.jobs().size() - 1).office();
        draft.near = office;
        draft.stays = dice.chance(NAMESAKES_AT_WORK / (NAMESAKES_AT_WORK + NAMESAKES_IN_TOWN));
      }
      Places.Address home = places.address(other.household().address().city(), true, dice);
      draft.household =
          new Person.Household(household.number(), home, places.phone(home.city(), dice), "");
      draft.suffix = "";
      draft.place = "namesake";
    }
    add(draft);
  }

  private void couple(Person.Household household, Office near) {
    Draft first = draft(household, near);
    Draft second = draft(household, dice.chance(0.12) ? near : byStaff.draw(dice));
    second.stays = second.near == near;
    first.stays = second.stays;
    second.group = first.group;
    second.male = !first.male;
    second.given = names.given(second.group, second.male, dice);
    if (dice.chance(0.8)) {
      second.family = first.family;
    }
    if (dice.chance(0.3)) {
      String shared =
          "the"
              + slug(first.family)
              + dice.of("s", "family", "home")
              + dice.between(1, 99)
              + "@"
              + dice.one(MAIL);
      Person.Household with =
          new Person.Household(household.number(), household.address(), household.phone(), shared);
      first.household = with;
      second.household = with;
    }
    first.place = "spouse";
    second.place = "spouse";
    add(first);
    add(second);
  }

  private void fatherAndSon(Person.Household household, Office near) {
    Draft father = draft(household, near);
    father.male = true;
    father.given = names.given(father.group, true, dice);
    Draft son = draft(household, dice.chance(0.25) ? near : byStaff.draw(dice));
    son.stays = son.near == near;
    father.stays = son.stays;
    son.group = father.group;
    son.male = true;
    son.given = father.given;
    son.family = father.family;
    boolean third = dice.chance(0.25);
    father.suffix = third ? "Jr." : dice.chance(0.5) ? "Sr." : "";
    son.suffix = third ? "III" : "Jr.";
    son.middle = dice.chance(0.85) ? father.middle : son.middle;
    father.place = "father";
    son.place = "son";
    add(father);
    add(son);
  }

  private void siblings(Person.Household household, Office near, boolean twins) {
    Draft first = draft(household, near);
    Draft second = draft(household, dice.chance(0.2) ? near : byStaff.draw(dice));
    second.group = first.group;
    second.family = first.family;
    if (twins) {
      second.male = first.male;
      char initial = first.given.name().charAt(0);
      for (int i = 0; i < 60; i++) {
        second.given = names.given(second.group, second.male, dice);
        boolean other = !second.given.name().equals(first.given.name());
        if (other && second.given.name().charAt(0) == initial) {
          break;
        }
      }
    } else {
      second.given = names.given(second.group, second.male, dice);
    }
    while (second.given.name().equals(first.given.name())) {
      second.given = names.given(second.group, second.male, dice);
    }
    first.place = twins ? "twin" : "relative";
    second.place = first.place;
    add(first);
    add(second);
  }

  /** What is settled about somebody so far. */
  private static final class Draft {
    Person.Household household;
    Office near;
    boolean stays;
    boolean male;
    String group;
    Names.Given given;
    String middle;
    String family;
    String suffix = "";
    String place = "";
  }

  private Draft draft(Person.Household household, Office near) {
    Draft draft = new Draft();
    draft.household = household;
    draft.near = near;
    draft.group = names.group(dice);
    draft.male = dice.chance(0.5);
    draft.given = names.given(draft.group, draft.male, dice);
    draft.middle = middle(draft.group, draft.male);
    draft.family = family(draft.group, draft.male);
    if (draft.male && dice.chance(0.015)) {
      draft.suffix = dice.of("Jr.", "Jr.", "III", "II", "IV");
    }
    return draft;
  }

  private String middle(String group, boolean male) {
    if (group.equals("vi")) {
      return dice.chance(0.8) ? (male ? dice.of("Văn", "Đức", "Quốc") : "Thị") : "";
    }
    return dice.chance(0.82) ? names.given(group, male, dice).name() : "";
  }

  private String family(String group, boolean male) {
    String family = names.family(group, dice);
    if (group.equals("es") && dice.chance(0.22)) {
      return family + dice.of(" ", " ", "-") + names.family("es", dice);
    }
    if (!male && group.equals("en") && dice.chance(0.05)) {
      return family + "-" + names.family("en", dice);
    }
    return family;
  }

  private void add(Draft draft) {
    int number = people.size();
    boolean citizen = !draft.stays && dice.chance(CITIZENS);
    boolean changes = !draft.male && !draft.group.equals("es") && dice.chance(0.1);
    String former = changes ? names.family(draft.group, dice) : "";
    if (changes && dice.chance(0.3)) {
      draft.family = former + "-" + names.family(draft.group, dice);
    }
    List<Person.Job> jobs = new ArrayList<>();
    if (!citizen) {
      int count = dice.chance(0.5) ? dice.chance(0.2) ? 3 : 2 : 1;
      for (int i = 0; i < count; i++) {
        boolean last = i == count - 1;
        Office office = last ? draft.near : elsewhere(draft.near);
        String family = i == 0 && changes ? former : draft.family;
        jobs.add(job(office, draft.given.name(), family));
      }
    }
    List<String> forms = draft.given.forms();
    String called =
        !forms.isEmpty() && dice.chance(0.45)
            ? forms.get(
                Math.min(forms.size() - 1, (int) (Math.pow(dice.fraction(), 2) * forms.size())))
            : draft.given.name();
    people.add(
        new Person(
            number,
            draft.group,
            draft.given,
            draft.middle,
            draft.family,
            draft.suffix,
            former,
            called,
            honorific(draft.male, jobs),
            privateEmail(draft),
            places.phone(draft.household.address().city(), dice),
            draft.household,
            draft.place,
            jobs));
  }

  /** Another office, more often of the same city or the same area of work. */
  private Office elsewhere(Office from) {
    boolean sameCity = dice.chance(0.6);
    boolean sameArea = dice.chance(0.6);
    Office office = byStaff.draw(dice);
    for (int i = 0; i < 200; i++) {
      if ((!sameCity || office.address().city() == from.address().city())
          && (!sameArea || office.area().equals(from.area()))
          && office != from) {
        return office;
      }
      office = byStaff.draw(dice);
    }
    return office;
  }

  private Person.Job job(Office office, String given, String family) {
    String first = slug(given);
    String last = slug(family.split("[ -]")[0].length() > 3 ? family.split("[ -]")[0] : family);
    String local = office.dotted() ? first + "." + last : first.charAt(0) + last;
    String direct =
        office.phone().substring(0, 6) + String.format(Locale.ROOT, "%04d", dice.below(10_000));
    return new Person.Job(
        office,
        dice.one(Offices.ranks(office.area())),
        free(local, office.domain()),
        direct,
        String.valueOf(dice.between(100, 4999)));
  }

  private String privateEmail(Draft draft) {
    String first = slug(draft.given.name());
    String last = slug(draft.family.split("[ -]")[0]);
    String local =
        switch (dice.below(6)) {
          case 0 -> first + last + dice.between(1, 99);
          case 1 -> first + "." + last;
          case 2 -> first.charAt(0) + last + dice.between(50, 99);
          case 3 -> last + first.charAt(0);
          case 4 -> first + "_" + last + dice.between(1, 9);
          default ->
              dice.of("lsufan", "runner", "gardenlady", "bigdog", "sunny", "fisherman", "coach")
                  + dice.between(10, 9999);
        };
    return free(local, dice.one(MAIL));
  }

  private String free(String local, String domain) {
    String email = local + "@" + domain;
    for (int i = 2; !emails.add(email); i++) {
      email = local + i + "@" + domain;
    }
    return email;
  }

  private String honorific(boolean male, List<Person.Job> jobs) {
    String title = jobs.isEmpty() ? "" : jobs.get(jobs.size() - 1).title();
    if (title.matches(".*(Professor|Epidemiologist|Medical Director|Dean|Provost).*")) {
      return "Dr.";
    }
    if (title.matches("Mayor|Council Member|Sheriff|Secretary.*") && dice.chance(0.5)) {
      return "Hon.";
    }
    if (title.matches(".*Pastor")) {
      return "Rev.";
    }
    return male ? "Mr." : dice.of("Ms.", "Ms.", "Mrs.");
  }

  private static String slug(String name) {
    return Offices.plain(name).replaceAll("[^a-z]", "");
  }
}
