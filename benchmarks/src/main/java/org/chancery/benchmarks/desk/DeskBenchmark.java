package org.chancery.benchmarks.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chancery.acceptance.process.ServerProcess;
import org.chancery.benchmarks.office.Office;
import org.chancery.benchmarks.server.JsonClient;
import org.chancery.benchmarks.server.ProgramClient;

/**
 * How long people wait for their desks, for pages of taskings, for the routes of a case file, and
 * for every metric; beside one search of the same person, on the same server, in turn.
 *
 * <pre>
 * DeskBenchmark [--files 100000] [--components 30] [--rounds 60] [--warm 60] [--seed N] [--folder DIR]
 * DeskBenchmark --url http://HOST/alfresco [--files 1000] [--components 3] [--rounds 60] [--warm 20]
 * </pre>
 *
 * <p>The first fills the data of a standalone server ({@link StoredOffice}) and starts it by the
 * launcher; the folder is kept when it is named, and what it holds is used again with the same
 * seed. It ends with 1 when the 95th percentile of a first page is above 150 ms, or a metric takes
 * more than two seconds. The second enters the office through an Alfresco's own routes ({@link
 * EnteredOffice}), as far as it is not there yet, and only reports. Every file has three taskings.
 */
public final class DeskBenchmark {
  private static final String BASELINE = "one search (baseline)";
  private static final double PAGE_LIMIT = 150;
  private static final double METRIC_LIMIT = 2_000;
  private static final int ROUTED = 100;

  /** Who sees what came in. */
  private static final Set<String> CLERKS = Set.of("clerk", "supervisor", "secretary");

  private final Asking asking;
  private final int rounds;
  private final int warm;
  private double slowestPage;
  private double slowestMetric;

  private DeskBenchmark(Asking asking, int rounds, int warm) {
    this.asking = asking;
    this.rounds = rounds;
    this.warm = warm;
  }

  /**
   * How a host is asked.
   *
   * @param people by what they do
   * @param secretary sees everything
   * @param routed case files that are on a route
   */
  record Asking(Map<String, ProgramClient> people, ProgramClient secretary, List<String> routed) {}

