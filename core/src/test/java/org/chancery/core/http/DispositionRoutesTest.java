package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Role;
import org.chancery.core.audit.Action;
import org.chancery.core.disposition.Execution;
import org.chancery.core.intake.WorkQueue.Work;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispositionRoutesTest {
  private static final Instant LONG_AGO = Instant.parse("2012-05-05T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/New_York"));

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client officer;
  private TestHost.Client second;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    host.office.add("officer", "EXECSEC", Role.RECORDS_OFFICER, Role.EXECUTIVE_SECRETARY);
    host.office.add("second", "EXECSEC", Role.RECORDS_OFFICER, Role.EXECUTIVE_SECRETARY);
    clerk = host.as("clerk");
    officer = host.as("officer");
    second = host.as("second");
  }

  @AfterEach
  void close() {
    host.close();
  }

  /** A case folder whose only file was closed long ago, with a letter in it. */
  private String due(String holder, String word) {
    return host.closedSince(LONG_AGO, clerk, holder, Map.of(holder + ".txt", word));
  }

  private JsonNode run() {
    TestHost.Reply run = officer.post("/records/run-clock", "{}");
    assertThat(run.status()).as(run.body()).isEqualTo(200);
    return run.json();
  }

  private JsonNode review(String decision, String... folders) {
    TestHost.Reply reply =
        officer.post(
            "/reviews",
            "{'folders':['"
                + String.join("','", folders)
                + "'],'decision':'"
                + decision
                + "','reason':'read it'}");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  private JsonNode queue(String name) {
    TestHost.Reply reply = officer.get("/records/queues/" + name);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().get("items");
  }

  private JsonNode counts() {
    return officer.get("/records/desk").json().get("counts");
  }

  private String proposed() {
    run();
    JsonNode all = officer.get("/dispositions?state=PROPOSED").json().get("items");
    assertThat(all).hasSize(1);
    return all.get(0).get("id").asText();
  }

  private TestHost.Reply approve(TestHost.Client who, String id) {
    return who.post("/dispositions/" + id + "/approve", "{'reason':'it may go'}");
  }

  private JsonNode get(String id) {
    return officer.get("/dispositions/" + id).json();
  }

  private JsonNode carriedOut(String id) {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!get(id).get("state").asText().equals("DONE") && System.nanoTime() < until) {
      Optional<Work> work = host.host.queue().take(Execution.QUEUE, Duration.ofMinutes(1));
      work.ifPresent(each -> host.chancery.recordsDesk().execution().goOn(each, () -> true));
      Thread.onSpinWait();
    }
    return get(id);
  }

  private boolean there(String folder) {
    return host.host.nodes().find(Caller.ofSystem(), NodeId.of(folder)).isPresent();
  }

  /** What a reader of our own PDF would select. */
  private static String words(byte[] pdf) {
    String file = new String(pdf, StandardCharsets.ISO_8859_1);
    Map<String, String> letters = new HashMap<>();
    Matcher map = Pattern.compile("<(\\p{XDigit}{2})> <(\\p{XDigit}{4})>").matcher(file);
    while (map.find()) {
      letters.put(map.group(1), String.valueOf((char) Integer.parseInt(map.group(2), 16)));
    }
    StringBuilder words = new StringBuilder();
    Matcher shown = Pattern.compile("<(\\p{XDigit}*)> Tj").matcher(file);
    while (shown.find()) {
      for (int i = 0; i < shown.group(1).length(); i += 2) {
        String code = shown.group(1).substring(i, i + 2);
        words.append(letters.getOrDefault(code, String.valueOf((char) Integer.parseInt(code, 16))));
      }
      words.append(' ');
    }
    return words.toString();
  }

  @Test
  void whatIsDueWaitsForItsReviewAndIsProposedAfterIt() {
    String one = due("Doe, Jane", "Dear Sir");
    String two = due("Roe, Richard", "Dear Madam");
    JsonNode run = run();
    assertThat(run.get("due").asInt()).isEqualTo(2);
    assertThat(run.get("proposed").asInt()).isZero();
    assertThat(queue("due")).hasSize(2);
    JsonNode waiting = queue("awaiting-review");
    assertThat(waiting).hasSize(2);
    assertThat(waiting.at("/0/files").asInt()).isEqualTo(1);
    assertThat(waiting.at("/0/series/code").asText()).isEqualTo("CORR-PERM");
    assertThat(waiting.at("/0/why").asText()).contains("5 May 2012");
    assertThat(counts().get("awaitingReview").asInt()).isEqualTo(2);
    JsonNode reviewed = review("temporary", one, NodeId.random().value());
    assertThat(reviewed.get("reviewed").asInt()).isEqualTo(1);
    assertThat(reviewed.get("refused")).hasSize(1);
    assertThat(counts().get("awaitingReview").asInt()).isEqualTo(1);
    assertThat(run().get("proposed").asInt()).isEqualTo(1);
    JsonNode approval = queue("awaiting-approval");
    assertThat(approval).hasSize(1);
    assertThat(approval.at("/0/folder/id").asText()).isEqualTo(one);
    assertThat(approval.at("/0/disposition/action").asText()).isEqualTo("DESTROY");
    assertThat(approval.at("/0/review/by/name").asText()).isEqualTo("officer");
    assertThat(queue("due")).hasSize(1);
    assertThat(officer.get("/records/desk").json().at("/lastRun/due").asInt()).isEqualTo(1);
    assertThat(run().get("proposed").asInt()).isZero();
    assertThat(review("permanent", one).get("refused")).hasSize(1);
    assertThat(there(two)).isTrue();
  }

  @Test
  void aReviewIsTakenBackUntilADispositionIsUnderWay() {
    String one = due("Doe, Jane", "Dear Sir");
    String two = due("Roe, Richard", "Dear Madam");
    run();
    TestHost.Reply applied =
        officer.put("/nodes/" + two + "/series", "{'series':'CORR-TEMP','reason':'routine'}");
    assertThat(applied.status()).as(applied.body()).isEqualTo(200);
    run();
    review("temporary", one);
    review("temporary", two);
    review("permanent", two);
    assertThat(counts().get("awaitingReview").asInt()).isZero();
    String both = "{'folders':['" + one + "','" + two + "'],'reason':'misread'}";
    assertThat(clerk.post("/reviews/take-back", both).status()).isEqualTo(403);
    TestHost.Reply back = officer.post("/reviews/take-back", both);
    assertThat(back.status()).as(back.body()).isEqualTo(200);
    assertThat(back.json().get("reviewed").asInt()).isEqualTo(2);
    assertThat(back.json().get("refused")).isEmpty();
    assertThat(counts().get("awaitingReview").asInt()).isEqualTo(2);
    assertThat(run().get("proposed").asInt()).isZero();
    JsonNode inherited = officer.get("/nodes/" + one + "/retention").json();
    assertThat(inherited.at("/series/code").asText()).isEqualTo("CORR-PERM");
    assertThat(inherited.at("/appliedAt/id").asText()).isNotEqualTo(one);
    JsonNode own = officer.get("/nodes/" + two + "/retention").json();
    assertThat(own.at("/series/code").asText()).isEqualTo("CORR-TEMP");
    assertThat(own.at("/appliedAt/reason").asText()).contains("taken back: misread");
    TestHost.Reply again = officer.post("/reviews/take-back", both);
    assertThat(again.json().at("/refused/0/reason").asText()).isEqualTo("Nobody has reviewed it.");
    review("temporary", one);
    String id = proposed();
    TestHost.Reply late = officer.post("/reviews/take-back", both);
    assertThat(late.json().get("reviewed").asInt()).isZero();
    assertThat(late.json().at("/refused/0/reason").asText()).contains("under way");
    assertThat(get(id).at("/counts/items").asInt()).isEqualTo(1);
  }

  @Test
  void whoProposedByHandTakesItBackAndTheFolderIsDueAgain() {
    String folder = due("Doe, Jane", "Dear Sir");
    run();
    review("temporary", folder);
    String body = "{'folders':['" + folder + "'],'reason':'asked for'}";
    String id = officer.post("/dispositions", body).text("id");
    TestHost.Reply back =
        officer.post("/dispositions/" + id + "/reject", "{'reason':'by mistake'}");
    assertThat(back.text("state")).isEqualTo("REJECTED");
    assertThat(queue("due")).hasSize(1);
    assertThat(officer.post("/dispositions", body).status()).isEqualTo(201);
  }

  @Test
  void toDestroyTakesTwoOfficersAndLeavesAStubAndACertificate() {
    String folder = due("Doe, Jane", "the word xylophone");
    review("temporary", folder);
    String id = proposed();
    assertThat(get(id).get("needed").asInt()).isEqualTo(2);
    assertThat(officer.get("/dispositions?series=CORR-TEMP").json().get("items")).hasSize(1);
    assertThat(officer.get("/dispositions?series=CORR-PERM").json().get("items")).isEmpty();
    assertThat(officer.get("/dispositions/" + id + "/certificate").status()).isEqualTo(404);
    assertThat(clerk.post("/dispositions/" + id + "/approve", "{'reason':'x'}").status())
        .isEqualTo(403);
    TestHost.Reply first = approve(officer, id);
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(first.text("state")).isEqualTo("PROPOSED");
    assertThat(approve(officer, id).status()).isEqualTo(403);
    assertThat(there(folder)).isTrue();
    assertThat(approve(second, id).text("state")).isEqualTo("APPROVED");
    JsonNode done = carriedOut(id);
    assertThat(done.get("state").asText()).isEqualTo("DONE");
    assertThat(done.at("/counts/done").asInt()).isEqualTo(1);
    assertThat(done.get("certificate").asBoolean()).isTrue();
    assertThat(there(folder)).isFalse();
    JsonNode item = officer.get("/dispositions/" + id + "/items").json().at("/items/0");
    assertThat(item.get("state").asText()).isEqualTo("done");
    assertThat(item.has("folder")).isFalse();
    TestHost.Reply stub = officer.get("/stubs/" + item.get("stub").asText());
    assertThat(stub.status()).as(stub.body()).isEqualTo(200);
    assertThat(stub.body()).doesNotContain("Doe").doesNotContain("xylophone");
    assertThat(stub.json().at("/stub/documents").asInt()).isEqualTo(1);
    assertThat(stub.json().at("/stub/approvals")).hasSize(2);
    assertThat(stub.json().get("hashes")).isNotEmpty();
    assertThat(officer.get("/stubs?q=CORR-TEMP").json().get("items")).hasSize(1);
    assertThat(officer.get("/stubs?q=nothing").json().get("items")).isEmpty();
    byte[] pdf = officer.get("/dispositions/" + id + "/certificate").bytes();
    assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    assertThat(words(pdf))
        .contains("EXAMPLE-1-B", "officer by name", "second by name", "Folders: 1;")
        .doesNotContain("Doe", "xylophone");
    byte[] list = officer.get("/dispositions/" + id + "/certificate?part=hashes").bytes();
    assertThat(host.chancery.recordsDesk().certificates().genuine(list)).isTrue();
    assertThat(new String(list, StandardCharsets.US_ASCII))
        .contains(stub.json().at("/hashes/0").asText());
    list[20] ^= 1;
    assertThat(host.chancery.recordsDesk().certificates().genuine(list)).isFalse();
    assertThat(host.host.ledger().events().stream().filter(each -> each.action() == Action.DISPOSE))
        .hasSize(1);
    JsonNode report = officer.get("/records/reports/destructions").json();
    assertThat(report.at("/rows/0/documents").asInt()).isEqualTo(1);
    assertThat(officer.get("/records/reports/volume?format=csv").body()).contains("disposed");
  }

  @Test
  void aStubIsARecordThatNobodyChanges() {
    String folder = due("Doe, Jane", "Dear Sir");
    review("temporary", folder);
    String id = proposed();
    approve(officer, id);
    approve(second, id);
    carriedOut(id);
    String stub = officer.get("/stubs").json().at("/items/0/id").asText();
    TestHost.Client admin = host.program("admin");
    TestHost.Reply changed =
        admin.put(
            "/nodes/" + stub + "/properties",
            "{'properties':{'rec:stubAuthority':'another'}}",
            "If-Match",
            admin.get("/nodes/" + stub).tag());
    assertThat(changed.status()).isIn(400, 403, 409);
    assertThat(admin.delete("/nodes/" + stub).status()).isIn(403, 409, 428);
    assertThat(officer.get("/stubs/" + stub).json().at("/stub/authority").asText())
        .isEqualTo("EXAMPLE-1-B");
  }

  @Test
  void aHoldTakesAFolderOutAndItsReleaseProposesItAgain() {
    String folder = due("Doe, Jane", "Dear Sir");
    review("temporary", folder);
    String id = proposed();
    String hold = officer.post("/holds", "{'kind':'foia','reason':'2026-17'}").text("id");
    officer.post("/holds/" + hold + "/items", "{'nodes':['" + folder + "']}");
    assertThat(queue("on-hold")).hasSize(1);
    assertThat(queue("on-hold").at("/0/holds/0/reason").asText()).isEqualTo("2026-17");
    TestHost.Reply approved = approve(officer, id);
    assertThat(approved.text("state")).isEqualTo("REJECTED");
    assertThat(approved.json().at("/counts/withdrawn").asInt()).isEqualTo(1);
    JsonNode item = officer.get("/dispositions/" + id + "/items").json().at("/items/0");
    assertThat(item.get("state").asText()).isEqualTo("withdrawn");
    assertThat(item.get("reason").asText()).isEqualTo("It is under a hold.");
    assertThat(run().get("proposed").asInt()).isZero();
    officer.post("/holds/" + hold + "/release", "{'reason':'answered'}");
    assertThat(run().get("proposed").asInt()).isEqualTo(1);
  }

  @Test
  void aRejectedFolderIsNotProposedBeforeItsDay() {
    String folder = due("Doe, Jane", "Dear Sir");
    review("temporary", folder);
    String id = proposed();
    String past = "{'reason':'no','until':'" + TODAY.minusDays(3) + "'}";
    assertThat(officer.post("/dispositions/" + id + "/reject", past).status()).isEqualTo(400);
    String later = "{'reason':'a study uses it','until':'" + TODAY.plusDays(30) + "'}";
    TestHost.Reply rejected = officer.post("/dispositions/" + id + "/reject", later);
    assertThat(rejected.text("state")).isEqualTo("REJECTED");
    assertThat(rejected.json().at("/rejection/by/name").asText()).isEqualTo("officer");
    assertThat(run().get("proposed").asInt()).isZero();
    assertThat(queue("due")).hasSize(1);
    assertThat(queue("due").at("/0/why").asText()).contains("a study uses it");
    TestHost.Reply byHand =
        officer.post("/dispositions", "{'folders':['" + folder + "'],'reason':'now'}");
    assertThat(byHand.status()).isEqualTo(409);
    assertThat(approve(second, id).status()).isEqualTo(409);
  }

  @Test
  void whoProposedByHandDoesNotApprove() {
    String folder = due("Doe, Jane", "Dear Sir");
    String body = "{'folders':['" + folder + "'],'reason':'asked for'}";
    assertThat(officer.post("/dispositions", body).status()).isEqualTo(409);
    run();
    assertThat(officer.post("/dispositions", body).text("detail")).contains("permanent");
    review("temporary", folder);
    TestHost.Reply made = officer.post("/dispositions", body);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String id = made.text("id");
    assertThat(made.json().at("/allowed").toString()).doesNotContain("approve");
    assertThat(approve(officer, id).status()).isEqualTo(403);
    assertThat(approve(second, id).status()).isEqualTo(200);
    assertThat(officer.post("/dispositions", body).status()).isEqualTo(409);
  }

  @Test
  void whatIsDoneInItBetweenTheApprovalsKeepsIt() {
    String folder = due("Doe, Jane", "Dear Sir");
    review("temporary", folder);
    String id = proposed();
    assertThat(approve(officer, id).text("state")).isEqualTo("PROPOSED");
    clerk.post("/case-folders/" + folder + "/case-files", "{'subject':'More','source':'public'}");
    assertThat(approve(second, id).text("state")).isEqualTo("REJECTED");
    assertThat(there(folder)).isTrue();
    assertThat(officer.get("/dispositions/" + id + "/items").json().at("/items/0/reason").asText())
        .contains("not due");
  }

  @Test
  void permanentFoldersAreTransferredAndDestroyedWhenTheArchivesHaveThem() {
    String folder = due("Doe, Jane", "Dear Sir");
    review("permanent", folder);
    String id = proposed();
    assertThat(get(id).get("action").asText()).isEqualTo("TRANSFER");
    assertThat(approve(officer, id).text("state")).isEqualTo("APPROVED");
    assertThat(queue("in-transfer")).hasSize(1);
    assertThat(host.host.queue().take(Execution.QUEUE, Duration.ofMinutes(1))).isEmpty();
    assertThat(there(folder)).isTrue();
    host.host.write(
        () ->
            host.chancery
                .recordsDesk()
                .execution()
                .destroyTransferred(
                    Actor.of(host.office.find("officer").orElseThrow(), "test"),
                    NodeId.of(id),
                    "NN3-26-001"));
    assertThat(carriedOut(id).get("accession").asText()).isEqualTo("NN3-26-001");
    assertThat(there(folder)).isFalse();
    assertThat(officer.get("/stubs?q=nn3-26").json().get("items")).hasSize(1);
    assertThat(officer.get("/records/reports/transfers").json().at("/rows/0/accession").asText())
        .isEqualTo("NN3-26-001");
  }

  @Test
  void thoseWhoReviewAndApproveAreRemindedOnceAWeek() {
    String folder = due("Doe, Jane", "Dear Sir");
    run();
    review("temporary", folder);
    due("Roe, Richard", "Dear Madam");
    run();
    run();
    List<String> reviews = reminders("Case folders wait for their review");
    assertThat(reviews).contains("secretary").doesNotHaveDuplicates();
    assertThat(reviews).doesNotContain("clerk", "supervisor");
  }

  /** Who was told that, once somebody was. */
  private List<String> reminders(String subject) {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    List<String> told = List.of();
    while (!told.contains("secretary") && System.nanoTime() < until) {
      told =
          host.mailer.notices.stream()
              .filter(notice -> notice.contains(subject))
              .map(notice -> notice.substring(0, notice.indexOf(':')))
              .toList();
      Thread.onSpinWait();
    }
    return told;
  }

  @Test
  void theDeskIsForThoseWhoDecide() {
    for (String path :
        new String[] {"/records/desk", "/dispositions", "/stubs", "/records/reports/due"}) {
      assertThat(clerk.get(path).status()).as(path).isEqualTo(403);
      assertThat(officer.get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(officer.get("/records/queues/none").status()).isEqualTo(404);
    assertThat(officer.get("/records/queues/due?cursor=x").status()).isEqualTo(400);
  }
}
