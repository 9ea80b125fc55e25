package org.chancery.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.chancery.core.Chancery;
import org.chancery.core.access.Actor;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Held;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Transactions;
import org.chancery.ledger.Ledger;
import org.chancery.ledger.LedgerVerification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Words of a folder that is removed and erased are found nowhere any more, where they were found
 * before: not in any file of the data folder, not in what a dump copies, not in the index, not over
 * HTTP (requirement R6).
 */
class NothingIsLeftTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How every word begins that has to go. */
  private static final String GOES = "qzxv";

  /** How every word begins that stays. */
  private static final String STAYS = "jkwp";

  private static final Duration WITHIN = Duration.ofMinutes(15);

  @TempDir Path folder;

  private RunningServer server;
  private String doomed;

  @Test
  void afterErasingNoWordIsFoundAnywhere() throws Exception {
    Path data = folder.resolve("data");
    DataReading going = new DataReading(data, GOES);
    DataReading staying = new DataReading(data, STAYS);
    String neighbour;
    try (RunningServer running = new RunningServer(data)) {
      server = running;
      HikariDataSource database = server.bean(HikariDataSource.class);
      neighbour = neighbour();
      doomed = doomed();
      settle(database);

      // First: it can be found at all.
      Set<String> dumped = going.inDump(database);
      assertThat(words(dumped))
          .contains(
              "qzxvholder",
              "qzxvsubject",
              "qzxvname",
              "qzxvnote",
              "qzxvtitle",
              "qzxvcomment",
              "qzxvroute",
              "qzxvreason",
              "qzxvperson");
      assertThat(dumped)
          .contains(
              "qzxvname in chancery_idempotency",
              "qzxvreason in chancery_queue_work",
              "qzxvroute in act_hi_varinst",
              "qzxvcomment in version")
          .anyMatch(each -> each.endsWith(" in pg_stats"));
      Set<String> raw = going.inFiles();
      assertThat(words(raw))
          .contains(
              "qzxvoriginal",
              "qzxvversion",
              "qzxvsubject",
              "qzxvname",
              "qzxvdrafted",
              "qzxvformer");
      assertThat(raw)
          .anyMatch(each -> each.startsWith("qzxvoriginal in content"))
          .anyMatch(each -> each.startsWith("qzxvversion in content"))
          .anyMatch(each -> each.startsWith("qzxvname in database/data/base"))
          .anyMatch(each -> each.startsWith("qzxvname in database/data/pg_wal"));
      Set<String> indexed = going.inIndex();
      assertThat(indexed)
          .contains("qzxvname in terms", "qzxvversion in terms")
          .anyMatch(each -> each.endsWith("in stored fields"));
      assertThat(found("qzxvversion")).isEqualTo(1);
      assertThat(found("qzxvsubject")).isPositive();
      assertThat(words(staying.inFiles())).contains("jkwpshared", "jkwpname");

      Destruction destruction = server.bean(Destruction.class);
      server
          .bean(Transactions.class)
          .write(() -> destruction.remove(Caller.ofSystem(), NodeId.of(doomed)));
      assertThat(words(going.inFiles()))
          .as("removing alone leaves words in files")
          .contains("qzxvoriginal", "qzxvname");
    }

    // What removing left is known to the next server, too.
    try (RunningServer running = new RunningServer(data)) {
      server = running;
      HikariDataSource database = server.bean(HikariDataSource.class);
      Destruction destruction = server.bean(Destruction.class);
      Instant from = Instant.now();
      assertThat(destruction.erase()).isEmpty();
      assertThat(Duration.between(from, Instant.now())).isLessThan(WITHIN);

      Set<String> dumpedAfter = going.inDump(database);
      Set<String> indexedAfter = going.inIndex();
      Set<String> rawAfter = going.inFiles();
      SoftAssertions.assertSoftly(
          all -> {
            all.assertThat(dumpedAfter).as("dump").isEmpty();
            all.assertThat(indexedAfter).as("index").isEmpty();
            all.assertThat(rawAfter).as("files").isEmpty();
          });
      assertThat(found("qzxvversion")).isZero();
      assertThat(get("/api/v1/nodes/" + doomed).statusCode()).isEqualTo(404);
      assertThat(destruction.erase()).isEmpty();

      // What lies elsewhere is whole.
      assertThat(get("/api/v1/nodes/" + neighbour + "/content").body()).contains("jkwpshared");
      assertThat(found("jkwpshared")).isEqualTo(1);
      assertThat(words(staying.inDump(database))).contains("jkwpname");
      server.bean(Ledger.class).sealNow();
      server.bean(Ledger.class).witnessNow();
      assertThat(new LedgerVerification(database, data.resolve("witness")).verify().clean())
          .isTrue();
    }
    // Nor is anything put down when the server ends.
    assertThat(going.inFiles()).isEmpty();
  }

  @Test
  void whatIsHeldIsNotRemoved() throws Exception {
    try (RunningServer running = new RunningServer(folder.resolve("data"))) {
      server = running;
      String caseFolder =
          id(post("/api/v1/case-folders", object("holderKind", "individual", "holderName", "A B")));
      String file =
          id(
              post(
                  "/api/v1/case-folders/" + caseFolder + "/case-files",
                  object("subject", "A subject", "source", "public")));
      Chancery chancery = server.bean(Chancery.class);
      Transactions transactions = server.bean(Transactions.class);
      NodeId hold =
          transactions.write(
              () -> chancery.holds().place(Actor.ofSystem(), "litigation", "A claim").id());
      transactions.write(
          () -> chancery.holds().add(Actor.ofSystem(), hold, List.of(NodeId.of(file))));
      Destruction destruction = server.bean(Destruction.class);
      assertThatThrownBy(
              () ->
                  transactions.write(
                      () -> destruction.remove(Caller.ofSystem(), NodeId.of(caseFolder))))
          .isInstanceOf(Held.class);
      assertThat(get("/api/v1/nodes/" + file).statusCode()).isEqualTo(200);
      assertThat(destruction.erase()).isEmpty();
    }
  }

  /** Somewhere else, with the same bytes as something that goes. */
  private String neighbour() throws Exception {
    String document =
        id(server.upload("jkwpname.txt", "The very same letter about jkwpshared matters."));
    awaitRead(document);
    return document;
  }

  private String doomed() throws Exception {
    String caseFolder =
        id(
            post(
                "/api/v1/case-folders",
                object("holderKind", "individual", "holderName", "Qzxvholder")));
    String file =
        id(
            post(
                "/api/v1/case-folders/" + caseFolder + "/case-files",
                object("subject", "On qzxvsubject", "source", "public")));
    Map<String, String> parts = new HashMap<>();
    RunningServer.json(get("/api/v1/nodes/" + file + "/children"))
        .path("items")
        .forEach(part -> parts.put(part.path("name").asText(), part.path("id").asText()));
    child(parts.get("people"), "cor:correspondent", Map.of("cor:lastName", "Qzxvperson"));
    child(
        parts.get("routing"),
        "cor:note",
        Map.of("cor:noteText", "of some length ".repeat(600) + "qzxvnote and more"));
    String document = upload("qzxvname.txt", "A letter of qzxvoriginal matters.", parts);
    upload("other.txt", "The very same letter about jkwpshared matters.", parts);
    properties(document, "cm:title", "About qzxvformer");
    properties(document, "cm:title", "About qzxvtitle");
    send(
        "PUT",
        "/api/v1/nodes/" + document + "/content?comment=qzxvcomment",
        "Now of qzxvversion matters.",
        "Content-Type",
        "text/plain",
        "If-Match",
        tag(document));
    awaitRead(document);
    routed(file, document);
    return caseFolder;
  }

  /** A route's variable, and work that was put back for a reason that quotes something. */
  private void routed(String file, String document) throws Exception {
    HttpResponse<String> started =
        post(
            "/api/v1/case-files/" + file + "/routes",
            object(
                "template",
                "citizenLetter",
                "lead",
                "GROUP_COMPONENT_EXECSEC",
                "reviewer",
                "admin",
                "instruction",
                "Qzxvdrafted answer"));
    assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
    try (Connection connection = server.bean(HikariDataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : List.of("act_ru_variable", "act_hi_varinst")) {
        assertThat(
                statement.executeUpdate(
                    "UPDATE " + table + " SET text2_ = 'qzxvroute' WHERE text_ = '" + file + "'"))
            .isPositive();
      }
      statement.execute(
          "INSERT INTO chancery_queue_work (queue, key, due, reason) VALUES ('mail', '"
              + document
              + "', now() + interval '1 day', 'Could not send to qzxvreason')");
    }
  }

  /** Into tables and their statistics, and into the index. */
  private void settle(HikariDataSource database) throws Exception {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> found("qzxvversion") == 1 && found("qzxvtitle") == 1);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> words(new DataReading(folder.resolve("data"), GOES).inIndex()).size() > 3);
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
    return RunningServer.json(get("/api/v1/search?q=" + word)).path("total").asInt();
  }

  private void awaitRead(String document) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              JsonNode node = RunningServer.json(get("/api/v1/nodes/" + document));
              return node.path("aspects").toString().contains("cor:read");
            });
  }

  private String upload(String name, String text, Map<String, String> parts) throws IOException {
    String boundary = "parting-line";
    String body =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"parent\"\r\n\r\n"
            + parts.get("documents")
            + "\r\n--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\n\r\n"
            + text
            + "\r\n--"
            + boundary
            + "--\r\n";
    String document =
        id(
            send(
                "POST",
                "/api/v1/documents",
                body,
                "Content-Type",
                "multipart/form-data; boundary=" + boundary,
                "Idempotency-Key",
                UUID.randomUUID().toString()));
    awaitRead(document);
    return document;
  }

  private void child(String parent, String type, Map<String, String> values) throws IOException {
    id(
        post(
            "/api/v1/nodes/" + parent + "/children",
            JSON.writeValueAsString(
                Map.of("type", type, "name", "n-" + UUID.randomUUID(), "properties", values))));
  }

  private void properties(String node, String name, String value) throws IOException {
    HttpResponse<String> changed =
        send(
            "PUT",
            "/api/v1/nodes/" + node + "/properties",
            JSON.writeValueAsString(Map.of("properties", Map.of(name, value))),
            "Content-Type",
            "application/json",
            "If-Match",
            tag(node));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
  }

  private String tag(String node) throws IOException {
    return get("/api/v1/nodes/" + node).headers().firstValue("ETag").orElseThrow();
  }

  private static String object(String... pairs) throws IOException {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return JSON.writeValueAsString(map);
  }

  private static String id(HttpResponse<String> created) {
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    return RunningServer.json(created).path("id").asText();
  }

  private HttpResponse<String> get(String path) throws IOException {
    return server.send(server.asProgram(path));
  }

  private HttpResponse<String> post(String path, String json) throws IOException {
    return send("POST", path, json, "Content-Type", "application/json");
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException {
    HttpRequest.Builder request =
        server.asProgram(path).method(method, BodyPublishers.ofString(body));
    return server.send(headers.length == 0 ? request : request.headers(headers));
  }
}
