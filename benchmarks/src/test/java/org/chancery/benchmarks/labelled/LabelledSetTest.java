package org.chancery.benchmarks.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LabelledSetTest {
  private static final int ROWS = 6_000;
  private static LabelledSet set;

  @BeforeAll
  static void draw() {
    set = LabelledSet.of(ROWS, 1);
  }

  @Test
  void theSameSeedGivesTheSameRowsAndAnotherSeedOthers() throws IOException {
    String again = text(LabelledSet.of(500, 4));

    assertThat(text(LabelledSet.of(500, 4))).isEqualTo(again);
    assertThat(text(LabelledSet.of(500, 5))).isNotEqualTo(again);
  }

  @Test
  void theFileHasTheColumnsAndAsManyRowsAsAskedFor() throws IOException {
    String text = text(set);

    assertThat(text)
        .startsWith(
            "id,prefix,first,middle,last,suffix,organization,title,email,phone,street,city,state,zip\n");
    Set<String> ids = new HashSet<>();
    try (BufferedReader in = new BufferedReader(new StringReader(text))) {
      Csv.read(in);
      for (List<String> row = Csv.read(in); row != null; row = Csv.read(in)) {
        assertThat(row).hasSize(14);
        assertThat(row.get(2) + row.get(4)).as("a name").isNotBlank();
        ids.add(row.get(0));
      }
    }
    assertThat(ids).hasSize(ROWS);
  }

  @Test
  void truthHoldsBothWaysAndThroughAThird() {
    Map<Integer, Set<Integer>> with = new HashMap<>();
    for (int[] pair : set.truth()) {
      assertThat(pair[0]).isLessThan(pair[1]);
      with.computeIfAbsent(pair[0], HashSet::new).add(pair[1]);
      with.computeIfAbsent(pair[1], HashSet::new).add(pair[0]);
      with.get(pair[0]).add(pair[0]);
      with.get(pair[1]).add(pair[1]);
    }
    with.values().forEach(same -> same.forEach(row -> assertThat(with.get(row)).isEqualTo(same)));
    assertThat(set.truth().stream().map(pair -> pair[0] + "-" + pair[1])).doesNotHaveDuplicates();
  }

  @Test
  void ofAFifthToAThirdOfPeopleThereAreTwoToFourRows() {
    Map<Integer, Long> rows =
        set.rows().stream()
            .collect(Collectors.groupingBy(row -> row.person.number(), Collectors.counting()));

    assertThat(rows.values()).allMatch(count -> count <= 4);
    double several = rows.values().stream().filter(count -> count > 1).count();
    assertThat(several / rows.size()).isBetween(0.20, 0.35);
  }

  @Test
  void noFatherIsHisSonThoughTheirNameAndHomeAreOne() {
    List<Drawn> fathers = placed("father");
    List<Drawn> sons = placed("son");
    Set<String> truth =
        set.truth().stream().map(pair -> pair[0] + "-" + pair[1]).collect(Collectors.toSet());
    int met = 0;
    for (Drawn father : fathers) {
      for (Drawn son : sons) {
        if (father.person.household().number() == son.person.household().number()) {
          int a = set.rows().indexOf(father);
          int b = set.rows().indexOf(son);
          assertThat(truth).doesNotContain(Math.min(a, b) + "-" + Math.max(a, b));
          assertThat(father.person.given()).isEqualTo(son.person.given());
          assertThat(father.person.suffix()).isNotEqualTo(son.person.suffix());
          met++;
        }
      }
    }
    assertThat(met).as("fathers and sons that are both there").isGreaterThan(20);
  }

  @Test
  void everyTruePairCanBeToldByMoreThanAName() {
    Evidence evidence = new Evidence(new Names());
    for (int[] pair : set.truth()) {
      Drawn a = set.rows().get(pair[0]);
      Drawn b = set.rows().get(pair[1]);
      assertThat(evidence.suffices(a, b)).as(a.fields + " and " + b.fields).isTrue();
    }
  }

  @Test
  void aCommonNameAndNothingElseIsNoEvidence() {
    Person john =
        set.rows().stream()
            .map(row -> row.person)
            .filter(person -> person.given().name().equals("James") && person.jobs().size() > 1)
            .findFirst()
            .orElseThrow();
    Drawn before = named(john, 0);
    Drawn after = named(john, 1);
    Evidence evidence = new Evidence(new Names());

    assertThat(evidence.suffices(before, after)).isFalse();
    before.phone = new Drawn.Trace(john.mobile(), Drawn.Reach.OWN, false);
    after.phone = before.phone;
    assertThat(evidence.suffices(before, after)).isTrue();
  }

  @Test
  void noTwoPeopleShowThemselvesAsOne() {
    Evidence evidence = new Evidence(new Names());
    Map<String, List<Drawn>> near = new HashMap<>();
    for (Drawn row : set.rows()) {
      near.computeIfAbsent("home " + row.person.household().number(), k -> new ArrayList<>())
          .add(row);
      near.computeIfAbsent(
              "name " + row.person.given().name() + row.person.family(), k -> new ArrayList<>())
          .add(row);
    }
    int compared = 0;
    for (List<Drawn> rows : near.values()) {
      for (Drawn a : rows) {
        for (Drawn b : rows) {
          if (a.person.number() < b.person.number()) {
            assertThat(evidence.misleads(a, b)).as(a.fields + " and " + b.fields).isFalse();
            compared++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(1_000);
  }

  @Test
  void everyKindOccurs() {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    int moved = 0;
    for (int[] pair : set.truth()) {
      Set<Kind> of = LabelledSet.kinds(set.rows().get(pair[0]), set.rows().get(pair[1]));
      kinds.addAll(of);
      moved += of.contains(Kind.MOVED_JOB) ? 1 : 0;
    }
    assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
    assertThat((double) moved / set.truth().size()).isGreaterThan(0.1);
    for (String place : List.of("spouse", "father", "son", "twin", "relative", "namesake")) {
      assertThat(placed(place)).as(place).isNotEmpty();
    }
  }

  @Test
  void manyPeopleShareOnePhoneAndOneMailbox() {
    assertThat(mostPeopleBehind(true)).isGreaterThan(8);
    assertThat(mostPeopleBehind(false)).isGreaterThan(3);
  }

  @Test
  void peopleOfOneNameWorkAtOneOffice() {
    Map<String, Set<Integer>> people = new HashMap<>();
    for (Drawn row : set.rows()) {
      if (row.showsOffice) {
        people
            .computeIfAbsent(
                row.jobOf().office().number() + row.person.given().name() + row.person.family(),
                key -> new HashSet<>())
            .add(row.person.number());
      }
    }
    assertThat(people.values()).anyMatch(same -> same.size() > 1);
  }

  private static int mostPeopleBehind(boolean phone) {
    Map<String, Set<Integer>> people = new HashMap<>();
    for (Drawn row : set.rows()) {
      Drawn.Trace trace = phone ? row.phone : row.email;
      if (trace != null && trace.reach() == Drawn.Reach.OFFICE) {
        people.computeIfAbsent(trace.value(), key -> new HashSet<>()).add(row.person.number());
      }
    }
    return people.values().stream().mapToInt(Set::size).max().orElse(0);
  }

  private static List<Drawn> placed(String place) {
    return set.rows().stream().filter(row -> row.person.place().equals(place)).toList();
  }

  private static Drawn named(Person person, int job) {
    Drawn row = new Drawn(person, job);
    row.first = "James";
    row.family = "Smith";
    row.showsOffice = true;
    return row;
  }

  private static String text(LabelledSet of) throws IOException {
    StringWriter out = new StringWriter();
    of.writeRows(out);
    return out.toString();
  }
}
