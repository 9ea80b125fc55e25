package org.chancery.benchmarks.search;

import java.io.IOException;
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
import org.chancery.acceptance.process.ServerProcess;
import org.chancery.benchmarks.server.ProgramClient;
import org.chancery.core.access.Account;
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
 * SearchBenchmark [--over index|http] [--documents 100000] [--queries 400] [--seed N] [--folder DIR]
 * </pre>
 *
 * <p>Over {@code index} it fills an index of its own and asks it directly. Over {@code http} it
 * fills the data of a server ({@link ServedCorpus}), starts the server by the launcher, and asks it
 * as a dozen programs, each in one to three groups; bare Lucene reads the very files of the
 * server's index. The folder is kept when it is named, and what it holds is used again with the
 * same seed. Prints one line of JSON; ends with 1 when the 95th percentile is more than twice the
 * baseline's. Run it with {@code -Xmx1g}.
 */
public final class SearchBenchmark {

  private static final List<String> FACETS =
      List.of("type", "source", "status", "component", "issue", "year", "intakeState", "channel");
  private static final int PAGE = 20;
  private static final int BATCH = 1_000;
  private static final double ALLOWED = 2.0;

  /** All but the last two only warm up what is compiled while it runs, on both sides. */
  private static final int ROUNDS = 72;

  private SearchBenchmark() {}

  /** One way to answer a question; gives the total. */
  private interface Way {
    long search(Question question) throws IOException, InterruptedException;
  }

  /** A text, and who asks for it with which authorities. */
  private record Question(String text, Set<String> authorities, String asker) {}

  /**
   * @param args as in the class's description
   * @throws IOException when the index or the server cannot be read
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> options = options(args);
    long seed = Long.parseLong(options.getOrDefault("seed", String.valueOf(System.nanoTime())));
    int documents = Integer.parseInt(options.getOrDefault("documents", "100000"));
    int queries = Integer.parseInt(options.getOrDefault("queries", "400"));
    System.out.println("seed " + seed);
    Path folder =
        options.containsKey("folder")
            ? Path.of(options.get("folder")).toAbsolutePath()
            : Files.createTempDirectory("search-benchmark");
    boolean passed =
        switch (options.getOrDefault("over", "index")) {
          case "index" -> overIndex(folder, documents, queries, seed);
          case "http" -> overHttp(folder, documents, queries, seed);
          default -> throw new IllegalArgumentException("--over must be index or http");
        };
    System.exit(passed ? 0 : 1);
  }

  private static boolean overIndex(Path folder, int documents, int queries, long seed)
      throws IOException, InterruptedException {
    try (SearchIndex index = LuceneSearchIndex.open(folder, ContentModels.shipped())) {
      if (index.size() != documents) {
        fill(index, documents, seed);
      }
      return compare(folder, questions(queries, seed), question -> ask(index, question), "index");
    }
  }

  private static boolean overHttp(Path folder, int documents, int queries, long seed)
      throws IOException, InterruptedException {
    Path filled = folder.resolve("filled");
    try (ServerProcess server = ServerProcess.over(Files.createDirectories(folder))) {
      if (!Files.exists(filled)) {
        ServedCorpus.fill(server.data(), documents, seed);
        Files.writeString(filled, "seed " + seed);
      }
      server.start();
      Map<String, ProgramClient> askers = new HashMap<>();
      List<Question> questions = new ArrayList<>();
      List<Account> accounts = ServedCorpus.askers(seed);
      for (Account account : accounts) {
        askers.put(
            account.user(),
            ProgramClient.of(server.url(), account.user(), ServedCorpus.password()));
      }
      for (Question question : questions(queries, seed)) {
        Account account = accounts.get(questions.size() % accounts.size());
        questions.add(
            new Question(question.text(), account.caller().authorities(), account.user()));
      }
      return compare(
          server.data().resolve("index"),
          questions,
          question ->
              askers
                  .get(question.asker())
                  .get("search?limit=" + PAGE + "&q=" + ProgramClient.encoded(question.text()))
                  .path("total")
                  .asLong(),
          "http");
    }
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

  private static long ask(SearchIndex index, Question question) {
    SearchQuery query =
        new SearchQuery(
            question.text(),
            List.of(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            FACETS,
            "relevance",
            Optional.empty(),
            PAGE);
    return index.search(query, new Visibility(false, question.authorities(), Set.of())).total();
  }

  /**
   * One word from frequent to rare, two words, phrases; each for a caller in one to three groups.
   */
  private static List<Question> questions(int count, long seed) {
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
      questions.add(new Question(text, groups, ""));
    }
    return questions;
  }

  private static int rank(Random random) {
    return (int) Math.pow(10, 0.5 + 3 * random.nextDouble());
  }

  private static boolean compare(Path folder, List<Question> questions, Way product, String how)
      throws IOException, InterruptedException {
    try (RawLucene raw = new RawLucene(folder, FACETS)) {
      Way baseline = asked -> raw.search(asked.text(), asked.authorities(), PAGE, true);
      Way pageless = asked -> raw.search(asked.text(), asked.authorities(), PAGE, false);
      List<Question> found = new ArrayList<>();
      for (Question question : questions) {
        long expected = baseline.search(question);
        long total = product.search(question);
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
      for (int round = 0; round < ROUNDS; round++) {
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
    return round < ROUNDS - 1 ? now : Math.min(before, now);
  }

  private static double time(Way way, Question question) throws IOException, InterruptedException {
    long start = System.nanoTime();
    way.search(question);
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
