package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.chancery.core.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interactions, events, issues, notes and owners over HTTP (requirements S3 to S6, S10, S13). */
class OutreachRoutesTest {
  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client stranger;
  private TestHost.Client privacy;
  private String person;
  private String organization;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    host.office.add("privacy", "EXECSEC", Role.PRIVACY_OFFICER);
    clerk = host.as("clerk");
    stranger = host.as("stranger");
    privacy = host.as("privacy");
    person =
        made(clerk.post(
                "/people",
                "{'person':{'firstName':'Maria','lastName':'Okafor','state':'TX'},"
                    + "'privateContact':{'mobilePhone':['(956) 555-0199']}}"))
            .at("/id")
            .asText();
    organization =
        made(clerk.post("/organizations", "{'organization':{'name':'Sheriffs','state':'VA'}}"))
            .at("/id")
            .asText();
  }

  @AfterEach
  void close() {
    host.close();
  }

  private static JsonNode made(TestHost.Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.json();
  }

  private String interaction(String date, String more) {
    return "{'date':'" + date + "','mode':'phone','people':['" + person + "']" + more + "}";
  }

  private JsonNode maria() {
    return clerk.get("/people/" + person).json();
  }

  @Test
  void anInteractionIsSeenAtEverybodySpokenTo() {
    JsonNode noted =
        made(
            stranger.post(
                "/interactions",
                interaction(
                    "2026-05-04",
                    ",'organizations':['"
                        + organization
                        + "'],'issues':['border-wait-times'],'outcome':'Wants figures',"
                        + "'followUp':'Send figures','followUpDue':'2026-05-11'")));
    assertThat(noted.at("/component/code").asText()).isEqualTo("CBP");
    assertThat(maria().at("/lastContact").asText()).isEqualTo("2026-05-04");
    assertThat(maria().at("/knownBy/1/component").asText()).isEqualTo("CBP");
    assertThat(maria().at("/knownBy/1/people/0/name").asText()).isEqualTo("stranger");
    assertThat(maria().at("/openFollowUps/0/overdue").asBoolean()).isTrue();
    JsonNode timeline = clerk.get("/people/" + person + "/timeline").json();
    assertThat(timeline.at("/items/0/text").asText()).contains("Wants figures");
    assertThat(timeline.at("/items/0/issues/0").asText()).isEqualTo("border-wait-times");
    assertThat(clerk.get("/organizations/" + organization).json().at("/lastContact").asText())
        .isEqualTo("2026-05-04");
    assertThat(stranger.get("/follow-ups?mine=true&overdue=true").json().at("/total").asInt())
        .isEqualTo(1);
    assertThat(clerk.get("/follow-ups?mine=true").json().at("/total").asInt()).isZero();
    String path = "/interactions/" + noted.at("/id").asText();
    assertThat(clerk.post(path + "/follow-up-done", "").status()).isEqualTo(200);
    assertThat(clerk.post(path + "/follow-up-done", "").status()).isEqualTo(409);
    assertThat(maria().at("/openFollowUps")).isEmpty();
    assertThat(clerk.get("/issues/border-wait-times").json().at("/interactions").asInt())
        .isEqualTo(1);
  }

  @Test
  void anInteractionIsChangedAndDeletedByWhoNotedIt() {
    String path =
        "/interactions/"
            + made(stranger.post("/interactions", interaction("2026-05-04", "")))
                .at("/id")
                .asText();
    made(clerk.post("/interactions", interaction("2026-03-01", "")));
    String tag = stranger.get(path).tag();
    assertThat(clerk.put(path, interaction("2026-05-05", ""), "If-Match", tag).status())
        .isEqualTo(403);
    assertThat(clerk.delete(path).status()).isEqualTo(403);
    TestHost.Reply changed =
        stranger.put(path, interaction("2026-05-05", ",'outcome':'x'"), "If-Match", tag);
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(maria().at("/lastContact").asText()).isEqualTo("2026-05-05");
    assertThat(stranger.put(path, interaction("2026-05-05", ""), "If-Match", tag).status())
        .isEqualTo(412);
    assertThat(stranger.delete(path).status()).isEqualTo(204);
    assertThat(maria().at("/lastContact").asText()).isEqualTo("2026-03-01");
    assertThat(maria().at("/knownBy")).hasSize(1);
    assertThat(stranger.get(path).status()).isEqualTo(404);
  }

  @Test
  void whatIsFlaggedIsRephrasedOrKeptWithAReason() {
    String text = interaction("2026-05-04", ",'outcome':'He is Muslim.'");
    TestHost.Reply refused = clerk.post("/interactions", text);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("code")).isEqualTo("screened");
    assertThat(refused.json().at("/flags/0/label").asText()).isEqualTo("Religion");
    String note = "/people/" + person + "/notes";
    assertThat(clerk.post(note, "{'text':'Takes black coffee.'}").status()).isEqualTo(201);
    assertThat(clerk.post(note, "{'text':'Was diagnosed with cancer.'}").status()).isEqualTo(422);
    JsonNode kept =
        made(
            clerk.post(
                note,
                "{'text':'Was diagnosed with cancer.',"
                    + "'confirmations':[{'flag':'health','reason':'Asked us not to call'}]}"));
    assertThat(kept.at("/flags/0").asText()).isEqualTo("health");
    assertThat(clerk.post("/screenings", "{'text':'SSN 123-45-6789'}").json().at("/flags"))
        .hasSize(1);
    assertThat(clerk.get("/note-flags").status()).isEqualTo(403);
    JsonNode open = privacy.get("/note-flags").json().at("/items");
    assertThat(open).hasSize(1);
    assertThat(open.at("/0/on/name").asText()).isEqualTo("Maria Okafor");
    assertThat(open.at("/0/reason").asText()).isEqualTo("Asked us not to call");
    assertThat(open.at("/0/found/0/words").asText()).contains("diagnosed");
    String flag = "/note-flags/" + open.at("/0/id").asText();
    assertThat(privacy.post(flag, "{'decision':'removed','reason':''}").status()).isEqualTo(400);
    TestHost.Reply decided = privacy.post(flag, "{'decision':'removed','reason':'Not needed'}");
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    assertThat(privacy.post(flag, "{'decision':'accepted','reason':'x'}").status()).isEqualTo(409);
    assertThat(privacy.get("/note-flags").json().at("/items")).isEmpty();
    assertThat(privacy.get("/note-flags?state=removed").json().at("/items")).hasSize(1);
    assertThat(clerk.get("/people/" + person + "/timeline").body()).doesNotContain("cancer");
    assertThat(host.host.ledger().events().toString()).doesNotContain("cancer");
  }

  @Test
  void thePrivacyOfficerChangesTheList() {
    String before = privacy.get("/screening-list").json().at("/text").asText();
    assertThat(before).contains("religion | about");
    assertThat(clerk.get("/screening-list").status()).isEqualTo(403);
    assertThat(privacy.put("/screening-list", "{'text':'race | sometimes | x'}").status())
        .isEqualTo(400);
    assertThat(privacy.put("/screening-list", "{'text':'health | word | broken leg'}").status())
        .isEqualTo(200);
    assertThat(clerk.post("/screenings", "{'text':'A broken leg'}").json().at("/flags")).hasSize(1);
    assertThat(clerk.post("/screenings", "{'text':'He is Muslim'}").json().at("/flags")).isEmpty();
  }

  @Test
  void attendingCountsAsContactAndAllAreSpokenToAtOnce() {
    String event =
        made(stranger.post(
                "/events",
                "{'name':'Border forum','start':'2026-06-01T15:00:00Z','city':'McAllen',"
                    + "'zip':'78501','state':'TX','issues':['border-wait-times']}"))
            .at("/id")
            .asText();
    TestHost.Reply attended =
        clerk.post(
            "/events/" + event + "/attendees",
            "{'people':['" + person + "'],'organizations':['" + organization + "']}");
    assertThat(attended.status()).as(attended.body()).isEqualTo(200);
    assertThat(attended.json().at("/femaRegion").asText()).isEqualTo("6");
    assertThat(attended.json().at("/attendees/0/name").asText()).isEqualTo("Maria Okafor");
    assertThat(maria().at("/lastContact").asText()).isEqualTo("2026-06-01");
    assertThat(maria().at("/contacts").asInt()).isEqualTo(1);
    assertThat(maria().at("/knownBy/1/component").asText()).isEqualTo("CBP");
    made(clerk.post("/events/" + event + "/interactions", "{'outcome':'Useful'}"));
    assertThat(maria().at("/contacts").asInt()).isEqualTo(2);
    JsonNode whole = clerk.get("/events/" + event).json();
    assertThat(whole.at("/interactions")).hasSize(1);
    TestHost.Reply moved =
        clerk.put(
            "/events/" + event,
            "{'start':'2026-06-03T15:00:00Z'}",
            "If-Match",
            clerk.get("/events/" + event).tag());
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    assertThat(maria().at("/lastContact").asText()).isEqualTo("2026-06-03");
    clerk.delete("/events/" + event + "/attendees/" + person);
    assertThat(maria().at("/contacts").asInt()).isEqualTo(1);
    assertThat(clerk.delete("/events/" + event + "/attendees/" + person).status()).isEqualTo(404);
    assertThat(clerk.get("/issues/border-wait-times").json().at("/events/0/name").asText())
        .isEqualTo("Border forum");
  }

  @Test
  void anEventToComeIsNoContactYet() {
    Instant tomorrow = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    JsonNode event = made(clerk.post("/events", "{'name':'To come','start':'" + tomorrow + "'}"));
    clerk.post(
        "/events/" + event.at("/id").asText() + "/attendees", "{'people':['" + person + "']}");
    assertThat(event.at("/counted").asBoolean()).isFalse();
    assertThat(maria().at("/contacts").asInt()).isZero();
    assertThat(clerk.get("/people/" + person + "/timeline?kind=event").json().at("/items"))
        .hasSize(1);
  }

  @Test
  void eventsAreListedTheNextFirstAndThePastOnesTheLatestFirst() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    for (int days : new int[] {-30, 20, -3, 10, -10}) {
      String start = now.plus(days, ChronoUnit.DAYS).toString();
      String issues = days == -10 ? ",'issues':['border-wait-times']" : "";
      made(clerk.post("/events", "{'name':'E" + days + "','start':'" + start + "'" + issues + "}"));
    }

    assertThat(names("/events")).containsExactly("E10", "E20");
    assertThat(names("/events?when=past")).containsExactly("E-3", "E-10", "E-30");
    assertThat(names("/events?when=past&issue=border-wait-times")).containsExactly("E-10");
    assertThat(names("/events?when=past&limit=2")).containsExactly("E-3", "E-10");
    String cursor = clerk.get("/events?when=past&limit=2").text("cursor");
    assertThat(names("/events?when=past&limit=2&cursor=" + cursor)).containsExactly("E-30");
    assertThat(clerk.get("/events?when=never").status()).isEqualTo(400);
  }

  private List<String> names(String path) {
    List<String> names = new ArrayList<>();
    clerk.get(path).json().at("/items").forEach(item -> names.add(item.at("/name").asText()));
    return names;
  }

  @Test
  void issuesAreKeptByTheRepresentativeOfAComponent() {
    TestHost.Client representative = host.as("representative");
    JsonNode tree = clerk.get("/priorities").json().at("/items");
    String priority = tree.at("/0/id").asText();
    String issue = "{'priority':'" + priority + "','code':'refugees','title':'Refugee admissions'}";
    assertThat(clerk.post("/issues", issue).status()).isEqualTo(403);
    assertThat(representative.post("/issues", issue).status()).isEqualTo(201);
    assertThat(representative.post("/issues", issue).json().at("/problems/code").asText())
        .isNotEmpty();
    TestHost.Reply seen = clerk.get("/issues/refugees");
    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    TestHost.Reply changed =
        representative.put(
            "/issues/refugees",
            "{'active':false,'talkingPoints':['Say this'],'title':'Refugees'}",
            "If-Match",
            seen.tag());
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    made(
        representative.post(
            "/issues/refugees/updates",
            "{'date':'2026-02-03','title':'New ceiling','text':'The ceiling was set.'}"));
    JsonNode now = clerk.get("/issues/refugees").json();
    assertThat(now.at("/active").asBoolean()).isFalse();
    assertThat(now.at("/updates/0/title").asText()).isEqualTo("New ceiling");
    assertThat(now.at("/talkingPoints/0").asText()).isEqualTo("Say this");
    assertThat(representative.post("/priorities", "{'title':'Cyber','order':5}").status())
        .isEqualTo(201);
    JsonNode cyber = clerk.get("/priorities").json().at("/items/0");
    assertThat(cyber.at("/title").asText()).isEqualTo("Cyber");
    assertThat(
            representative
                .put(
                    "/priorities/" + cyber.at("/id").asText(),
                    "{'title':'Cybersecurity','order':500}",
                    "If-Match",
                    "\"" + cyber.at("/revision").asText() + "\"")
                .json()
                .at("/items/5/title")
                .asText())
        .isEqualTo("Cybersecurity");
  }

  @Test
  void verificationIsNotedAndWhatIsDueIsListed() {
    assertThat(clerk.get("/verifications/due").json().at("/total").asInt()).isEqualTo(2);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    assertThat(
            stranger
                .post("/people/" + person + "/verification", "{'on':'" + today.minusYears(2) + "'}")
                .status())
        .isEqualTo(204);
    assertThat(
            clerk
                .post("/people/" + person + "/verification", "{'on':'" + today.plusDays(2) + "'}")
                .status())
        .isEqualTo(400);
    JsonNode due = clerk.get("/verifications/due").json();
    assertThat(due.at("/items/0/kind").asText()).isEqualTo("organization");
    assertThat(due.at("/items/1/verified/by/name").asText()).isEqualTo("stranger");
    clerk.post("/people/" + person + "/verification", "{}");
    assertThat(clerk.get("/verifications/due?component=OPA").json().at("/total").asInt())
        .isEqualTo(1);
    assertThat(clerk.get("/verifications/due?component=CBP").json().at("/total").asInt()).isZero();
    assertThat(maria().at("/verified/on").asText()).isEqualTo(today.toString());
    assertThat(clerk.get("/people/" + person + "/timeline?kind=verification").json().at("/items"))
        .hasSize(2);
  }

  @Test
  void theNewOwnersComponentSeesPrivateNumbersAndTheOldOneNoLonger() {
    String owner = "/people/" + person + "/owner";
    String over = "{'user':'stranger','reason':'Moved to the border desk'}";
    assertThat(stranger.post(owner, over).status()).isEqualTo(403);
    assertThat(clerk.post(owner, "{'user':'nobody','reason':'x'}").status()).isEqualTo(400);
    assertThat(clerk.post(owner, over).status()).isEqualTo(204);
    assertThat(maria().at("/owner/component/code").asText()).isEqualTo("CBP");
    assertThat(maria().at("/privateContactWithheld").asBoolean()).isTrue();
    assertThat(clerk.get("/search?q=0199").json().at("/total").asInt()).isZero();
    assertThat(stranger.get("/people/" + person).body()).contains("0199");
    assertThat(stranger.get("/people/" + person).json().at("/knownBy/0/component").asText())
        .isEqualTo("CBP");
    assertThat(clerk.get("/people/" + person + "/timeline?kind=ownership").json().at("/items"))
        .hasSize(1);
  }

  @Test
  void allOfALeaversGoesToSomebodyElse() {
    host.office.add("successor", "OPA", Role.CLERK);
    made(clerk.post("/interactions", interaction("2026-05-04", "")));
    TestHost.Reply ordered =
        host.as("supervisor")
            .post(
                "/owners/hand-over", "{'from':'clerk','to':'successor','reason':'Clerk retires'}");
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
    String path = "/owners/hand-over/" + ordered.text("id");
    TestHost.Client supervisor = host.as("supervisor");
    TestHost.await(() -> supervisor.get(path).text("state").equals("done"));
    assertThat(supervisor.get(path).json().at("/done").asInt()).isEqualTo(3);
    assertThat(maria().at("/owner/user/name").asText()).isEqualTo("successor");
    assertThat(clerk.get(path).status()).isEqualTo(404);
    assertThat(
            stranger
                .post("/owners/hand-over", "{'from':'successor','to':'stranger','reason':'A try'}")
                .status())
        .isEqualTo(202);
    TestHost.await(() -> host.host.queue().size("hand-over") == 0);
    assertThat(maria().at("/owner/user/name").asText()).isEqualTo("successor");
  }

  @Test
  void lettersAreShownToThoseWhoMaySeeTheCaseFile() {
    String letter = host.ready(clerk, "a.txt", "Dear sir, about dredging.");
    TestHost.Reply filed =
        clerk.post(
            "/intake/" + letter + "/file",
            "{'newCaseFolder':{'holderKind':'individual','holderName':'Okafor, Maria'},"
                + "'newCaseFile':{'subject':'Roof','source':'public'},"
                + "'correspondent':{'firstName':'Maria','lastName':'Okafor','state':'TX'}}");
    assertThat(filed.status()).as(filed.body()).isEqualTo(200);
    JsonNode seen = clerk.get("/people/" + person + "/timeline?kind=letter").json().at("/items");
    assertThat(seen).hasSize(1);
    assertThat(seen.at("/0/title").asText()).contains("Roof");
    assertThat(stranger.get("/people/" + person + "/timeline?kind=letter").json().at("/items"))
        .isEmpty();
  }
}
