package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.core.access.Role;
import org.chancery.core.audit.Action;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.schedule.ClockState;
import org.chancery.core.schedule.Schedule;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/New_York"));

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client officer;
  private String folder;
  private String file;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    // Sees what the Executive Secretariat sees.
    host.office.add("officer", "EXECSEC", Role.RECORDS_OFFICER, Role.EXECUTIVE_SECRETARY);
    clerk = host.as("clerk");
    officer = host.as("officer");
    folder =
        clerk
            .post("/case-folders", "{'holderKind':'individual','holderName':'Doe, Jane'}")
            .text("id");
    file =
        clerk
            .post("/case-folders/" + folder + "/case-files", "{'subject':'Roof','source':'public'}")
            .text("id");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private JsonNode retention(String id) {
    TestHost.Reply reply = clerk.get("/nodes/" + id + "/retention");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  private void closeFile() {
    assertThat(clerk.post("/case-files/" + file + "/close", "{}").status()).isEqualTo(200);
  }

  /** As if the latest activity had been that long ago. */
  private void age(Instant at) {
    host.host.write(
        () ->
            host.chancery.schedule().clocks().migrated(NodeId.of(folder), at, ActivityKind.CLOSE));
  }

  private String note() {
    String routing = child(file, "routing");
    return clerk
        .post(
            "/nodes/" + routing + "/children",
            "{'type':'cor:note','name':'Note','properties':{'cor:noteText':'called'}}")
        .text("id");
  }

  private String child(String parent, String name) {
    for (JsonNode each : clerk.get("/nodes/" + parent + "/children").json().get("items")) {
      if (each.get("name").asText().equals(name)) {
        return each.get("id").asText();
      }
    }
    throw new AssertionError(name);
  }

  private static String change(String csv, String reason, boolean check) {
    return JSON.createObjectNode()
        .put("csv", csv)
        .put("reason", reason)
        .put("check", check)
        .toString()
        .replace("'", "\\u0027");
  }

  @Test
  void aNewCaseFolderIsKeptUnderTheDefaultUntilItIsReviewed() {
    JsonNode folders = retention(folder);
    assertThat(folders.at("/series/code").asText()).isEqualTo(Schedule.DEFAULT);
    assertThat(folders.get("awaitsReview").asBoolean()).isTrue();
    assertThat(folders.get("state").asText()).isEqualTo("active");
    assertThat(folders.get("standing").asText()).isEqualTo("A case file in it is open.");
    assertThat(folders.get("why").asText()).contains("example, not an approved authority");
    JsonNode parts = retention(child(file, "documents"));
    assertThat(parts.at("/series/code").asText()).isEqualTo(Schedule.DEFAULT);
    assertThat(parts.at("/unit/id").asText()).isEqualTo(folder);
    assertThat(parts.get("then").asText()).contains("National Archives");
  }

  @Test
  void theClockStartsWhenTheLastFileIsClosedAndStopsWhenOneIsOpenedAgain() {
    closeFile();
    JsonNode closed = retention(folder);
    assertThat(closed.get("state").asText()).isEqualTo("running");
    assertThat(closed.get("activityKind").asText()).isEqualTo("close");
    assertThat(closed.at("/clock/0/effect").asText()).isEqualTo("started");
    LocalDate due = LocalDate.parse(closed.get("eligibleOn").asText());
    assertThat(due).isBetween(TODAY.plusYears(10), TODAY.plusYears(10).plusDays(1));
    clerk.post("/case-files/" + file + "/reopen", "{'reason':'they wrote again'}");
    JsonNode open = retention(folder);
    assertThat(open.get("state").asText()).isEqualTo("active");
    assertThat(open.has("eligibleOn")).isFalse();
    assertThat(open.at("/clock/0/effect").asText()).isEqualTo("stopped");
    assertThat(open.at("/clock/0/kind").asText()).isEqualTo("reopen");
  }

  @Test
  void whatHasRunOutIsDueOnceAndSaysWhy() {
    closeFile();
    age(Instant.parse("2012-02-29T12:00:00Z"));
    assertThat(retention(folder).get("eligibleOn").asText()).isEqualTo("2022-03-01");
    JsonNode run = officer.post("/records/run-clock", "{}").json();
    assertThat(run.get("due").asInt()).isEqualTo(1);
    JsonNode due = retention(folder);
    assertThat(due.get("state").asText()).isEqualTo("eligible");
    assertThat(due.get("standing").asText()).contains("1 March 2022").contains("29 February 2012");
    assertThat(due.at("/clock/0/effect").asText()).isEqualTo("eligible");
    JsonNode again = officer.post("/records/run-clock", "{}").json();
    assertThat(again.get("looked").asInt()).isZero();
    assertThat(
            host.host.ledger().events().stream()
                .filter(each -> each.action() == Action.BECOME_ELIGIBLE))
        .hasSize(1);
    Optional<?> why =
        host.host.write(() -> host.chancery.schedule().clocks().eligible(NodeId.of(folder), TODAY));
    assertThat(why).isPresent();
  }

  @Test
  void aNewLetterRestartsTheClockAndShowsSo() {
    closeFile();
    age(Instant.parse("2012-05-05T12:00:00Z"));
    officer.post("/records/run-clock", "{}");
    String letter = host.ready(clerk, "letter.txt", "Dear Sir, once more");
    TestHost.Reply filed =
        clerk.post(
            "/intake/" + letter + "/file",
            "{'caseFolder':'" + folder + "','newCaseFile':{'subject':'More','source':'public'}}");
    assertThat(filed.status()).as(filed.body()).isEqualTo(200);
    JsonNode now = retention(folder);
    assertThat(now.get("state").asText()).isEqualTo("active");
    assertThat(now.get("activityKind").asText()).isEqualTo("filed");
    assertThat(now.at("/clock/0/effect").asText()).isEqualTo("stopped");
    assertThat(
            host.host.<Optional<?>>write(
                () -> host.chancery.schedule().clocks().eligible(NodeId.of(folder), TODAY)))
        .isEmpty();
  }

  @Test
  void lookingLockingAndReadingAgainAreNoActivity() {
    note();
    Instant before = activity();
    clerk.get("/nodes/" + folder);
    clerk.get("/nodes/" + file + "/children");
    host.as("supervisor")
        .put(
            "/nodes/" + child(file, "documents") + "/permissions",
            "{'inherits':true,'grants':[],'reason':'as before'}");
    assertThat(activity()).isEqualTo(before);
    assertThat(retention(folder).get("activityKind").asText()).isEqualTo("note");
  }

  private Instant activity() {
    return host.host
        .nodes()
        .get(Caller.ofSystem(), NodeId.of(folder))
        .instant(Cor.LAST_ACTIVITY)
        .orElseThrow();
  }

  @Test
  void aPlanIsCheckedWholeAndChangesNothingWhileAnythingIsWrong() {
    String csv = officer.get("/file-plan?format=csv").body();
    JsonNode sound = officer.post("/file-plan", change(csv, "", true)).json();
    assertThat(sound.get("faults")).isEmpty();
    assertThat(sound.get("changed")).isEmpty();
    String broken = csv.replace("10,years,transfer", "ten,years,transfer");
    JsonNode faults = officer.post("/file-plan", change(broken, "", true)).json();
    assertThat(faults.at("/faults/0/row").asInt()).isEqualTo(3);
    assertThat(faults.at("/faults/0/column").asText()).isEqualTo("period");
    TestHost.Reply refused = officer.post("/file-plan", change(broken, "shorter", false));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().get("problems").has("row 3, period")).isTrue();
    assertThat(officer.get("/file-plan?format=csv").body()).isEqualTo(csv);
    assertThat(officer.get("/file-plan/versions").json().get("items")).hasSize(1);
    assertThat(clerk.post("/file-plan", change(csv, "x", false)).status()).isEqualTo(403);
  }

  @Test
  void aChangedSeriesIsComputedAnewAndOneInUseStays() {
    closeFile();
    age(Instant.parse("2018-06-15T12:00:00Z"));
    String csv = officer.get("/file-plan?format=csv").body();
    String shorter = csv.replace("10,years,transfer", "5,years,transfer");
    JsonNode dry = officer.post("/file-plan", change(shorter, "", true)).json();
    assertThat(dry.at("/changed/0/folders").asInt()).isEqualTo(1);
    assertThat(dry.at("/changed/0/columns/0/name").asText()).isEqualTo("period");
    assertThat(dry.at("/changed/0/columns/0/to").asText()).isEqualTo("5");
    assertThat(retention(folder).get("eligibleOn").asText()).isEqualTo("2028-06-15");
    assertThat(officer.post("/file-plan", change(shorter, "shorter", false)).status())
        .isEqualTo(200);
    host.chancery.schedule().recompute(1000);
    assertThat(retention(folder).get("eligibleOn").asText()).isEqualTo("2023-06-15");
    JsonNode versions = officer.get("/file-plan/versions").json().get("items");
    assertThat(versions).hasSize(2);
    assertThat(versions.get(0).get("reason").asText()).isEqualTo("shorter");
    assertThat(versions.get(0).at("/by/name").asText()).isEqualTo("officer");
    String without =
        csv.lines()
            .filter(line -> !line.startsWith("CORR-PERM"))
            .collect(Collectors.joining("\r\n"));
    JsonNode used = officer.post("/file-plan", change(without, "", true)).json();
    assertThat(used.get("faults").toString()).contains("in use");
  }

  @Test
  void aSeriesAppliedNearerWins() {
    closeFile();
    age(Instant.parse("2018-06-15T12:00:00Z"));
    TestHost.Reply applied =
        officer.put(
            "/nodes/" + folder + "/series",
            "{'series':'CORR-TEMP','reason':'of no lasting value'}");
    assertThat(applied.status()).as(applied.body()).isEqualTo(200);
    JsonNode now = retention(child(file, "documents"));
    assertThat(now.at("/series/code").asText()).isEqualTo("CORR-TEMP");
    assertThat(now.at("/appliedAt/reason").asText()).isEqualTo("of no lasting value");
    assertThat(now.get("then").asText()).contains("destroyed");
    officer.put("/nodes/" + folder + "/series", "{'reason':'a mistake'}");
    assertThat(retention(folder).at("/series/code").asText()).isEqualTo(Schedule.DEFAULT);
    assertThat(clerk.put("/nodes/" + folder + "/series", "{'reason':'x'}").status()).isEqualTo(403);
    assertThat(
            officer
                .put("/nodes/" + file + "/series", "{'series':'CORR-TEMP','reason':'x'}")
                .status())
        .isEqualTo(409);
  }

  @Test
  void aFolderOfTheLibraryIsAUnitOnceASeriesIsAppliedToIt() {
    String library = child("root", "Library");
    String shelf =
        clerk
            .post("/nodes/" + library + "/children", "{'type':'cm:folder','name':'Reports'}")
            .text("id");
    assertThat(retention(shelf).get("state").asText()).isEqualTo("none");
    assertThat(retention(shelf).get("until").asText()).contains("Without end");
    officer.put("/nodes/" + shelf + "/series", "{'series':'ADHOC-REPORTS','reason':'x'}");
    assertThat(retention(shelf).get("state").asText()).isEqualTo("active");
    clerk.post("/nodes/" + shelf + "/no-longer-needed", "{'reason':'the meeting is over'}");
    JsonNode over = retention(shelf);
    assertThat(over.get("state").asText()).isEqualTo("running");
    assertThat(over.get("eligibleOn").asText())
        .isIn(TODAY.toString(), TODAY.plusDays(1).toString());
    clerk.upload("again.txt", "more of it", Map.of("parent", shelf));
    assertThat(retention(shelf).get("state").asText()).isEqualTo("active");
    clerk.post("/nodes/" + shelf + "/no-longer-needed", "{'reason':'the meeting is over'}");
    assertThat(retention(shelf).get("state").asText()).isEqualTo("running");
    String loose = clerk.upload("loose.txt", "a page of it", Map.of("parent", library)).text("id");
    // Reading it changes it once more.
    TestHost.await(() -> clerk.get("/nodes/" + loose).body().contains("cor:read"));
    TestHost.Reply moved =
        clerk.post(
            "/nodes/" + loose + "/move",
            "{'parent':'" + shelf + "'}",
            "If-Match",
            clerk.get("/nodes/" + loose).tag());
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    assertThat(retention(shelf).get("state").asText()).isEqualTo("active");
    assertThat(host.host.nodes().get(Caller.ofSystem(), NodeId.of(shelf)).text(Rec.ACTIVITY_KIND))
        .contains("filed");
  }

  @Test
  void whatIsInAClosedFileIsDeclaredByRuleAndReopeningOnlyAdds() {
    String letter = host.ready(clerk, "letter.txt", "Dear Sir");
    clerk.post("/intake/" + letter + "/file", "{'caseFile':'" + file + "'}");
    String note = note();
    closeFile();
    assertThat(record(letter)).isTrue();
    assertThat(record(note)).isTrue();
    assertThat(record(file)).isFalse();
    clerk.post("/case-files/" + file + "/reopen", "{'reason':'they wrote again'}");
    TestHost.Reply changed =
        clerk.put(
            "/nodes/" + note + "/properties",
            "{'properties':{'cor:noteText':'otherwise'}}",
            "If-Match",
            clerk.get("/nodes/" + note).tag());
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.text("code")).isEqualTo("declared-record");
    String another = host.ready(clerk, "second.txt", "Dear Sir, again");
    assertThat(clerk.post("/intake/" + another + "/file", "{'caseFile':'" + file + "'}").status())
        .isEqualTo(200);
    closeFile();
    assertThat(record(another)).isTrue();
  }

  private boolean record(String id) {
    return host.host.nodes().get(Caller.ofSystem(), NodeId.of(id)).aspects().contains(Rec.DECLARED);
  }

  @Test
  void whatADispositionHasInHandLeavesItWhenSomethingIsDone() {
    closeFile();
    age(Instant.parse("2012-05-05T12:00:00Z"));
    officer.post("/records/run-clock", "{}");
    NodeId id = NodeId.of(folder);
    host.host.write(
        () ->
            host.chancery
                .schedule()
                .clocks()
                .mark(Caller.ofSystem(), id, ClockState.IN_TRANSFER, "Its package was sent."));
    assertThat(retention(folder).get("standing").asText()).isEqualTo("Its package was sent.");
    clerk.post("/case-files/" + file + "/reopen", "{'reason':'they wrote again'}");
    assertThat(retention(folder).get("state").asText()).isEqualTo("exception");
  }
}
