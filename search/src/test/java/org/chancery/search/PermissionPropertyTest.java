package org.chancery.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.IndexEntry;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Visibility;
import org.chancery.model.QName;

/**
 * What a search shows, counts and cuts snippets from is exactly what a plain filter over all
 * entries lets through, for any tree, any readers, any masks and any question.
 */
class PermissionPropertyTest {

  private static final List<String> WORDS = List.of("levee", "visa", "passport", "flood");
  private static final List<String> GROUPS = List.of("GROUP_A", "GROUP_B", "GROUP_C", "user");
  private static final List<String> STATUSES = List.of("open", "closed");
  private static final List<String> FACETS = List.of("status", "component", "type", "year");

  @Property(tries = 30)
  void resultsCountsAndFacetsAreThoseOfAPlainFilter(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int size) throws IOException {
    List<IndexEntry> entries = tree(random, size);
    Path directory = Files.createTempDirectory("permission-property");
    try (LuceneSearchIndex index = LuceneSearchIndex.open(directory, TestEntries.MODEL)) {
      // Several segments, with replaced and removed entries among them.
      for (IndexEntry entry : entries) {
        index.apply(List.of(withReaders(entry, Set.of("GROUP_A"))), List.of());
        if (random.nextInt(8) == 0) {
          index.refresh();
        }
        if (random.nextBoolean()) {
          index.apply(List.of(entry), List.of());
        } else {
          index.applyReaders(entry.id(), entry.readers());
        }
      }
      Set<NodeId> removed =
          entries.stream()
              .map(IndexEntry::id)
              .filter(id -> random.nextInt(15) == 0)
              .collect(Collectors.toSet());
      index.apply(List.of(), removed);
      index.refresh();
      List<IndexEntry> left =
          entries.stream()
              .filter(
                  entry ->
                      Stream.concat(Stream.of(entry.id()), entry.ancestors().stream())
                          .noneMatch(removed::contains))
              .toList();
      for (int i = 0; i < 4; i++) {
        ask(index, left, random);
      }
    } finally {
      delete(directory);
    }
  }

  private static void ask(LuceneSearchIndex index, List<IndexEntry> entries, Random random) {
    Visibility visibility =
        new Visibility(
            false,
            some(random, GROUPS, 2),
            entries.stream()
                .map(IndexEntry::id)
                .filter(id -> random.nextInt(12) == 0)
                .collect(Collectors.toSet()));
    String word = WORDS.get(random.nextInt(WORDS.size()));
    String other = WORDS.get(random.nextInt(WORDS.size()));
    Map<String, Predicate<IndexEntry>> questions = new LinkedHashMap<>();
    questions.put("", entry -> true);
    questions.put(word, holds(word));
    questions.put(word + " " + other, holds(word).and(holds(other)));
    questions.put(word + " OR " + other, holds(word).or(holds(other)));
    questions.put("NOT " + word, holds(word).negate());
    questions.put(word.substring(0, 3) + "*", holds(word));
    questions.put("status:open", entry -> status(entry).equals("open"));
    questions.forEach(
        (text, matches) -> {
          List<IndexEntry> expected =
              entries.stream().filter(entry -> visible(visibility, entry)).filter(matches).toList();
          SearchResult result = index.search(question(text), visibility);
          if (result.approximate()) {
            assertThat(expected).isEmpty();
            result = new SearchResult(0, List.of(), Map.of(), Optional.empty(), true);
          } else {
            assertThat(counted(result.facets())).isEqualTo(facetsOf(expected));
          }
          assertThat(result.total()).as(text).isEqualTo(expected.size());
          assertThat(result.hits())
              .extracting(SearchResult.Hit::id)
              .containsExactlyInAnyOrderElementsOf(expected.stream().map(IndexEntry::id).toList());
        });
  }

  private static SearchQuery question(String text) {
    return new SearchQuery(
        text,
        List.of(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        FACETS,
        "relevance",
        Optional.empty(),
        100);
  }

  private static boolean visible(Visibility visibility, IndexEntry entry) {
    return entry.readers().stream().anyMatch(visibility.authorities()::contains)
        && !visibility.masked().contains(entry.id())
        && entry.ancestors().stream().noneMatch(visibility.masked()::contains);
  }

  private static Predicate<IndexEntry> holds(String word) {
    return entry -> entry.pages().stream().anyMatch(page -> page.contains(word));
  }

  private static String status(IndexEntry entry) {
    return (String) entry.properties().get(QName.of("cor:status"));
  }

  private static Map<String, Map<String, Long>> counted(
      Map<String, List<SearchResult.Count>> facets) {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    facets.forEach(
        (field, values) -> {
          Map<String, Long> each = new TreeMap<>();
          values.forEach(count -> each.put(count.value(), count.count()));
          counts.put(field, each);
        });
    return counts;
  }

  private static Map<String, Map<String, Long>> facetsOf(List<IndexEntry> entries) {
    return FACETS.stream()
        .collect(
            Collectors.toMap(
                field -> field,
                field ->
                    entries.stream()
                        .flatMap(entry -> FacetFields.valuesOf(entry).get(field).stream())
                        .collect(
                            Collectors.groupingBy(
                                value -> value, TreeMap::new, Collectors.counting()))));
  }

  private static List<IndexEntry> tree(Random random, int size) {
    List<IndexEntry> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      TestEntries.Builder next =
          TestEntries.entry("entry " + i)
              .readers(some(random, GROUPS, 2).toArray(String[]::new))
              .with("cor:status", STATUSES.get(random.nextInt(2)))
              .with("cor:component", List.copyOf(some(random, List.of("FEMA", "CBP", "TSA"), 2)))
              .created((2000 + random.nextInt(5)) + "-06-01T00:00:00Z")
              .pages(
                  IntStream.range(0, 1 + random.nextInt(3))
                      .mapToObj(page -> String.join(" ", some(random, WORDS, 2)))
                      .toArray(String[]::new));
      if (!entries.isEmpty() && random.nextInt(4) > 0) {
        IndexEntry parent = entries.get(random.nextInt(entries.size()));
        next.below(parent.id());
        next.below(parent.ancestors().toArray(NodeId[]::new));
      }
      entries.add(next.build());
    }
    return entries;
  }

  private static Set<String> some(Random random, List<String> of, int most) {
    return random
        .ints(random.nextInt(most + 1), 0, of.size())
        .mapToObj(of::get)
        .collect(Collectors.toSet());
  }

  private static IndexEntry withReaders(IndexEntry entry, Set<String> readers) {
    return new IndexEntry(
        entry.id(),
        entry.types(),
        entry.aspects(),
        entry.title(),
        entry.path(),
        entry.ancestors(),
        readers,
        entry.properties(),
        entry.pages(),
        entry.createdAt(),
        entry.modifiedAt());
  }

  static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
