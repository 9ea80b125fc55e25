package org.chancery.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.intake.WorkQueue;
import org.chancery.ledger.Ledger;
import org.chancery.ledger.LedgerVerification;

/**
 * A server in a process of its own: it first finishes what the one before it left, tells what came
 * of that, and then erases somebody to be killed at; for {@link KilledErasingTest}.
 */
final class ErasingServer {
  static final int NOT_KILLED = 3;

  /** How every word of the people begins. */
  static final String WORDS = "qzxv";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path data;
  private final RunningServer server;

  private ErasingServer(Path data) {
    this.data = data;
    server = new RunningServer(data, List.of(ArmedCheckpoint.class));
  }

  /**
   * Finishes, tells, and waits to be killed; or looks at what is left.
   *
   * @param arguments the data folder; the point to be killed at, or {@code end}
   */
  public static void main(String[] arguments) {
    try {
      run(new ErasingServer(Path.of(arguments[0])), arguments[1]);
      System.exit(0);
    } catch (Exception e) {
      e.printStackTrace();
    } finally {
      // Threads of the server would keep the process alive.
      System.exit(NOT_KILLED);
    }
  }

  private static void run(ErasingServer erasing, String point) throws Exception {
    // As if the minute were over for which the work of the killed process is its own.
    erasing.server.bean(WorkQueue.class).releaseAll("erasure");
    erasing.finish();
    erasing.tell();
    if (!point.equals("end")) {
      erasing.begin(point);
      Thread.sleep(PATIENCE.toMillis());
      throw new IllegalStateException("It was not killed");
    }
    // Whoever an order was rolled back of is erased now.
    for (String person : erasing.people()) {
      erasing.order(person);
    }
    erasing.finish();
    erasing.tell();
    erasing.look();
    erasing.server.close();
  }

  private List<JsonNode> erasures() throws IOException {
    return List.copyOf(items("/erasures?limit=200"));
  }

  private List<JsonNode> items(String path) throws IOException {
    JsonNode items = RunningServer.json(get(path)).path("items");
    return java.util.stream.StreamSupport.stream(items.spliterator(), false).toList();
  }

  private List<String> people() throws IOException {
    JsonNode found = RunningServer.json(get("/search?type=stk:person&q=Qzxvfirst")).path("hits");
    return found.findValuesAsText("id");
  }

  private void finish() throws Exception {
    Instant until = Instant.now().plus(PATIENCE);
    while (!erasures().stream().allMatch(each -> each.path("state").asText().equals("done"))
        && Instant.now().isBefore(until)) {
      Thread.sleep(200);
    }
  }

  private void begin(String point) throws IOException {
    HttpResponse<String> made =
        post(
            "/people",
            "{\"confirmed\":true,\"person\":{\"firstName\":\"Qzxvfirst\",\"lastName\":\"Qzxvlast"
                + letters()
                + "\",\"zip\":\"78501\"}}");
    String person = RunningServer.json(made).path("id").asText();
    System.out.println("PERSON " + person);
    server.bean(ArmedCheckpoint.Armed.class).at(point);
    order(person);
  }

  /** Somebody else each time: the same one would be stopped. */
  private static String letters() {
    StringBuilder name = new StringBuilder();
    UUID.randomUUID()
        .toString()
        .chars()
        .limit(8)
        .forEach(each -> name.append((char) ('a' + each % 26)));
    return name.toString();
  }

  private void order(String person) throws IOException {
    HttpResponse<String> ordered =
        post(
            "/people/" + person + "/erasure",
            "{\"via\":\"phone\",\"reason\":\"asked\",\"mentions\":[]}");
    if (ordered.statusCode() != 202) {
      throw new IllegalStateException(ordered.body());
    }
  }

  /** What has come of all of it, each fact in a line. */
  private void tell() throws IOException {
    System.out.println("TOLD");
    for (JsonNode each : erasures()) {
      int proof = get("/erasures/" + each.path("id").asText() + "/proof").statusCode();
      System.out.println(
          "ERASED "
              + each.path("entry").asText()
              + " "
              + each.path("state").asText()
              + " "
              + proof);
    }
    people().forEach(id -> System.out.println("THERE " + id));
    AuditTrail.Filter filter =
        new AuditTrail.Filter(
            Optional.empty(),
            Set.of(Action.PERSON_ERASE),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    server.bean(AuditTrail.class).read(filter, Optional.empty(), 200).items().stream()
        .filter(each -> "proved".equals(each.event().details().get("step")))
        .forEach(each -> System.out.println("PROVED " + each.event().object().orElseThrow()));
  }

  /** Words that are left, and whether the ledger is whole. */
  private void look() throws Exception {
    HikariDataSource database = server.bean(HikariDataSource.class);
    DataReading going = new DataReading(data, WORDS);
    going.inDump(database).forEach(word -> System.out.println("LEFT " + word));
    going.inIndex().forEach(word -> System.out.println("LEFT " + word));
    server.bean(Ledger.class).sealNow();
    server.bean(Ledger.class).witnessNow();
    boolean clean = new LedgerVerification(database, data.resolve("witness")).verify().clean();
    System.out.println("LEDGER " + clean);
  }

  private HttpResponse<String> get(String path) throws IOException {
    return server.send(server.asProgram("/api/v1" + path));
  }

  private HttpResponse<String> post(String path, String json) throws IOException {
    return server.send(
        server
            .asProgram("/api/v1" + path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(json)));
  }
}
