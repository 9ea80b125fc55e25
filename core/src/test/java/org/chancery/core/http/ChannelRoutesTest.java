package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E-mail, phone calls and pasted text on their way to the intake desk (requirement C1). */
class ChannelRoutesTest {
  private static final String CALL =
      "{'caller':'Ada Moss','organization':'Friends of Laredo','phone':'(956) 555-0142',"
          + "'calledAt':'2026-03-05T23:30:00-05:00','calledFor':'The Secretary',"
          + "'summary':'She asks when the bridge opens.\\nShe will be in until five.',"
          + "'callBack':true,'callBackWhen':'before 5 p.m.'}";

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

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aPhoneCallIsReadyToBeFiledAtOnceWithADocumentAsItsOriginal() throws Exception {
    TestHost.Reply made = clerk.post("/intake/phone-calls", CALL);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("state")).isEqualTo("ready");
    assertThat(made.text("channel")).isEqualTo("phone");
    assertThat(made.text("name")).isEqualTo("Phone call from Ada Moss, 2026-03-05.txt");
    String id = made.text("id");

    String document = clerk.get("/nodes/" + id + "/content").body();
    assertThat(document)
        .contains(
            "Ada Moss",
            "Friends of Laredo",
            "(956) 555-0142",
            "Thursday, 5 March 2026, 23:30 UTC-05:00",
            "The Secretary",
            "yes, before 5 p.m.",
            "She asks when the bridge opens.\nShe will be in until five.");
    assertThat(made.text("sha256")).isEqualTo(sha256(document));
    assertThat(clerk.get("/nodes/" + id + "/content?rendition=text").body()).isEqualTo(document);

