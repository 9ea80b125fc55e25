package org.chancery.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.lucene.index.IndexNotFoundException;
import org.awaitility.Awaitility;
import org.chancery.archive.check.PdfA;
import org.chancery.ledger.Ledger;
import org.chancery.ledger.LedgerVerification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The numbers and addresses of a person who is erased, and the name where no case file holds it,
 * are found nowhere any more where they were found before: not in any file of the data folder, not
 * in what a dump copies, not in the index, not over HTTP (requirement S11). The server ends right
 * after the order and a new one carries it out.
 */
class ErasedPersonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How every word of the person begins. */
  private static final String GOES = "qzxv";

  private static final String MOBILE = "9565557319";
  private static final String PERSONAL = "555-7320";
  private static final String STAYS = "jkwp";
  private static final Duration WITHIN = Duration.ofMinutes(15);
  private static final String PERSON =
      """
      {"confirmed":true,
       "person":{"firstName":"Qzxvfirst","lastName":"Qzxvlast","position":"qzxvposition",
         "state":"TX","zip":"78501"},
       "privateContact":{"mobilePhone":["9565557319"],"personalPhone":["(956) 555-7320"],
         "email":["qzxvformer@private.example"]},
       "affiliations":[{"newOrganization":"Jkwporganization","role":"qzxvrole"}]}
      """;

  @TempDir Path folder;

  private RunningServer server;

  @Test
  void afterErasingThePersonIsNowhere() throws Exception {
    Path data = folder.resolve("data");
    DataReading names = new DataReading(data, GOES);
    DataReading mobile = new DataReading(data, MOBILE);
    DataReading personal = new DataReading(data, PERSONAL);
    String person;
    String with;
    String elsewhere;
    String order;
    try (RunningServer running = new RunningServer(data)) {
      server = running;
      HikariDataSource database = server.bean(HikariDataSource.class);
      person = id(post("/people", PERSON));
      String other =
          id(post("/people", "{\"person\":{\"firstName\":\"Ann\",\"lastName\":\"Jkwpother\"}}"));
      put("/people/" + person, "{\"privateContact\":{\"email\":[\"qzxvmail@private.example\"]}}");
      post(
          "/people/" + other + "/relations",
          "{\"kind\":\"assistant-of\",\"person\":\"" + person + "\"}");
      id(post("/people/" + person + "/notes", "{\"text\":\"Prefers qzxvnote\"}"));
      with = id(post("/interactions", interaction("Agreed on qzxvoutcome with Qzxvlast", person)));
      elsewhere =
          id(
              post(
                  "/interactions",
                  interaction("Jkwpother asked after Qzxvfirst Qzxvlast at 956.555.7320", other)));
      String event =
          id(
              post(
                  "/events",
                  "{\"name\":\"Meeting with Qzxvfirst Qzxvlast\",\"start\":\"2026-01-05T14:00:00Z\"}"));
      post("/events/" + event + "/attendees", "{\"people\":[\"" + person + "\"]}");
      document(person);
      imported(person);
      merged(person);
      put("/people/" + person, "{\"person\":{\"position\":\"qzxvposition\"}}");
      id(
          post(
              "/saved-searches",
              "{\"name\":\"Qzxvfirst Qzxvlast\",\"query\":\"name=qzxvfirst+qzxvlast&state=TX\"}"));
      id(post("/lists", "{\"name\":\"With Qzxvfirst Qzxvlast\"}"));
      upload("/business-cards", "", "handed.txt", "Qzxvfirst Qzxvlast\nqzxvwaiting\n9565557319");
      requirePdfA(held(person));
      settle(database, names);

      // First: all of it can be found.
      Set<String> dumped = names.inDump(database);
      assertThat(words(dumped))
          .contains(
              "qzxvfirst",
              "qzxvlast",
              "qzxvposition",
              "qzxvmail",
              "qzxvrole",
              "qzxvnote",
              "qzxvmerged",
              "qzxvoutcome");
      assertThat(dumped).contains("qzxvlast in node", "qzxvlast in chancery_idempotency");
      assertThat(mobile.inDump(database)).isNotEmpty();
      assertThat(personal.inDump(database)).isNotEmpty();
      assertThat(words(names.inFiles()))
          .contains(
              "qzxvlast",
              "qzxvmail",
              "qzxvformer",
              "qzxvcard",
              "qzxvimported",
              "qzxvmerged",
              "qzxvwaiting",
              "qzxvoutcome");
      assertThat(mobile.inFiles()).anyMatch(each -> each.contains("database/data/pg_wal"));
      assertThat(personal.inFiles()).isNotEmpty();
      assertThat(names.inIndex())
          .contains("qzxvmail in terms", "qzxvlast in terms")
          .anyMatch(each -> each.endsWith("in stored fields"));
      assertThat(mobile.inIndex()).contains(MOBILE + " in terms");
      assertThat(found("qzxvlast")).isPositive();

      order = ordered(person);
    }

    try (RunningServer running = new RunningServer(data)) {
      server = running;
      HikariDataSource database = server.bean(HikariDataSource.class);
      holdBack(database);
      Awaitility.await()
          .atMost(WITHIN)
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () ->
                  RunningServer.json(get("/erasures/" + order))
                      .path("state")
                      .asText()
                      .equals("done"));
      Set<String> left = new TreeSet<>();
      for (DataReading each : List.of(names, mobile, personal)) {
        each.inDump(database).forEach(word -> left.add("dump: " + word));
        each.inIndex().forEach(word -> left.add("index: " + word));
        each.inFiles().forEach(word -> left.add("files: " + word));
      }
      assertThat(left).isEmpty();
      assertThat(get("/people/" + person).statusCode()).isEqualTo(404);
      assertThat(found("qzxvlast")).isZero();
      assertThat(found(MOBILE)).isZero();

      // What is others' is whole.
      assertThat(get("/interactions/" + elsewhere).body())
          .contains("Jkwpother asked after [erased] at [erased]");
      assertThat(get("/interactions/" + with).statusCode()).isEqualTo(200);
      assertThat(words(new DataReading(data, STAYS).inDump(database)))
          .contains("jkwporganization", "jkwpother");
      HttpResponse<String> proof = get("/erasures/" + order + "/proof");
      assertThat(proof.statusCode()).isEqualTo(200);
      assertThat(proof.body()).startsWith("%PDF-1.7");
      requirePdfA(server.bytes(server.asProgram("/api/v1/erasures/" + order + "/proof")));

      // Nobody enters them again unnoticed, and trying leaves nothing either.
      HttpResponse<String> again = post("/people", PERSON);
      assertThat(again.statusCode()).as(again.body()).isEqualTo(409);
      assertThat(RunningServer.json(again).path("code").asText()).isEqualTo("stopped");
      assertThat(words(names.inDump(database))).isEmpty();

      server.bean(Ledger.class).sealNow();
      server.bean(Ledger.class).witnessNow();
      assertThat(new LedgerVerification(database, data.resolve("witness")).verify().clean())
          .isTrue();
    }
  }

  /**
   * A report that goes on for a while, as a transaction and as a search would: erasing waits for it
   * and is not defeated by it.
   */
  private static void holdBack(HikariDataSource database) throws Exception {
    Connection old = database.getConnection();
    old.setAutoCommit(false);
    old.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement statement = old.createStatement()) {
      statement.execute("SELECT count(*) FROM node");
    }
    CompletableFuture.delayedExecutor(20, TimeUnit.SECONDS)
        .execute(
            () -> {
              try {
                old.rollback();
                old.close();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  /** A file with the person and somebody else is imported: the person is known, the other new. */
  private void imported(String person) throws IOException {
    String sent =
        upload(
            "/imports",
            "",
            "contacts.csv",
            "First Name,Last Name,E-mail Address,Business Phone\r\n"
                + "Qzxvfirst,Qzxvlast,qzxvimported@private.example,\r\n"
                + "Ann,Jkwpimported,ann@jkwp.example,202-555-0111\r\n");
    String path = "/imports/" + sent;
    put(path + "/mapping", "{\"fields\":" + until(path, "mapping").path("fields") + "}", "");
    until(path, "deciding");
    JsonNode rows = RunningServer.json(get(path + "/rows")).path("items");
    for (JsonNode row : rows) {
      if (!row.path("candidates").isEmpty()) {
        put(
            path + "/rows/" + row.path("number").asInt(),
            "{\"decision\":\"merge\",\"with\":\"" + person + "\"}",
            "");
      }
    }
    assertThat(post(path + "/run", "").statusCode()).isEqualTo(202);
    until(path, "done");
  }

  private JsonNode until(String path, String state) {
    AtomicReference<JsonNode> now = new AtomicReference<>();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              now.set(RunningServer.json(get(path)));
              return now.get().path("state").asText().equals(state);
            });
    return now.get();
  }

  private void merged(String person) throws IOException {
    String other =
        id(
            post(
                "/people",
                "{\"person\":{\"firstName\":\"Qzxvfirst\",\"lastName\":\"Qzxvmerged\"},"
                    + "\"privateContact\":{\"email\":[\"qzxvmerged@private.example\"]}}"));
    HttpResponse<String> merged =
        post("/people/" + person + "/merge", "{\"from\":\"" + other + "\",\"reason\":\"Same\"}");
    assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
  }

  /** The paper in the package of what is held on the person. */
  private byte[] held(String person) throws IOException {
    byte[] zip =
        server.bytes(
            server
                .asProgram("/api/v1/subject-access")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"people\":[\"" + person + "\"],\"reason\":\"They asked\"}")));
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        if (each.getName().endsWith("held.pdf")) {
          return in.readAllBytes();
        }
      }
    }
    throw new AssertionError("There is no held.pdf in " + zip.length + " bytes");
  }

  private void requirePdfA(byte[] pdf) throws IOException {
    Path outside = Files.createTempFile("paper-", ".pdf");
    try {
      Files.write(outside, pdf);
      PdfA.Found found = PdfA.find(outside);
      assertThat(found.why()).isEmpty();
      assertThat(found.flavour()).isEqualTo("2b");
    } finally {
      Files.delete(outside);
    }
  }

  private String ordered(String person) throws IOException {
    JsonNode preview = RunningServer.json(get("/people/" + person + "/erasure"));
    List<Map<String, String>> decisions = new ArrayList<>();
    for (JsonNode each : preview.path("mentions")) {
      decisions.add(
          Map.of(
              "node", each.path("node").asText(),
              "decision", each.path("preset").asText("delete")));
    }
    HttpResponse<String> ordered =
        post(
            "/people/" + person + "/erasure",
            JSON.writeValueAsString(
                Map.of(
                    "via", "phone",
                    "reason", "Qzxvfirst Qzxvlast asked for it",
                    "mentions", decisions)));
    assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(202);
    return RunningServer.json(ordered).path("id").asText();
  }

  private static String interaction(String outcome, String person) throws IOException {
    return JSON.writeValueAsString(
        Map.of(
            "date", "2026-01-05", "mode", "phone", "people", List.of(person), "outcome", outcome));
  }

  private String upload(String path, String parent, String name, String text) throws IOException {
    String boundary = "parting-line";
    String body =
        "--"
            + boundary
            + (parent.isEmpty()
                ? ""
                : "\r\nContent-Disposition: form-data; name=\"parent\"\r\n\r\n"
                    + parent
                    + "\r\n--"
                    + boundary)
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\n\r\n"
            + text
            + "\r\n--"
            + boundary
            + "--\r\n";
    HttpResponse<String> sent =
        send("POST", path, body, "Content-Type", "multipart/form-data; boundary=" + boundary);
    assertThat(sent.statusCode()).as(sent.body()).isIn(201, 202);
    return RunningServer.json(sent).path("id").asText();
  }

  private void document(String person) throws IOException {
    String document = upload("/documents", person, "card.txt", "A card of qzxvcard");
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                RunningServer.json(get("/nodes/" + document))
                    .path("aspects")
                    .toString()
                    .contains("cor:read"));
  }

  /** Into tables and their statistics, and into the index. */
  private void settle(HikariDataSource database, DataReading names) throws Exception {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        // A new index has no commit before its first words are kept.
        .ignoreException(IndexNotFoundException.class)
        .until(() -> found("qzxvcard") == 1 && names.inIndex().contains("qzxvmail in terms"));
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE");
      statement.execute("CHECKPOINT");
    }
  }

  private static Set<String> words(Set<String> found) {
    return found.stream()
        .map(each -> each.split(" ")[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private int found(String word) throws IOException {
    return RunningServer.json(get("/search?q=" + word)).path("total").asInt();
  }

  private static String id(HttpResponse<String> created) {
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    return RunningServer.json(created).path("id").asText();
  }

  private HttpResponse<String> get(String path) throws IOException {
    return server.send(server.asProgram("/api/v1" + path));
  }

  private HttpResponse<String> post(String path, String json) throws IOException {
    return send(
        "POST",
        path,
        json,
        "Content-Type",
        "application/json",
        "Idempotency-Key",
        UUID.randomUUID().toString());
  }

  private void put(String path, String json) throws IOException {
    String tag = get(path).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> changed =
        send("PUT", path, json, "Content-Type", "application/json", "If-Match", tag);
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
  }

  private void put(String path, String json, String none) throws IOException {
    HttpResponse<String> changed = send("PUT", path, json, "Content-Type", "application/json");
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException {
    HttpRequest.Builder request =
        server.asProgram("/api/v1" + path).method(method, BodyPublishers.ofString(body));
    return server.send(request.headers(headers));
  }
}
