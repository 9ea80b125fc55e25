package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.NodeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordRoutesTest {
  private static final String LIBRARY = Place.LIBRARY.id().value();

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client supervisor;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    clerk = host.as("clerk");
    supervisor = host.as("supervisor");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private String document(String name) {
    return document(LIBRARY, name);
  }

  private String document(String parent, String name) {
    String id = clerk.upload(name, "Dear Secretary", Map.of("parent", parent)).text("id");
    TestHost.await(() -> host.host.queue().size("reading") == 0);
    return id;
  }

  private String caseFile() {
    String folder =
        clerk
            .post("/case-folders", "{'holderKind':'individual','holderName':'Okafor, Maria'}")
            .text("id");
    return clerk
        .post("/case-folders/" + folder + "/case-files", "{'subject':'A','source':'congress'}")
        .text("id");
  }

  private String child(String parent, String name) {
    for (JsonNode each : clerk.get("/nodes/" + parent + "/children").json().get("items")) {
      if (each.get("name").asText().equals(name)) {
        return each.get("id").asText();
      }
    }
    throw new AssertionError("No " + name);
  }

  private static TestHost.Reply declare(TestHost.Client who, String id) {
    return who.post("/nodes/" + id + "/declare", "{}");
  }

  private List<AuditEvent> ledger(String id) {
    return host
        .host
        .ledger()
        .read(AuditTrail.Filter.ofObject(NodeId.of(id)), Optional.empty(), 100)
        .items()
        .stream()
        .map(AuditTrail.AuditEntry::event)
        .toList();
  }

  @Test
  void aDeclaredDocumentShowsItsNumberAndCanOnlyBeReadAndLocked() {
    String id = document("a.txt");
    TestHost.Reply declared = declare(supervisor, id);
    assertThat(declared.status()).isEqualTo(200);
    JsonNode record = declared.json().get("record");
    assertThat(record.get("recordId").asText()).matches("R-\\d{4}-\\d{6}");
    assertThat(record.get("declaredBy").asText()).isEqualTo("supervisor");
    assertThat(record.get("digest").asText()).hasSize(64);
    assertThat(record.has("with")).isFalse();
    assertThat(clerk.get("/nodes/" + id).json().get("record")).isEqualTo(record);
    assertThat(clerk.get("/nodes/" + id).json().get("allowed").toString()).isEqualTo("[\"READ\"]");
    assertThat(ledger(id))
        .anySatisfy(
            row -> {
              assertThat(row.action()).isEqualTo(Action.DECLARE);
              assertThat(row.details()).containsEntry("record", record.get("recordId").asText());
            });
  }

  @Test
  void everyChangeOfARecordIsRefusedAndInTheLedger() {
    String id = document("a.txt");
    TestHost.Reply record = declare(supervisor, id);
    String path = "/nodes/" + id;
    String tag = record.tag();
    List<TestHost.Reply> refused =
        List.of(
            clerk.put(path + "/properties", "{'properties':{'cm:title':'New'}}", "If-Match", tag),
            clerk.send(
                "PUT",
                path + "/content",
                Map.of("If-Match", tag, "Content-Type", "text/plain"),
                new byte[] {1}),
            clerk.post(path + "/move", "{'name':'b.txt'}", "If-Match", tag),
            clerk.post(
                path + "/move",
                "{'parent':'" + Place.STAKEHOLDERS.below("People") + "'}",
                "If-Match",
                tag),
            clerk.delete(path));
    assertThat(refused)
        .allSatisfy(
            reply -> {
              assertThat(reply.status()).isEqualTo(409);
              assertThat(reply.text("code")).isEqualTo("declared-record");
              assertThat(reply.text("detail")).contains("declared record").contains("correction");
            });
    assertThat(ledger(id))
        .filteredOn(row -> row.outcome() == AuditEvent.Outcome.DENIED)
        .extracting(AuditEvent::action)
        .containsExactlyInAnyOrder(
            Action.UPDATE, Action.UPDATE, Action.MOVE, Action.MOVE, Action.DELETE);
    assertThat(clerk.get(path).tag()).isEqualTo(tag);
  }

  @Test
  void aCaseFileIsDeclaredWithAllThatItHolds() {
    String file = caseFile();
    String documents = child(file, "documents");
    String letter = document(documents, "letter.txt");
    TestHost.Reply whole = declare(supervisor, file);
    assertThat(whole.status()).isEqualTo(200);
    String number = whole.json().path("record").path("recordId").asText();
    Set<String> digests = new HashSet<>();
    for (String part : List.of(child(file, "people"), documents, letter)) {
      JsonNode record = clerk.get("/nodes/" + part).json().get("record");
      assertThat(record.get("recordId").asText()).isEqualTo(number);
      assertThat(record.get("with").asText()).isEqualTo(file);
      digests.add(record.get("digest").asText());
    }
    assertThat(digests).hasSize(3);
    TestHost.Reply added = clerk.upload("late.txt", "Too late", Map.of("parent", documents));
    assertThat(added.status()).isEqualTo(409);
    assertThat(added.text("code")).isEqualTo("declared-record");
  }

  @Test
  void aLetterIsNeitherFiledIntoNorTakenOutOfADeclaredCaseFile() {
    String file = caseFile();
    String filed = host.ready(clerk, "one.txt", "Dear Secretary");
    clerk.post("/intake/" + filed + "/file", "{'caseFile':'" + file + "'}");
    declare(supervisor, file);
    String late = host.ready(clerk, "two.txt", "Dear Secretary, again");
    assertThat(clerk.post("/intake/" + late + "/file", "{'caseFile':'" + file + "'}").text("code"))
        .isEqualTo("declared-record");
    assertThat(clerk.get("/intake/" + late).text("state")).isEqualTo("ready");
    assertThat(clerk.post("/intake/" + filed + "/unfile", "{}").text("code"))
        .isEqualTo("declared-record");
    assertThat(clerk.post("/intake/" + filed + "/retry", "{}").text("code"))
        .isEqualTo("declared-record");
  }

  @Test
  void theFolderAroundARecordStays() {
    String outer =
        clerk
            .post("/nodes/" + LIBRARY + "/children", "{'type':'cm:folder','name':'outer'}")
            .text("id");
    String inner =
        clerk
            .post("/nodes/" + outer + "/children", "{'type':'cm:folder','name':'inner'}")
            .text("id");
    declare(supervisor, document(inner, "a.txt"));
    TestHost.Reply seen = clerk.get("/nodes/" + inner);
    assertThat(clerk.delete("/nodes/" + outer).text("code")).isEqualTo("declared-record");
    assertThat(
            clerk
                .post(
                    "/nodes/" + inner + "/move",
                    "{'parent':'" + LIBRARY + "'}",
                    "If-Match",
                    seen.tag())
                .text("code"))
        .isEqualTo("declared-record");
    assertThat(seen.json().get("aspects").toString()).doesNotContain("holdsRecords");
  }

  @Test
  void declaringNeedsTheRoleTheRightAndWhatCanBeDeclared() {
    String id = document("a.txt");
    assertThat(declare(clerk, id).status()).isEqualTo(403);
    String foreign = child(caseFile(), "documents");
    assertThat(declare(host.as("stranger"), document(foreign, "b.txt")).status()).isEqualTo(404);
    assertThat(declare(supervisor, foreign).text("code")).isEqualTo("wrong-state");
    String waiting = host.ready(clerk, "letter.txt", "Dear Secretary");
    assertThat(declare(supervisor, waiting).text("detail")).contains("intake desk");
    assertThat(supervisor.post("/nodes/" + id + "/declare", "{}", "If-Match", "\"999\"").status())
        .isEqualTo(412);
  }

  @Test
  void declaringTwiceChangesNothing() {
    String id = document("a.txt");
    TestHost.Reply first = declare(supervisor, id);
    TestHost.Reply second = declare(supervisor, id);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.tag()).isEqualTo(first.tag());
    assertThat(ledger(id)).filteredOn(row -> row.action() == Action.DECLARE).hasSize(1);
  }

  @Test
  void aRecordIsLockedAndUnlockedWithAReasonAndStaysTheRecord() {
    String id = document("a.txt");
    String digest = declare(host.as("secretary"), id).json().path("record").path("digest").asText();
    TestHost.Client admin = host.program("admin");
    TestHost.Reply locked =
        admin.put(
            "/nodes/" + id + "/permissions",
            "{'inherits':false,'grants':[{'authority':'clerk','role':'READER'}],'reason':'A case'}");
    assertThat(locked.status()).isEqualTo(200);
    assertThat(supervisor.get("/nodes/" + id).status()).isEqualTo(404);
    JsonNode seen = clerk.get("/nodes/" + id).json();
    assertThat(seen.get("locked").asBoolean()).isTrue();
    assertThat(seen.path("record").path("digest").asText()).isEqualTo(digest);
    assertThat(
            admin
                .put(
                    "/nodes/" + id + "/permissions",
                    "{'inherits':true,'grants':[],'reason':'It is over'}")
                .status())
        .isEqualTo(200);
    assertThat(supervisor.get("/nodes/" + id).status()).isEqualTo(200);
  }
}
