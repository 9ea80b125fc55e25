package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.chancery.core.memory.SettableClock;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What organizations may ask for, and how long they are kept (requirements S15, S17). */
class OrganizationRightsTest {
  @TempDir Path scratch;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T10:00:00Z"));
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client stranger;
  private String organization;
  private String path;

  @BeforeEach
  void open() {
    host = new TestHost(scratch, true, true, clock);
    clerk = host.as("clerk");
    stranger = host.as("stranger");
    organization =
        clerk
            .post("/organizations", "{'organization':{'name':'Sheriffs of Texas','state':'TX'}}")
            .text("id");
    path = "/organizations/" + organization;
  }

  @AfterEach
  void close() {
    host.close();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private TestHost.Reply call(String with, String more) {
    return clerk.post(
        "/interactions", "{'date':'" + today() + "','mode':'phone'," + with + more + "}");
  }

  private String member() {
    return clerk
        .post(
            "/people",
            "{'person':{'lastName':'Okafor'},'affiliations':[{'organization':'"
                + organization
                + "'}]}")
        .text("id");
  }

  @Test
  void aRequestBlocksContactWithTheOrganizationAndNotWithItsPeople() {
    String person = member();
    assertThat(stranger.post(path + "/do-not-contact", "{'via':'letter'}").status()).isEqualTo(204);
    TestHost.Reply refused = call("'organizations':['" + organization + "']", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("do-not-contact");
    assertThat(refused.text("detail")).contains("Sheriffs of Texas");
    assertThat(call("'organizations':['" + organization + "']", ",'theirs':true").status())
        .isEqualTo(201);
    assertThat(call("'people':['" + person + "']", "").status()).isEqualTo(201);
    String event =
        clerk.post("/events", "{'name':'Forum','start':'2026-04-03T10:00:00Z'}").text("id");
    assertThat(
            clerk
                .post(
                    "/events/" + event + "/attendees", "{'organizations':['" + organization + "']}")
                .text("code"))
        .isEqualTo("do-not-contact");
    JsonNode shown = clerk.get(path).json();
    assertThat(shown.at("/doNotContact/state").asText()).isEqualTo("requested");
    assertThat(shown.path("allowed").toString()).contains("restrict", "contact-again");
    TestHost.await(() -> host.mailer.notices.toString().contains("asked not to be contacted"));
    assertThat(host.mailer.notices.toString()).contains("/stakeholders/organizations/");
    assertThat(clerk.get("/do-not-contact?kind=organization").json().at("/items/0/id").asText())
        .isEqualTo(organization);
    assertThat(clerk.get("/do-not-contact").json().at("/total").asInt()).isZero();
    assertThat(clerk.get("/do-not-contact?kind=x").status()).isEqualTo(400);

    assertThat(stranger.post(path + "/restriction", "{'reason':'x'}").status()).isEqualTo(403);
    assertThat(clerk.post(path + "/restriction", "{'reason':'As they wish'}").status())
        .isEqualTo(204);
    assertThat(clerk.get(path).json().at("/doNotContact/state").asText()).isEqualTo("restricted");
    assertThat(clerk.post(path + "/contact-again", "{'reason':'They wrote'}").status())
        .isEqualTo(204);
    assertThat(call("'organizations':['" + organization + "']", "").status()).isEqualTo(201);
    assertThat(clerk.post("/people/" + organization + "/do-not-contact", "{'via':'x'}").status())
        .isEqualTo(404);
  }

  @Test
  void anUnansweredRequestGoesToTheRepresentative() {
    stranger.post(path + "/do-not-contact", "{'via':'letter'}");
    clock.forward(Duration.ofDays(9));
    host.chancery.rights().clock().once();
    host.chancery.rights().clock().once();
    TestHost.await(() -> host.mailer.notices.toString().contains("was not answered in time"));
    assertThat(
            clerk
                .get("/do-not-contact?kind=organization&state=overdue")
                .json()
                .at("/total")
                .asInt())
        .isEqualTo(1);
  }

  private int expiring() {
    return clerk.get("/expiring?kind=organization").json().at("/total").asInt();
  }

  private boolean isThere() {
    return host.host.nodes().find(Caller.ofSystem(), NodeId.of(organization)).isPresent();
  }

  @Test
  void oneOnItsOwnIsListedWarnedOfAndDeleted() {
    clock.forward(Duration.ofDays(364));
    host.chancery.rights().clock().once();
    assertThat(expiring()).isZero();
    clock.forward(Duration.ofDays(3));
    host.chancery.rights().clock().once();
    assertThat(expiring()).isEqualTo(1);
    assertThat(clerk.get(path).json().at("/expiry/reason").asText()).isEqualTo("no-contact");
    TestHost.await(() -> host.mailer.notices.toString().contains("will be deleted"));
    clock.forward(Duration.ofDays(29));
    host.chancery.rights().clock().once();
    assertThat(isThere()).isTrue();
    clock.forward(Duration.ofDays(2));
    host.chancery.rights().clock().once();
    assertThat(isThere()).isFalse();
  }

  @Test
  void oneThatPeopleBelongToStays() {
    member();
    String whole =
        clerk.post("/organizations", "{'organization':{'name':'National Chapter'}}").text("id");
    String part =
        clerk
            .post(
                "/organizations",
                "{'organization':{'name':'Hidalgo Chapter'},'partOf':'" + whole + "'}")
            .text("id");
    clock.forward(Duration.ofDays(400));
    host.chancery.rights().clock().once();
    JsonNode listed = clerk.get("/expiring?kind=organization").json();
    assertThat(listed.findValuesAsText("id")).contains(part).doesNotContain(organization, whole);
    assertThat(clerk.get(path).json().has("expiry")).isFalse();
    assertThat(clerk.post(path + "/deletion", "").status()).isEqualTo(409);
    assertThat(clerk.post(path + "/renewal", "{'reason':'x'}").status()).isEqualTo(409);
  }

  @Test
  void whoComesToBelongToOneSavesIt() {
    clock.forward(Duration.ofDays(400));
    host.chancery.rights().clock().once();
    assertThat(expiring()).isEqualTo(1);
    member();
    clock.forward(Duration.ofDays(31));
    host.chancery.rights().clock().once();
    assertThat(isThere()).isTrue();
    assertThat(expiring()).isZero();
  }

  @Test
  void theOwnerRenewsOrDeletesAtOnce() {
    clock.forward(Duration.ofDays(400));
    host.chancery.rights().clock().once();
    assertThat(stranger.post(path + "/renewal", "{'reason':'x'}").status()).isEqualTo(403);
    assertThat(clerk.post(path + "/renewal", "{'reason':'Hurricane season'}").status())
        .isEqualTo(204);
    assertThat(expiring()).isZero();
    clock.forward(Duration.ofDays(40));
    host.chancery.rights().clock().once();
    assertThat(isThere()).isTrue();
    clock.forward(Duration.ofDays(330));
    host.chancery.rights().clock().once();
    assertThat(expiring()).isEqualTo(1);
    assertThat(stranger.post(path + "/deletion", "").status()).isEqualTo(403);
    assertThat(clerk.post(path + "/deletion", "").status()).isEqualTo(204);
    assertThat(isThere()).isFalse();
  }

  @Test
  void whoeverEntersOneThatIsLikelyThereIsAsked() {
    String same = "{'organization':{'name':'The Sheriffs of Texas, Inc.'%s}%s}";
    TestHost.Reply asked = stranger.post("/organizations", String.format(same, "", ""));
    assertThat(asked.status()).as(asked.body()).isEqualTo(409);
    assertThat(asked.text("code")).isEqualTo("possible-duplicates");
    assertThat(asked.json().at("/candidates/0/id").asText()).isEqualTo(organization);
    assertThat(asked.json().at("/candidates/0/why/0").asText()).isEqualTo("Same name");
    assertThat(stranger.post("/organizations", String.format(same, ",'state':'NM'", "")).status())
        .isEqualTo(201);
    assertThat(
            stranger.post("/organizations", String.format(same, "", ",'confirmed':true")).status())
        .isEqualTo(201);
    assertThat(
            stranger
                .post("/organizations", "{'organization':{'name':'Sheriffs of Ohio'}}")
                .status())
        .isEqualTo(201);
  }
}
