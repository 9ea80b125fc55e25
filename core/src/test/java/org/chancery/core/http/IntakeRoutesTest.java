package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeRoutesTest {
  private static final String LETTER =
      """
      Maria B. Okafor
      9467 County Road 14
      Duluth, MN 55802
      Telephone (780) 326-4657

      January 8, 2007

      The Honorable Janet Napolitano
      Secretary of Homeland Security
      Washington, DC 20528

      Dear Madam Secretary:

      I am writing about identity theft and a mistaken entry in a watch list.

      Sincerely,


      Maria Okafor
      \f
      The second page speaks of a zeppelin.
      """;
  private static final String NEW_CASE =
      "{'newCaseFolder':{'holderKind':'individual','holderName':'Okafor, Maria'},"
          + "'newCaseFile':{'subject':'Identity theft and a watch list','source':'public'},"
          + "'correspondent':{'firstName':'Maria','lastName':'Okafor','zip':'55802',"
          + "'ssn':'596-50-2408'},"
          + "'letter':{'letterDate':'2007-01-08','senderName':'Maria B. Okafor'}}";

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    clerk = host.as("clerk");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private JsonNode item(String id) {
    return clerk.get("/intake/" + id).json();
  }

  @Test
  void aFileOnBehalfOfTheWriterIsSuggestedWithItsReason() {
    String folder =
        clerk
            .post("/case-folders", "{'holderKind':'organization','holderName':'A member'}")
            .text("id");
    String file =
        clerk
            .post(
                "/case-folders/" + folder + "/case-files",
                "{'subject':'An inquiry','source':'congress','onBehalfOf':'Maria Okafor'}")
            .text("id");
    JsonNode matches =
        item(host.ready(clerk, "letter.pdf", LETTER)).get("suggestions").get("matches");
    assertThat(matches)
        .anySatisfy(
            match -> {
              assertThat(match.get("id").asText()).isEqualTo(file);
              assertThat(match.get("reason").asText())
                  .isEqualTo("Open file on behalf of someone of the same name");
            });
  }

  @Test
  void aLetterIsReceivedReadListedAndSuggestedFor() {
    String id = host.ready(clerk, "letter.pdf", LETTER);
    JsonNode item = item(id);
    assertThat(item.get("state").asText()).isEqualTo("ready");
    assertThat(item.get("pageCount").asInt()).isEqualTo(2);
    assertThat(item.get("component").asText()).isEqualTo("OPA");
    JsonNode suggestions = item.get("suggestions");
    assertThat(suggestions.at("/letterDate/value").asText()).isEqualTo("2007-01-08");
    assertThat(suggestions.at("/sender/last").asText()).isEqualTo("Okafor");
    assertThat(suggestions.at("/sender/reason").asText()).isNotBlank();
    JsonNode list = clerk.get("/intake?state=ready").json();
    assertThat(list.at("/items/0/id").asText()).isEqualTo(id);
    assertThat(list.at("/counts/ready").asInt()).isEqualTo(1);
    assertThat(host.as("stranger").get("/intake").json().get("items")).isEmpty();
    assertThat(host.as("stranger").get("/intake").json().at("/counts/ready").asInt()).isZero();
  }

  @Test
  void filingIntoANewCaseMakesFolderFileCorrespondentAndProtectedValueAtOnce() {
    String id = host.ready(clerk, "letter.pdf", LETTER);
    TestHost.Reply filed = clerk.post("/intake/" + id + "/file", NEW_CASE);
    assertThat(filed.status()).isEqualTo(200);
    String file = filed.json().at("/caseFile/id").asText();
    assertThat(filed.json().at("/caseFile/name").asText()).matches("\\d{4}-000001");
    assertThat(filed.json().at("/document/properties/cor:intakeState").asText()).isEqualTo("filed");
    assertThat(filed.json().at("/document/properties/cor:letterDate").asText())
        .isEqualTo("2007-01-08");
    JsonNode parts = clerk.get("/nodes/" + file + "/children").json().get("items");
    assertThat(parts)
        .extracting(part -> part.get("name").asText())
        .containsExactly("documents", "people", "routing");
    String people = parts.get(1).get("id").asText();
    JsonNode person = clerk.get("/nodes/" + people + "/children").json().at("/items/0");
    assertThat(person.get("name").asText()).isEqualTo("Okafor, Maria");
    JsonNode secret =
        clerk.get("/nodes/" + person.get("id").asText() + "/children").json().at("/items/0");
    assertThat(secret.at("/properties/cor:value").asText()).isEqualTo("596-50-2408");
    assertThat(item(id).get("caseFile").asText()).isEqualTo(file);
    assertThat(host.host.ledger().events())
        .extracting(AuditEvent::action)
        .contains(Action.FILE, Action.CREATE);
    assertThat(host.host.ledger().events().toString()).doesNotContain("596-50-2408", "Okafor");
  }

  @Test
  void aWrongValueLeavesNothingBehind() {
    String id = host.ready(clerk, "letter.pdf", LETTER);
    TestHost.Reply refused =
        clerk.post(
            "/intake/" + id + "/file",
            NEW_CASE.replace("'source':'public'", "'source':'the moon'"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().get("problems").has("cor:source")).isTrue();
    assertThat(item(id).get("state").asText()).isEqualTo("ready");
    JsonNode found = clerk.get("/search?type=cor:caseFolder").json();
    assertThat(found.get("total").asInt()).isZero();
  }

  @Test
  void aSecondLetterIsMatchedWithTheOpenFileAndFiledThere() {
    String first = host.ready(clerk, "letter.pdf", LETTER);
    String file =
        clerk.post("/intake/" + first + "/file", NEW_CASE).json().at("/caseFile/id").asText();
    String second = host.ready(clerk, "again.pdf", LETTER.replace("January 8", "March 9"));
    JsonNode matches = item(second).at("/suggestions/matches");
    assertThat(matches).isNotEmpty();
    assertThat(matches.get(0).get("kind").asText()).isEqualTo("caseFile");
    assertThat(matches.get(0).get("id").asText()).isEqualTo(file);
    TestHost.Reply filed = clerk.post("/intake/" + second + "/file", "{'caseFile':'" + file + "'}");
    assertThat(filed.json().at("/caseFile/id").asText()).isEqualTo(file);
    assertThat(clerk.post("/intake/" + second + "/file", "{'caseFile':'" + file + "'}").status())
        .isEqualTo(409);
  }

  @Test
  void matchesAreOnlyWithWhatTheReaderMaySee() {
    String first = host.ready(clerk, "letter.pdf", LETTER);
    clerk.post("/intake/" + first + "/file", NEW_CASE);
    TestHost.Client stranger = host.as("stranger");
    String theirs = host.ready(stranger, "letter.pdf", LETTER);
    JsonNode item = stranger.get("/intake/" + theirs).json();
    assertThat(item.at("/suggestions/matches")).isEmpty();
    assertThat(item.get("duplicateOf")).isEmpty();
    assertThat(item(first).get("duplicateOf")).isEmpty();
    JsonNode secretary = host.as("secretary").get("/intake/" + first).json();
    assertThat(secretary.at("/duplicateOf/0/id").asText()).isEqualTo(theirs);
  }

  @Test
  void theSameBytesAreReadOnceAndShownAsDoubles() {
    String first = host.ready(clerk, "a.txt", LETTER);
    String second = host.ready(clerk, "b.txt", LETTER);
    assertThat(host.reader.readings()).isEqualTo(1);
    assertThat(item(second).get("state").asText()).isEqualTo("ready");
    assertThat(item(second).at("/duplicateOf/0/id").asText()).isEqualTo(first);
    assertThat(clerk.get("/nodes/" + second + "/content?rendition=text").body())
        .contains("zeppelin");
  }

  @Test
  void sameNamesAreToldApart() {
    clerk.upload("scan.pdf", "one", Map.of());
    clerk.upload("scan.pdf", "two", Map.of());
    assertThat(clerk.upload("scan.pdf", "three", Map.of()).text("name")).isEqualTo("scan (3).pdf");
  }

  @Test
  void unfilingTakesTheItemBack() {
    String id = host.ready(clerk, "letter.pdf", LETTER);
    clerk.post("/intake/" + id + "/file", NEW_CASE);
    TestHost.Reply back = clerk.post("/intake/" + id + "/unfile", "");
    assertThat(back.status()).isEqualTo(200);
    assertThat(back.text("state")).isEqualTo("ready");
    assertThat(clerk.post("/intake/" + id + "/unfile", "").status()).isEqualTo(409);
    assertThat(item(id).has("caseFile")).isFalse();
  }

  @Test
  void whatCannotBeReadIsQuarantinedWithItsReasonAndCanBeRetriedAndFiled() {
    String id = host.ready(clerk, "locked.pdf", "REFUSE encrypted");
    JsonNode item = item(id);
    assertThat(item.get("state").asText()).isEqualTo("quarantined");
    assertThat(item.get("reason").asText()).isEqualTo("encrypted");
    assertThat(clerk.get("/nodes/" + id + "/content").body()).isEqualTo("REFUSE encrypted");
    assertThat(clerk.post("/intake/" + id + "/retry", "").status()).isEqualTo(202);
    TestHost.await(() -> host.reader.readings() == 2 && host.host.queue().size("reading") == 0);
    assertThat(clerk.post("/intake/" + id + "/file", NEW_CASE).status()).isEqualTo(200);
  }

  @Test
  void aReadingThatKeepsFailingIsGivenUpAndSaid() {
    String id = host.ready(clerk, "bad.pdf", "FAIL");
    assertThat(item(id).get("state").asText()).isEqualTo("quarantined");
    assertThat(item(id).get("reason").asText()).isEqualTo("reading-failed");
    assertThat(host.reader.readings()).isEqualTo(2);
  }

  @Test
  void aTextThatExhaustsTheStackIsGivenUpAndTheNextIsRead() {
    String deep = host.ready(clerk, "deep.txt", "DEEP");
    assertThat(item(deep).get("reason").asText()).isEqualTo("reading-failed");
    String next = host.ready(clerk, "letter.pdf", LETTER);
    assertThat(item(next).get("state").asText()).isEqualTo("ready");
  }

  @Test
  void anEmptyFileIsQuarantinedAtOnce() {
    String id = clerk.upload("nothing.pdf", "", Map.of()).text("id");
    assertThat(item(id).get("reason").asText()).isEqualTo("empty");
    assertThat(host.reader.readings()).isZero();
  }

  @Test
  void anUnknownComponentLeadsToTheMailroomWithANote() {
    TestHost.Reply received = clerk.upload("x.txt", "x", Map.of("component", "NOSUCH"));
    assertThat(received.status()).isEqualTo(201);
    TestHost.await(() -> host.host.queue().size("reading") == 0);
    JsonNode item = host.as("secretary").get("/intake/" + received.text("id")).json();
    assertThat(item.get("reason").asText()).isEqualTo("unknown-component");
    assertThat(item.has("component")).isFalse();
  }

  @Test
  void textPartsAfterTheFileAndUnknownPartsAreRefused() {
    assertThat(clerk.upload("x.txt", "x", Map.of("colour", "red")).status()).isEqualTo(400);
    byte[] late =
        ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nx\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\ny\r\n--b--\r\n")
            .getBytes(StandardCharsets.UTF_8);
    TestHost.Reply reply =
        clerk.send(
            "POST", "/documents", Map.of("Content-Type", "multipart/form-data; boundary=b"), late);
    assertThat(reply.text("code")).isEqualTo("parts-after-file");
  }

  @Test
  void theIntegrityReportBalancesThroughTheWholeLife() {
    List<String> ids =
        List.of(
            host.ready(clerk, "a.txt", LETTER),
            host.ready(clerk, "b.txt", "Another"),
            host.ready(clerk, "c.txt", "A third"));
    TestHost.Reply filed = clerk.post("/intake/" + ids.get(0) + "/file", NEW_CASE);
    TestHost.Reply node = clerk.get("/nodes/" + ids.get(1));
    assertThat(clerk.delete("/nodes/" + ids.get(1), "If-Match", node.tag()).status())
        .isEqualTo(204);
    TestHost.Client secretary = host.as("secretary");
    JsonNode report = secretary.get("/integrity?verify=1").json();
    assertThat(report.get("received").asInt()).isEqualTo(3);
    assertThat(report.get("unfiled").asInt()).isEqualTo(1);
    assertThat(report.get("open").asInt()).isEqualTo(1);
    assertThat(report.get("removed").asInt()).isEqualTo(1);
    assertThat(report.get("originalsVerified").asInt()).isEqualTo(2);
    assertThat(report.get("balanced").asBoolean()).isTrue();
    String file = filed.json().at("/caseFile/id").asText();
    assertThat(secretary.post("/case-files/" + file + "/close", "{}").status()).isEqualTo(200);
    assertThat(secretary.get("/integrity").json().get("closed").asInt()).isEqualTo(1);
  }
}
