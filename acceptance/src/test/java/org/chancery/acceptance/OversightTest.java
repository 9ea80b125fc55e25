package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ledger, the metrics and the integrity report, as they are seen over HTTP (P8, C13, C14). */
@ExtendWith(WithHost.class)
class OversightTest {

  private static List<JsonNode> rows(Host host, String query) {
    return host.person("isso").get("audit?limit=200&" + query).expect(200).list("items");
  }

  @Test
  void whatIsLookedAtChangedAndRefusedIsInTheLedger(Host host) {
    Client secretary = host.person("secretary");
    String folder =
        secretary
            .post(
                "case-folders",
                Map.of("holderKind", "individual", "holderName", "Overseen, " + UUID.randomUUID()))
            .expect(201)
            .json()
            .path("id")
            .asText();
    String file =
        secretary
            .post(
                "case-folders/" + folder + "/case-files",
                Map.of("subject", "Overseen", "source", "public", "component", List.of("EXECSEC")))
            .expect(201)
            .json()
            .path("id")
            .asText();
    Answer node = secretary.get("nodes/" + file).expect(200);
    secretary
        .put(
            "nodes/" + file + "/properties",
            Map.of("properties", Map.of("cor:subject", "Seen over")),
            "If-Match",
            node.etag())
        .expect(200);
    secretary
        .put(
            "nodes/" + file + "/properties",
            Map.of("properties", Map.of("cor:subject", "Too late")),
            "If-Match",
            node.etag())
        .expect(412);
    host.personOfAnotherComponent().get("nodes/" + file).expect(404);

    List<String> seen =
        rows(host, "object=" + file).stream()
            .map(
                row ->
                    row.path("user").asText()
                        + " "
                        + row.path("action").asText()
                        + " "
                        + row.path("outcome").asText())
            .toList();
    assertThat(seen)
        .contains(
            "secretary CREATE DONE",
            "secretary VIEW DONE",
            "secretary UPDATE DONE",
            "secretary UPDATE FAILED",
            "representative VIEW DENIED");
  }

  @Test
  void readingTheLedgerIsInTheLedger(Host host) {
    String mark = UUID.randomUUID().toString();
    rows(host, "object=" + mark);

    assertThat(rows(host, "action=READ_LEDGER&user=isso")).isNotEmpty();
    host.person("clerk").get("audit").expect(403);
    assertThat(rows(host, "action=READ_LEDGER&user=clerk&outcome=DENIED")).isNotEmpty();
  }

  @Test
  void everyMetricIsAnsweredByEachOfItsRowsAndLeadsToWhatItCounts(Host host) {
    Client secretary = host.person("secretary");
    for (JsonNode metric : secretary.get("metrics").expect(200).list("items")) {
      for (JsonNode by : metric.path("by")) {
        String path = "metrics/" + metric.path("name").asText() + "?by=" + by.path("key").asText();
        JsonNode answer = secretary.get(path).expect(200).json();
        for (JsonNode row : answer.path("rows")) {
          row.path("searches")
              .properties()
              .forEach(
                  search -> {
                    long found =
                        secretary
                            .get("search?limit=1&" + search.getValue().asText())
                            .expect(200)
                            .json()
                            .path("total")
                            .asLong();
                    assertThat(found)
                        .as(path + " " + row.path("key").asText() + " " + search.getKey())
                        .isEqualTo(row.path("figures").path(search.getKey()).asLong());
                  });
        }
      }
    }
  }

  @Test
  void aNewFileIsCountedAtOnceAndOnlyForThoseWhoMaySeeIt(Host host) {
    Client secretary = host.person("secretary");
    String issue = "OVERSIGHT-" + UUID.randomUUID().toString().substring(0, 8);
    String folder =
        secretary
            .post(
                "case-folders",
                Map.of("holderKind", "individual", "holderName", "Counted, " + UUID.randomUUID()))
            .expect(201)
            .json()
            .path("id")
            .asText();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    secretary
        .post(
            "case-folders/" + folder + "/case-files",
            Map.of(
                "subject",
                "Counted",
                "source",
                "congress",
                "issueCode",
                issue,
                "dateReceived",
                today.minusDays(3).toString(),
                "dueDate",
                today.minusDays(1).toString(),
                "component",
                List.of("EXECSEC")))
        .expect(201);

    String path = "metrics/pending?by=issue&issue=" + issue;
    JsonNode row = secretary.get(path).expect(200).json().path("rows").path(0);
    assertThat(row.path("key").asText()).isEqualTo(issue);
    assertThat(row.path("figures").path("pending").asInt()).isEqualTo(1);
    assertThat(row.path("figures").path("overdue").asInt()).isEqualTo(1);
    assertThat(row.path("figures").path("age").asInt()).isEqualTo(3);
    Answer other = host.personOfAnotherComponent().get(path).expect(200);
    assertThat(other.json().path("rows")).isEmpty();
    assertThat(other.json().path("total").path("figures").path("pending").asInt()).isZero();
  }

  @Test
  void anIntegrityReportIsKeptWithItsProof(Host host) {
    Client isso = host.person("isso");
    JsonNode kept = isso.post("integrity/reports", Map.of()).expect(201).json();
    assertThat(kept.path("sha256").asText()).matches("[0-9a-f]{64}");

    JsonNode whole = isso.get("integrity/reports/" + kept.path("id").asText()).expect(200).json();
    assertThat(whole.path("genuine").asBoolean()).isTrue();
    assertThat(whole.path("report").path("received").asLong())
        .isEqualTo(kept.path("received").asLong());
    assertThat(whole.path("report").path("originalsVerified").asLong())
        .isEqualTo(kept.path("originalsVerified").asLong());
    assertThat(isso.get("integrity/reports").expect(200).list("items"))
        .anyMatch(each -> each.path("id").equals(kept.path("id")));
    assertThat(rows(host, "action=REPORT_INTEGRITY"))
        .anyMatch(row -> row.path("details").path("sha256").equals(kept.path("sha256")));
    host.person("clerk").get("integrity/reports").expect(403);
  }
}
