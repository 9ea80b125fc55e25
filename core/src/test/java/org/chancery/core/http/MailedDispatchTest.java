package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chancery.core.audit.Action;
import org.chancery.core.mail.Handover;
import org.chancery.core.memory.MemoryMailer;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Cor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dispatch by e-mail (requirements C12 and P14), and the tasking that asks for a dispatch. */
class MailedDispatchTest {
  private static final String MAIL =
      "{'to':'maria@example.org','subject':'Your letter of 2 November','text':'Dear Ms. Okafor'}";

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client supervisor;
  private String file;

  @BeforeEach
  void open() {
    open(new TestHost(scratch));
  }

  private void open(TestHost opened) {
    host = opened;
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

  private String child(String name) {
    for (JsonNode each : clerk.get("/nodes/" + file + "/children").json().get("items")) {
      if (each.get("name").asText().equals(name)) {
        return each.get("id").asText();
      }
    }
    throw new AssertionError("No " + name);
  }

  private void worked() {
    TestHost.await(
        () -> host.host.queue().size("letters") == 0 && host.host.queue().size("reading") == 0);
  }

  private String draft() {
    String template = clerk.get("/letter-templates").json().get("items").get(1).get("id").asText();
    TestHost.Reply begun =
        clerk.post(
            "/case-files/" + file + "/drafts",
            "{'template':'" + template + "','name':'Answer','signerName':'A. Secretary'}");
    worked();
    return begun.text("id");
  }

  private String printed() {
    String draft = draft();
    clerk.post("/documents/" + draft + "/print", "{}");
    worked();
    return draft;
  }

  private TestHost.Reply dispatch(String documents, String channel, String more) {
    return clerk.post(
        "/case-files/" + file + "/dispatches",
        "{'documents':["
            + documents
            + "],'channel':'"
            + channel
            + "','recipient':'Ms. Maria Okafor','purpose':'Answer','authority':'Routine use H'"
            + more
            + "}");
  }

  private TestHost.Reply mail(String document) {
    TestHost.Reply reply = dispatch("'" + document + "'", "email", ",'mail':" + MAIL);
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply;
  }

  private JsonNode entry(String id) {
    for (JsonNode each : clerk.get("/case-files/" + file + "/dispatches").json().get("items")) {
      if (each.get("id").asText().equals(id)) {
        return each;
      }
    }
    throw new AssertionError("No entry " + id);
  }

  private JsonNode await(String id, String state) {
    TestHost.await(() -> entry(id).at("/mail/state").asText().equals(state));
    return entry(id).get("mail");
  }

  private TestHost.Reply retry(String id) {
    return clerk.post("/dispatches/" + id + "/retry", "{}");
  }

  @Test
  void aLetterIsSentAsItsPdfWithItsAttachmentsAndAccountedFor() {
    String draft = printed();
    String pdf = clerk.get("/nodes/" + draft + "/content?rendition=letter").body();
    String enclosure =
        clerk.upload("Map.txt", "the wall", Map.of("parent", child("documents"))).text("id");
    worked();
    TestHost.Reply sent =
        dispatch("'" + draft + "','" + enclosure + "'", "email", ",'mail':" + MAIL);
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    String id = sent.text("id");
    JsonNode mail = await(id, "sent");
    assertThat(mail.get("sentAt").asText()).isNotBlank();
    assertThat(mail.get("attempts").asInt()).isEqualTo(1);
    assertThat(mail.get("uncertain").asBoolean()).isFalse();
    assertThat(mail.get("allowed")).isEmpty();
    assertThat(host.mailer.letters).hasSize(1);
    MemoryMailer.Sent letter = host.mailer.letters.get(0);
    assertThat(letter.letter().to()).hasToString("maria@example.org");
    assertThat(letter.letter().subject()).isEqualTo("Your letter of 2 November");
    assertThat(letter.letter().messageId())
        .isEqualTo("<" + id + "@chancery.example>")
        .isEqualTo(mail.get("messageId").asText());
    assertThat(letter.letter().enclosures())
        .extracting(each -> each.name())
        .containsExactly("Answer.pdf", "Map.pdf");
    assertThat(new String(letter.enclosures().get(0), StandardCharsets.UTF_8)).isEqualTo(pdf);
    assertThat(new String(letter.enclosures().get(1), StandardCharsets.UTF_8))
        .isEqualTo(clerk.get("/nodes/" + enclosure + "/content?rendition=pdf").body());
    assertThat(host.host.ledger().events())
        .anySatisfy(
            event -> {
              assertThat(event.action()).isEqualTo(Action.SEND);
              assertThat(event.object()).contains(NodeId.of(id));
              assertThat(event.details()).containsEntry("state", "sent");
            });
    assertThat(retry(id).status()).isEqualTo(409);
    assertThat(clerk.post("/dispatches/" + id + "/withdraw", "{'reason':'too late'}").status())
        .isEqualTo(409);
  }

  @Test
  void whatCannotBeSentIsRefusedWithWhatToDo() {
    String draft = printed();
    TestHost.Reply nowhere =
        dispatch(
            "'" + draft + "'",
            "email",
            ",'mail':{'to':'maria at example','subject':'a\\nBcc: x','text':' '}");
    assertThat(nowhere.json().get("problems").toString())
        .contains("mail.to", "mail.subject", "mail.text");
    TestHost.Reply nothing = dispatch("'" + draft + "'", "email", "");
    assertThat(nothing.status()).isEqualTo(400);
    assertThat(nothing.json().at("/problems/mail").asText()).isNotBlank();
    host.mailer.largest = 3;
    TestHost.Reply large = dispatch("'" + draft + "'", "email", ",'mail':" + MAIL);
    assertThat(large.status()).isEqualTo(400);
    assertThat(large.json().at("/problems/documents").asText()).contains("are sent by e-mail");
    assertThat(clerk.get("/case-files/" + file + "/dispatches").json().get("items")).isEmpty();
    assertThat(host.mailer.letters).isEmpty();
  }

  @Test
  void aLetterOfWhichThereIsNoPdfIsRefused() {
    host.close();
    open(new TestHost(scratch, false));
    String text =
        clerk.upload("Map.txt", "the wall", Map.of("parent", child("documents"))).text("id");
    TestHost.Reply unprinted = dispatch("'" + text + "'", "email", ",'mail':" + MAIL);
    assertThat(unprinted.status()).as(unprinted.body()).isEqualTo(400);
    assertThat(unprinted.json().at("/problems/documents").asText())
        .contains("print it for signature first");
  }

  @Test
  void withoutAMailServerItIsRefusedButWhatWasSentElsewhereIsAccountedFor() throws Exception {
    host.close();
    open(new TestHost(scratch, true, false));
    String draft = printed();
    TestHost.Reply refused = dispatch("'" + draft + "'", "email", ",'mail':" + MAIL);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("chancery.mail.host", "sent elsewhere");
    JsonNode outlook = clerk.get("/case-files/" + file + "/dispatches").json().get("outlook");
    assertThat(outlook.has("largestMail")).isFalse();
    TestHost.Reply elsewhere = dispatch("'" + draft + "'", "email", ",'elsewhere':true");
    assertThat(elsewhere.status()).as(elsewhere.body()).isEqualTo(201);
    assertThat(elsewhere.json().has("mail")).isFalse();
  }

  @Test
  void whatTheMailServerRefusesIsToldToWhoeverSentItAndCanBeTriedAgain() {
    host.mailer.answer = new Handover.Refused("The address was refused: 550 no such mailbox");
    String id = mail(printed()).text("id");
    JsonNode failed = await(id, "failed");
    assertThat(failed.get("reason").asText()).contains("550 no such mailbox");
    assertThat(failed.get("allowed").toString()).contains("retry", "withdraw");
    TestHost.await(() -> !host.mailer.notices.isEmpty());
    assertThat(host.mailer.notices)
        .singleElement()
        .asString()
        .startsWith("clerk: ")
        .contains("https://chancery.example/case-files/" + file)
        .doesNotContain("Okafor", "maria@example.org", "550");
    host.mailer.answer = new Handover.Accepted();
    assertThat(host.as("stranger").post("/dispatches/" + id + "/retry", "{}").status())
        .isEqualTo(404);
    assertThat(retry(id).status()).isEqualTo(200);
    await(id, "sent");
    assertThat(host.mailer.letters)
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.letter().messageId()).isEqualTo("<" + id + "@chancery.example>"));
  }

  @Test
  void aServerThatIsAwayIsTriedAgainLaterOrWhenAPersonSaysSo() {
    host.mailer.answer = new Handover.Postponed("The mail server cannot be reached.");
    String id = mail(printed()).text("id");
    TestHost.await(() -> entry(id).at("/mail/reason").asText().contains("cannot be reached"));
    assertThat(entry(id).at("/mail/state").asText()).isEqualTo("queued");
    assertThat(host.mailer.letters).isEmpty();
    TestHost.Reply declared = supervisor.post("/nodes/" + file + "/declare", "{}");
    assertThat(declared.status()).as("a record cannot note that it was sent").isEqualTo(409);
    host.mailer.answer = new Handover.Accepted();
    assertThat(retry(id).status()).isEqualTo(200);
    await(id, "sent");
    assertThat(host.mailer.letters).hasSize(1);
  }

  @Test
  void whatIsWithdrawnIsNotSent() {
    host.mailer.answer = new Handover.Postponed("away");
    String id = mail(printed()).text("id");
    TestHost.await(() -> entry(id).at("/mail/attempts").asInt() == 1);
    TestHost.await(() -> entry(id).at("/mail/state").asText().equals("queued"));
    assertThat(clerk.post("/dispatches/" + id + "/withdraw", "{'reason':' '}").status())
        .isEqualTo(400);
    TestHost.Reply withdrawn =
        clerk.post("/dispatches/" + id + "/withdraw", "{'reason':'Wrong person'}");
    assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
    assertThat(withdrawn.json().at("/mail/reason").asText()).isEqualTo("Wrong person");
    host.mailer.answer = new Handover.Accepted();
    dueNow(id);
    TestHost.await(() -> host.host.queue().size("letter-mail") == 0);
    assertThat(entry(id).at("/mail/state").asText()).isEqualTo("withdrawn");
    assertThat(host.mailer.letters).isEmpty();
    assertThat(retry(id).status()).isEqualTo(409);
  }

  private void dueNow(String id) {
    host.host.write(() -> host.host.queue().add("letter-mail", id));
  }

  @Test
  void anInterruptedAttemptIsMadeAgainUnderTheSameMessageIdAndToldOf() {
    AtomicBoolean ended = new AtomicBoolean();
    host.mailer.underWay =
        () -> {
          ended.set(true);
          throw new IllegalStateException("the process ends here");
        };
    String id = mail(printed()).text("id");
    TestHost.await(ended::get);
    await(id, "sending");
    TestHost.await(() -> host.host.queue().size("letter-mail") == 1);
    assertThat(retry(id).status()).as("while it may be under way").isEqualTo(409);
    host.mailer.underWay = () -> {};
    TestHost.await(
        () -> {
          dueNow(id);
          return !host.mailer.letters.isEmpty();
        });
    JsonNode mail = await(id, "sent");
    assertThat(mail.get("uncertain").asBoolean()).isTrue();
    assertThat(mail.get("attempts").asInt()).isEqualTo(2);
    assertThat(host.mailer.letters)
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.letter().messageId()).isEqualTo("<" + id + "@chancery.example>"));
  }

  @Test
  void nothingIsSentButWhatWasChosenAndMayStillBeSeen() {
    host.mailer.answer = new Handover.Postponed("away");
    String enclosure =
        clerk.upload("a.pdf", "%PDF first", Map.of("parent", child("documents"))).text("id");
    worked();
    String changed = mail(enclosure).text("id");
    String hidden = mail(printed()).text("id");
    TestHost.await(() -> entry(changed).at("/mail/attempts").asInt() == 1);
    TestHost.await(() -> entry(hidden).at("/mail/attempts").asInt() == 1);
    TestHost.await(() -> entry(hidden).at("/mail/state").asText().equals("queued"));
    host.host.write(
        () ->
            host.host
                .contents()
                .attach(
                    Caller.ofSystem(),
                    NodeId.of(enclosure),
                    Cor.SEARCHABLE_PDF,
                    host.host
                        .contents()
                        .store(
                            new ByteArrayInputStream(
                                "%PDF second".getBytes(StandardCharsets.UTF_8)),
                            "application/pdf")));
    String draft = entry(hidden).at("/documents/0/id").asText();
    TestHost.Reply locked =
        supervisor.put(
            "/nodes/" + draft + "/permissions",
            "{'inherits':false,'grants':[{'authority':'supervisor','role':'COORDINATOR'}],"
                + "'reason':'private'}");
    assertThat(locked.status()).as(locked.body()).isEqualTo(200);
    host.mailer.answer = new Handover.Accepted();
    dueNow(changed);
    dueNow(hidden);
    assertThat(await(changed, "failed").get("reason").asText()).contains("Withdraw it");
    assertThat(await(hidden, "failed").get("reason").asText()).contains("Withdraw it");
    assertThat(host.mailer.letters).isEmpty();
  }

  @Test
  void recordingADispatchCompletesTheTaskingThatAsksForIt() {
    String routing = child("routing");
    String tasking = host.openTasking(file, routing, "Dispatch", "cwf:dispatchTask");
    String other = host.openTasking(file, routing, "Sign", "cwf:signTask");
    String draft = draft();
    JsonNode outlook = clerk.get("/case-files/" + file + "/dispatches").json().get("outlook");
    assertThat(outlook.at("/tasking/id").asText()).isEqualTo(tasking);
    JsonNode copy = dispatch("'" + draft + "'", "post", ",'completes':false").json();
    assertThat(copy.has("completed")).isFalse();
    assertThat(state(tasking)).isEqualTo("open");
    assertThat(
            supervisor
                .post(
                    "/case-files/" + file + "/dispatches",
                    "{'document':'"
                        + draft
                        + "','channel':'post','recipient':'x','purpose':'x','authority':'x'}")
                .json()
                .has("completed"))
        .as("by somebody who does not have it")
        .isFalse();
    assertThat(state(tasking)).isEqualTo("open");
    JsonNode recorded = dispatch("'" + draft + "'", "post", "").json();
    assertThat(recorded.at("/completed/id").asText()).isEqualTo(tasking);
    assertThat(state(tasking)).isEqualTo("done");
    assertThat(state(other)).isEqualTo("open");
    assertThat(
            clerk.get("/case-files/" + file + "/dispatches").json().at("/outlook").has("tasking"))
        .isFalse();
  }

  private String state(String tasking) {
    return host.host
        .nodes()
        .find(Caller.ofSystem(), NodeId.of(tasking))
        .flatMap(node -> node.text(Cor.TASK_STATE))
        .orElseThrow();
  }

  @Test
  void theRecipientsThatTheCallerMaySeeAreOffered() {
    TestHost.Reply entered =
        clerk.post(
            "/nodes/" + child("people") + "/children",
            "{'type':'cor:correspondent','name':'Okafor','properties':{'cor:prefix':'Ms.',"
                + "'cor:firstName':'Maria','cor:lastName':'Okafor','cor:street':'1 Elm St',"
                + "'cor:city':'Yuma','cor:state':'AZ','cor:zip':'85364',"
                + "'cor:email':'maria@example.org'}}");
    assertThat(entered.status()).as(entered.body()).isEqualTo(201);
    JsonNode first =
        clerk.get("/case-files/" + file + "/dispatches").json().at("/outlook/recipients/0");
    assertThat(first.get("email").asText()).isEqualTo("maria@example.org");
    assertThat(first.get("postal").asText()).contains("1 Elm St", "Yuma, AZ 85364");
    assertThat(host.as("isso").get("/case-files/" + file + "/dispatches").status())
        .as("who may not see the file")
        .isEqualTo(404);
  }
}
