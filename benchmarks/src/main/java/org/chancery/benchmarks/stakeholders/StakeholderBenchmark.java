package org.chancery.benchmarks.stakeholders;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.chancery.acceptance.process.ServerProcess;
import org.chancery.benchmarks.server.ProgramClient;

/**
 * How long searches of stakeholders with their facets, the page of a person and the map of gaps
 * take over HTTP, beside bare Lucene on the very files of the server's index, in turn.
 *
 * <pre>
 * StakeholderBenchmark [--people 100000] [--interactions 200000] [--rounds 60] [--warm 60] [--seed N] [--folder DIR]
 * StakeholderBenchmark --url http://HOST/alfresco --user CLERK [--people 1000] [--interactions 2000] [--rounds 60] [--warm 20]
 * </pre>
 *
 * <p>There is an organization for every five people. The folder is kept when it is named, and what
 * it holds is used again. Ends with 1 when the 95th percentile of searches or of pages is above 100
 * ms, or the first map after the start of the server takes more than 500 ms.
 *
 * <p>The second enters people, organizations and interactions by the routes of a running
 * repository, as far as there are fewer than that, as somebody whose password is in {@code
 * CHANCERY_USER_PASSWORD}, and only reports.
 */
public final class StakeholderBenchmark {
  private static final double PAGE_LIMIT = 100;
  private static final double MAP_LIMIT = 500;
  private static final List<String> FACETS =
      List.of(
          "type",
          "stk:issues",
          "stk:state",
          "stk:femaRegion",
          "stk:county",
          "stk:city",
          "stk:knownBy",
          "stk:organizations",
          "stk:interests");
  private static final List<String> SEARCHES =
      List.of(
          "",
          "state=TX",
          "region=4&component=CMP3",
          "q=okafor",
          "q=director",
          "issue=border-wait-times&sort=-contact",
          "kind=person&never=true",
          "zip=787&sort=name",
          "q=garcia&organization=association",
          "lastContactFrom=2026-01-01&region=6");

  private StakeholderBenchmark() {}

  /**
   * @param args as in the class's description
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i].replaceFirst("^--", ""), args[i + 1]);
    }
    boolean remote = options.containsKey("url");
    int people = Integer.parseInt(options.getOrDefault("people", remote ? "1000" : "100000"));
    int interactions =
        Integer.parseInt(options.getOrDefault("interactions", remote ? "2000" : "200000"));
    int rounds = Integer.parseInt(options.getOrDefault("rounds", "60"));
    int warm = Integer.parseInt(options.getOrDefault("warm", remote ? "20" : "60"));
    if (remote) {
      EnteredStakeholders entered =
          new EnteredStakeholders(
              URI.create(options.get("url").replaceAll("/+$", "") + "/s/chancery/v1/"),
              options.get("user") + ":" + System.getenv("CHANCERY_USER_PASSWORD"));
      List<String> ids = entered.enter(people, interactions);
      ProgramClient clerk =
          new ProgramClient(
              URI.create(options.get("url").replaceAll("/+$", "") + "/s/chancery/v1/"),
              options.get("user"),
              System.getenv("CHANCERY_USER_PASSWORD"));
      Map<String, Asked> questions =
          questions(clerk, number -> ids.get(Math.floorMod(number, ids.size())));
      measured(questions, rounds, warm).forEach((name, all) -> report(name, all));
      return;
    }
    Path folder =
        options.containsKey("folder")
            ? Path.of(options.get("folder")).toAbsolutePath()
            : Files.createTempDirectory("stakeholder-benchmark");
    Path filled = folder.resolve("filled");
    long seed =
        Files.exists(filled)
            ? Long.parseLong(Files.readString(filled).strip())
            : Long.parseLong(
                options.getOrDefault("seed", String.valueOf(System.nanoTime() % 1_000_000)));
    System.out.println("seed " + seed);
    boolean held;
    try (ServerProcess server = ServerProcess.over(Files.createDirectories(folder))) {
      if (!Files.exists(filled)) {
        StoredStakeholders.fill(server.data(), people, interactions, seed);
        Files.writeString(filled, String.valueOf(seed));
      }
      server.start();
      held = measure(server, people, seed, rounds, warm);
    }
    System.exit(held ? 0 : 1);
  }

  private static boolean measure(ServerProcess server, int people, long seed, int rounds, int warm)
      throws IOException {
    ProgramClient clerk =
        ProgramClient.of(
            server.url(), StoredStakeholders.CLERK.user(), ServerProcess.ADMIN_PASSWORD);
    clerk.get("me");
    double cold = time(() -> clerk.get("gaps?by=state"));
    say("the first map after the start: %.1f ms (at most %.0f)", cold, MAP_LIMIT);
    Map<String, Asked> questions =
        questions(
            clerk,
            number -> StoredStakeholders.person(seed, Math.floorMod(number, people)).value());
    Map<String, Double> worst = new HashMap<>();
    try (BareCounts bare = new BareCounts(server.data().resolve("index"), FACETS)) {
      questions.put("bare Lucene: everybody with facets", round -> bare.count());
      measured(questions, rounds, warm).forEach((name, all) -> worst.put(name, report(name, all)));
    }
    return cold <= MAP_LIMIT
        && worst.get("search with facets") <= PAGE_LIMIT
        && worst.get("page of a person") <= PAGE_LIMIT;
  }

  private static Map<String, Asked> questions(ProgramClient clerk, IntFunction<String> person) {
    Map<String, Asked> questions = new LinkedHashMap<>();
    questions.put(
        "search with facets",
        round ->
            clerk.get(
                "stakeholders?limit=25&facets=true&"
                    + SEARCHES.get(Math.floorMod(round, SEARCHES.size()))));
    questions.put("type-ahead", round -> clerk.get("stakeholders?limit=10&name=mar%20ok"));
    questions.put("page of a person", round -> clerk.get("people/" + person.apply(round * 37)));
    questions.put("map by state", round -> clerk.get("gaps?by=state"));
    questions.put(
        "map of an issue, by region", round -> clerk.get("gaps?by=region&issue=border-wait-times"));
    return questions;
  }

  /** Asks them in turn; milliseconds of each, once warm. */
  private static Map<String, List<Double>> measured(
      Map<String, Asked> questions, int rounds, int warm) throws IOException {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int round = -warm; round < rounds; round++) {
      int number = round;
      for (Map.Entry<String, Asked> each : questions.entrySet()) {
        double millis = time(() -> each.getValue().ask(number));
        if (round >= 0) {
          times.computeIfAbsent(each.getKey(), name -> new ArrayList<>()).add(millis);
        }
      }
    }
    return times;
  }

  private interface Asked {
    Object ask(int round) throws IOException;
  }

  private interface Work {
    Object run() throws IOException;
  }

  private static double time(Work work) throws IOException {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e6;
  }

  /** The 95th percentile. */
  private static double report(String name, List<Double> times) {
    Collections.sort(times);
    double p95 = times.get((int) Math.ceil(0.95 * times.size()) - 1);
    say(
        "%-36s median %7.1f ms  95th percentile %7.1f ms  worst %7.1f ms",
        name, times.get(times.size() / 2), p95, times.get(times.size() - 1));
    return p95;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
