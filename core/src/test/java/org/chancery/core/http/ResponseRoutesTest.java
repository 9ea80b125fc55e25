package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts, letters for signature, dispatches, closing (requirements C12, P14, R4). */
class ResponseRoutesTest {
  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client supervisor;
  private String file;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    clerk = host.as("clerk");
    supervisor = host.as("supervisor");
    String folder =
        clerk
            .post("/case-folders", "{'holderKind':'individual','holderName':'Okafor, Maria'}")
            .text("id");
    file =
        clerk
            .post(
                "/case-folders/" + folder + "/case-files",
                "{'subject':'A wall','source':'public','dateReceived':'2026-11-02'}")
            .text("id");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private String child(String parent, String name) {
    for (JsonNode each : clerk.get("/nodes/" + parent + "/children").json().get("items")) {
      if (each.get("name").asText().equals(name)) {
        return each.get("id").asText();
      }
    }
    throw new AssertionError("No " + name);
  }

  private void correspondent() {
    TestHost.Reply entered =
        clerk.post(
            "/nodes/" + child(file, "people") + "/children",
            "{'type':'cor:correspondent','name':'Okafor','properties':{'cor:prefix':'Ms.',"
                + "'cor:firstName':'Maria','cor:lastName':'Okafor','cor:street':'1 Elm St',"
                + "'cor:city':'Yuma','cor:state':'AZ','cor:zip':'85364'}}");
    assertThat(entered.status()).as(entered.body()).isEqualTo(201);
  }

  private String template() {
    return clerk.get("/letter-templates").json().get("items").get(1).get("id").asText();
  }

  private void written() {
    TestHost.await(
        () -> host.host.queue().size("letters") == 0 && host.host.queue().size("reading") == 0);
  }

  private String draft() {
    TestHost.Reply begun =
        clerk.post(
            "/case-files/" + file + "/drafts",
            "{'template':'" + template() + "','name':'Answer','signerName':'A. Secretary'}");
    assertThat(begun.status()).as(begun.body()).isEqualTo(201);
    assertThat(begun.json().get("aspects").toString()).contains("cor:draft", "cor:merging");
    written();
    return begun.text("id");
  }

  private void revise(String draft, String text) {
    TestHost.Reply revised =
        clerk.send(
            "PUT",
            "/nodes/" + draft + "/content",
            Map.of("Content-Type", "text/plain", "If-Match", clerk.get("/nodes/" + draft).tag()),
            text.getBytes(StandardCharsets.UTF_8));
    assertThat(revised.status()).as(revised.body()).isEqualTo(200);
    written();
  }

  private String printed(String draft) {
    TestHost.Reply ordered = clerk.post("/documents/" + draft + "/print", "{}");
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
    written();
    assertThat(clerk.get("/nodes/" + draft).json().at("/properties/cor:printState").asText())
        .isEqualTo("ready");
    return clerk.get("/nodes/" + draft + "/content?rendition=letter").body();
  }

  private JsonNode returned(String letter) {
    String id = clerk.upload("scan.pdf", letter + Math.random(), Map.of()).text("id");
    written();
    return clerk.get("/intake/" + id).json();
  }

  private void stays(JsonNode item, String reason) {
    assertThat(item.get("state").asText()).as(item.toString()).isEqualTo("ready");
    assertThat(item.path("reason").asText()).as(item.toString()).isEqualTo(reason);
    assertThat(item.path("explanation").asText()).isNotBlank();
  }

  private String number() {
    return clerk.get("/nodes/" + file).json().at("/properties/cor:fileNumber").asText();
  }

  @Test
  void aDraftIsWrittenFromATemplateWithWhatTheCaseHasAndSaysWhatItHasNot() {
    correspondent();
    String draft = draft();
    JsonNode node = clerk.get("/nodes/" + draft).json();
    assertThat(node.get("name").asText()).isEqualTo("Answer.docx");
    assertThat(node.get("aspects").toString()).contains("cor:draft").doesNotContain("cor:merging");
    assertThat(clerk.get("/nodes/" + draft + "/content").body())
        .contains(
            "FileNumber: " + number() + "\n",
            "Subject: A wall\n",
            "DateReceived: 2026-11-02\n",
            "Salutation: Dear Ms. Okafor:\n",
            "AddressBlock: Ms. Maria Okafor\n1 Elm St\nYuma, AZ 85364\n",
            "SignerName: A. Secretary\n");
    assertThat(node.at("/properties/cor:unfilledFields").toString())
        .contains("\"SignerTitle\"", "\"LetterDate\"")
        .doesNotContain("\"Salutation\"");
    assertThat(clerk.get("/nodes/" + draft + "/versions").json().get("items")).hasSize(1);
  }

