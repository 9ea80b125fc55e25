package org.chancery.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.search.TestEntries.ALL;
import static org.chancery.search.TestEntries.AS_STAFF;
import static org.chancery.search.TestEntries.entry;
import static org.chancery.search.TestEntries.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.IndexEntry;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Visibility;
import org.chancery.model.QName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneSearchIndexTest {

  @TempDir private Path directory;
  private LuceneSearchIndex index;

  @BeforeEach
  void open() {
    index = LuceneSearchIndex.open(directory, TestEntries.MODEL);
  }

  @AfterEach
  void close() {
    index.close();
  }

  private void reopen() {
    index.close();
    open();
  }

  private void put(IndexEntry... entries) {
    index.apply(List.of(entries), List.of());
    index.refresh();
  }

  /** A query by its parts, everything by default. */
  private static SearchQuery ask(
      String text,
      Map<String, List<String>> filters,
      String sort,
      Optional<String> cursor,
      int limit) {
    return new SearchQuery(
        text,
        List.of(),
        Optional.empty(),
        filters,
        Optional.empty(),
        Optional.empty(),
        List.of("status", "component"),
        sort,
        cursor,
        limit);
  }

  @Test
  void aMaskedFolderVanishesAtOnceFromHitsTotalAndFacets() {
    NodeId folder = NodeId.random();
    put(
        entry("folder").id(folder).with("cor:status", "open").build(),
        entry("below").below(folder).with("cor:status", "open").pages("levee").build(),
        entry("beside").with("cor:status", "open").pages("levee").build());
    Visibility masked = new Visibility(false, Set.of(TestEntries.STAFF), Set.of(folder));
    SearchQuery query = ask("", Map.of(), "title", Optional.empty(), 10);
    assertThat(index.search(query, AS_STAFF).total()).isEqualTo(3);

    SearchResult result = index.search(query, masked);

    assertThat(result.total()).isEqualTo(1);
    assertThat(result.hits()).extracting(SearchResult.Hit::title).containsExactly("beside");
    assertThat(result.facets().get("status")).containsExactly(new SearchResult.Count("open", 1));
  }

  @Test
  void nobodyFindsWhatHasNoReadersButTheSystem() {
    put(entry("orphan").readers().pages("levee").build());

    assertThat(index.search(query("levee"), AS_STAFF).total()).isZero();
    assertThat(index.search(query("levee"), new Visibility(false, Set.of(), Set.of())).total())
        .isZero();
    assertThat(index.search(query("levee"), ALL).total()).isEqualTo(1);
  }

  @Test
  void replacedReadersHoldAfterReopening() {
    IndexEntry letter = entry("letter").readers("GROUP_A", "GROUP B/ü").pages("levee").build();
    put(letter);
    index.applyReaders(letter.id(), Set.of("GROUP B/ü"));
    index.applyReaders(NodeId.random(), Set.of("GROUP_A"));
    index.commit("7");
    reopen();

    Visibility asA = new Visibility(false, Set.of("GROUP_A"), Set.of());
    Visibility asB = new Visibility(false, Set.of("GROUP B/ü"), Set.of());
    assertThat(index.search(query("levee"), asA).total()).isZero();
    assertThat(index.search(query("levee"), asB).total()).isEqualTo(1);
    // Numbers of sets given now do not meet those of the commit.
    put(entry("other").readers("GROUP_C").pages("levee").build());
    assertThat(index.search(query("levee"), asB).total()).isEqualTo(1);
  }

  @Test
  void filtersNarrowByAnyOfAFieldsValuesAndByAllFields() {
    put(
        entry("a").with("cor:status", "open").with("cor:component", List.of("FEMA")).build(),
        entry("b").with("cor:status", "open").with("cor:component", List.of("CBP", "TSA")).build(),
        entry("c").with("cor:status", "closed").with("cor:component", List.of("CBP")).build());

    SearchResult result =
        index.search(
            ask(
                "",
                Map.of("status", List.of("open"), "component", List.of("FEMA", "TSA")),
                "title",
                Optional.empty(),
                10),
            ALL);

    assertThat(result.hits()).extracting(SearchResult.Hit::title).containsExactly("a", "b");
    assertThat(result.facets().get("component"))
        .containsExactly(
            new SearchResult.Count("CBP", 1),
            new SearchResult.Count("FEMA", 1),
            new SearchResult.Count("TSA", 1));
  }

  @Test
  void typesPlaceAndDaysNarrowToo() {
    NodeId folder = NodeId.random();
    put(
        entry("folder").id(folder).type("cor:caseFolder").created("2009-01-01T00:00:00Z").build(),
        entry("early").below(folder).with("cor:letterDate", LocalDate.of(2007, 1, 1)).build(),
        entry("late").below(folder).with("cor:dateReceived", LocalDate.of(2007, 12, 31)).build(),
        entry("elsewhere").with("cor:letterDate", LocalDate.of(2007, 6, 1)).build());

    SearchResult within =
        index.search(
            new SearchQuery(
                "",
                List.of(QName.of("cor:document"), QName.of("cor:caseFile")),
                Optional.of(folder),
                Map.of(),
                Optional.of(LocalDate.of(2007, 1, 2)),
                Optional.of(LocalDate.of(2007, 12, 31)),
                List.of("year"),
                "title",
                Optional.empty(),
                10),
            ALL);

    assertThat(within.hits()).extracting(SearchResult.Hit::title).containsExactly("late");
    assertThat(within.facets().get("year")).containsExactly(new SearchResult.Count("2007", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "date", "modified"})
  void hitsComeInTheOrderAskedForAndItsReverse(String order) {
    put(
        entry("Beta").created("2001-01-01T00:00:00Z").modified("2011-01-01T00:00:00Z").build(),
        entry("alpha").created("2000-01-01T00:00:00Z").modified("2010-01-01T00:00:00Z").build(),
        entry("Çelik").created("2002-01-01T00:00:00Z").modified("2012-01-01T00:00:00Z").build());

    assertThat(titles(order)).containsExactly("alpha", "Beta", "Çelik");
    assertThat(titles("-" + order)).containsExactly("Çelik", "Beta", "alpha");
  }

  @Test
  void whatIsDueFirstComesFirstAndWhatIsNeverDueLast() {
    put(
        entry("later").with("cor:taskDue", LocalDate.parse("2026-12-01")).build(),
        entry("never").build(),
        entry("file").with("cor:dueDate", LocalDate.parse("2026-11-30")).build(),
        entry("first").with("cor:taskDue", LocalDate.parse("2026-11-25")).build());

    assertThat(titles("due")).containsExactly("first", "file", "later", "never");
    assertThat(titles("-due")).containsExactly("later", "file", "first", "never");
    SearchResult page = index.search(ask("", Map.of(), "due", Optional.empty(), 3), ALL);
    assertThat(index.search(ask("", Map.of(), "due", page.cursor(), 3), ALL).hits())
        .extracting(SearchResult.Hit::title)
        .containsExactly("never");
  }

  @Test
  void aTaskingIsWhoeversItIsToDoNow() {
    put(
        entry("claimed").with("cor:assignee", "GROUP_A").with("cor:claimedBy", "ann").build(),
        entry("open").with("cor:assignee", "GROUP_A").build(),
        entry("hers").with("cor:assignee", "ann").build());

    assertThat(doneBy("ann")).containsExactly("claimed", "hers");
    assertThat(doneBy("GROUP_A")).containsExactly("open");
  }

  private List<String> doneBy(String doer) {
    return index
        .search(ask("", Map.of("doer", List.of(doer)), "title", Optional.empty(), 10), ALL)
        .hits()
        .stream()
        .map(SearchResult.Hit::title)
        .toList();
  }

  private List<String> titles(String order) {
    return index.search(ask("", Map.of(), order, Optional.empty(), 10), ALL).hits().stream()
        .map(SearchResult.Hit::title)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"relevance", "title", "-date", "modified", "due"})
  void pagesCoverEveryHitOnceWhileOthersAreAdded(String order) {
    List<NodeId> first = new ArrayList<>();
    IntStream.range(0, 95)
        .forEach(
            i -> {
              IndexEntry next =
                  entry("letter " + i % 7)
                      .pages("levee ".repeat(1 + i % 5) + "filler ".repeat(i % 11))
                      .created((1990 + i % 13) + "-01-01T00:00:00Z")
                      .modified((2000 + i % 13) + "-01-01T00:00:00Z")
                      .build();
              first.add(next.id());
              index.apply(List.of(next), List.of());
              if (i % 10 == 0) {
                index.refresh();
              }
            });
    index.refresh();
    List<NodeId> seen = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      SearchResult page = index.search(ask("levee", Map.of(), order, cursor, 10), ALL);
      page.hits().forEach(hit -> seen.add(hit.id()));
      cursor = page.cursor();
      // New entries change how rare and how usual everything is.
      for (int i = 0; i < 5; i++) {
        index.apply(
            List.of(entry("new").pages("levee levee levee", "rare words of a letter").build()),
            List.of());
      }
      index.refresh();
    } while (cursor.isPresent() && seen.size() < 1_000);

    assertThat(seen).doesNotHaveDuplicates().containsAll(first);
  }

  @Test
  void theTotalIsTheSameOnEveryPageAndTheLastHasNoCursor() {
    IntStream.range(0, 20).forEach(i -> put(entry("letter " + i).pages("levee").build()));

    SearchResult first =
        index.search(ask("levee", Map.of(), "relevance", Optional.empty(), 10), ALL);
    SearchResult second =
        index.search(ask("levee", Map.of(), "relevance", first.cursor(), 10), ALL);

    assertThat(first.total()).isEqualTo(20);
    assertThat(second.total()).isEqualTo(20);
    assertThat(second.hits()).hasSize(10);
    assertThat(second.cursor()).isEmpty();
  }

  @Test
  void anApproximateAnswerPagesOn() {
    IntStream.range(0, 20).forEach(i -> put(entry("letter " + i).pages("levee").build()));

    SearchResult first =
        index.search(ask("lovee", Map.of(), "relevance", Optional.empty(), 15), ALL);
    SearchResult second =
        index.search(ask("lovee", Map.of(), "relevance", first.cursor(), 15), ALL);

    assertThat(first.approximate()).isTrue();
    assertThat(second.approximate()).isTrue();
    Set<NodeId> all = new HashSet<>();
    Stream.of(first, second).forEach(page -> page.hits().forEach(hit -> all.add(hit.id())));
    assertThat(all).hasSize(20);
  }

  @Test
  void aCursorThatWasTamperedWithOrComesFromAnotherQueryIsRefused() {
    IntStream.range(0, 20).forEach(i -> put(entry("letter " + i).pages("levee").build()));
    String cursor =
        index
            .search(ask("levee", Map.of(), "relevance", Optional.empty(), 5), ALL)
            .cursor()
            .orElseThrow();
    List<SearchQuery> refused = new ArrayList<>();
    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      refused.add(
          ask(
              "levee",
              Map.of(),
              "relevance",
              Optional.of(cursor.substring(0, i) + other + cursor.substring(i + 1)),
              5));
    }
    refused.add(ask("letter", Map.of(), "relevance", Optional.of(cursor), 5));
    refused.add(ask("levee", Map.of(), "title", Optional.of(cursor), 5));
    refused.add(
        ask("levee", Map.of("status", List.of("open")), "relevance", Optional.of(cursor), 5));
    refused.add(ask("levee", Map.of(), "relevance", Optional.of(""), 5));
    refused.add(ask("levee", Map.of(), "relevance", Optional.of("!?"), 5));

    assertThat(refused)
        .allSatisfy(
            query ->
                assertThatThrownBy(() -> index.search(query, ALL))
                    .isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void unknownSortsFacetsAndLimitsAreRefused() {
    List<SearchQuery> refused =
        List.of(
            ask("", Map.of(), "size", Optional.empty(), 5),
            ask("", Map.of("readers", List.of("x")), "title", Optional.empty(), 5),
            ask("", Map.of(), "title", Optional.empty(), 0),
            ask("", Map.of(), "title", Optional.empty(), 201));

    assertThat(refused)
        .allSatisfy(
            query ->
                assertThatThrownBy(() -> index.search(query, ALL))
                    .isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void aSnippetIsEscaped() {
    put(
        entry("attack")
            .pages("One <script>alert('x')</script> levee & \"quotes\" <mark>false</mark>\u0000.")
            .build());

    String snippet = index.search(query("levee script"), ALL).hits().get(0).snippet();

    assertThat(snippet.replace("<mark>", "").replace("</mark>", ""))
        .doesNotContain("<", ">", "\"", "'", "\u0000")
        .contains("&lt;script&gt;".replace("script", "script"));
    assertThat(snippet).contains("&lt;<mark>script</mark>&gt;", "<mark>levee</mark> &amp; &quot;");
  }

  @Test
  void aSnippetComesFromThePageThatAnswersBestInALongDocument() {
    String[] pages = new String[300];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = "Page " + (i + 1) + ". " + "This is the usual text of a long report. ".repeat(40);
    }
    pages[241] += "The spillway was opened at noon. ";
    put(entry("report").pages(pages).build());

    SearchResult.Hit hit = index.search(query("spillway"), ALL).hits().get(0);

    assertThat(hit.page()).isEqualTo(242);
    assertThat(hit.snippet()).contains("<mark>spillway</mark> was opened").hasSizeLessThan(600);
  }

  @Test
  void aTextWithoutSentencesIsCutAroundTheWordFound() {
    put(
        entry("form")
            .pages("name street town ".repeat(60) + "levee " + "state zip ".repeat(60))
            .build());

    String snippet = index.search(query("levee"), ALL).hits().get(0).snippet();

    assertThat(snippet).contains(" <mark>levee</mark> ").hasSizeBetween(200, 450);
    assertThat(snippet).matches("(name|street|town) .* (state|zip)");
  }

  @Test
  void aPhraseDoesNotReachOverAPageBreak() {
    put(entry("two pages").pages("the broken", "levee").build());

    assertThat(index.search(query("\"broken levee\""), ALL).hits()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"Ada Lovelace\"", "\"ada king lovelace\"", "\"Lovelace, Ada\"", "\"King\""})
  void aPersonIsFoundByTheWholeNameInQuotationMarks(String quoted) {
    put(
        entry("Lovelace, Ada")
            .type("stk:person")
            .with("stk:firstName", "Ada")
            .with("stk:middleName", "King")
            .with("stk:lastName", "Lovelace")
            .build(),
        entry("Lovelace, Byron")
            .type("stk:person")
            .with("stk:firstName", "Byron")
            .with("stk:lastName", "Lovelace")
            .build());

    assertThat(index.search(query(quoted), ALL).hits())
        .extracting(SearchResult.Hit::title)
        .containsExactly("Lovelace, Ada");
  }

  @Test
  void theOrderOfHitsTellsNothingOfWhatIsHidden() {
    IndexEntry one = entry("one").pages("levee levee filler").build();
    IndexEntry two = entry("two").pages("visa filler filler").build();
    put(one, two);
    List<SearchResult.Hit> before = index.search(query("levee OR visa"), AS_STAFF).hits();

    for (int i = 0; i < 200; i++) {
      index.apply(List.of(entry("hidden").readers("GROUP_X").pages("levee").build()), List.of());
    }
    index.refresh();

    assertThat(index.search(query("levee OR visa"), AS_STAFF).hits()).isEqualTo(before);
  }

  @Test
  void whatWasNotCommittedIsGoneAndThePositionSaysSo() {
    IndexEntry kept = entry("kept").build();
    IndexEntry lost = entry("lost").build();
    put(kept);
    index.commit("17");
    put(lost);
    assertThat(index.size()).isEqualTo(2);

    reopen();

    assertThat(index.committedPosition()).isEqualTo("17");
    assertThat(index.holds(kept.id())).isTrue();
    assertThat(index.holds(lost.id())).isFalse();
    assertThat(index.size()).isEqualTo(1);
  }

  @Test
  void anUnreadableIndexIsEmptiedAndNothingElseInItsFolder() throws IOException {
    put(entry("kept").build());
    index.commit("17");
    index.close();
    Path stranger = Files.writeString(directory.resolve("stranger.txt"), "not ours");
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".cfs")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }

    open();

    assertThat(index.committedPosition()).isEmpty();
    assertThat(index.size()).isZero();
    assertThat(stranger).exists();
    put(entry("again").pages("levee").build());
    assertThat(index.search(query("levee"), ALL).total()).isEqualTo(1);
  }

  @Test
  void anIndexWhoseCommitFileIsDamagedIsEmptied() throws IOException {
    put(entry("kept").build());
    index.commit("17");
    index.close();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file :
          files.filter(each -> each.getFileName().toString().startsWith("segments")).toList()) {
        Files.write(file, "rubbish".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      }
    }

    open();

    assertThat(index.committedPosition()).isEmpty();
    assertThat(index.size()).isZero();
  }

  @Test
  void anIndexOfAnotherModelIsEmptied() {
    put(entry("kept").build());
    index.commit("17");
    index.close();

    index = LuceneSearchIndex.open(directory, org.chancery.model.ContentModels.read(List.of()));

    assertThat(index.committedPosition()).isEmpty();
    assertThat(index.size()).isZero();
  }

  @Test
  void anIndexInUseIsLeftAlone() {
    put(entry("kept").build());
    index.commit("17");

    assertThatThrownBy(() -> LuceneSearchIndex.open(directory, TestEntries.MODEL))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(index.size()).isEqualTo(1);
    reopen();
    assertThat(index.committedPosition()).isEqualTo("17");
  }

  @Test
  void heldNodesAreListedInOrderPageByPageWithoutTheRemoved() {
    List<IndexEntry> entries =
        IntStream.range(0, 25).mapToObj(i -> entry("e" + i).build()).toList();
    entries.forEach(this::put);
    index.apply(List.of(), List.of(entries.get(3).id()));
    index.refresh();

    List<NodeId> all = new ArrayList<>();
    List<NodeId> page = index.held(Optional.empty(), 10);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = index.held(Optional.of(page.get(page.size() - 1)), 10);
    }

    assertThat(all)
        .hasSize(24)
        .isSortedAccordingTo(java.util.Comparator.comparing(NodeId::value))
        .doesNotContain(entries.get(3).id());
  }
}
