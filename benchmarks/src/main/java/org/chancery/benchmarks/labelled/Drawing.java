package org.chancery.benchmarks.labelled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Draws as many rows as wanted; the same for the same seed. */
final class Drawing {
  /** Of people: they have more than one row. */
  static final double SEVERAL = 0.28;

  private static final double ROWS_TO_A_PERSON = 1.4;
  private static final int TRIES = 90;

  private final Dice dice;
  private final World world;
  private final Writing writing;
  private final Evidence evidence;
  private final int wanted;
  private final List<Drawn> rows = new ArrayList<>();
  private final Map<Integer, List<Drawn>> byPerson = new HashMap<>();
  private final Map<String, List<Drawn>> lookalikes = new HashMap<>();

  private Drawing(int wanted, long seed) {
    this.wanted = wanted;
    dice = new Dice(seed);
    world = new World((int) Math.round(wanted / ROWS_TO_A_PERSON), dice);
    writing = new Writing(dice);
    evidence = new Evidence(world.names());
  }

  /** Rows in no order that tells anything. */
  static List<Drawn> rows(int wanted, long seed) {
    Drawing drawing = new Drawing(wanted, seed);
    drawing.draw();
    Collections.shuffle(drawing.rows, new Random(seed ^ 0x5DEECE66DL));
    return drawing.rows;
  }

  private void draw() {
    for (Person person : world.people()) {
      if (rows.size() < wanted) {
        first(person);
      }
    }
    List<Person> several = new ArrayList<>();
    for (Person person : world.people()) {
      if (byPerson.containsKey(person.number()) && dice.chance(SEVERAL)) {
        several.add(person);
      }
    }
    for (Person person : several) {
      int more = dice.chance(0.68) ? 1 : dice.chance(0.7) ? 2 : 3;
      for (int i = 0; i < more && rows.size() < wanted; i++) {
        another(person);
      }
    }
    while (rows.size() < wanted) {
      another(dice.one(world.people()));
    }
  }

  private void first(Person person) {
    int job = person.jobs().isEmpty() ? -1 : dice.below(person.jobs().size());
    for (int i = 0; i < TRIES; i++) {
      Drawn row = i < TRIES / 2 ? writing.row(person, job) : writing.fullRow(person, job);
      if (parts(row)) {
        keep(row);
        return;
      }
    }
  }

  private void another(Person person) {
    List<Drawn> before = byPerson.getOrDefault(person.number(), List.of());
    if (before.isEmpty() || before.size() >= 4) {
      return;
    }
    int last = before.get(before.size() - 1).job;
    int job = last;
    if (person.jobs().size() > 1 && dice.chance(0.75)) {
      job = (last + dice.between(1, person.jobs().size() - 1)) % person.jobs().size();
    }
    for (int i = 0; i < TRIES; i++) {
      Drawn row = writing.row(person, i < TRIES * 5 / 6 ? job : last);
      boolean same = before.stream().anyMatch(other -> other.fields.equals(row.fields));
      if (!same && before.stream().allMatch(b -> evidence.suffices(b, row)) && parts(row)) {
        keep(row);
        return;
      }
    }
  }

  /** Whether the row can be told from those of other people that look like it. */
  private boolean parts(Drawn row) {
    for (String key : keys(row)) {
      for (Drawn other : lookalikes.getOrDefault(key, List.of())) {
        if (other.person != row.person && evidence.misleads(other, row)) {
          return false;
        }
      }
    }
    return true;
  }

  private void keep(Drawn row) {
    rows.add(row);
    byPerson.computeIfAbsent(row.person.number(), key -> new ArrayList<>(2)).add(row);
    for (String key : keys(row)) {
      lookalikes.computeIfAbsent(key, any -> new ArrayList<>(2)).add(row);
    }
  }

  /**
   * By family name and initial, as shown and as given: Bob Smith is looked for with the Roberts.
   */
  private static Set<String> keys(Drawn row) {
    List<String> families = Evidence.parts(Offices.plain(row.family));
    if (families.isEmpty()) {
      families = List.of(Offices.plain(row.family));
    }
    Set<String> keys = new LinkedHashSet<>();
    for (String family : families) {
      keys.add(family + Offices.plain(row.first).charAt(0));
      keys.add(family + Offices.plain(row.person.given().name()).charAt(0));
    }
    return keys;
  }
}
