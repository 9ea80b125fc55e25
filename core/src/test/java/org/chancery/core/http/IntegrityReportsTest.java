package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Actor;
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

  private void strayTasking() {
    String folder =
        host.as("clerk")
            .post("/case-folders", "{'holderKind':'individual','holderName':'Okafor'}")
            .text("id");
    String file =
        host.as("clerk")
            .post(
                "/case-folders/" + folder + "/case-files", "{'subject':'SECRET','source':'public'}")
            .text("id");
    host.as("clerk").post("/case-files/" + file + "/routes", "{'template':'citizenLetter'}");
    JsonNode tasking =
        host.as("clerk").get("/case-files/" + file + "/taskings").json().at("/items/0");
    host.host.write(
        () ->
            host.host
                .nodes()
                .delete(
                    Caller.ofSystem(), NodeId.of(tasking.get("id").asText()), Optional.empty()));
  }

  @Test
  void thoseNamedAreToldOnceOfAFindingAndAgainWhenThereIsAnother() {
    host.chancery.integrityReports().make(Actor.ofSystem());
    strayTasking();
    host.chancery.integrityReports().make(Actor.ofSystem());
    TestHost.await(() -> host.mailer.notices.size() == 2);
    assertThat(host.mailer.notices)
        .anySatisfy(mail -> assertThat(mail).startsWith("isso: "))
        .anySatisfy(mail -> assertThat(mail).startsWith("admin: "))
        .allSatisfy(
            mail ->
                assertThat(mail)
                    .contains("https://chancery.example/integrity", "engine do not agree")
                    .doesNotContain("SECRET", "Okafor", "task-without-tasking"));
    host.chancery.integrityReports().make(Actor.ofSystem());
    TestHost.await(() -> host.host.queue().size("notices") == 0);
    assertThat(host.mailer.notices).as("the same finding, found again").hasSize(2);
    strayTasking();
    host.chancery.integrityReports().make(Actor.ofSystem());
    TestHost.await(() -> host.mailer.notices.size() == 4);
    assertThat(host.host.ledger().events())
        .filteredOn(event -> event.action() == Action.ALARM)
        .hasSize(2);
  }

  @Test
  void anAlarmWaitsForAMailServerThatIsAway() {
    host.mailer.away = true;
    strayTasking();
    host.chancery.integrityReports().make(Actor.ofSystem());
    assertThat(host.host.queue().size("notices")).isEqualTo(2);
    assertThat(host.mailer.notices).isEmpty();
  }

  @Test
  void theLedgersOwnTroubleIsToldOfOnceWhenItLasts() {
    host.chancery.ledgerWatch().look();
    host.ledgerProblem = Optional.of("The ledger is not being sealed.");
    host.chancery.ledgerWatch().look();
    assertThat(host.host.queue().size("notices")).as("it may be over in a moment").isZero();
    host.chancery.ledgerWatch().look();
    host.chancery.ledgerWatch().look();
    TestHost.await(() -> host.mailer.notices.size() == 2);
    assertThat(host.mailer.notices)
        .allSatisfy(mail -> assertThat(mail).contains("https://chancery.example/ledger"));
    host.ledgerProblem = Optional.empty();
    host.chancery.ledgerWatch().look();
    host.ledgerProblem = Optional.of("The ledger is not being sealed.");
    host.chancery.ledgerWatch().look();
    host.chancery.ledgerWatch().look();
    TestHost.await(() -> host.mailer.notices.size() == 4);
  }
}
