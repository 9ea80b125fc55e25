package org.chancery.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chancery.core.addresses.Address;
import org.junit.jupiter.api.Test;

/** Pairs that anybody would tell, one way or the other, among three thousand other people. */
class MatcherTest {
  private static final List<Profile> OTHERS = others(3000);
  private final Matcher matcher = new Matcher();

  private static List<Profile> others(int many) {
    Random random = new Random(7);
    List<Profile> rows = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      rows.add(MatchingRows.drawn("x" + i, random));
    }
    return rows;
  }

  private Comparison compare(Profile a, Profile b) {
    List<Profile> rows = new ArrayList<>(List.of(a, b));
    rows.addAll(OTHERS);
    return matcher.index(rows).compare(0, 1);
  }

  private static Profile row(String id, String... cells) {
    return MatchingRows.row(id, cells);
  }

  @Test
  void aShortNameWithTheSameAddressIsOnePerson() {
    Comparison found =
        compare(
            row(
                "1",
                "Robert",
                "J",
                "Kessler",
                "",
                "Ohio Department of Health",
                "",
                "614-555-0142",
                "246 North High Street",
                "Columbus",
                "OH",
                "43215"),
            row(
                "2",
                "Bob",
                "",
                "Kessler",
                "",
                "Ohio Dept. of Health",
                "",
                "(614) 555-0142 x7",
                "246 N. High St.",
                "Columbus",
                "Ohio",
                "43215-2406"));
    assertThat(found.verdict()).as(found.words()).isEqualTo(Verdict.MERGE);
    assertThat(found.words()).contains("Bob is a short form of Robert", "Same organization");
  }

  @Test
  void aMovedJobIsSeenByTheMobileNumber() {
    Comparison found =
        compare(
            row(
                "1",
                "Priya",
                "",
                "Raghunathan",
                "",
                "City of Dayton",
                "praghunathan@dayton.example",
                "937-555-0188",
                "101 W Third St",
                "Dayton",
                "OH",
                "45402"),
            row(
                "2",
                "Priya",
                "",
                "Raghunathan",
                "",
                "Harbor Freight Union",
                "priya@hfu.example",
                "937.555.0188",
                "9 Pier Rd",
                "Tacoma",
                "WA",
                "98402"));
    assertThat(found.verdict()).as(found.words()).isEqualTo(Verdict.MERGE);
  }

  @Test
  void firstAndLastNameInEachOthersFieldAreFound() {
    Comparison found =
        compare(
            row("1", "Yusuf", "", "Adeyemi", "", "", "y.adeyemi@gmail.com", "", "", "", "TX", ""),
            row(
                "2",
                "Adeyemi",
                "",
                "Yusuf",
                "",
                "",
                "yadeyemi+list@googlemail.com",
                "",
                "",
                "",
                "TX",
                ""));
    assertThat(found.verdict()).as(found.words()).isEqualTo(Verdict.MERGE);
    assertThat(found.words()).contains("in each other's place");
  }

  @Test
  void fatherAndSonAreTwo() {
    Comparison found =
        compare(
            row(
                "1",
                "Walter",
                "",
                "Brandt",
                "Sr.",
                "",
                "",
                "513-555-0110",
                "12 Elm St",
                "Oxford",
                "OH",
                "45056"),
            row(
                "2",
                "Walter",
                "",
                "Brandt",
                "Jr",
                "",
                "",
                "513-555-0110",
                "12 Elm Street",
                "Oxford",
                "OH",
                "45056"));
    assertThat(found.verdict()).as(found.words()).isEqualTo(Verdict.NO);
    assertThat(found.apart()).isTrue();
  }

  @Test
  void aCoupleWithOnePhoneAndAddressIsTwo() {
    Comparison found =
        compare(
            row(
                "1",
                "Harold",
                "",
                "Vanterpool",
                "",
                "",
                "vanterpools@aol.com",
                "513-555-0111",
                "14 Elm St",
                "Oxford",
                "OH",
                "45056"),
            row(
                "2",
                "Denise",
                "",
                "Vanterpool",
                "",
                "",
                "vanterpools@aol.com",
                "513-555-0111",
                "14 Elm St",
                "Oxford",
                "OH",
                "45056"));
    assertThat(found.verdict()).as(found.words()).isEqualTo(Verdict.NO);
    assertThat(found.remark()).contains("household");
  }

  @Test
  void twinsOfLikeNamesAreTwo() {
    Comparison found =
        compare(
            row(
                "1",
                "Tina",
                "",
                "Oyelaran",
                "",
                "",
                "",
                "513-555-0112",
                "16 Elm St",
                "Oxford",
                "OH",
                "45056"),
            row(
                "2",
                "Gina",
                "",
                "Oyelaran",
                "",
                "",
                "",
                "513-555-0112",
                "16 Elm St",
                "Oxford",
                "OH",
                "45056"));
    assertThat(found.verdict()).as(found.words()).isEqualTo(Verdict.NO);
  }

  @Test
  void colleaguesAreTwo() {
    Comparison found =
        compare(
            row(
                "1",
                "Ellen",
                "",
                "Marchetti",
                "",
                "Port of Erie",
                "emarchetti@porterie.example",
                "814-555-0100",
                "1 Harbor Dr",
                "Erie",
                "PA",
                "16501"),
            row(
                "2",
                "Grace",
                "",
                "Marlowe",
                "",
                "Port of Erie",
                "gmarlowe@porterie.example",
                "814-555-0100",
                "1 Harbor Dr",
                "Erie",
                "PA",
                "16501"));
    assertThat(found.verdict()).as(found.words()).isEqualTo(Verdict.NO);
  }

  @Test
  void aUsualNameInTwoStatesIsTwo() {
    Comparison found =
        compare(
            row(
                "1",
                "John",
                "",
                "Smith",
                "",
                "Acme Freight",
                "jsmith@acme.example",
                "614-555-0101",
                "",
                "Columbus",
                "OH",
                "43215"),
            row(
                "2",
                "John",
                "",
                "Smith",
                "",
                "Bexar Water",
                "jsmith@bexar.example",
                "210-555-0155",
                "",
                "San Antonio",
                "TX",
                "78205"));
    assertThat(found.verdict()).as(found.words()).isEqualTo(Verdict.NO);
  }

  @Test
  void aSlipInTheLastNameAtTheSameOfficeIsOne() {
    Comparison found =
        compare(
            row(
                "1",
                "Katherine",
                "",
                "Lindqvist",
                "",
                "Maine Red Cross",
                "klindqvist@mrc.example",
                "",
                "",
                "Bangor",
                "ME",
                "04401"),
            row(
                "2",
                "Kathy",
                "",
                "Lindqivst",
                "",
                "Maine Red Cross",
                "klindqvist@mrc.example",
                "",
                "",
                "Bangor",
                "ME",
                "4401"));
    assertThat(found.verdict()).as(found.words()).isEqualTo(Verdict.MERGE);
  }

  @Test
  void personalEvidenceIsMarkedAsSuch() {
    Profile a = Profile.named("1", "Noor", "Haddadin");
    Profile b =
        new Profile(
            "2",
            "",
            "Noor",
            "",
            "Haddadin",
            "",
            List.of(),
            "",
            Reach.NONE,
            new Reach(List.of("202-555-0173"), List.of()),
            new Address("", "", "", ""));
    Profile c =
        new Profile(
            "3",
            "",
            "Noor",
            "",
            "Haddadin",
            "",
            List.of(),
            "",
            new Reach(List.of("2025550173"), List.of()),
            Reach.NONE,
            new Address("", "", "", ""));
    assertThat(matcher.compare(b, c, 100_000).evidence())
        .filteredOn(Evidence::personal)
        .extracting(Evidence::field)
        .containsExactly("phone");
    assertThat(matcher.compare(a, c, 100_000).evidence()).noneMatch(Evidence::personal);
  }

  @Test
  void theThirdRowJoinsTwoThatShareLittle() {
    Profile byMail =
        row("1", "I.", "", "Solberg", "", "", "ingrid.s77@yahoo.com", "", "", "", "", "");
    Profile both =
        row(
            "2",
            "Ingrid",
            "",
            "Solberg",
            "",
            "",
            "ingrid.s77@yahoo.com",
            "206-555-0133",
            "",
            "",
            "WA",
            "98101");
    Profile byPhone =
        row("3", "Ingrid", "", "Solberg", "", "", "", "206-555-0133", "", "", "WA", "98101");
    List<Profile> rows = new ArrayList<>(List.of(byMail, both, byPhone));
    rows.addAll(OTHERS);
    assertThat(matcher.index(rows).pairs(Progress.NONE))
        .filteredOn(pair -> pair.second() < 3)
        .extracting(pair -> pair.first() + "-" + pair.second())
        .containsExactlyInAnyOrder("0-1", "0-2", "1-2");
  }

  @Test
  void somebodyKnownIsFoundWithoutLookingAtAll() {
    List<Profile> rows = new ArrayList<>(OTHERS);
    rows.add(
        row(
            "known",
            "Margaret",
            "",
            "Ashdown",
            "",
            "County of Lake",
            "",
            "",
            "",
            "",
            "IL",
            "60085"));
    List<Candidate> found =
        matcher
            .index(rows)
            .candidates(
                row(
                    "new",
                    "Peggy",
                    "",
                    "Ashdown",
                    "",
                    "Lake County",
                    "",
                    "",
                    "",
                    "",
                    "IL",
                    "60085"),
                5);
    assertThat(found).extracting(Candidate::id).containsExactly("known");
  }
}
