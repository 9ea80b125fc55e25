package org.chancery.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.search.TestEntries.ALL;
import static org.chancery.search.TestEntries.AS_STAFF;
import static org.chancery.search.TestEntries.entry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.IndexEntry;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Tally;
import org.chancery.model.QName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stakeholders by any mix of conditions, and counted by up to three fields at once. */
class ConditionsTest {
  @TempDir private Path directory;
  private LuceneSearchIndex index;
  private final NodeId bell = NodeId.random();

  @BeforeEach
  void open() {
    index = LuceneSearchIndex.open(directory, TestEntries.MODEL);
    put(person("Zoe Adams", "Adams, Zoe", "El Paso", "TX", "79901", "2026-03-01"));
    put(person("Ann Cole", "Cole, Ann", "North Austin", "TX", "78701", null));
    IndexEntry hidden =
        person("Abe Bell", "Bell, Abe", "Austin", "TX", "78702", "2026-05-01")
            .id(bell)
            .readers("GROUP_OTHERS")
            .build();
    index.apply(List.of(hidden), List.of());
    index.refresh();
  }

  @AfterEach
  void close() {
    index.close();
  }

  private void put(TestEntries.Builder builder) {
    index.apply(List.of(builder.build()), List.of());
    index.refresh();
  }

  private static TestEntries.Builder person(
      String title, String name, String city, String state, String zip, String contact) {
    TestEntries.Builder builder =
        entry(title)
            .type("stk:person")
            .name(name)
            .with("stk:city", city)
            .with("stk:state", state)
            .with("stk:zip", zip)
            .with("stk:issues", List.of("floods", "visas"))
            .with("stk:knownBy", List.of("CBP", "FEMA"));
    return contact == null ? builder : builder.with("stk:lastContact", LocalDate.parse(contact));
  }

  private List<String> found(String text, String sort, Set<NodeId> also, Tally.Condition... all) {
    SearchQuery query =
        new SearchQuery(
            text,
            List.of(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            sort,
            Optional.empty(),
            10,
            List.of(all),
            also);
    return index.search(query, AS_STAFF).hits().stream().map(SearchResult.Hit::title).toList();
  }

  @Test
  void conditionsNarrowASearchAsTheyNarrowACount() {
    assertThat(found("", "name", Set.of(), new Tally.Says(Set.of("stk:city"), Set.of("AUSTIN"))))
        .containsExactly("Ann Cole");
    assertThat(found("", "name", Set.of(), new Tally.StartsWith("stk:zip", Set.of("799", "787"))))
        .containsExactly("Zoe Adams", "Ann Cole");
    assertThat(found("", "name", Set.of(), new Tally.Lacks("stk:lastContact")))
        .containsExactly("Ann Cole");
    assertThatThrownBy(
            () -> found("", "name", Set.of(), new Tally.StartsWith("stk:email", Set.of("a"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stakeholdersAreSortedByFamilyNameAndByLatestContact() {
    assertThat(found("", "name", Set.of())).containsExactly("Zoe Adams", "Ann Cole");
    assertThat(found("", "-name", Set.of())).containsExactly("Ann Cole", "Zoe Adams");
    assertThat(found("", "contact", Set.of())).containsExactly("Zoe Adams", "Ann Cole");
    assertThat(found("", "-contact", Set.of())).containsExactly("Zoe Adams", "Ann Cole");
  }

  @Test
  void whatMatchesAnywayIsFoundOnlyByThoseWhoMaySeeItAndWhereConditionsHold() {
    NodeId zoe = NodeId.random();
    put(person("Zoe Adams", "Adams, Zoe", "El Paso", "TX", "79901", null).id(zoe));
    assertThat(found("cole", "name", Set.of(zoe))).containsExactly("Zoe Adams", "Ann Cole");
    assertThat(found("cole", "name", Set.of(bell))).containsExactly("Ann Cole");
    assertThat(
            found(
                "cole", "name", Set.of(zoe), new Tally.Says(Set.of("stk:city"), Set.of("austin"))))
        .containsExactly("Ann Cole");
  }

  @Test
  void threeFieldsAreCountedAtOnceAndWhatIsHiddenIsNot() {
    Tally tally =
        Tally.of(QName.of("stk:person"))
            .by(new Tally.ByField("stk:issues", false))
            .by(new Tally.ByField("stk:state", false))
            .by(new Tally.ByField("stk:knownBy", false));
    assertThat(index.tally(tally, AS_STAFF).rows())
        .containsOnlyKeys(
            List.of("floods", "TX", "CBP"),
            List.of("floods", "TX", "FEMA"),
            List.of("visas", "TX", "CBP"),
            List.of("visas", "TX", "FEMA"));
    assertThat(index.tally(tally, AS_STAFF).at("floods", "TX", "CBP").count()).isEqualTo(2);
    assertThat(index.tally(tally, ALL).at("floods", "TX", "CBP").count()).isEqualTo(3);
    put(entry("Nobody").type("stk:person"));
    assertThat(index.tally(tally, AS_STAFF).at("", "", "").count()).isEqualTo(1);
    assertThatThrownBy(() -> tally.by(new Tally.ByField("stk:city", false)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
