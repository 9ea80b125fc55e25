package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.NodeId;
import org.chancery.core.routing.Agreement;
import org.chancery.core.routing.Templates;
import org.chancery.core.vocabulary.Cor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutingRoutesTest {
  private static final String OPA = "GROUP_COMPONENT_OPA";
  private static final String CBP = "GROUP_COMPONENT_CBP";

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client supervisor;
  private TestHost.Client drafter;
  private TestHost.Client reviewer;
  private TestHost.Client secretary;
  private TestHost.Client stranger;
  private TestHost.Client commenter;
  private String file;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    clerk = host.as("clerk");
    supervisor = host.as("supervisor");
    drafter = host.as("drafter");
    reviewer = host.as("reviewer");
    secretary = host.as("secretary");
    stranger = host.as("stranger");
    commenter = host.as("commenter");
    file = caseFile();
  }

  @AfterEach
  void close() {
    host.close();
  }

  private String caseFile() {
    String folder =
        clerk
            .post("/case-folders", "{'holderKind':'individual','holderName':'Okafor, Maria'}")
            .text("id");
    return clerk
        .post("/case-folders/" + folder + "/case-files", "{'subject':'A','source':'public'}")
        .text("id");
  }

  private static String in(int days) {
    return LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
  }

  private TestHost.Reply start(String template, String more) {
    return clerk.post(
        "/case-files/" + file + "/routes", "{'template':'" + template + "'" + more + "}");
  }

  private JsonNode route() {
    return clerk.get("/case-files/" + file + "/routes").json().get("items").get(0);
  }

  /** The open tasking at a step. */
  private JsonNode at(String step) {
    for (JsonNode each : clerk.get("/case-files/" + file + "/taskings").json().get("items")) {
      boolean active = List.of("open", "claimed").contains(each.path("state").asText());
      if (active && each.path("step").asText().equals(step)) {
        return each;
      }
    }
    throw new AssertionError("Nobody is at " + step + ": " + route());
  }

  private static TestHost.Reply act(
      TestHost.Client who, JsonNode tasking, String action, String body) {
    return who.post(
        "/taskings/" + tasking.get("id").asText() + "/" + action,
        body,
        "If-Match",
        "\"" + tasking.get("revision").asText() + "\"");
  }

  private JsonNode complete(TestHost.Client who, String step, String outcome, String comment) {
    TestHost.Reply reply =
        act(
            who,
            at(step),
            "complete",
            "{'outcome':'"
                + outcome
                + "'"
                + (comment.isEmpty() ? "" : ",'comment':'" + comment + "'")
                + "}");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  private JsonNode byHand(TestHost.Client who, String assignee, String access) {
    TestHost.Reply reply = give(who, assignee, access);
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.json();
  }

  private TestHost.Reply give(TestHost.Client who, String assignee, String access) {
    return who.post(
        "/case-files/" + file + "/taskings",
        "{'assignee':'"
            + assignee
            + "','instruction':'Look into it','due':'"
            + in(3)
            + "','access':'"
            + access
            + "'}");
  }

  private String status() {
    return clerk.get("/nodes/" + file).json().at("/properties/cor:status").asText();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  @Test
  void aLetterGoesFromAssignmentToItsClosedFile() {
    TestHost.Reply started = start("citizenLetter", ",'instruction':'Be kind'");
    assertThat(started.status()).as(started.body()).isEqualTo(201);
    JsonNode assign = at("assign");
    assertThat(assign.at("/assignee/name").asText()).isEqualTo(OPA + "_SUPERVISOR");
    assertThat(assign.get("instruction").asText()).isEqualTo("Be kind");
    complete(supervisor, "assign", "assigned", "");
    assertThat(status()).isEqualTo("routed");
    complete(drafter, "draft", "submit", "");
    complete(reviewer, "review", "return", "Too long");
    assertThat(status()).isEqualTo("routed");
    complete(drafter, "draft", "submit", "");
    assertThat(status()).isEqualTo("in-review");
    complete(reviewer, "review", "approve", "");
    assertThat(status()).isEqualTo("awaiting-signature");
    assertThat(texts(route().at("/standing/active"))).containsExactly("sign");
    complete(secretary, "sign", "signed", "");
    complete(clerk, "dispatch", "dispatched", "");
    assertThat(status()).isEqualTo("closed");
    assertThat(route().get("state").asText()).isEqualTo("ended");
    assertThat(texts(route().at("/standing/active"))).isEmpty();
    assertThat(host.host.ledger().events())
        .extracting(AuditEvent::action)
        .contains(
            Action.START_ROUTE, Action.ASSIGN, Action.COMPLETE, Action.END_ROUTE, Action.CLOSE);
  }

  @Test
  void aDraftGoesToSeveralAtOnceAndTheirAnswersLieSideBySide() {
    String more = ",'commenters':['" + CBP + "','reviewer'],'commentBy':'" + in(4) + "'";
    assertThat(start("draftForComment", more).status()).isEqualTo(201);
    String document =
        clerk
            .post(
                "/nodes/" + part("documents") + "/children",
                "{'type':'cor:document','name':'draft.txt','properties':{}}")
            .text("id");
    host.markDraft(document);
    complete(drafter, "draft", "submit", "");
    JsonNode mine = commenter.get("/taskings?view=group").json().get("items").get(0);
    assertThat(mine.get("step").asText()).isEqualTo("comment");
    assertThat(mine.get("due").asText()).isEqualTo(in(4));
    assertThat(act(commenter, mine, "complete", "{'outcome':'non-concur'}").status())
        .as("without a comment")
        .isEqualTo(400);
    assertThat(
            act(commenter, mine, "complete", "{'outcome':'non-concur','comment':'Not so'}")
                .status())
        .isEqualTo(200);
    assertThat(commenter.get("/case-files/" + file + "/taskings").status())
        .as("access ends with the tasking")
        .isEqualTo(404);
    JsonNode round = drafter.get("/case-files/" + file + "/clearances").json().get("rounds").get(0);
    assertThat(round.at("/document/id").asText()).isEqualTo(document);
    assertThat(round.at("/summary/nonConcur").asInt()).isEqualTo(1);
    assertThat(round.at("/summary/outstanding").asInt()).isEqualTo(1);
    complete(reviewer, "comment", "concur", "");
    complete(drafter, "consolidate", "submit", "");
    complete(supervisor, "clear", "concur", "");
    assertThat(route().get("state").asText()).isEqualTo("ended");
  }

  private String part(String name) {
    for (JsonNode each : clerk.get("/nodes/" + file + "/children").json().get("items")) {
      if (each.get("name").asText().equals(name)) {
        return each.get("id").asText();
      }
    }
    throw new AssertionError("No " + name);
  }

  @Test
  void whoMayNotIsToldSoAndWhoSeesNothingLearnsNothing() {
    start("citizenLetter", "");
    JsonNode assign = at("assign");
    assertThat(act(drafter, assign, "complete", "{'outcome':'assigned'}").status()).isEqualTo(403);
    assertThat(act(stranger, assign, "complete", "{'outcome':'assigned'}").status()).isEqualTo(404);
    assertThat(stranger.get("/taskings/" + assign.get("id").asText()).status()).isEqualTo(404);
    assertThat(stranger.get("/case-files/" + file + "/routes").status()).isEqualTo(404);
    assertThat(
            stranger
                .post("/case-files/" + file + "/routes", "{'template':'citizenLetter'}")
                .status())
        .isEqualTo(404);
    assertThat(
            drafter
                .post("/case-files/" + file + "/routes", "{'template':'citizenLetter'}")
                .status())
        .isEqualTo(403);
    assertThat(give(drafter, "reviewer", "view").status()).isEqualTo(403);
    assertThat(stranger.get("/taskings?view=all").json().get("total").asInt()).isZero();
    assertThat(stranger.get("/taskings?view=all&caseFile=" + file).status()).isEqualTo(404);
    assertThat(clerk.post("/templates", "{'bpmn':'x'}").status()).isEqualTo(403);
  }

  @Test
  void ofTwoWhoCompleteOneWinsAndTheOtherLearnsWhatChanged() {
    JsonNode tasking = byHand(supervisor, OPA, "edit");
    assertThat(act(drafter, tasking, "complete", "{'outcome':'done'}").status()).isEqualTo(200);
    TestHost.Reply late = act(reviewer, tasking, "complete", "{'outcome':'done'}");
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.json().at("/problems/state").asText()).isEqualTo("is done");
    assertThat(late.json().at("/problems/completedBy").asText()).isEqualTo("is drafter by name");
  }

  @Test
  void withoutTheRevisionNothingIsChanged() {
    JsonNode tasking = byHand(supervisor, OPA, "edit");
    assertThat(
            drafter
                .post("/taskings/" + tasking.get("id").asText() + "/complete", "{'outcome':'done'}")
                .status())
        .isEqualTo(428);
  }

  @Test
  void aTaskingIsClaimedReturnedReassignedAndExtendedWithReasons() {
    JsonNode tasking = byHand(supervisor, OPA, "edit");
    JsonNode claimed = act(drafter, tasking, "claim", "{}").json();
    assertThat(claimed.get("state").asText()).isEqualTo("claimed");
    assertThat(act(reviewer, claimed, "claim", "{}").status()).isEqualTo(403);
    JsonNode back = act(drafter, claimed, "return", "{'reason':'Not mine'}").json();
    assertThat(back.get("state").asText()).isEqualTo("open");
    JsonNode other =
        act(supervisor, back, "reassign", "{'assignee':'reviewer','reason':'Knows it'}").json();
    assertThat(other.at("/assignee/kind").asText()).isEqualTo("person");
    assertThat(act(reviewer, other, "extend", "{'due':'" + in(9) + "','reason':'Ill'}").status())
        .as("nobody moves their own suspense")
        .isEqualTo(403);
    JsonNode later =
        act(supervisor, other, "extend", "{'due':'" + in(9) + "','reason':'Ill'}").json();
    assertThat(later.get("due").asText()).isEqualTo(in(9));
    List<String> kinds = new ArrayList<>();
    later.get("trail").forEach(each -> kinds.add(each.get("kind").asText()));
    assertThat(kinds).containsExactly("returned", "reassigned", "extended");
    assertThat(act(supervisor, later, "extend", "{'due':'" + in(1) + "','reason':'x'}").status())
        .isEqualTo(400);
    assertThat(act(supervisor, later, "reassign", "{'assignee':'reviewer','reason':' '}").status())
        .isEqualTo(400);
  }

  @Test
  void aPartOfATaskingEndsBeforeTheWholeAndGivesNoMoreAccess() {
    JsonNode whole = byHand(supervisor, "drafter", "comment");
    assertThat(part(whole, "edit").status()).isEqualTo(400);
    JsonNode part = part(whole, "view").json();
    assertThat(part.get("parent").asText()).isEqualTo(whole.get("id").asText());
    assertThat(act(drafter, whole, "complete", "{'outcome':'done'}").status()).isEqualTo(409);
    assertThat(commenter.get("/nodes/" + file).status()).isEqualTo(200);
    assertThat(act(commenter, part, "complete", "{'outcome':'done'}").status()).isEqualTo(200);
    assertThat(commenter.get("/nodes/" + file).status()).isEqualTo(404);
    assertThat(act(drafter, whole, "complete", "{'outcome':'done'}").status()).isEqualTo(200);
  }

  private TestHost.Reply part(JsonNode whole, String access) {
    return drafter.post(
        "/taskings/" + whole.get("id").asText() + "/subtask",
        "{'assignee':'"
            + CBP
            + "','instruction':'A part','due':'"
            + in(2)
            + "','access':'"
            + access
            + "'}");
  }

  @Test
  void aComponentThatIsToWorkOnTheFileKeepsSeeingIt() {
    JsonNode tasking = byHand(supervisor, CBP, "edit");
    assertThat(act(commenter, tasking, "complete", "{'outcome':'done'}").status()).isEqualTo(200);
    assertThat(commenter.get("/nodes/" + file).status()).isEqualTo(200);
  }

  @Test
  void withdrawingEndsWhatWasGiven() {
    JsonNode tasking = byHand(supervisor, CBP, "view");
    assertThat(commenter.get("/nodes/" + file).status()).isEqualTo(200);
    JsonNode gone = act(supervisor, tasking, "withdraw", "{'reason':'A mistake'}").json();
    assertThat(gone.get("state").asText()).isEqualTo("withdrawn");
    assertThat(commenter.get("/nodes/" + file).status()).isEqualTo(404);
  }

  @Test
  void aRouteIsWithdrawnWithItsTaskings() {
    String route = start("citizenLetter", "").text("id");
    JsonNode assign = at("assign");
    assertThat(act(clerk, assign, "withdraw", "{'reason':'x'}").status()).isEqualTo(403);
    assertThat(start("citizenLetter", "").status()).as("the same again").isEqualTo(409);
    TestHost.Reply gone = clerk.post("/routes/" + route + "/withdraw", "{'reason':'Duplicate'}");
    assertThat(gone.text("state")).isEqualTo("withdrawn");
    assertThat(gone.json().at("/taskings/0/state").asText()).isEqualTo("withdrawn");
    assertThat(clerk.post("/routes/" + route + "/withdraw", "{'reason':'x'}").status())
        .isEqualTo(409);
    assertThat(host.host.engine().openTasks(Optional.empty(), 10).items()).isEmpty();
    assertThat(start("citizenLetter", "").status()).isEqualTo(201);
  }

  @Test
  void aClosedFileTakesNoNewTasking() {
    start("citizenLetter", "");
    complete(supervisor, "assign", "no-response", "Nothing asked");
    assertThat(status()).isEqualTo("closed");
    assertThat(give(supervisor, "drafter", "view").status()).isEqualTo(409);
    assertThat(start("citizenLetter", "").status()).isEqualTo(409);
    assertThat(
            clerk
                .post("/case-files/" + file + "/messages", "{'to':['drafter'],'text':'Hello'}")
                .status())
        .isEqualTo(409);
  }

  @Test
  void aRouteDoesNotCloseAFileInWhichSomethingIsStillToBeDone() {
    start("citizenLetter", "");
    JsonNode open = byHand(supervisor, "drafter", "view");
    TestHost.Reply refused =
        act(supervisor, at("assign"), "complete", "{'outcome':'no-response','comment':'None'}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(at("assign").get("state").asText()).as("nothing of it stays").isEqualTo("open");
    act(drafter, open, "complete", "{'outcome':'done'}");
    complete(supervisor, "assign", "no-response", "None");
    assertThat(status()).isEqualTo("closed");
  }

  @Test
  void aLockShutsOutWhomItDoesNotName() {
    String lock =
        "{'inherits':false,'grants':[{'authority':'GROUP_ROLE_EXECUTIVE_SECRETARY','role':'COORDINATOR'},"
            + "{'authority':'clerk','role':'EDITOR'}],'reason':'Sensitive'}";
    assertThat(secretary.put("/nodes/" + file + "/permissions", lock).status()).isEqualTo(200);
    TestHost.Reply refused = give(clerk, "drafter", "view");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("detail")).contains("locked");
    JsonNode given = byHand(secretary, "drafter", "view");
    assertThat(drafter.get("/nodes/" + file).status()).isEqualTo(200);
    assertThat(act(drafter, given, "complete", "{'outcome':'done'}").status()).isEqualTo(200);
    assertThat(drafter.get("/nodes/" + file).status()).isEqualTo(404);
  }

  @Test
  void theSameRequestTwiceIsDoneOnce() {
    String key = UUID.randomUUID().toString();
    String path = "/case-files/" + file + "/routes";
    TestHost.Reply first = clerk.post(path, "{'template':'citizenLetter'}", "Idempotency-Key", key);
    TestHost.Reply second =
        clerk.post(path, "{'template':'citizenLetter'}", "Idempotency-Key", key);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.text("id")).isEqualTo(first.text("id"));
    assertThat(clerk.get(path).json().get("items")).hasSize(1);
  }

  @Test
  void whatMakesNoSenseIsRefusedByField() {
    assertThat(
            start("citizenLetter", ",'lead':'GROUP_COMPONENT_NONE'")
                .json()
                .at("/problems/lead")
                .asText())
        .isNotEmpty();
    assertThat(start("draftForComment", "").json().at("/problems/commenters").asText())
        .isNotEmpty();
    assertThat(start("nothing", "").json().at("/problems/template").asText()).isNotEmpty();
    assertThat(start("citizenLetter", ",'due':'2020-01-01'").json().at("/problems/due").asText())
        .isNotEmpty();
    assertThat(start("citizenLetter", ",'instruction':'" + "x".repeat(20_001) + "'").status())
        .isEqualTo(400);
    assertThat(give(supervisor, "GROUP_EVERYONE", "view").status()).isEqualTo(400);
    assertThat(give(supervisor, "drafter", "own").status()).isEqualTo(400);
    assertThat(clerk.get("/taskings?view=none").status()).isEqualTo(400);
    assertThat(clerk.get("/taskings?state=none").status()).isEqualTo(400);
  }

  @Test
  void nobodyWritesRoutesOrTaskingsAsNodes() {
    start("citizenLetter", "");
    String tasking = at("assign").get("id").asText();
    String tag = clerk.get("/nodes/" + tasking).tag();
    assertThat(
            clerk
                .put(
                    "/nodes/" + tasking + "/properties",
                    "{'properties':{'cor:taskState':'done'}}",
                    "If-Match",
                    tag)
                .status())
        .isEqualTo(400);
    assertThat(clerk.delete("/nodes/" + tasking).status()).isEqualTo(403);
    assertThat(
            clerk
                .post(
                    "/nodes/" + tasking + "/move",
                    "{'parent':'" + part("documents") + "'}",
                    "If-Match",
                    tag)
                .status())
        .isEqualTo(403);
    assertThat(
            clerk
                .post(
                    "/nodes/" + part("routing") + "/children",
                    "{'type':'cor:tasking','name':'mine','properties':{}}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void messagesStayInTheFileAndAreReadOnce() {
    String path = "/case-files/" + file + "/messages";
    assertThat(clerk.post(path, "{'to':['stranger'],'text':'Hello'}").status()).isEqualTo(400);
    TestHost.Reply sent = clerk.post(path, "{'to':['drafter'],'text':'Please hurry'}");
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    assertThat(drafter.get("/messages?unread=1").json().get("items")).hasSize(1);
    assertThat(reviewer.get("/messages?unread=1").json().get("items")).isEmpty();
    assertThat(
            drafter
                .post("/messages/" + sent.text("id") + "/read", "{}")
                .json()
                .get("read")
                .asBoolean())
        .isTrue();
    assertThat(drafter.get("/messages?unread=1").json().get("items")).isEmpty();
    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(stranger.post("/messages/" + sent.text("id") + "/read", "{}").status())
        .isEqualTo(404);
  }

  @Test
  void anAdministratorDeploysATemplateAndWhatItMustNotHoldIsToldByElement() {
    TestHost.Client admin = host.program("admin");
    String bpmn = new String(Templates.shipped("citizenLetter"), StandardCharsets.UTF_8);
    TestHost.Reply deployed = deploy(admin, bpmn);
    assertThat(deployed.status()).as(deployed.body()).isEqualTo(201);
    assertThat(deployed.json().get("version").asInt()).isEqualTo(2);
    TestHost.Reply refused =
        deploy(admin, bpmn.replace("${chancery.close(route)}", "${runtimeService.x()}"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/problems/close").asText()).contains("line");
    assertThat(clerk.get("/templates").json().get("items")).hasSize(3);
    assertThat(clerk.get("/templates/citizenLetter?version=1").text("bpmn")).isEqualTo(bpmn);
    assertThat(clerk.get("/templates/none").status()).isEqualTo(404);
  }

  private static TestHost.Reply deploy(TestHost.Client admin, String bpmn) {
    String json = new ObjectMapper().createObjectNode().put("bpmn", bpmn).toString();
    return admin.send(
        "POST",
        "/templates",
        Map.of("Content-Type", "application/json"),
        json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theDeskShowsWhatIsOnesToDo() {
    start("citizenLetter", "");
    byHand(supervisor, "drafter", "view");
    JsonNode desk = drafter.get("/desk").json().get("sections");
    List<String> mine = new ArrayList<>();
    desk.forEach(
        section -> {
          if (section.get("count").asInt() > 0) {
            mine.add(section.get("key").asText());
          }
        });
    assertThat(mine).containsExactly("mine");
    JsonNode list = supervisor.get("/taskings?view=group").json();
    assertThat(list.at("/counts/open").asInt()).isEqualTo(1);
    assertThat(list.at("/items/0/step").asText()).isEqualTo("assign");
    assertThat(supervisor.get("/taskings?view=assigned").json().get("total").asInt()).isEqualTo(1);
    assertThat(supervisor.get("/taskings?view=all&due=overdue").json().get("total").asInt())
        .isZero();
    assertThat(host.as("isso").get("/desk").status()).isEqualTo(200);
  }

  @Test
  void theCalendarKnowsTheDaysOffWork() {
    JsonNode holidays = clerk.get("/calendar?from=2026-07-01&to=2026-07-31").json().get("holidays");
    assertThat(holidays).hasSize(1);
    assertThat(holidays.at("/0/date").asText()).isEqualTo("2026-07-03");
    assertThat(clerk.get("/calendar?from=2026-07-01&to=2046-07-31").status()).isEqualTo(400);
  }

  @Test
  void whoWasNamedOnAnUnlockedFileStaysNamedWhenATaskingEnds() {
    String named =
        "{'inherits':true,'grants':[{'authority':'stranger','role':'READER'}],'reason':'Knows it'}";
    assertThat(secretary.put("/nodes/" + file + "/permissions", named).status()).isEqualTo(200);
    JsonNode given = byHand(supervisor, "commenter", "view");
    JsonNode moved =
        act(supervisor, given, "reassign", "{'assignee':'drafter','reason':'Knows more'}").json();
    assertThat(commenter.get("/nodes/" + file).status()).isEqualTo(404);
    assertThat(act(drafter, moved, "complete", "{'outcome':'done'}").status()).isEqualTo(200);
    assertThat(stranger.get("/nodes/" + file).status()).isEqualTo(200);
  }

  @Test
  void theIntegrityReportTellsWhereTheEngineAndTheTaskingsDisagree() {
    start("citizenLetter", "");
    TestHost.Client admin = host.program("admin");
    assertThat(admin.get("/integrity").json().get("balanced").asBoolean()).isTrue();
    String process = host.host.engine().openTasks(Optional.empty(), 1).items().get(0).process();
    host.host.write(() -> host.host.engine().cancel(process));
    JsonNode report = admin.get("/integrity").json();
    assertThat(report.get("balanced").asBoolean()).isFalse();
    assertThat(report.at("/exceptions/0/code").asText()).isEqualTo("tasking-without-task");
    assertThat(report.at("/exceptions/0/id").asText()).isEqualTo(at("assign").get("id").asText());
  }

  @Test
  void aTaskOfTheEngineThatIsNobodysIsTold() {
    start("citizenLetter", "");
    NodeId tasking = NodeId.of(at("assign").get("id").asText());
    host.host.write(() -> host.host.nodes().delete(Caller.ofSystem(), tasking, Optional.empty()));
    assertThat(host.chancery.routing().agreement().check())
        .extracting(Agreement.Mismatch::code)
        .containsExactly("task-without-tasking");
  }

  @Test
  void peopleAreRemindedByALinkAndNothingElse() {
    JsonNode given = byHand(supervisor, "drafter", "view");
    host.host.write(
        () ->
            host.host
                .nodes()
                .update(
                    Caller.ofSystem(),
                    NodeId.of(given.get("id").asText()),
                    Optional.empty(),
                    Change.of(Map.of(Cor.TASK_DUE, LocalDate.now(ZoneOffset.UTC).minusDays(1)))));
    host.chancery.routing().reminders().sendWhenDue();
    boolean works = host.chancery.routing().calendar().isBusinessDay(LocalDate.now(ZoneOffset.UTC));
    if (!works) {
      assertThat(host.mailer.notices).as("on a day off").isEmpty();
      return;
    }
    assertThat(host.mailer.notices).hasSize(2);
    assertThat(host.mailer.notices)
        .anySatisfy(
            mail ->
                assertThat(mail)
                    .startsWith("drafter: ")
                    .contains("https://chancery.example/?view=mine"))
        .anySatisfy(mail -> assertThat(mail).startsWith("supervisor: "))
        .allSatisfy(mail -> assertThat(mail).doesNotContain("Look into it", "Okafor"));
    host.chancery.routing().reminders().sendWhenDue();
    assertThat(host.mailer.notices).hasSize(2);
  }

  private JsonNode overdue(String assignee) {
    JsonNode given = byHand(supervisor, assignee, "view");
    due(given, -1);
    return given;
  }

  private void due(JsonNode tasking, int days) {
    host.host.write(
        () ->
            host.host
                .nodes()
                .update(
                    Caller.ofSystem(),
                    NodeId.of(tasking.get("id").asText()),
                    Optional.empty(),
                    Change.of(Map.of(Cor.TASK_DUE, LocalDate.now(ZoneOffset.UTC).plusDays(days)))));
  }

  /** As if it were the next day: today's round is forgotten. */
  private List<String> remindAnew() {
    host.mailer.notices.clear();
    host.host.ledger().forget(event -> event.details().containsKey("day"));
    host.chancery.routing().reminders().sendWhenDue();
    return host.mailer.notices.stream().map(mail -> mail.replaceFirst(":[\\s\\S]*", "")).toList();
  }

  @Test
  void whatNobodyOfAGroupHasClaimedIsEveryMembersOnceForEachState() {
    if (!host.chancery.routing().calendar().isBusinessDay(LocalDate.now(ZoneOffset.UTC))) {
      return;
    }
    host.mailer.without.add("reviewer");
    JsonNode tasking = overdue(OPA);
    List<String> reminded = remindAnew();
    assertThat(reminded).contains("clerk", "drafter", "supervisor").doesNotHaveDuplicates();
    assertThat(reminded).doesNotContain("stranger", "isso", "reviewer");
    JsonNode mail = host.as("admin").get("/mail").json();
    assertThat(mail.get("configured").asBoolean()).isTrue();
    assertThat(mail.at("/reminders/mails").asInt()).isEqualTo(reminded.size());
    assertThat(mail.at("/reminders/withoutAddress/0/name").asText()).isEqualTo("reviewer");
    assertThat(mail.at("/reminders/withoutAddress")).hasSize(1);
    assertThat(clerk.get("/mail").status()).isEqualTo(403);
    assertThat(remindAnew()).as("the next day").isEmpty();
    host.mailer.without.clear();
    assertThat(remindAnew()).as("whoever has an address by now").containsExactly("reviewer");
    due(tasking, 0);
    assertThat(remindAnew()).as("moved, and soon due").contains("clerk", "reviewer");
    assertThat(remindAnew()).isEmpty();
  }

  @Test
  void whoeverGotTheirsBeforeTheMailServerWentAwayGetsItOnce() {
    if (!host.chancery.routing().calendar().isBusinessDay(LocalDate.now(ZoneOffset.UTC))) {
      return;
    }
    overdue(OPA);
    host.mailer.awayAfter = 2;
    assertThatThrownBy(() -> host.chancery.routing().reminders().sendWhenDue())
        .isInstanceOf(UncheckedIOException.class);
    List<String> first = List.copyOf(host.mailer.notices);
    assertThat(first).hasSize(2);
    host.mailer.awayAfter = Integer.MAX_VALUE;
    host.chancery.routing().reminders().sendWhenDue();
    assertThat(host.mailer.notices).hasSizeGreaterThan(2).doesNotHaveDuplicates();
  }
}