  /**
   * Runs it and prints the figures.
   *
   * @param args as in the class's description
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i].replaceFirst("^--", ""), args[i + 1]);
    }
    long seed = Long.parseLong(options.getOrDefault("seed", String.valueOf(System.nanoTime())));
    System.out.println("seed " + seed);
    boolean remote = options.containsKey("url");
    int files = Integer.parseInt(options.getOrDefault("files", remote ? "1000" : "100000"));
    int components =
        Integer.parseInt(
            options.getOrDefault("components", String.valueOf(remote ? 3 : Office.COMPONENTS)));
    int rounds = Integer.parseInt(options.getOrDefault("rounds", "60"));
    int warm = Integer.parseInt(options.getOrDefault("warm", remote ? "20" : "60"));
    if (remote) {
      URI base = URI.create(options.get("url").replaceAll("/+$", "") + "/");
      EnteredOffice office =
          new EnteredOffice(base, System.getenv("CHANCERY_ADMIN_PASSWORD"), components);
      DeskBenchmark benchmark = new DeskBenchmark(office.enter(files, seed), rounds, warm);
      benchmark.measure();
      benchmark.held();
      return;
    }
    Path folder =
        options.containsKey("folder")
            ? Path.of(options.get("folder")).toAbsolutePath()
            : Files.createTempDirectory("desk-benchmark");
    System.exit(standalone(folder, files, components, seed, rounds, warm) ? 0 : 1);
  }

  private static boolean standalone(
      Path folder, int files, int components, long seed, int rounds, int warm)
      throws IOException, InterruptedException {
    Path filled = folder.resolve("filled");
    try (ServerProcess server = ServerProcess.over(Files.createDirectories(folder))) {
      if (!Files.exists(filled)) {
        StoredOffice.fill(server.data(), files, components, seed);
        Files.writeString(filled, "seed " + seed);
      }
      server.start();
      String password = StoredOffice.password();
      ProgramClient secretary = ProgramClient.of(server.url(), "secretary", password);
      secretary.awaitSearchable();
      List<String> routed =
          Routed.files(
              secretary,
              new JsonClient(server.url().resolve("/api/v1/"), "secretary:" + password),
              Office.component(0),
              ROUTED);
      Map<String, ProgramClient> people = new LinkedHashMap<>();
      for (Person person : Person.values()) {
        people.put(
            person.toString(),
            ProgramClient.of(
                server.url(), Office.user(Office.component(0), person.number()), password));
      }
      DeskBenchmark benchmark =
          new DeskBenchmark(new Asking(people, secretary, routed), rounds, warm);
      benchmark.measure();
      return benchmark.held();
    }
  }

  private void measure() throws IOException {
    Map<String, ProgramClient> all = new LinkedHashMap<>(asking.people());
    all.put("secretary", asking.secretary());
    for (Map.Entry<String, ProgramClient> person : all.entrySet()) {
      ProgramClient client = person.getValue();
      Map<String, List<String>> pages = new LinkedHashMap<>();
      pages.put(BASELINE, List.of("search?q=&limit=20"));
      pages.put("desk", List.of("desk"));
      for (String view : List.of("mine", "group", "assigned")) {
        pages.put("taskings " + view, List.of("taskings?view=" + view));
      }
      if (!asking.routed().isEmpty()) {
        pages.put(
            "routes of a file",
            asking.routed().stream().map(id -> "case-files/" + id + "/routes").toList());
      }
      if (CLERKS.contains(person.getKey())) {
        pages.put("intake", List.of("intake?state=ready"));
      }
      pages(person.getKey(), client, pages);
    }
    metrics(asking.secretary());
  }

  /** All pages in turn, round by round, so that what else the machine does falls on all. */
  private void pages(String person, ProgramClient client, Map<String, List<String>> pages)
      throws IOException {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    Map<String, Integer> sizes = new HashMap<>();
    for (int round = -warm; round < rounds; round++) {
      for (Map.Entry<String, List<String>> page : pages.entrySet()) {
        List<String> paths = page.getValue();
        long begin = System.nanoTime();
        JsonNode answer = client.get(paths.get(Math.floorMod(round, paths.size())));
        double millis = (System.nanoTime() - begin) / 1e6;
        sizes.put(page.getKey(), size(answer));
        if (round >= 0) {
          times.computeIfAbsent(page.getKey(), name -> new ArrayList<>()).add(millis);
        }
      }
    }
    times.forEach(
        (page, all) -> {
          Figures figures = report(person, page, all, sizes.get(page));
          if (!page.equals(BASELINE)) {
            slowestPage = Math.max(slowestPage, figures.percentile95());
          }
        });
  }

  /** How many lines an answer has. */
  private static int size(JsonNode answer) {
    if (answer.has("sections")) {
      int lines = 0;
      for (JsonNode section : answer.path("sections")) {
        lines += section.path("items").size();
      }
      return lines;
    }
    return answer.path("items").size() + answer.path("hits").size() + answer.path("rows").size();
  }

  private void metrics(ProgramClient client) throws IOException {
    for (JsonNode metric : client.get("metrics").path("items")) {
      for (JsonNode by : metric.path("by")) {
        String path = "metrics/" + metric.path("name").asText() + "?by=" + by.path("key").asText();
        List<Double> times = new ArrayList<>();
        int rows = 0;
        for (int round = 0; round < Math.max(5, rounds / 10); round++) {
          long begin = System.nanoTime();
          rows = size(client.get(path));
          times.add((System.nanoTime() - begin) / 1e6);
        }
        slowestMetric = Math.max(slowestMetric, report("secretary", path, times, rows).worst());
      }
    }
  }

  private static Figures report(String person, String what, List<Double> times, int lines) {
    Figures figures = Figures.of(times);
    System.out.printf(
        Locale.ROOT,
        "%-10s %-34s %4d lines  median %7.1f ms  95th percentile %7.1f ms  worst %7.1f ms%n",
        person,
        what,
        lines,
        figures.median(),
        figures.percentile95(),
        figures.worst());
    return figures;
  }

  /** Says what is compared with the limits. */
  private boolean held() {
    System.out.printf(
        Locale.ROOT,
        "slowest first page %.1f ms at the 95th percentile (at most %.0f), slowest metric %.1f ms"
            + " (at most %.0f)%n",
        slowestPage,
        PAGE_LIMIT,
        slowestMetric,
        METRIC_LIMIT);
    return slowestPage <= PAGE_LIMIT && slowestMetric <= METRIC_LIMIT;
  }
}
