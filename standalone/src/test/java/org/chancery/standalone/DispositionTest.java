package org.chancery.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.Chancery;
import org.chancery.core.access.Actor;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.standalone.store.PostgresStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From due to gone on the embedded database, with everything that runs in the background. */
class DispositionTest {
  private static final String API = "/api/v1/";
  private static final Actor SECOND =
      new Actor(new Caller("second", Set.of(), false), Optional.empty(), "test");

  @TempDir static Path data;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = new RunningServer(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode post(String path, String json, int status) throws IOException {
    return send("POST", path, json, status);
  }

  private static JsonNode send(String method, String path, String json, int status)
      throws IOException {
    HttpResponse<String> answer =
        server.send(
            server
                .asProgram(API + path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json.replace('\'', '"'))));
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
    return RunningServer.json(answer);
  }

  private static HttpResponse<String> get(String path) throws IOException {
    return server.send(server.asProgram(API + path).GET());
  }

  private static JsonNode done(String disposition) throws IOException, InterruptedException {
    Instant until = Instant.now().plus(Duration.ofMinutes(3));
    JsonNode now = RunningServer.json(get("dispositions/" + disposition));
    while (!now.get("state").asText().equals("DONE") && Instant.now().isBefore(until)) {
      Thread.sleep(500);
      now = RunningServer.json(get("dispositions/" + disposition));
    }
    return now;
  }

  private static NodeId approved(String disposition) throws IOException {
    NodeId id = NodeId.of(disposition);
    post("dispositions/" + id + "/approve", "{'reason':'it may go'}", 200);
    post("dispositions/" + id + "/approve", "{'reason':'once more'}", 403);
    Chancery chancery = server.bean(Chancery.class);
    server
        .bean(PostgresStore.class)
        .transactions()
        .write(() -> chancery.recordsDesk().approvals().approve(SECOND, id, "I agree"));
    return id;
  }

  private static boolean there(String id) {
    Nodes nodes = server.bean(PostgresStore.class).nodes();
    return server
        .bean(PostgresStore.class)
        .transactions()
        .read(() -> nodes.find(Caller.ofSystem(), NodeId.of(id)).isPresent());
  }

  @Test
  void aCaseFolderIsReviewedApprovedByTwoDestroyedAndCertified() throws Exception {
    String folder =
        post("case-folders", "{'holderKind':'individual','holderName':'Doe, Jane'}", 201)
            .get("id")
            .asText();
    String file =
        post(
                "case-folders/" + folder + "/case-files",
                "{'subject':'About a roof','source':'public'}",
                201)
            .get("id")
            .asText();
    post("case-files/" + file + "/close", "{}", 200);
    Chancery chancery = server.bean(Chancery.class);
    server
        .bean(PostgresStore.class)
        .transactions()
        .write(
            () ->
                chancery
                    .schedule()
                    .clocks()
                    .migrated(
                        NodeId.of(folder),
                        Instant.parse("2011-01-02T12:00:00Z"),
                        ActivityKind.CLOSE));
    assertThat(post("records/run-clock", "{}", 200).get("proposed").asInt()).isZero();
    assertThat(RunningServer.json(get("records/queues/awaiting-review")).at("/items/0/folder/id"))
        .hasToString('"' + folder + '"');
    assertThat(
            post(
                    "reviews",
                    "{'folders':['" + folder + "'],'decision':'temporary','reason':'read it'}",
                    200)
                .get("reviewed")
                .asInt())
        .isEqualTo(1);
    assertThat(post("records/run-clock", "{}", 200).get("proposed").asInt()).isEqualTo(1);
    JsonNode queued = RunningServer.json(get("records/queues/awaiting-approval")).at("/items/0");
    String disposition = queued.at("/disposition/id").asText();
    approved(disposition);
    JsonNode end = done(disposition);
    assertThat(end.get("state").asText()).as(end.toString()).isEqualTo("DONE");
    assertThat(end.get("approvals")).hasSize(2);
    assertThat(end.at("/approvals/1/reason").asText()).isEqualTo("I agree");
    assertThat(end.get("certificate").asBoolean()).isTrue();
    assertThat(there(folder)).isFalse();
    assertThat(get("dispositions/" + disposition + "/certificate").body()).startsWith("%PDF-");
    String list = get("dispositions/" + disposition + "/certificate?part=hashes").body();
    assertThat(list).contains("seal,");
    JsonNode stub = RunningServer.json(get("stubs?q=CORR-TEMP")).at("/items/0");
    assertThat(stub.get("of").asText()).isEqualTo(folder);
    send(
        "PUT",
        "nodes/" + stub.get("id").asText() + "/series",
        "{'series':'CORR-PERM','reason':'x'}",
        409);
    assertThat(get("records/reports/destructions").body()).contains(stub.get("name").asText());
    assertThat(get("audit?action=DISPOSE").body()).contains(folder);
  }

  @Test
  void aFolderOfTheLibraryGoesOnceItIsNoLongerNeeded() throws Exception {
    String shelf =
        post(
                "nodes/" + Place.LIBRARY.id() + "/children",
                "{'type':'cm:folder','name':'Reports of one day'}",
                201)
            .get("id")
            .asText();
    send("PUT", "nodes/" + shelf + "/series", "{'series':'ADHOC-REPORTS','reason':'x'}", 200);
    post("nodes/" + shelf + "/no-longer-needed", "{'reason':'the meeting is over'}", 200);
    JsonNode run = post("records/run-clock", "{}", 200);
    List<String> states = List.of("eligible", "proposed", "running");
    String state = RunningServer.json(get("nodes/" + shelf + "/retention")).get("state").asText();
    assertThat(states).as(run.toString()).contains(state);
    if (state.equals("proposed")) {
      JsonNode queue =
          RunningServer.json(get("records/queues/awaiting-approval?series=ADHOC-REPORTS"));
      String disposition = queue.at("/items/0/disposition/id").asText();
      approved(disposition);
      assertThat(done(disposition).get("state").asText()).isEqualTo("DONE");
      assertThat(there(shelf)).isFalse();
    }
  }
}
