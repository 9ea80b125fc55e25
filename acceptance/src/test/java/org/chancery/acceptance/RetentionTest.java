package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Why something is kept and until when (rows R1, R3, R10), and holds (row R5). */
@ExtendWith(WithHost.class)
class RetentionTest {

  private static String folder(Client admin) {
    return admin
        .post(
            "case-folders",
            Map.of("holderKind", "individual", "holderName", "Kept " + UUID.randomUUID()))
        .expect(201)
        .text("id");
  }

  private static String file(Client admin, String folder) {
    return admin
        .post(
            "case-folders/" + folder + "/case-files",
            Map.of("subject", "A matter to be kept", "source", "public"))
        .expect(201)
        .text("id");
  }

  private static JsonNode retention(Client admin, String id) {
    return admin.get("nodes/" + id + "/retention").expect(200).json();
  }

  @Test
  void theClockRunsFromTheClosingAndStopsWhenTheFileIsOpenedAgain(Host host) {
    Client admin = host.admin();
    String folder = folder(admin);
    String file = file(admin, folder);
    assertThat(retention(admin, file).path("state").asText()).isEqualTo("active");
    admin.post("case-files/" + file + "/close", Map.of()).expect(200);
    JsonNode closed = retention(admin, file);
    assertThat(closed.path("state").asText()).isEqualTo("running");
    assertThat(closed.path("unit").path("id").asText()).isEqualTo(folder);
    LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
    assertThat(LocalDate.parse(closed.path("eligibleOn").asText()))
        .isBetween(today.plusYears(10).minusDays(1), today.plusYears(10).plusDays(1));
    assertThat(closed.path("clock").path(0).path("effect").asText()).isEqualTo("started");
    admin.post("case-files/" + file + "/reopen", Map.of("reason", "They wrote again")).expect(200);
    JsonNode open = retention(admin, folder);
    assertThat(open.path("state").asText()).isEqualTo("active");
    assertThat(open.path("clock").path(0).path("kind").asText()).isEqualTo("reopen");
    admin.post("records/run-clock", Map.of()).expect(200);
  }

  @Test
  void aSeriesIsAppliedToAFolderAndHoldsForWhatLiesInIt(Host host) {
    Client admin = host.admin();
    String folder = folder(admin);
    String file = file(admin, folder);
    admin
        .put("nodes/" + folder + "/series", Map.of("series", "CORR-TEMP", "reason", "Of no value"))
        .expect(200);
    JsonNode now = retention(admin, file);
    assertThat(now.path("series").path("code").asText()).isEqualTo("CORR-TEMP");
    assertThat(now.path("appliedAt").path("id").asText()).isEqualTo(folder);
    Answer plan = admin.get("file-plan").expect(200);
    assertThat(plan.list("items"))
        .anyMatch(each -> each.path("series").path("code").asText().equals("CORR-TEMP"));
    Answer checked =
        admin.post("file-plan", Map.of("csv", "code,title\nA,B\n", "check", true)).expect(200);
    assertThat(checked.list("faults")).isNotEmpty();
    assertThat(admin.get("file-plan/versions").expect(200).list("items")).isNotEmpty();
  }

  @Test
  void whatIsUnderAHoldStaysUntilItIsReleased(Host host) {
    Client admin = host.admin();
    String folder = folder(admin);
    String file = file(admin, folder);
    String hold =
        admin
            .post("holds", Map.of("kind", "foia", "reason", "Request 2026-17"))
            .expect(201)
            .text("id");
    admin.post("holds/" + hold + "/items", Map.of("nodes", List.of(file))).expect(200);
    assertThat(admin.delete("nodes/" + file).expect(409).code()).isEqualTo("under-hold");
    assertThat(admin.delete("nodes/" + folder).expect(409).code()).isEqualTo("under-hold");
    assertThat(retention(admin, file).path("holds").path(0).path("kind").asText())
        .isEqualTo("foia");
    admin.post("holds/" + hold + "/release", Map.of("reason", "Answered")).expect(200);
    assertThat(admin.delete("nodes/" + folder).status()).isEqualTo(204);
  }
}
