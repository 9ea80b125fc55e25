package org.chancery.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.chancery.core.addresses.Address;
import org.junit.jupiter.api.Test;

/** What holds of matching whoever is matched. */
class MatchingPropertiesTest {
  private final Matcher matcher = new Matcher();

  @Property(tries = 200)
  void whoComesFirstMakesNoDifference(@ForAll long seed) {
    Random random = new Random(seed);
    Profile a = MatchingRows.drawn("a", random);
    Profile b = MatchingRows.drawn("b", random);
    assertThat(matcher.compare(a, b, 1000).score())
        .isCloseTo(matcher.compare(b, a, 1000).score(), within(1e-9));
  }

  @Property(tries = 200)
  void aRowIsItself(@ForAll long seed) {
    Profile row = MatchingRows.drawn("a", new Random(seed));
    assertThat(matcher.compare(row, row, 100_000).verdict()).isEqualTo(Verdict.MERGE);
  }

  @Property(tries = 20)
  void blockingFindsEveryPairWithAKeyInCommon(@ForAll long seed) {
    Random random = new Random(seed);
    Nicknames nicknames = new Nicknames();
    List<Traits> rows = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      rows.add(Traits.of(MatchingRows.drawn("r" + i, random), nicknames));
    }
    Set<Long> found = new HashSet<>();
    for (long pair : LikelyPairs.of(rows, Blocks.of(rows))) {
      assertThat(found.add(pair)).isTrue();
    }
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        Set<String> shared = new HashSet<>(MatchKeys.of(rows.get(i)));
        shared.retainAll(MatchKeys.of(rows.get(j)));
        if (!shared.isEmpty()) {
          assertThat(found).contains((long) i << 32 | j);
        }
      }
    }
  }

  /** A switchboard of 500, and 2,000 of one name: two doubles in each are still found. */
  @Test
  void anOversizedBlockLosesNobodyWhoSharesASecondThing() {
    Random random = new Random(3);
    List<Profile> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Profile each = MatchingRows.drawn("o" + i, random);
      rows.add(with(each, each.first(), each.last(), "202-555-0100", each.address()));
    }
    for (int i = 0; i < 2000; i++) {
      Profile each = MatchingRows.drawn("s" + i, random);
      rows.add(with(each, "John", "Smith", each.open().phones().get(0), each.address()));
    }
    Profile office = rows.get(17);
    Profile smith = rows.get(1234);
    rows.add(with(office, office.first(), office.last(), "2025550100", office.address()));
    rows.add(
        with(smith, "Jack", "Smith", smith.open().phones().get(0), new Address("", "", "", "")));
    assertThat(matcher.index(rows).pairs(Progress.NONE))
        .extracting(pair -> pair.first() + "-" + pair.second())
        .contains("17-2500", "1234-2501");
  }

  @Test
  void aThousandRowsThatAreAllAlikeAreBounded() {
    Profile one = MatchingRows.drawn("a", new Random(1));
    List<Profile> rows = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      rows.add(one);
    }
    List<Pair> pairs = matcher.index(rows).pairs(Progress.NONE);
    assertThat(pairs).hasSizeLessThan(200_000);
    Set<Integer> reached = new HashSet<>();
    pairs.forEach(pair -> reached.addAll(List.of(pair.first(), pair.second())));
    assertThat(reached).hasSize(3000);
  }

  @Test
  void noKeyOfWhatIsSharedTellsOfWhatIsPersonal() {
    Reach personal = new Reach(List.of("202-555-0173"), List.of("quietly.mine88@proton.me"));
    Profile drawn = MatchingRows.drawn("a", new Random(5));
    Profile person =
        new Profile(
            "a",
            "",
            drawn.first(),
            "",
            drawn.last(),
            "",
            drawn.organizations(),
            "",
            drawn.open(),
            personal,
            drawn.address());
    assertThat(MatchKeys.shared(person))
        .isEqualTo(
            MatchKeys.shared(
                new Profile(
                    "a",
                    "",
                    drawn.first(),
                    "",
                    drawn.last(),
                    "",
                    drawn.organizations(),
                    "",
                    drawn.open(),
                    Reach.NONE,
                    drawn.address())));
    assertThat(MatchKeys.personal(personal))
        .containsExactlyInAnyOrder("p:2025550173", "e:quietly.mine88@proton.me", "l:quietlymine88");
  }

  private static Profile with(
      Profile each, String first, String last, String phone, Address address) {
    return new Profile(
        each.id(),
        "",
        first,
        "",
        last,
        "",
        each.organizations(),
        "",
        new Reach(List.of(phone), each.open().emails()),
        Reach.NONE,
        address);
  }
}
