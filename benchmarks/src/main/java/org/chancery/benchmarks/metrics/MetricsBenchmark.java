package org.chancery.benchmarks.metrics;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Role;
import org.chancery.core.metrics.Dimension;
import org.chancery.core.metrics.Metric;
import org.chancery.core.metrics.Metrics;
import org.chancery.core.metrics.Scope;
import org.chancery.core.repository.Caller;
import org.chancery.core.search.SearchIndex;
import org.chancery.core.search.SearchProgress;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.search.Tally;
import org.chancery.core.search.Visibility;
import org.chancery.model.ContentModels;
import org.chancery.search.LuceneSearchIndex;

/**
 * Every metric by every kind of row, as the Executive Secretariat sees them, who may see all: how
 * long each takes, beside one bare Lucene facet count over the same files with the same filter by
 * reader, turn by turn.
 *
 * <pre>
 * MetricsBenchmark [--files 100000] [--rounds 9] [--seed N] [--folder DIR]
 * </pre>
 *
 * <p>Each file has three taskings. Ends with 1 when a metric takes more than two seconds.
 */
public final class MetricsBenchmark {
  private static final double LIMIT_MILLIS = 2_000;
  private static final String SECRETARIES = Authorities.role(Role.EXECUTIVE_SECRETARY);
  private static final Caller ASKER = new Caller("secretary", Set.of(SECRETARIES), false);

  private MetricsBenchmark() {}

  /**
   * @param args as in the class's description
   * @throws IOException when the index cannot be read
   */
  public static void main(String[] args) throws IOException {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i].replaceFirst("^--", ""), args[i + 1]);
    }
    long seed = Long.parseLong(options.getOrDefault("seed", String.valueOf(System.nanoTime())));
    int files = Integer.parseInt(options.getOrDefault("files", "100000"));
    int rounds = Integer.parseInt(options.getOrDefault("rounds", "9"));
    System.out.println("seed " + seed);
    Path folder =
        options.containsKey("folder")
            ? Path.of(options.get("folder")).toAbsolutePath()
            : Files.createTempDirectory("metrics-benchmark");
    System.exit(measure(folder, files, rounds, seed) ? 0 : 1);
  }

  private static boolean measure(Path folder, int files, int rounds, long seed) throws IOException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    try (SearchIndex index = LuceneSearchIndex.open(folder, ContentModels.shipped())) {
      if (index.size() == 0) {
        new IndexedOffice(seed, today).fill(index, files);
      }
      say("%d case files and taskings are held", index.size());
      Metrics metrics = new Metrics(new Over(index), Clock.systemUTC());
      boolean held = true;
      try (Bare bare = new Bare(folder)) {
        for (Metric metric : Metric.values()) {
          for (Dimension by : metric.dimensions()) {
            for (Scope scope : scopes(today)) {
              held &= compare(metrics, bare, metric, by, scope, rounds);
            }
          }
        }
      }
      return held;
    }
  }

  /** Everything; a year of it; and what concerns one issue, for which taskings ask their files. */
  private static List<Scope> scopes(LocalDate today) {
    Optional<String> any = Optional.empty();
    return List.of(
        new Scope(Optional.empty(), Optional.empty(), any, any, any),
        new Scope(Optional.of(today.minusYears(1)), Optional.of(today), any, any, any),
        new Scope(Optional.empty(), Optional.empty(), any, Optional.of("ISSUE-7"), any));
  }

  private static boolean compare(
      Metrics metrics, Bare bare, Metric metric, Dimension by, Scope scope, int rounds)
      throws IOException {
    List<Double> ours = new ArrayList<>();
    List<Double> facet = new ArrayList<>();
    int rows = 0;
    for (int round = 0; round < rounds; round++) {
      long begin = System.nanoTime();
      rows = metrics.of(metric, scope, by, ASKER).rows().size();
      ours.add((System.nanoTime() - begin) / 1e6);
      begin = System.nanoTime();
      bare.count(metric == Metric.WORKGROUPS || metric == Metric.SUSPENSES);
      facet.add((System.nanoTime() - begin) / 1e6);
    }
    double worst = Collections.max(ours);
    say(
        "%-14s by %-9s %-9s %4d rows  median %7.1f ms  worst %7.1f ms  %5.1f x a bare facet count"
            + " (%.1f ms)",
        metric.key(),
        by.key(),
        scope.issue().isPresent() ? "one issue" : scope.from().isPresent() ? "a year" : "all",
        rows,
        median(ours),
        worst,
        median(ours) / median(facet),
        median(facet));
    return worst <= LIMIT_MILLIS;
  }

  private static double median(List<Double> times) {
    List<Double> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** The index without a feed to follow. */
  private record Over(SearchIndex index) implements Searcher {
    @Override
    public SearchResult search(SearchQuery query, Caller caller, SearchProgress progress) {
      return index.search(query, visibility(caller), progress);
    }

    @Override
    public Tally.Result tally(Tally tally, Caller caller) {
      return index.tally(tally, visibility(caller));
    }

    @Override
    public Tally.Listed listed(Tally tally, String by, int from, int limit, Caller caller) {
      return index.listed(tally, by, from, limit, visibility(caller));
    }

    private static Visibility visibility(Caller caller) {
      return new Visibility(false, caller.authorities(), Set.of());
    }
  }

  /** One count of one field by Lucene's own facets, on the very files of the index. */
  private static final class Bare implements AutoCloseable {
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final long[] readable;
    private final Map<Boolean, StringDocValuesReaderState> states = new HashMap<>();

    Bare(Path folder) throws IOException {
      reader = DirectoryReader.open(FSDirectory.open(folder));
      searcher = new IndexSearcher(reader);
      readable =
          reader.getIndexCommit().getUserData().entrySet().stream()
              .filter(entry -> entry.getKey().startsWith("readers."))
              .filter(
                  entry ->
                      Arrays.stream(entry.getValue().split(" "))
                          .map(each -> URLDecoder.decode(each, StandardCharsets.UTF_8))
                          .anyMatch(SECRETARIES::equals))
              .mapToLong(entry -> Long.parseLong(entry.getKey().substring("readers.".length())))
              .toArray();
      states.put(false, new StringDocValuesReaderState(reader, "f/component"));
      states.put(true, new StringDocValuesReaderState(reader, "f/assignee"));
    }

    void count(boolean taskings) throws IOException {
      BooleanQuery.Builder query = new BooleanQuery.Builder();
      query.add(new MatchAllDocsQuery(), Occur.FILTER);
      query.add(
          new TermQuery(new Term("type", taskings ? "cor:tasking" : "cor:caseFile")), Occur.FILTER);
      query.add(NumericDocValuesField.newSlowSetQuery("readers", readable), Occur.FILTER);
      FacetsCollector found = searcher.search(query.build(), new FacetsCollectorManager());
      new StringValueFacetCounts(states.get(taskings), found)
          .getTopChildren(10, taskings ? "f/assignee" : "f/component");
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
