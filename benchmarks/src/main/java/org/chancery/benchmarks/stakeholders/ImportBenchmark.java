package org.chancery.benchmarks.stakeholders;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.acceptance.process.ServerProcess;
import org.chancery.benchmarks.labelled.ImportFile;
import org.chancery.benchmarks.server.JsonClient;

/**
 * How long a large list takes from handing it in to the last row entered, with nobody's time for
 * looking at the preview counted, and whether it is entered whole when the server is killed in the
 * middle.
 *
 * <pre>
 * ImportBenchmark [--rows 100000] [--known 20000] [--kill true] [--seed N]
 * </pre>
 *
 * <p>The rows are those of {@link ImportFile}, as CSV; so many people are known already. Beside it
 * people are entered one by one by the route that a form uses. Ends with 1 when 100,000 rows would
 * take more than three minutes at the same speed, or when other people are there at the end than
 * the import says.
 */
public final class ImportBenchmark {
  private static final double LIMIT_SECONDS = 180;
  private static final int FULL = 100_000;
  private static final int ONE_BY_ONE = 400;
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofMinutes(40);

  private final ServerProcess server;
  private JsonClient clerk;

  private ImportBenchmark(ServerProcess server) {
    this.server = server;
    this.clerk = client();
  }

  /**
   * @param args as in the class's description
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i].replaceFirst("^--", ""), args[i + 1]);
    }
    int rows = Integer.parseInt(options.getOrDefault("rows", String.valueOf(FULL)));
    int known = Integer.parseInt(options.getOrDefault("known", "20000"));
    boolean kill = Boolean.parseBoolean(options.getOrDefault("kill", "false"));
    long seed =
        Long.parseLong(options.getOrDefault("seed", String.valueOf(System.nanoTime() % 1_000_000)));
    say("seed %d", seed);
    byte[] file = ImportFile.csv(rows, seed);
    Path home = Files.createTempDirectory("import-benchmark");
    boolean held;
    try (ServerProcess server = ServerProcess.over(home)) {
      StoredStakeholders.fill(server.data(), known, known, seed);
      server.start();
      ImportBenchmark benchmark = new ImportBenchmark(server);
      benchmark.oneByOne();
      held = benchmark.measure(file, rows, kill);
    }
    System.exit(held ? 0 : 1);
  }

  private JsonClient client() {
    return new JsonClient(
        server.url().resolve("/api/v1/"),
        StoredStakeholders.CLERK.user() + ":" + ServerProcess.ADMIN_PASSWORD);
  }

  /** The baseline. */
  private void oneByOne() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    for (int i = 0; i < ONE_BY_ONE; i++) {
      clerk.post(
          "people",
          Map.of(
              "person",
              Map.of("firstName", "Ada", "lastName", "Entered" + i, "state", "TX", "zip", "78040"),
              "privateContact",
              Map.of("email", List.of("ada" + i + "@entered.example.org")),
              "confirmed",
              true));
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    say("one by one: %.0f people a second", ONE_BY_ONE / seconds);
  }

  private boolean measure(byte[] file, int rows, boolean kill)
      throws IOException, InterruptedException {
    long before = people();
    long begin = System.nanoTime();
    JsonNode handedIn = clerk.upload("imports", Map.of(), "file", "contacts.csv", file);
    String id = handedIn.path("id").asText();
    JsonNode read = until(id, "mapping");
    double reading = since(begin);
    put(id, read);
    begin = System.nanoTime();
    JsonNode decided = until(id, "deciding");
    double planning = since(begin);
    say("read in %.1f s, planned in %.1f s: %s", reading, planning, decided.path("counts"));
    begin = System.nanoTime();
    clerk.post("imports/" + id + "/run", Map.of());
    if (kill) {
      killAt(id, rows * 2 / 5);
    }
    JsonNode done = until(id, "done");
    double entering = since(begin);
    double whole = reading + planning + entering;
    say(
        "entered in %.1f s%s: %s",
        entering, kill ? " with a kill and a start" : "", done.path("results"));
    say(
        "%,d rows in %.1f s, %.0f rows a second; 100,000 at this speed: %.0f s (at most %.0f)",
        rows, whole, rows / whole, whole * FULL / rows, LIMIT_SECONDS);
    long entered = done.path("results").path("entered").asLong();
    long there = people() - before;
    say("people more than before: %,d, entered: %,d", there, entered);
    return there == entered && (kill || whole * FULL / rows <= LIMIT_SECONDS);
  }

  private void put(String id, JsonNode read) throws IOException, InterruptedException {
    clerk.put("imports/" + id + "/mapping", Map.of("fields", read.path("fields")));
  }

  private void killAt(String id, int row) throws IOException, InterruptedException {
    while (clerk.get("imports/" + id).path("progress").path("done").asInt() < row) {
      Thread.sleep(LOOK_EVERY.toMillis());
    }
    server.kill();
    server.start();
    clerk = client();
  }

  private JsonNode until(String id, String state) throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (true) {
      JsonNode now = clerk.get("imports/" + id);
      String there = now.path("state").asText();
      if (there.equals(state)) {
        return now;
      }
      if (there.equals("cancelled") || there.equals("failed") || System.nanoTime() > end) {
        throw new IOException("The import is " + there + ": " + now.path("message"));
      }
      Thread.sleep(LOOK_EVERY.toMillis());
    }
  }

  private long people() throws IOException, InterruptedException {
    return clerk.get("stakeholders?kind=person&limit=1").path("total").asLong();
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
