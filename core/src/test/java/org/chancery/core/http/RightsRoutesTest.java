package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.chancery.core.access.Role;
import org.chancery.core.memory.SettableClock;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.core.vocabulary.Stk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people may ask of the department, over HTTP (requirements S15, S17, P10, P12). */
class RightsRoutesTest {
  @TempDir Path scratch;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T10:00:00Z"));
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client stranger;
  private TestHost.Client privacy;
  private TestHost.Client admin;
  private String person;

  @BeforeEach
  void open() {
    host = new TestHost(scratch, true, true, clock);
    host.office.add("privacy", "EXECSEC", Role.PRIVACY_OFFICER);
    host.office.add("boss", "EXECSEC", Role.ADMINISTRATOR);
    clerk = host.as("clerk");
    stranger = host.as("stranger");
    privacy = host.as("privacy");
    admin = host.as("boss");
    person =
        clerk
            .post(
                "/people",
                "{'person':{'firstName':'Maria','lastName':'Okafor','state':'TX'},"
                    + "'privateContact':{'mobilePhone':['(956) 555-0199'],"
                    + "'email':['maria@home.example']},'issues':['border-wait-times']}")
            .text("id");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private JsonNode maria(TestHost.Client who) {
    return who.get("/people/" + person).json();
  }

  private String interaction(String more) {
    return "{'date':'" + today() + "','mode':'phone','people':['" + person + "']" + more + "}";
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void asks() {
    TestHost.Reply reply =
        stranger.post(
            "/people/" + person + "/do-not-contact", "{'via':'phone','reason':'No more calls'}");
    assertThat(reply.status()).as(reply.body()).isEqualTo(204);
  }

  @Test
  void aRequestRecordedByAnyoneBlocksContactAtOnce() {
    asks();
    TestHost.Reply call = clerk.post("/interactions", interaction(""));
    assertThat(call.status()).isEqualTo(409);
    assertThat(call.text("code")).isEqualTo("do-not-contact");
    assertThat(call.text("detail")).contains("Maria Okafor", "2026-03-02");
    assertThat(clerk.post("/interactions", interaction(",'theirs':true")).status()).isEqualTo(201);
    String before = interaction("").replace(today().toString(), today().minusDays(3).toString());
    assertThat(clerk.post("/interactions", before).status()).isEqualTo(201);
    assertThat(maria(clerk).at("/doNotContact/state").asText()).isEqualTo("requested");
    assertThat(maria(clerk).at("/doNotContact/answerDue").asText()).isEqualTo("2026-03-09");
    assertThat(stranger.post("/people/" + person + "/do-not-contact", "{'via':'email'}").status())
        .isEqualTo(409);
  }

  @Test
  void nobodyWhoAskedIsInvited() {
    asks();
    String event =
        clerk.post("/events", "{'name':'Forum','start':'2026-04-03T10:00:00Z'}").text("id");
    String body = "{'people':['" + person + "']}";
    assertThat(clerk.post("/events/" + event + "/attendees", body).text("code"))
        .isEqualTo("do-not-contact");
    clock.forward(Duration.ofDays(40));
    assertThat(clerk.post("/events/" + event + "/attendees", body).status()).isEqualTo(200);
  }

  @Test
  void theOwnerIsToldAndRestrictsSoThatNumbersAreClosed() {
    asks();
    TestHost.await(() -> host.mailer.notices.toString().contains("asked not to be contacted"));
    String path = "/people/" + person + "/restriction";
    assertThat(stranger.post(path, "{'reason':'Mine'}").status()).isEqualTo(403);
    assertThat(clerk.post(path, "{'reason':''}").status()).isEqualTo(400);
    assertThat(maria(clerk).has("privateContact")).isTrue();
    assertThat(clerk.post(path, "{'reason':'She insists'}").status()).isEqualTo(204);
    assertThat(maria(clerk).has("privateContact")).isFalse();
    assertThat(maria(clerk).at("/privateContactWithheld").asBoolean()).isTrue();
    assertThat(maria(privacy).has("privateContact")).isTrue();
    assertThat(clerk.get("/search?q=0199").json().at("/total").asInt()).isZero();
    // Nor does a hand-over open them.
    assertThat(
            clerk
                .post("/people/" + person + "/owner", "{'user':'supervisor','reason':'Leaves'}")
                .status())
        .isEqualTo(204);
    assertThat(maria(host.as("supervisor")).has("privateContact")).isFalse();
    TestHost.Client supervisor = host.as("supervisor");
    assertThat(
            supervisor
                .post("/people/" + person + "/contact-again", "{'reason':'She called'}")
                .status())
        .isEqualTo(204);
    assertThat(maria(supervisor).has("privateContact")).isTrue();
    assertThat(maria(supervisor).has("doNotContact")).isFalse();
    assertThat(clerk.post("/interactions", interaction("")).status()).isEqualTo(201);
    assertThat(clerk.get("/people/" + person + "/timeline?kind=request").json().at("/items"))
        .hasSize(3);
  }

  @Test
  void whatWaitsForFiveBusinessDaysGoesToTheRepresentative() {
    asks();
    clock.forward(Duration.ofDays(7));
    host.chancery.rights().clock().once();
    assertThat(host.mailer.notices.toString()).doesNotContain("not answered in time");
    assertThat(clerk.get("/do-not-contact?state=overdue").json().at("/total").asInt()).isZero();
    clock.forward(Duration.ofDays(1));
    host.chancery.rights().clock().once();
    host.chancery.rights().clock().once();
    TestHost.await(() -> host.mailer.notices.toString().contains("not answered in time"));
    JsonNode overdue = stranger.get("/do-not-contact?state=overdue").json();
    assertThat(overdue.at("/total").asInt()).isEqualTo(1);
    assertThat(overdue.at("/items/0/doNotContact/overdue").asBoolean()).isTrue();
    assertThat(overdue.at("/items/0/allowed")).isEmpty();
    assertThat(host.mailer.notices.toString().split("not answered in time")).hasSize(3);
    assertThat(host.mailer.notices.toString()).doesNotContain("Okafor");
  }

  private JsonNode expiring(TestHost.Client who) {
    return who.get("/expiring").json();
  }

  @Test
  void afterAYearWithoutContactTheOwnerIsWarnedRemindedAndTheEntryIsGone() {
    clerk.post("/interactions", interaction(",'outcome':'Wants figures'"));
    clock.forward(Duration.ofDays(365));
    assertThat(expiring(clerk).at("/total").asInt()).isZero();
    clock.forward(Duration.ofDays(2));
    clerk = host.as("clerk");
    assertThat(expiring(clerk).at("/total").asInt()).isEqualTo(1);
    assertThat(expiring(clerk).at("/items/0/expiry/reason").asText()).isEqualTo("no-contact");
    host.chancery.rights().clock().once();
    TestHost.await(() -> host.mailer.notices.toString().contains("will be deleted"));
    String deletion = expiring(clerk).at("/items/0/expiry/deletion").asText();
    assertThat(deletion).isEqualTo(today().plusDays(30).toString());
    assertThat(maria(clerk).at("/expires").asText()).isEqualTo(deletion);
    clock.forward(Duration.ofDays(24));
    host.chancery.rights().clock().once();
    host.chancery.rights().clock().once();
    TestHost.await(() -> host.mailer.notices.toString().split("will be deleted").length == 5);
    clock.forward(Duration.ofDays(7));
    host.chancery.rights().clock().once();
    clerk = host.as("clerk");
    assertThat(clerk.get("/people/" + person).status()).isEqualTo(404);
    assertThat(clerk.get("/search?q=figures").json().at("/total").asInt()).isZero();
    host.chancery.rights().clock().erase();
    assertThat(host.host.queue().size("one-year-erasing")).isZero();
  }

  @Test
  void aRenewalWithAReasonKeepsItForAnotherYear() {
    clock.forward(Duration.ofDays(380));
    clerk = host.as("clerk");
    stranger = host.as("stranger");
    host.chancery.rights().clock().once();
    String path = "/people/" + person + "/renewal";
    assertThat(stranger.post(path, "{'reason':'Mine'}").status()).isEqualTo(403);
    assertThat(clerk.post(path, "{'reason':' '}").status()).isEqualTo(400);
    assertThat(clerk.post(path, "{'reason':'Speaks at the forum in May'}").status()).isEqualTo(204);
    assertThat(expiring(clerk).at("/total").asInt()).isZero();
    assertThat(clerk.post(path, "{'reason':'Again'}").status()).isEqualTo(409);
    clock.forward(Duration.ofDays(40));
    host.chancery.rights().clock().once();
    clerk = host.as("clerk");
    assertThat(clerk.get("/people/" + person).status()).isEqualTo(200);
    clock.forward(Duration.ofDays(330));
    clerk = host.as("clerk");
    assertThat(expiring(clerk).at("/total").asInt()).isEqualTo(1);
    assertThat(expiring(clerk).at("/items/0/expiry/warned").isMissingNode()).isTrue();
  }

  @Test
  void contactAfterTheWarningTakesItOffTheListForGood() {
    clock.forward(Duration.ofDays(380));
    clerk = host.as("clerk");
    host.chancery.rights().clock().once();
    clerk.post("/interactions", interaction(""));
    clock.forward(Duration.ofDays(31));
    host.chancery.rights().clock().once();
    clerk = host.as("clerk");
    assertThat(clerk.get("/people/" + person).status()).isEqualTo(200);
    assertThat(
            host.host
                .read(() -> host.host.nodes().get(Caller.ofSystem(), NodeId.of(person)))
                .date(Stk.WARNED_ON))
        .isEmpty();
  }

  @Test
  void oneTiedToInactiveIssuesAloneIsListedAndDeletedByTheOwnerAlone() {
    JsonNode issue = admin.get("/issues/border-wait-times").json();
    assertThat(clerk.post("/people/" + person + "/deletion", "{}").status()).isEqualTo(409);
    TestHost.Reply changed =
        admin.put(
            "/issues/border-wait-times",
            "{'active':false}",
            "If-Match",
            "\"" + issue.at("/revision").asText() + "\"");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(expiring(clerk).at("/items/0/expiry/reason").asText()).isEqualTo("inactive-issues");
    assertThat(stranger.post("/people/" + person + "/deletion", "{}").status()).isEqualTo(403);
    assertThat(clerk.post("/people/" + person + "/deletion", "{}").status()).isEqualTo(204);
    assertThat(clerk.get("/people/" + person).status()).isEqualTo(404);
  }

  @Test
  void aRecordThatLiesAtAnEntryKeepsItFromBeingDeleted() {
    host.host.write(
        () ->
            host.host
                .nodes()
                .create(
                    Caller.ofSystem(),
                    new NewNode(
                        NodeId.random(),
                        NodeId.of(person),
                        Cor.DOCUMENT,
                        "minutes.txt",
                        Set.of(Rec.DECLARED),
                        Map.of(
                            Rec.RECORD_ID,
                            "R-2026-000001",
                            Rec.DECLARED_AT,
                            clock.instant(),
                            Rec.DECLARED_BY,
                            "records",
                            Rec.DIGEST,
                            "0".repeat(64)))));
    clock.forward(Duration.ofDays(380));
    host.chancery.rights().clock().once();
    clerk = host.as("clerk");
    assertThat(clerk.post("/people/" + person + "/deletion", "{}").status()).isEqualTo(409);
    clock.forward(Duration.ofDays(40));
    host.chancery.rights().clock().once();
    clerk = host.as("clerk");
    assertThat(clerk.get("/people/" + person).status()).isEqualTo(200);
  }

  @Test
  void aLetterToSomebodyWhoAskedStopsAndIsConfirmed() {
    String folder =
        clerk.post("/case-folders", "{'holderKind':'individual','holderName':'Okafor'}").text("id");
    String file =
        clerk
            .post("/case-folders/" + folder + "/case-files", "{'subject':'Roof','source':'public'}")
            .text("id");
    String part = "";
    for (JsonNode child : clerk.get("/nodes/" + file + "/children").json().path("items")) {
      if (child.path("name").asText().equals("people")) {
        part = child.path("id").asText();
      }
    }
    clerk.post(
        "/nodes/" + part + "/children",
        "{'type':'cor:correspondent','name':'Maria Okafor',"
            + "'properties':{'cor:firstName':'Maria','cor:lastName':'Okafor'}}");
    asks();
    String body =
        "{'channel':'post','recipient':'Ms. Maria Okafor','purpose':'Answer','authority':'x'";
    TestHost.Reply stopped = clerk.post("/case-files/" + file + "/dispatches", body + "}");
    assertThat(stopped.text("code")).as(stopped.body()).isEqualTo("do-not-contact");
    TestHost.Reply other =
        clerk.post(
            "/case-files/" + file + "/dispatches", body.replace("Maria Okafor", "Lee Chu") + "}");
    assertThat(other.text("code")).isEqualTo("invalid");
    TestHost.Reply confirmed =
        clerk.post("/case-files/" + file + "/dispatches", body + ",'despite':true}");
    assertThat(confirmed.text("code")).isEqualTo("invalid");
  }

  @Test
  void whatIsHeldIsPackedForTheIndividualByThePrivacyOfficerAlone() {
    clerk.post("/people/" + person + "/notes", "{'text':'Prefers written answers'}");
    clerk.post("/interactions", interaction(",'outcome':'Wants figures'"));
    assertThat(clerk.get("/subject-access?lastName=okafor").status()).isEqualTo(403);
    JsonNode found = privacy.get("/subject-access?lastName=okafor").json();
    assertThat(found.at("/people/0/id").asText()).isEqualTo(person);
    String body = "{'people':['" + person + "'],'reason':'Request 12'}";
    assertThat(clerk.post("/subject-access", body).status()).isEqualTo(403);
    assertThat(privacy.post("/subject-access", body.replace("Request 12", "")).status())
        .isEqualTo(400);
    TestHost.Reply made = privacy.post("/subject-access", body);
    assertThat(made.status()).isEqualTo(200);
    Map<String, byte[]> files = unzipped(made.bytes());
    assertThat(files).containsOnlyKeys("held.pdf", "held.json");
    assertThat(new String(files.get("held.pdf"), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-1.7");
    assertThat(new String(files.get("held.json"), StandardCharsets.UTF_8))
        .contains("Okafor", "maria@home.example", "Prefers written answers", "Wants figures")
        .contains("Person add", "Request 12");
    assertThat(host.host.ledger().events().toString()).contains("SUBJECT_ACCESS");
  }

  private static Map<String, byte[]> unzipped(byte[] bytes) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void exportsAreOffForAllButAdministratorsAndLeaveOutWhoAsked() {
    clerk.post("/people", "{'person':{'firstName':'=Ana','lastName':'Diaz, Jr','state':'TX'}}");
    for (String path :
        new String[] {"/exports/people?format=csv", "/people/" + person + "/export"}) {
      assertThat(clerk.get(path).status()).as(path).isEqualTo(403);
      assertThat(privacy.get(path).status()).as(path).isEqualTo(403);
    }
    String csv = admin.get("/exports/people?format=csv").body();
    assertThat(csv.split("\r\n")).hasSize(3);
    assertThat(csv).contains("maria@home.example", "'=Ana", "\"Diaz, Jr\"");
    assertThat(admin.get("/exports/people?state=VA&format=csv").body().split("\r\n")).hasSize(1);
    asks();
    assertThat(admin.get("/exports/people?format=csv").body()).doesNotContain("maria@");
    String card = admin.get("/people/" + person + "/export").body();
    assertThat(card)
        .startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n")
        .contains("N:Okafor;Maria;;;\r\n", "EMAIL:maria@home.example", "NOTE:Asked not to be");
    assertThat(host.host.ledger().events().toString())
        .contains("STAKEHOLDER_EXPORT", "count=2", "count=1");
  }
}