  @Test
  void whatIsHiddenFromWhoeverDraftsStaysOutOfTheDraft() {
    correspondent();
    assertThat(clerk.get("/nodes/" + draft() + "/content").body()).contains("Okafor");
    TestHost.Reply locked =
        supervisor.put(
            "/nodes/" + child(file, "people") + "/permissions",
            "{'inherits':false,'grants':[{'authority':'supervisor','role':'COORDINATOR'}],"
                + "'reason':'private'}");
    assertThat(locked.status()).as(locked.body()).isEqualTo(200);
    assertThat(clerk.get("/nodes/" + draft() + "/content").body()).doesNotContain("Okafor");
  }

  @Test
  void onlyTemplatesOfTheFolderAreTemplates() {
    String other =
        clerk.upload("a.docx", "x", Map.of("parent", child(file, "documents"))).text("id");
    TestHost.Reply refused =
        clerk.post("/case-files/" + file + "/drafts", "{'template':'" + other + "'}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/problems/template").asText()).isNotBlank();
    TestHost.Reply hidden =
        host.as("stranger")
            .post("/case-files/" + file + "/drafts", "{'template':'" + template() + "'}");
    assertThat(hidden.status()).isEqualTo(404);
  }

  @Test
  void aTemplateThatCannotBeUsedLeavesADraftThatSaysWhy() {
    String folder = clerk.get("/letter-templates").text("folder");
    String bad =
        supervisor.upload("Bad.docx", "WORD but NO LETTER", Map.of("parent", folder)).text("id");
    written();
    String draft =
        clerk.post("/case-files/" + file + "/drafts", "{'template':'" + bad + "'}").text("id");
    written();
    JsonNode node = clerk.get("/nodes/" + draft).json();
    assertThat(node.at("/properties/cor:mergeProblem").asText()).isEqualTo("It is no letter.");
    assertThat(node.get("aspects").toString()).doesNotContain("cor:merging");
  }

  @Test
  void whatIsNoWordDocumentIsNoTemplate() {
    String folder = clerk.get("/letter-templates").text("folder");
    assertThat(clerk.upload("x.docx", "x", Map.of("parent", folder)).status())
        .as("templates are the supervisors'")
        .isEqualTo(403);
    String text = supervisor.upload("x.docx", "Just text", Map.of("parent", folder)).text("id");
    written();
    assertThat(clerk.get("/letter-templates").body()).doesNotContain(text);
    assertThat(
            clerk.post("/case-files/" + file + "/drafts", "{'template':'" + text + "'}").status())
        .isEqualTo(400);
  }

  @Test
  void twoVersionsAreComparedWordByWord() {
    String draft = draft();
    revise(draft, "First paragraph.\nThe wall is high.\nLast one.");
    revise(draft, "First paragraph.\nThe new wall is low.\nLast one.\nOne more.");
    JsonNode newest = clerk.get("/documents/" + draft + "/compare").json();
    assertThat(newest.get("from").asText()).isEqualTo("1.1");
    assertThat(newest.get("to").asText()).isEqualTo("1.2");
    assertThat(said(newest))
        .containsExactly(
            "same:First paragraph.",
            "same:The|added: new|same: wall is |removed:high|added:low|same:.",
            "same:Last one.",
            "added:One more.");
    JsonNode back = clerk.get("/documents/" + draft + "/compare?from=1.2&to=1.1").json();
    assertThat(said(back)).contains("removed:One more.");
    TestHost.Reply first = clerk.get("/documents/" + draft + "/compare?from=1.0&to=1.2");
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(clerk.get("/documents/" + draft + "/compare?from=7.0").status()).isEqualTo(404);
    assertThat(host.as("stranger").get("/documents/" + draft + "/compare").status()).isEqualTo(404);
  }

  private static List<String> said(JsonNode comparison) {
    List<String> paragraphs = new ArrayList<>();
    for (JsonNode paragraph : comparison.get("paragraphs")) {
      List<String> parts = new ArrayList<>();
      for (JsonNode part : paragraph.get("parts")) {
        parts.add(part.get("kind").asText() + ":" + part.get("text").asText());
      }
      paragraphs.add(String.join("|", parts));
    }
    return paragraphs;
  }

  @Test
  void signedPaperGoesToItsFileByItselfAndOnlyOnce() {
    String draft = draft();
    String letter = printed(draft);
    assertThat(letter).contains(number() + " · L-", " · 1.0");
    JsonNode item = returned(letter);
    assertThat(item.get("state").asText()).as(item.toString()).isEqualTo("filed");
    assertThat(item.get("caseFile").asText()).isEqualTo(file);
    String scan = item.get("id").asText();
    JsonNode node = clerk.get("/nodes/" + scan).json();
    assertThat(node.get("name").asText()).isEqualTo("Answer (signed).pdf");
    assertThat(node.at("/properties/cor:signedDraft").asText()).isEqualTo(draft);
    assertThat(clerk.get("/nodes/" + draft).json().at("/properties/cor:signedPaper").asText())
        .isEqualTo(scan);
    stays(returned(letter), "letter-signed");
    assertThat(clerk.post("/documents/" + draft + "/print", "{}").status()).isEqualTo(409);
  }

  @Test
  void signedPaperCompletesTheSignatureThatTheFileWaitsFor() {
    String routing = child(file, "routing");
    String sign = host.openTasking(file, routing, "Sign", "cwf:signTask");
    String review = host.openTasking(file, routing, "Review", "cwf:reviewTask");
    String scan = returned(printed(draft())).get("id").asText();
    assertThat(clerk.get("/nodes/" + scan).status()).isEqualTo(200);
    JsonNode signed = clerk.get("/nodes/" + sign).json().get("properties");
    assertThat(signed.get("cor:taskState").asText()).isEqualTo("done");
    assertThat(signed.get("cor:outcome").asText()).isEqualTo("signed");
    assertThat(clerk.get("/nodes/" + review).json().at("/properties/cor:taskState").asText())
        .isEqualTo("open");
  }

  @Test
  void aScanThatWasTakenBackLeavesItsLetterUnsigned() {
    String draft = draft();
    String letter = printed(draft);
    String scan = returned(letter).get("id").asText();
    assertThat(clerk.post("/intake/" + scan + "/unfile", "{}").status()).isEqualTo(200);
    assertThat(
            clerk.get("/nodes/" + draft).json().at("/properties/cor:signedPaper").isMissingNode())
        .isTrue();
    assertThat(returned(letter).get("state").asText()).isEqualTo("filed");
  }

  private static String forged(String letter) {
    String other = letter.contains("CODE:CHY1Z") ? "A" : "Z";
    return letter.replaceFirst("CODE:CHY1.", "CODE:CHY1" + other);
  }

  @Test
  void aCodeThatWasNotMadeHereIsLeftToTheClerk() {
    String letter = printed(draft());
    stays(returned(forged(letter)), "foreign-code");
    stays(returned("CODE:CHY1\n"), "foreign-code");
    stays(returned(letter + "\n" + forged(letter)), "several-letters");
    JsonNode other = returned("CODE:https://example.org\n");
    assertThat(other.get("state").asText()).isEqualTo("ready");
    assertThat(other.has("reason")).isFalse();
  }

  @Test
  void thePaperOfAnEarlierVersionIsLeftToTheClerk() {
    String draft = draft();
    String old = printed(draft);
    revise(draft, "Changed");
    stays(returned(old), "letter-changed");
    String now = printed(draft);
    stays(returned(old), "letter-changed");
    assertThat(returned(now).get("state").asText()).isEqualTo("filed");
  }

  @Test
  void nothingGoesByItselfIntoAClosedALockedOrADeclaredFile() {
    String letter = printed(draft());
    clerk.post("/case-files/" + file + "/close", "{}");
    stays(returned(letter), "letter-closed");
    clerk.post("/case-files/" + file + "/reopen", "{'reason':'more'}");
    String documents = child(file, "documents");
    supervisor.put(
        "/nodes/" + documents + "/permissions",
        "{'inherits':false,'grants':[{'authority':'supervisor','role':'COORDINATOR'}],"
            + "'reason':'private'}");
    JsonNode locked = returned(letter);
    stays(locked, "letter-locked");
    assertThat(locked.toString()).doesNotContain(number());
    supervisor.put(
        "/nodes/" + documents + "/permissions",
        "{'inherits':true,'grants':[],'reason':'no longer'}");
    assertThat(supervisor.post("/nodes/" + file + "/declare", "{}").status()).isEqualTo(200);
    stays(returned(letter), "letter-declared");
  }

  @Test
  void whatLeavesIsAccountedForAndTheAccountStays() {
    String draft = draft();
    TestHost.Reply sent =
        clerk.post(
            "/case-files/" + file + "/dispatches",
            "{'document':'"
                + draft
                + "','channel':'post','recipient':'Ms. Maria Okafor, Yuma','purpose':'Answer',"
                + "'authority':'Routine use H','date':'2026-01-05'}");
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    JsonNode items = clerk.get("/case-files/" + file + "/dispatches").json().get("items");
    assertThat(items).hasSize(1);
    assertThat(items.get(0)).isEqualTo(sent.json());
    assertThat(items.get(0).at("/documents/0/id").asText()).isEqualTo(draft);
    assertThat(items.get(0).at("/by/name").asText()).isEqualTo("clerk");
    assertThat(clerk.get("/nodes/" + file).json().at("/properties/cor:status").asText())
        .isEqualTo("dispatched");
    String entry = sent.text("id");
    assertThat(supervisor.delete("/nodes/" + entry).status()).isEqualTo(403);
    TestHost.Reply changed =
        supervisor.put(
            "/nodes/" + entry + "/properties",
            "{'properties':{'cor:recipient':'nobody'}}",
            "If-Match",
            supervisor.get("/nodes/" + entry).tag());
    assertThat(changed.status()).as(changed.body()).isIn(400, 403);
    TestHost.Reply empty =
        clerk.post("/case-files/" + file + "/dispatches", "{'channel':'pigeon'}");
    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.json().get("problems").toString())
        .contains("documents", "channel", "recipient", "purpose", "authority");
  }

  @Test
  void aClosedFileTakesNothingBeforeItIsOpenedAgainWithAReason() {
    String template = template();
    TestHost.Reply closed =
        clerk.post("/case-files/" + file + "/close", "{'resolution':'Answered by phone'}");
    assertThat(closed.status()).as(closed.body()).isEqualTo(200);
    assertThat(closed.json().at("/properties/cor:status").asText()).isEqualTo("closed");
    assertThat(closed.json().at("/properties/cor:dateClosed").asText()).isNotBlank();
    assertThat(clerk.post("/case-files/" + file + "/close", "{}").status()).isEqualTo(409);
    assertThat(
            clerk
                .post("/case-files/" + file + "/drafts", "{'template':'" + template + "'}")
                .status())
        .isEqualTo(409);
    assertThat(
            clerk.upload("late.txt", "late", Map.of("parent", child(file, "documents"))).status())
        .as("a document put straight into the closed file")
        .isEqualTo(409);
    assertThat(clerk.post("/case-files/" + file + "/reopen", "{'reason':' '}").status())
        .isEqualTo(400);
    TestHost.Reply reopened =
        clerk.post("/case-files/" + file + "/reopen", "{'reason':'She wrote again'}");
    assertThat(reopened.json().at("/properties/cor:status").asText()).isEqualTo("open");
    assertThat(reopened.json().at("/properties/cor:dateClosed").isMissingNode()).isTrue();
    assertThat(clerk.get("/nodes/" + child(file, "routing") + "/children").body())
        .contains("Closed: Answered by phone", "Opened again: She wrote again");
    assertThat(clerk.post("/case-files/" + file + "/reopen", "{'reason':'x'}").status())
        .isEqualTo(409);
  }

  @Test
  void aFileInWhichSomethingIsToBeDoneIsNotClosed() {
    String routing = child(file, "routing");
    host.openTasking(file, routing, "Review the draft", "cwf:reviewTask");
    TestHost.Reply refused = clerk.post("/case-files/" + file + "/close", "{}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("Review the draft");
  }
}
