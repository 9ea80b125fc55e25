package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.correspondence.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeRoutesTest {
  private static final String LIBRARY = Place.LIBRARY.id().value();

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    clerk = host.as("clerk");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private TestHost.Reply document(String name) {
    return clerk.post(
        "/nodes/" + LIBRARY + "/children",
        "{'type':'cor:document','name':'" + name + "','properties':{'cm:title':'A title'}}");
  }

  private String caseFile() {
    String folder =
        clerk
            .post("/case-folders", "{'holderKind':'individual','holderName':'Okafor, Maria'}")
            .text("id");
    return clerk
        .post(
            "/case-folders/" + folder + "/case-files",
            "{'subject':'A subject','source':'congress','dueDate':'2026-12-01'}")
        .text("id");
  }

  @Test
  void theTreeIsWalkedFromTheRoot() {
    JsonNode root = clerk.get("/nodes/root").json();
    JsonNode top = clerk.get("/nodes/" + root.get("id").asText() + "/children").json();
    assertThat(top.get("items"))
        .extracting(node -> node.get("name").asText())
        .containsExactly("Case folders", "Intake", "Library", "Records", "Stakeholders");
    JsonNode intake = clerk.get("/nodes/" + Place.INTAKE.id() + "/children").json();
    assertThat(intake.get("items"))
        .extracting(node -> node.get("name").asText())
        .containsExactly("OPA");
  }

  @Test
  void propertiesChangeOnlyWithTheRevisionThatWasSeen() {
    TestHost.Reply made = document("a.txt");
    String path = "/nodes/" + made.text("id") + "/properties";
    String change = "{'properties':{'cm:title':'New','cor:addressee':'The Secretary'}}";
    assertThat(clerk.put(path, change).status()).isEqualTo(428);
    TestHost.Reply changed = clerk.put(path, change, "If-Match", made.tag());
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("title")).isEqualTo("New");
    assertThat(changed.json().get("aspects").toString()).contains("cor:letter");
    TestHost.Reply stale = clerk.put(path, change, "If-Match", made.tag());
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.text("code")).isEqualTo("stale");
    assertThat(stale.json().get("currentRevision").asLong())
        .isEqualTo(changed.json().get("revision").asLong());
    TestHost.Reply cleared =
        clerk.put(path, "{'properties':{'cm:title':null}}", "If-Match", changed.tag());
    assertThat(cleared.json().get("properties").has("cm:title")).isFalse();
  }

  @Test
  void valuesOfTheWrongKindAndKeptOnesAreNamed() {
    String file = caseFile();
    TestHost.Reply refused =
        clerk.put(
            "/nodes/" + file + "/properties",
            "{'properties':{'cor:dueDate':'soon','cor:fileNumber':'X','no:such':1,"
                + "'cor:component':'OPA'}}",
            "If-Match",
            clerk.get("/nodes/" + file).tag());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().get("problems").size()).isEqualTo(4);
  }

  @Test
  void aNameThatIsTakenIsSaid() {
    document("same.txt");
    assertThat(document("same.txt").text("code")).isEqualTo("name-taken");
    assertThat(document("what?.txt").status()).isEqualTo(400);
  }

  @Test
  void movingNeedsTheRevisionAndKeepsCasesWhereTheyAre() {
    TestHost.Reply made = document("a.txt");
    String folder =
        clerk
            .post("/nodes/" + LIBRARY + "/children", "{'type':'cm:folder','name':'Sub'}")
            .text("id");
    String move = "{'parent':'" + folder + "','name':'b.txt'}";
    String path = "/nodes/" + made.text("id") + "/move";
    assertThat(clerk.post(path, move, "If-Match", "\"99\"").status()).isEqualTo(412);
    TestHost.Reply moved = clerk.post(path, move, "If-Match", made.tag());
    assertThat(moved.text("name")).isEqualTo("b.txt");
    assertThat(moved.json().at("/path/2/name").asText()).isEqualTo("Sub");
    String file = caseFile();
    assertThat(
            host.as("secretary")
                .post(
                    "/nodes/" + file + "/move",
                    "{'parent':'" + LIBRARY + "'}",
                    "If-Match",
                    clerk.get("/nodes/" + file).tag())
                .status())
        .isEqualTo(403);
  }

  @Test
  void whatHoldsTheTreeTogetherIsNotDeleted() {
    TestHost.Client admin = host.program("admin");
    TestHost.Reply library = admin.get("/nodes/" + LIBRARY);
    assertThat(admin.delete("/nodes/" + LIBRARY, "If-Match", library.tag()).status())
        .isEqualTo(403);
  }

  @Test
  void newContentMakesAVersionAndIsReadAgain() {
    String id = clerk.upload("memo.txt", "The first", Map.of("parent", LIBRARY)).text("id");
    TestHost.await(() -> host.host.queue().size("reading") == 0);
    TestHost.Reply changed =
        clerk.send(
            "PUT",
            "/nodes/" + id + "/content?comment=Better&major=1",
            Map.of("If-Match", clerk.get("/nodes/" + id).tag(), "Content-Type", "text/plain"),
            "The second".getBytes(StandardCharsets.UTF_8));
    assertThat(changed.status()).isEqualTo(200);
    TestHost.await(() -> host.host.queue().size("reading") == 0);
    JsonNode versions = clerk.get("/nodes/" + id + "/versions").json().get("items");
    assertThat(versions)
        .extracting(version -> version.get("label").asText())
        .containsExactly("2.0", "1.0");
    assertThat(clerk.get("/nodes/" + id + "/content?version=1.0").body()).isEqualTo("The first");
    assertThat(clerk.get("/nodes/" + id + "/content").body()).isEqualTo("The second");
    assertThat(clerk.get("/nodes/" + id + "/content?rendition=text").body())
        .isEqualTo("The second");
    assertThat(clerk.get("/nodes/" + id + "/content?version=7.0").status()).isEqualTo(404);
  }

  @Test
  void aReceivedOriginalIsNeverReplaced() {
    String id = host.ready(clerk, "letter.txt", "Dear all");
    TestHost.Reply refused =
        clerk.send(
            "PUT",
            "/nodes/" + id + "/content",
            Map.of("If-Match", clerk.get("/nodes/" + id).tag()),
            "forged".getBytes(StandardCharsets.UTF_8));
    assertThat(refused.text("code")).isEqualTo("wrong-state");
    assertThat(clerk.get("/nodes/" + id + "/content").body()).isEqualTo("Dear all");
  }

  @Test
  void contentIsServedInRangesAndSafely() {
    String id = clerk.upload("page.html", "0123456789", Map.of("parent", LIBRARY)).text("id");
    String path = "/nodes/" + id + "/content";
    TestHost.Reply whole = clerk.get(path);
    assertThat(whole.response().headers())
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Accept-Ranges", "bytes");
    assertThat(whole.response().headers().get("Content-Security-Policy")).contains("sandbox");
    TestHost.Reply part = clerk.send("GET", path, Map.of("Range", "bytes=2-4"), new byte[0]);
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("234");
    assertThat(part.response().headers()).containsEntry("Content-Range", "bytes 2-4/10");
    assertThat(clerk.send("GET", path, Map.of("Range", "bytes=-3"), new byte[0]).body())
        .isEqualTo("789");
    assertThat(clerk.send("GET", path, Map.of("Range", "bytes=10-"), new byte[0]).status())
        .isEqualTo(416);
    assertThat(clerk.send("GET", path, Map.of("If-None-Match", whole.tag()), new byte[0]).status())
        .isEqualTo(304);
  }

  @Test
  void activeContentIsNeverShownInPlace() {
    String id =
        clerk
            .post("/nodes/" + LIBRARY + "/children", "{'type':'cor:document','name':'page.html'}")
            .text("id");
    clerk.send(
        "PUT",
        "/nodes/" + id + "/content",
        Map.of("If-Match", clerk.get("/nodes/" + id).tag(), "Content-Type", "text/html"),
        "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    Map<String, String> headers = clerk.get("/nodes/" + id + "/content").response().headers();
    assertThat(headers.get("Content-Disposition")).startsWith("attachment");
    assertThat(headers).containsEntry("Content-Type", "application/octet-stream");
  }

  @Test
  void aLockHidesAFileWithItsFolderAndUnlockingBringsBothBack() {
    String file = caseFile();
    String folder = clerk.get("/nodes/" + file).text("parent");
    TestHost.Client secretary = host.as("secretary");
    String lock =
        "{'inherits':false,'grants':[{'authority':'secretary','role':'COORDINATOR'}],"
            + "'reason':'A threat was made'}";
    assertThat(host.as("reviewer").put("/nodes/" + file + "/permissions", lock).status())
        .isEqualTo(403);
    assertThat(secretary.put("/nodes/" + file + "/permissions", lock).status()).isEqualTo(200);
    assertThat(clerk.get("/nodes/" + file).status()).isEqualTo(404);
    assertThat(clerk.get("/nodes/" + folder).status()).isEqualTo(404);
    assertThat(clerk.get("/search?type=cor:caseFile").json().get("total").asInt()).isZero();
    assertThat(secretary.get("/nodes/" + file).json().get("locked").asBoolean()).isTrue();
    assertThat(secretary.get("/nodes/" + file + "/permissions").text("reason"))
        .isEqualTo("A threat was made");
    secretary.put(
        "/nodes/" + file + "/permissions",
        "{'inherits':true,'grants':[],'reason':'It was withdrawn'}");
    assertThat(clerk.get("/nodes/" + file).status()).isEqualTo(200);
    assertThat(clerk.get("/nodes/" + folder).status()).isEqualTo(200);
    assertThat(host.as("stranger").get("/nodes/" + file).status()).isEqualTo(404);
    assertThat(clerk.get("/nodes/" + file).json().get("locked").asBoolean()).isFalse();
    assertThat(host.host.ledger().events().toString()).doesNotContain("threat");
    assertThat(host.host.ledger().events())
        .filteredOn(event -> event.action() == Action.CHANGE_PERMISSIONS)
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void aLockWithoutReasonIsRefusedAndWhoeverLocksKeepsTheKey() {
    String file = caseFile();
    TestHost.Client supervisor = host.as("supervisor");
    String path = "/nodes/" + file + "/permissions";
    assertThat(supervisor.put(path, "{'inherits':false,'grants':[],'reason':' '}").status())
        .isEqualTo(400);
    JsonNode locked = supervisor.put(path, "{'inherits':false,'grants':[],'reason':'x'}").json();
    assertThat(locked.at("/grants/0/authority").asText()).isEqualTo("supervisor");
    assertThat(locked.at("/grants/0/label").asText()).isEqualTo("supervisor by name");
    assertThat(supervisor.get(path).status()).isEqualTo(200);
    assertThat(clerk.get(path).status()).isEqualTo(404);
  }

  @Test
  void fileNumbersAreNeverGivenTwice() throws InterruptedException {
    String folder =
        clerk
            .post("/case-folders", "{'holderKind':'organization','holderName':'The Chamber'}")
            .text("id");
    Set<String> numbers = ConcurrentHashMap.newKeySet();
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                for (int n = 0; n < 5; n++) {
                  numbers.add(
                      clerk
                          .post(
                              "/case-folders/" + folder + "/case-files",
                              "{'subject':'S','source':'ngo'}")
                          .text("name"));
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(numbers).hasSize(20).allMatch(number -> number.matches("\\d{4}-\\d{6}"));
  }

  @Test
  void theModelTheLedgerAuthoritiesHealthAndHistoryAnswerAsTheContractSays() {
    assertThat(clerk.get("/model").json().get("types").size()).isGreaterThan(20);
    assertThat(clerk.get("/authorities?q=public").json().at("/items/0/kind").asText())
        .isEqualTo("GROUP");
    assertThat(host.nobody().get("/health").text("status")).isEqualTo("up");
    String file = caseFile();
    assertThat(clerk.get("/nodes/" + file + "/history").json().at("/items/0/action").asText())
        .isEqualTo("CREATE");
    TestHost.Client isso = host.as("isso");
    JsonNode ledger = isso.get("/audit?action=CREATE&limit=1").json();
    assertThat(ledger.get("items")).hasSize(1);
    assertThat(ledger.get("cursor").asText()).isNotBlank();
    assertThat(host.host.ledger().events())
        .filteredOn(event -> event.action() == Action.READ_LEDGER)
        .extracting(AuditEvent::user)
        .containsExactly("isso");
    assertThat(isso.get("/audit?action=NOSUCH").status()).isEqualTo(400);
  }

  @Test
  void aSearchIsAnsweredAndItsWordsAreNotRecorded() {
    host.ready(clerk, "letter.txt", "A zeppelin over Duluth");
    JsonNode found = clerk.get("/search?q=zeppelin&facet=intakeState:ready").json();
    assertThat(found.get("total").asInt()).isEqualTo(1);
    assertThat(found.at("/facets/intakeState/0/label").asText()).isEqualTo("Ready to file");
    assertThat(host.as("stranger").get("/search?q=zeppelin").json().get("total").asInt()).isZero();
    assertThat(host.host.ledger().events().toString()).doesNotContain("zeppelin");
    assertThat(clerk.get("/search?facet=nosuch:x").status()).isEqualTo(400);
    assertThat(clerk.get("/search?limit=0").status()).isEqualTo(400);
  }
}
