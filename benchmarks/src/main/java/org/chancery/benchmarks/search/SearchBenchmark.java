package org.chancery.benchmarks.search;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.IndexEntry;
import org.chancery.core.search.SearchIndex;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.Visibility;
import org.chancery.model.ContentModels;
import org.chancery.search.LuceneSearchIndex;

/**
 * Full text, permissions, facets and the first page: the product against bare Lucene on the same
 * index with the same filter and facets, turn by turn in one process.
 *
 * <pre>
 * SearchBenchmark [--documents 100000] [--queries 400] [--seed N] [--index DIR]
 *                 [--url URL --account USER:PASSWORD --authorities A,B,…]
 * </pre>
 *
 * <p>Without {@code --url} it fills an index of its own (in {@code --index}, or a temporary folder)
 * and asks the index directly. With it, {@code --index} is the server's index folder, filled
 * beforehand from the same {@link Corpus}, and the questions go over HTTP. Prints one line of JSON;
 * ends with 1 when the 95th percentile is more than twice the baseline's. Run it with {@code
 * -Xmx1g}.
 */
public final class SearchBenchmark {

  private static final List<String> FACETS = List.of("status", "source", "component", "year");
  private static final int PAGE = 20;
  private static final int BATCH = 1_000;
  private static final double ALLOWED = 2.0;

  private SearchBenchmark() {}

  /** One way to answer a question; gives the total. */
  private interface Way {
    long search(String text, Set<String> authorities) throws IOException;
  }

  private record Question(String text, Set<String> authorities) {}

  /**
   * @param args as in the class's description
   * @throws IOException when the index or the server cannot be read
   */
  public static void main(String[] args) throws IOException {
    Map<String, String> options = options(args);
    long seed = Long.parseLong(options.getOrDefault("seed", String.valueOf(System.nanoTime())));
    int documents = Integer.parseInt(options.getOrDefault("documents", "100000"));
    int queries = Integer.parseInt(options.getOrDefault("queries", "400"));
    System.out.println("seed " + seed);
    boolean own = !options.containsKey("url");
    Path folder =
        options.containsKey("index")
            ? Path.of(options.get("index"))
            : Files.createTempDirectory("search-benchmark");
    boolean passed;
    if (own) {
      try (SearchIndex index = LuceneSearchIndex.open(folder, ContentModels.shipped())) {
        if (index.size() != documents) {
          fill(index, documents, seed);
        }
        passed =
            compare(
                folder,
                questions(queries, seed, Optional.empty()),
                (text, authorities) -> ask(index, text, authorities),
                "index");
      }
    } else {
      HttpSearch server = new HttpSearch(URI.create(options.get("url")), options.get("account"));
      Set<String> authorities = Set.of(options.get("authorities").split(","));
      passed =
          compare(
              folder,
              questions(queries, seed, Optional.of(authorities)),
              (text, unused) -> server.search(text, PAGE),
              "http");
    }
    System.exit(passed ? 0 : 1);
  }

  private static Map<String, String> options(String[] args) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i].replaceFirst("^--", ""), args[i + 1]);
    }
    return options;
  }

  private static void fill(SearchIndex index, int documents, long seed) {
    long start = System.nanoTime();
    Corpus corpus = new Corpus(seed);
    NodeId folder = NodeId.random();
    List<IndexEntry> batch = new ArrayList<>();
    for (int i = 0; i < documents; i++) {
      batch.add(corpus.next(folder, i));
      if (batch.size() == BATCH || i == documents - 1) {
        index.apply(batch, List.of());
        batch.clear();
      }
    }
    index.commit("benchmark");
    index.refresh();
    System.out.printf(
        Locale.ROOT,
        "filled with %d documents in %.1f s%n",
        documents,
        (System.nanoTime() - start) / 1e9);
  }

  private static long ask(SearchIndex index, String text, Set<String> authorities) {
    SearchQuery query =
        new SearchQuery(
            text,
            List.of(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            FACETS,
            "relevance",
            Optional.empty(),
            PAGE);
    return index.search(query, new Visibility(false, authorities, Set.of())).total();
  }

  /**
   * One word from frequent to rare, two words, phrases; each for a caller in one to three groups.
   */
  private static List<Question> questions(int count, long seed, Optional<Set<String>> authorities) {
    Random random = new Random(seed + 1);
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String first = Corpus.word(rank(random));
      String second = Corpus.word(rank(random));
      String text =
          switch (i % 4) {
            case 0, 1 -> first;
            case 2 -> first + " " + second;
            default -> "\"" + first + " " + second + "\"";
          };
      Set<String> groups = new HashSet<>();
      for (int j = 0; j <= random.nextInt(3); j++) {
        groups.add(Corpus.group(random.nextInt(Corpus.GROUPS)));
      }
      questions.add(new Question(text, authorities.orElse(groups)));
    }
    return questions;
  }

  private static int rank(Random random) {
    return (int) Math.pow(10, 0.5 + 3 * random.nextDouble());
  }

  private static boolean compare(Path folder, List<Question> questions, Way product, String how)
      throws IOException {
    try (RawLucene raw = new RawLucene(folder, FACETS)) {
      Way baseline = (text, authorities) -> raw.search(text, authorities, PAGE, true);
      Way pageless = (text, authorities) -> raw.search(text, authorities, PAGE, false);
      List<Question> found = new ArrayList<>();
      for (Question question : questions) {
        long expected = baseline.search(question.text(), question.authorities());
        long total = product.search(question.text(), question.authorities());
        // What matches only approximately, or in the title too, is no comparison.
        if (expected > 0) {
          found.add(question);
          if (total < expected) {
            throw new IllegalStateException(question + ": " + total + " instead of " + expected);
          }
        }
      }
      double[] ours = new double[found.size()];
      double[] theirs = new double[found.size()];
      double[] least = new double[found.size()];
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < found.size(); i++) {
          Question question = found.get(i);
          theirs[i] = best(theirs[i], time(baseline, question), round);
          least[i] = best(least[i], time(pageless, question), round);
          ours[i] = best(ours[i], time(product, question), round);
        }
      }
      Arrays.sort(ours);
      Arrays.sort(theirs);
      Arrays.sort(least);
      double ratio = at(ours, 95) / at(theirs, 95);
      System.out.printf(
          Locale.ROOT,
          "{\"benchmark\":\"search\",\"over\":\"%s\",\"documents\":%d,\"questions\":%d,"
              + "\"p50\":%.2f,\"p95\":%.2f,\"rawP50\":%.2f,\"rawP95\":%.2f,\"rawWithoutPageP95\":%.2f,\"ratioP95\":%.2f,"
              + "\"allowed\":%.1f,\"usedHeapMB\":%d}%n",
          how,
          raw.size(),
          found.size(),
          at(ours, 50),
          at(ours, 95),
          at(theirs, 50),
          at(theirs, 95),
          at(least, 95),
          ratio,
          ALLOWED,
          usedHeap());
      return ratio <= ALLOWED;
    }
  }

  /** The last two rounds count, the better of them, so that a pause of the machine is no result. */
  private static double best(double before, double now, int round) {
    return round < 2 ? now : Math.min(before, now);
  }

  private static double time(Way way, Question question) throws IOException {
    long start = System.nanoTime();
    way.search(question.text(), question.authorities());
    return (System.nanoTime() - start) / 1e6;
  }

  private static double at(double[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
