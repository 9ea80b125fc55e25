package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.NodeId;
import org.chancery.core.schedule.ActivityKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionRoutesTest {
  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private String folder;
  private String file;
  private String letter;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    clerk = host.as("clerk");
    folder =
        clerk
            .post("/case-folders", "{'holderKind':'individual','holderName':'Okafor, Maria'}")
            .text("id");
    file = caseFile();
    letter = host.ready(clerk, "letter.txt", "Dear Sir");
    clerk.post("/intake/" + letter + "/file", "{'caseFile':'" + file + "'}");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private String caseFile() {
    return clerk
        .post("/case-folders/" + folder + "/case-files", "{'subject':'A','source':'congress'}")
        .text("id");
  }

  private String documents(String of) {
    for (JsonNode each : clerk.get("/nodes/" + of + "/children").json().get("items")) {
      if (each.get("name").asText().equals("documents")) {
        return each.get("id").asText();
      }
    }
    throw new AssertionError("No documents part");
  }

  private TestHost.Reply correct(Map<String, String> texts) {
    return clerk.upload("fix.txt", "Dear Madam", texts);
  }

  private TestHost.Reply correct(String what) {
    return correct(Map.of("corrects", what, "reason", "the salutation"));
  }

  private JsonNode node(String id) {
    return clerk.get("/nodes/" + id).json();
  }

  private JsonNode relations(String id) {
    TestHost.Reply reply = clerk.get("/nodes/" + id + "/relations");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  /** As the daily upkeep does it once the correction has been read. */
  private void declared(String correction) {
    TestHost.await(() -> host.host.queue().size("reading") == 0);
    host.host.write(
        () -> {
          boolean done =
              host.chancery.declaration().declareAddition(Actor.ofSystem(), NodeId.of(correction));
          assertThat(done).isTrue();
        });
  }

  private void closeFile() {
    assertThat(clerk.post("/case-files/" + file + "/close", "{}").status()).isEqualTo(200);
  }

  @Test
  void aCorrectionIsAddedToAClosedFileAndTheRecordStaysAsItIs() {
    closeFile();
    JsonNode before = node(letter);
    TestHost.Reply plain = clerk.upload("fix.txt", "Dear Madam", Map.of("parent", documents(file)));
    assertThat(plain.status()).isEqualTo(409);
    TestHost.Reply added = correct(letter);
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    String correction = added.text("id");
    assertThat(node(correction).get("parent").asText()).isEqualTo(documents(file));
    assertThat(node(correction).at("/properties/rec:correctionOf").asText()).isEqualTo(letter);
    assertThat(node(letter)).isEqualTo(before);
    assertThat(
            new String(clerk.get("/nodes/" + letter + "/content").bytes(), StandardCharsets.UTF_8))
        .isEqualTo("Dear Sir");
    assertThat(relations(letter).at("/correctedBy/0/id").asText()).isEqualTo(correction);
    assertThat(relations(letter).at("/correctedBy/0/reason").asText()).isEqualTo("the salutation");
    assertThat(relations(correction).at("/corrects/id").asText()).isEqualTo(letter);
    assertThat(
            host.host
                .ledger()
                .read(AuditTrail.Filter.ofObject(NodeId.of(correction)), Optional.empty(), 10)
                .items())
        .anyMatch(
            row ->
                row.event().action() == Action.CORRECT
                    && row.event().details().get("corrects").equals(letter));
  }

  @Test
  void aCorrectionIsARecordItselfOnceItHasBeenReadAndMayBeCorrected() {
    closeFile();
    String correction = correct(letter).text("id");
    assertThat(host.host.queue().size("declare-closed")).isPositive();
    declared(correction);
    assertThat(node(correction).at("/record/recordId").asText()).startsWith("R-");
    TestHost.Reply changed =
        clerk.put(
            "/nodes/" + correction + "/properties",
            "{'properties':{'cm:title':'otherwise'}}",
            "If-Match",
            clerk.get("/nodes/" + correction).tag());
    assertThat(changed.status()).isEqualTo(409);
    String second = correct(correction).text("id");
    assertThat(relations(correction).at("/correctedBy/0/id").asText()).isEqualTo(second);
    assertThat(relations(correction).at("/corrects/id").asText()).isEqualTo(letter);
  }

  @Test
  void theClockOfTheFolderBeginsAnew() {
    closeFile();
    host.host.write(
        () ->
            host.chancery
                .schedule()
                .clocks()
                .migrated(
                    NodeId.of(folder), Instant.parse("2012-05-05T12:00:00Z"), ActivityKind.CLOSE));
    assertThat(retention().get("eligibleOn").asText()).startsWith("2022");
    correct(letter);
    assertThat(retention().get("activityKind").asText()).isEqualTo("filed");
    assertThat(retention().get("eligibleOn").asText()).isGreaterThan("2035");
    assertThat(retention().at("/clock/0/effect").asText()).isEqualTo("restarted");
  }

  private JsonNode retention() {
    return clerk.get("/nodes/" + folder + "/retention").json();
  }

  @Test
  void whatMayStillBeChangedIsNotCorrectedAndNoCorrectionGoesWithoutItsReason() {
    assertThat(correct(letter).text("code")).isEqualTo("wrong-state");
    closeFile();
    TestHost.Reply silent = correct(Map.of("corrects", letter));
    assertThat(silent.status()).isEqualTo(400);
    assertThat(silent.json().at("/problems/reason").asText()).isEqualTo("is missing");
    assertThat(correct(file).status()).isEqualTo(409);
    assertThat(correct(NodeId.random().value()).status()).isEqualTo(404);
    assertThat(relations(letter).get("correctedBy")).isEmpty();
  }

  @Test
  void besideAFileDeclaredAsAWholeItGoesIntoAnotherOfTheSameFolder() {
    assertThat(host.as("supervisor").post("/nodes/" + file + "/declare", "{}").status())
        .isEqualTo(200);
    assertThat(correct(letter).text("code")).isEqualTo("declared-record");
    String elsewhere = Place.LIBRARY.id().value();
    assertThat(correct(Map.of("corrects", letter, "reason", "x", "parent", elsewhere)).status())
        .isEqualTo(400);
    String other = documents(caseFile());
    TestHost.Reply added =
        correct(Map.of("corrects", letter, "reason", "the salutation", "parent", other));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(relations(letter).at("/correctedBy/0/id").asText()).isEqualTo(added.text("id"));
  }

  @Test
  void aCorrectionThatIsHiddenIsNotTold() {
    closeFile();
    String other = caseFile();
    String hidden =
        correct(Map.of("corrects", letter, "reason", "x", "parent", documents(other))).text("id");
    assertThat(relations(letter).get("correctedBy")).hasSize(1);
    TestHost.Reply locked =
        host.as("supervisor")
            .put(
                "/nodes/" + documents(other) + "/permissions",
                "{'inherits':false,'grants':[{'authority':'supervisor','role':'COORDINATOR'}],'reason':'secret'}");
    assertThat(locked.status()).as(locked.body()).isEqualTo(200);
    assertThat(clerk.get("/nodes/" + hidden).status()).isEqualTo(404);
    assertThat(relations(letter).get("correctedBy")).isEmpty();
  }
}
