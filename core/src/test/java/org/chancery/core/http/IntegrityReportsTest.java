package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrityReportsTest {
  @TempDir Path scratch;
  private TestHost host;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
  }

  @AfterEach
  void close() {
    host.close();
  }

  private JsonNode list(String user) {
    return host.as(user).get("/integrity/reports").json();
  }

  @Test
  void theDailyReportIsMadeOnceADayAndKeptWithItsProof() {
    host.as("clerk").upload("a.txt", "Hello", Map.of());
    assertThat(list("isso").get("items")).isEmpty();
    host.chancery.integrityReports().makeWhenDue();
    host.chancery.integrityReports().makeWhenDue();

    JsonNode items = list("isso").get("items");
    assertThat(items).hasSize(1);
    JsonNode kept = items.get(0);
    assertThat(kept.get("by").asText()).isEqualTo("system");
    assertThat(kept.get("received").asInt()).isEqualTo(1);
    assertThat(kept.get("originalsVerified").asInt()).isEqualTo(1);
    assertThat(kept.get("balanced").asBoolean()).isTrue();
    assertThat(host.host.ledger().events())
        .filteredOn(event -> event.action() == Action.REPORT_INTEGRITY)
        .singleElement()
        .extracting(AuditEvent::details)
        .satisfies(
            details -> assertThat(details).containsEntry("sha256", kept.get("sha256").asText()));
    JsonNode whole = host.as("isso").get("/integrity/reports/" + kept.get("id").asText()).json();
    assertThat(whole.get("genuine").asBoolean()).isTrue();
    assertThat(whole.at("/report/received").asInt()).isEqualTo(1);
  }

  @Test
  void aReportMadeByHandIsRecordedUnderWhoMadeIt() {
    TestHost.Reply made = host.as("isso").post("/integrity/reports", "{}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("by")).isEqualTo("isso");
    assertThat(host.as("clerk").post("/integrity/reports", "{}").status()).isEqualTo(403);
    assertThat(host.as("clerk").get("/integrity/reports").status()).isEqualTo(403);
    assertThat(host.as("clerk").get("/nodes/" + made.text("id")).status()).isEqualTo(404);
    assertThat(host.as("isso").get("/nodes/" + made.text("id")).status()).isEqualTo(200);
  }

  @Test
  void whatGotLostRaisesTheAlarmUntilAReportComesOutEven() {
    String id = host.as("clerk").upload("a.txt", "Hello", Map.of()).text("id");
    NodeId node = NodeId.of(id);
    host.host.write(
        () ->
            host.host
                .nodes()
                .update(
                    Caller.ofSystem(),
                    node,
                    Optional.empty(),
                    Change.of(Map.of(Cor.SHA256, "0".repeat(64)))));
    assertThat(host.nobody().get("/health").status()).isEqualTo(200);
    host.chancery.integrityReports().makeWhenDue();

    TestHost.Reply health = host.nobody().get("/health");
    assertThat(health.status()).isEqualTo(503);
    assertThat(health.body()).contains("integrity report").doesNotContain(id);
    assertThat(list("isso").get("problem").asText()).contains("out of place");
    JsonNode kept = list("isso").get("items").get(0);
    assertThat(kept.get("balanced").asBoolean()).isFalse();
    assertThat(kept.get("exceptions").asInt()).isEqualTo(1);
  }

  @Test
  void aReportThatWasChangedAfterwardsIsNotGenuine() {
    String id = host.as("isso").post("/integrity/reports", "{}").text("id");
    host.host.write(
        () ->
            host.host
                .contents()
                .attach(
                    Caller.ofSystem(),
                    NodeId.of(id),
                    Cm.CONTENT,
                    host.host
                        .contents()
                        .store(
                            new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)),
                            "application/json")));
    JsonNode whole = host.as("isso").get("/integrity/reports/" + id).json();
    assertThat(whole.get("genuine").asBoolean()).isFalse();
  }

  @Test
  void aReportNobodyMadeIsNotFound() {
    assertThat(host.as("isso").get("/integrity/reports/" + NodeId.random()).status())
        .isEqualTo(404);
    assertThat(host.as("isso").get("/integrity/reports/x").status()).isEqualTo(404);
  }
}