    JsonNode item = clerk.get("/intake/" + id).json();
    assertThat(item.at("/suggestions/sender/first").asText()).isEqualTo("Ada");
    assertThat(item.at("/suggestions/sender/last").asText()).isEqualTo("Moss");
    assertThat(item.at("/suggestions/sender/phone").asText()).isEqualTo("(956) 555-0142");
    assertThat(item.at("/suggestions/letterDate/value").asText()).isEqualTo("2026-03-05");
    assertThat(item.at("/suggestions/addressee/value").asText()).isEqualTo("The Secretary");
    assertThat(item.at("/suggestions/subject/value").asText())
        .isEqualTo("She asks when the bridge opens.");
    assertThat(clerk.get("/nodes/" + id).json().at("/properties/cor:callTakenBy").asText())
        .isNotBlank();
    assertThat(host.host.ledger().events())
        .filteredOn(event -> event.action() == Action.RECEIVE)
        .extracting(AuditEvent::details)
        .containsExactly(
            Map.of(
                "channel", "phone",
                "sha256", made.text("sha256"),
                "claim",
                    host.host.ledger().events().stream()
                        .filter(event -> event.action() == Action.RECEIVE)
                        .findFirst()
                        .orElseThrow()
                        .details()
                        .get("claim")));
    assertThat(host.host.queue().size("reading")).isZero();
    assertThat(host.reader.readings()).isZero();
  }

  @Test
  void aPhoneCallIsFiledLikeALetter() {
    String id = clerk.post("/intake/phone-calls", CALL).text("id");
    TestHost.Reply filed =
        clerk.post(
            "/intake/" + id + "/file",
            "{'newCaseFolder':{'holderKind':'individual','holderName':'Moss, Ada'},"
                + "'newCaseFile':{'subject':'The bridge','source':'public'}}");
    assertThat(filed.status()).isEqualTo(200);
    assertThat(clerk.get("/intake/" + id).text("state")).isEqualTo("filed");
  }

  @Test
  void whatTheFormSaysOutlivesAnotherReading() {
    String id = clerk.post("/intake/phone-calls", CALL).text("id");
    assertThat(clerk.post("/intake/" + id + "/retry", "").status()).isEqualTo(202);
    TestHost.await(() -> clerk.get("/intake/" + id).text("state").equals("ready"));
    assertThat(host.reader.readings()).isEqualTo(1);
    JsonNode item = clerk.get("/intake/" + id).json();
    assertThat(item.at("/suggestions/sender/last").asText()).isEqualTo("Moss");
    assertThat(item.get("channel").asText()).isEqualTo("phone");
  }

  @Test
  void aFormThatIsNotFilledInIsRefusedFieldByField() {
    TestHost.Reply reply =
        clerk.post(
            "/intake/phone-calls",
            "{'caller':' ','summary':'','callBack':true,'calledAt':'2999-01-01T00:00:00Z'}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("problems").fieldNames())
        .toIterable()
        .contains("caller", "summary", "phone", "calledAt");
    TestHost.Reply number =
        clerk.post(
            "/intake/phone-calls", "{'caller':'Ada Moss','summary':'x','phone':'ask the baker'}");
    assertThat(number.status()).isEqualTo(400);
    assertThat(number.json().get("problems").has("phone")).isTrue();
    assertThat(clerk.post("/intake/pasted", "{'text':'  '}").json().get("problems").has("text"))
        .isTrue();
    assertThat(clerk.get("/intake").json().get("items")).isEmpty();
  }

  @Test
  void tooMuchTextIsRefusedWithHowMuchThereMayBe() {
    TestHost.Reply reply =
        clerk.post("/intake/pasted", "{'text':'" + "word ".repeat(100_001) + "end'}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/problems/text").asText()).contains("500,000", "500,008");
    assertThat(
            clerk.post("/intake/pasted", "{'text':'" + "x".repeat(1_100_000) + "'}").text("code"))
        .isEqualTo("too-large");
  }

  @Test
  void pastedTextKeepsWhatWasEnteredWithItAndWhatItSays() {
    TestHost.Reply made =
        clerk.post(
            "/intake/pasted",
            "{'text':'Dear Madam Secretary:\\n\\nI am writing about a zeppelin.','from':'Ada Moss',"
                + "'email':'ada@example.org','date':'2026-03-05'}",
            "Idempotency-Key",
            "k1");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("channel")).isEqualTo("paste");
    assertThat(made.text("name")).isEqualTo("Dear Madam Secretary_.txt");
    String id = made.text("id");
    assertThat(clerk.get("/nodes/" + id + "/content").body())
        .isEqualTo(
            "From: Ada Moss <ada@example.org>\nDate: 2026-03-05\n\nDear Madam Secretary:\n\n"
                + "I am writing about a zeppelin.\n");
    JsonNode suggestions = clerk.get("/intake/" + id).json().get("suggestions");
    assertThat(suggestions.at("/sender/email").asText()).isEqualTo("ada@example.org");
    assertThat(suggestions.at("/subject/value").asText()).contains("zeppelin");
    assertThat(clerk.get("/search?q=zeppelin").json().get("total").asInt()).isEqualTo(1);
  }

  @Test
  void theSameKeyTakesAFormInOnce() {
    for (String path : new String[] {"/intake/pasted", "/intake/phone-calls"}) {
      String body = path.endsWith("pasted") ? "{'text':'once only'}" : CALL;
      TestHost.Reply first = clerk.post(path, body, "Idempotency-Key", path);
      TestHost.Reply again = clerk.post(path, body, "Idempotency-Key", path);
      assertThat(again.text("id")).isEqualTo(first.text("id"));
      assertThat(
              clerk
                  .post(
                      path,
                      body.replace("once", "twice").replace("bridge", "ferry"),
                      "Idempotency-Key",
                      path)
                  .status())
          .isEqualTo(422);
    }
    assertThat(clerk.get("/intake").json().get("items")).hasSize(2);
  }

  @Test
  void whatGoesToAnotherComponentTellsNothingOfWhatLiesThere() {
    TestHost.Client stranger = host.as("stranger");
    stranger.post("/intake/pasted", "{'text':'the same words'}");
    TestHost.Reply sent =
        clerk.post("/intake/pasted", "{'text':'the same words','component':'CBP'}");
    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.text("name")).isEqualTo("the same words.txt");
    assertThat(sent.json().get("duplicateOf")).isEmpty();
    assertThat(clerk.get("/intake/" + sent.text("id")).status()).isEqualTo(404);
    assertThat(stranger.get("/intake/" + sent.text("id")).json().get("duplicateOf")).hasSize(1);
  }

  @Test
  void whoMayNotHandInMayNotTypeEither() {
    TestHost.Client reviewer = host.as("reviewer");
    assertThat(reviewer.post("/intake/pasted", "{'text':'x'}").status()).isEqualTo(403);
    assertThat(reviewer.post("/intake/phone-calls", CALL).status()).isEqualTo(403);
  }

  private static final String MAIL =
      "MAIL Please see what is attached.\n\nAda Moss\n"
          + "\fscan.html\n<b>zeppelin</b>"
          + "\finner.eml/note.txt\nsecond attached";

  @Test
  void aMailIsKeptWithItsTransmissionDataAndChannel() {
    String id = host.ready(clerk, "letter.eml", MAIL);
    JsonNode item = clerk.get("/intake/" + id).json();
    assertThat(item.get("channel").asText()).isEqualTo("email");
    assertThat(item.get("mediaType").asText()).isEqualTo("message/rfc822");
    JsonNode suggestions = item.get("suggestions");
    assertThat(suggestions.at("/sender/first").asText()).isEqualTo("Ada");
    assertThat(suggestions.at("/sender/last").asText()).isEqualTo("Moss");
    assertThat(suggestions.at("/sender/email").asText()).isEqualTo("ada@example.org");
    assertThat(suggestions.at("/subject/value").asText()).isEqualTo("Lost papers");
    // The day where it was written, though it was the next one in Greenwich.
    assertThat(suggestions.at("/letterDate/value").asText()).isEqualTo("2024-03-05");

    JsonNode mail = clerk.get("/nodes/" + id + "/mail").json();
    assertThat(mail.get("messageId").asText()).isEqualTo("<1@example.org>");
    assertThat(mail.at("/to/0").asText()).isEqualTo("Secretary <secretary@example.gov>");
    assertThat(mail.get("sent").asText()).isEqualTo("2024-03-05T23:30:45-05:00");
    assertThat(mail.get("header").asText()).contains("Received: from afar");
    assertThat(mail.at("/attachments/1/name").asText()).isEqualTo("inner.eml/note.txt");
    JsonNode properties = clerk.get("/nodes/" + id).json().get("properties");
    assertThat(properties.get("cor:mailSent").asText()).isEqualTo("2024-03-06T04:30:45Z");
    assertThat(properties.at("/cor:attachmentNames/0").asText()).isEqualTo("scan.html");
    assertThat(clerk.get("/nodes/" + id + "/content").body()).isEqualTo(MAIL);
  }

  @Test
  void eachAttachmentIsOpenedByItselfAndNeverAsAPageOfOurs() {
    String id = host.ready(clerk, "letter.eml", MAIL);
    String at = "/nodes/" + id + "/content?attachment=";
    TestHost.Reply first = clerk.get(at + "1");
    assertThat(first.body()).isEqualTo("<b>zeppelin</b>");
    assertThat(first.response().headers())
        .containsEntry("Content-Type", "application/octet-stream")
        .containsEntry("X-Content-Type-Options", "nosniff");
    assertThat(first.response().headers().get("Content-Disposition")).startsWith("attachment");
    TestHost.Reply second = clerk.get(at + "2");
    assertThat(second.body()).isEqualTo("second attached");
    assertThat(second.response().headers().get("Content-Disposition")).contains("\"note.txt\"");
    TestHost.Reply part = clerk.send("GET", at + "2", Map.of("Range", "bytes=7-9"), new byte[0]);
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("att");
    assertThat(first.tag()).isNotEqualTo(second.tag());
    assertThat(clerk.get(at + "3").status()).isEqualTo(404);
    assertThat(clerk.get(at + "0").status()).isEqualTo(404);
    assertThat(clerk.get(at + "x").status()).isEqualTo(400);
    assertThat(host.as("stranger").get(at + "1").status()).isEqualTo(404);
    assertThat(host.as("stranger").get("/nodes/" + id + "/mail").status()).isEqualTo(404);
  }

  @Test
  void aWordOfAnAttachmentIsFoundWithTheAttachmentsName() {
    String id = host.ready(clerk, "letter.eml", MAIL);
    JsonNode hit = clerk.get("/search?q=zeppelin").json().at("/hits/0");
    assertThat(hit.get("id").asText()).isEqualTo(id);
    assertThat(hit.get("properties").has("cor:attachmentNames")).isTrue();
  }

  @Test
  void whatIsNoMailHasNoTransmissionData() {
    String id = host.ready(clerk, "letter.txt", "words");
    assertThat(clerk.get("/nodes/" + id + "/mail").status()).isEqualTo(409);
    assertThat(clerk.get("/nodes/" + id + "/content?attachment=1").status()).isEqualTo(404);
  }

  @Test
  void theSameMailTwiceIsReadOnceAndBothHaveItsAttachments() {
    host.ready(clerk, "first.eml", MAIL);
    String second = host.ready(clerk, "second.eml", MAIL);
    assertThat(host.reader.readings()).isEqualTo(1);
    assertThat(clerk.get("/nodes/" + second + "/content?attachment=2").body())
        .isEqualTo("second attached");
    assertThat(clerk.get("/intake/" + second).text("channel")).isEqualTo("email");
  }
}
