package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.chancery.core.memory.SettableClock;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that are made every week, month or quarter (requirement S9). */
class OrderedReportsTest {
  @TempDir Path scratch;

  /** A Tuesday. */
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-10T10:00:00Z"));

  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client stranger;

  @BeforeEach
  void open() {
    host = new TestHost(scratch, true, true, clock);
    clerk = host.as("clerk");
    stranger = host.as("stranger");
    String person =
        clerk
            .post("/people", "{'person':{'lastName':'Zephyrine','state':'TX','zip':'78501'}}")
            .text("id");
    assertThat(
            clerk
                .post(
                    "/interactions",
                    "{'date':'2026-03-10','mode':'phone','people':['" + person + "']}")
                .status())
        .isEqualTo(201);
  }

  @AfterEach
  void close() {
    host.close();
  }

  private String ordered(String report, String every, String more) {
    TestHost.Reply reply =
        clerk.post(
            "/ordered-reports", "{'report':'" + report + "','every':'" + every + "'" + more + "}");
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.text("id");
  }

  private JsonNode items() {
    return clerk.get("/ordered-reports").json().path("items");
  }

  private void after(int days) {
    clock.forward(Duration.ofDays(days));
    host.chancery.reaching().rounds().once();
  }

  private long notices() {
    return host.mailer.notices.stream()
        .filter(each -> each.toString().contains("A report that you ordered is ready"))
        .count();
  }

  @Test
  void aMonthsFiguresAreKeptAsASheetOnceTheMonthIsOver() {
    String id = ordered("per-region", "month", ",'component':'OPA'");
    assertThat(items().at("/0/next").asText()).isEqualTo("2026-04-01");
    after(21);
    assertThat(items().at("/0/sheets")).isEmpty();
    after(1);
    JsonNode made = items().at("/0");
    assertThat(made.at("/next").asText()).isEqualTo("2026-05-01");
    assertThat(made.at("/latest/from").asText()).isEqualTo("2026-03-01");
    assertThat(made.at("/latest/to").asText()).isEqualTo("2026-03-31");
    assertThat(made.at("/sheets")).hasSize(1);
    assertThat(made.at("/sheets/0/name").asText()).isEqualTo("2026-03-01 to 2026-03-31.csv");
    String sheet = made.at("/sheets/0/id").asText();
    TestHost.Reply read = clerk.get("/nodes/" + sheet + "/content");
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body()).contains("Region 6,1,0,1,0").doesNotContain("Zephyrine");
    assertThat(stranger.get("/nodes/" + sheet + "/content").status()).isEqualTo(404);
    assertThat(stranger.get("/ordered-reports").json().path("items")).isEmpty();
    TestHost.await(() -> notices() == 1);
    // Two servers, or one that was started anew, make it once.
    host.chancery.reaching().rounds().once();
    host.restart();
    host.chancery.reaching().rounds().once();
    clerk = host.as("clerk");
    assertThat(items().at("/0/sheets")).hasSize(1);
    assertThat(notices()).isEqualTo(1);
    assertThat(clerk.delete("/ordered-reports/" + id).status()).isEqualTo(204);
    assertThat(items()).isEmpty();
    assertThat(clerk.get("/nodes/" + sheet).status()).isEqualTo(404);
  }

  @Test
  void theReportThatNamesStakeholdersIsToldOfAndNotKept() {
    ordered("spoken", "week", ",'region':'6'");
    after(6);
    JsonNode made = items().at("/0");
    assertThat(made.at("/sheets")).isEmpty();
    assertThat(made.at("/latest/from").asText()).isEqualTo("2026-03-09");
    assertThat(made.at("/latest/to").asText()).isEqualTo("2026-03-15");
    TestHost.await(() -> notices() == 1);
    assertThat(host.mailer.notices.toString()).doesNotContain("Zephyrine");
    assertThat(clerk.get("/outreach-reports/spoken?region=6&from=2026-03-09&to=2026-03-15").body())
        .contains("Zephyrine");
  }

  @Test
  void ofWhatWasMissedTheLatestIsMade() {
    ordered("per-component", "week", "");
    after(40);
    JsonNode made = items().at("/0");
    assertThat(made.at("/sheets")).hasSize(1);
    assertThat(made.at("/latest/to").asText()).isEqualTo("2026-04-12");
    assertThat(made.at("/next").asText()).isEqualTo("2026-04-20");
  }

  @Test
  void itIsChangedByWhoeverOrderedItAlone() {
    String id = ordered("per-region", "month", "");
    String path = "/ordered-reports/" + id;
    String tag = "\"" + items().at("/0/revision").asText() + "\"";
    String wanted = "{'report':'per-region','every':'quarter','issue':'border-wait-times'}";
    assertThat(stranger.put(path, wanted, "If-Match", tag).status()).isEqualTo(404);
    assertThat(stranger.delete(path).status()).isEqualTo(404);
    TestHost.Reply changed = clerk.put(path, wanted, "If-Match", tag);
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.text("next")).isEqualTo("2026-04-01");
    assertThat(changed.text("issue")).isEqualTo("border-wait-times");
    for (String wrong :
        new String[] {
          "{'report':'x','every':'week'}",
          "{'report':'spoken','every':'day'}",
          "{'report':'spoken','every':'week','region':'Qadira Zephyrine'}"
        }) {
      assertThat(clerk.post("/ordered-reports", wrong).status()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void itStopsWhenTheAccountIsGone() {
    String id = ordered("per-region", "week", "");
    host.office.leave("clerk");
    after(6);
    assertThat(host.host.nodes().find(Caller.ofSystem(), NodeId.of(id))).isEmpty();
    assertThat(notices()).isZero();
  }
}
