package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.core.access.Role;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading by a process elsewhere, on a host that does not read by itself. */
class ReadingRoutesTest {
  private static final String FOUND =
      "{'mediaType':'application/pdf','pageCount':2,'recognisedPages':2,'confidence':88.5,"
          + "'warnings':['low-resolution']}";

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client program;

  @BeforeEach
  void open() {
    host = new TestHost(scratch, false);
    clerk = host.as("clerk");
    program = host.program("admin");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private String received(String text) {
    return clerk.upload("letter.pdf", text, Map.of()).text("id");
  }

  private JsonNode taken() {
    TestHost.Reply reply = program.post("/reading/take", "");
    assertThat(reply.status()).isEqualTo(200);
    return reply.json();
  }

  private static String at(JsonNode task, String end) {
    return "/reading/" + task.get("lease").asText() + "/" + end;
  }

  private TestHost.Reply result(JsonNode task, String... namesAndContents) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      body.append("--b\r\nContent-Disposition: form-data; name=\"")
          .append(namesAndContents[i])
          .append("\"\r\n\r\n")
          .append(namesAndContents[i + 1])
          .append("\r\n");
    }
    return program.send(
        "POST",
        at(task, "result"),
        Map.of("Content-Type", "multipart/form-data; boundary=b"),
        body.append("--b--\r\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  private TestHost.Reply goodResult(JsonNode task) {
    return result(
        task,
        "reading",
        FOUND.replace('\'', '"'),
        "text",
        "January 8, 2007\n\fThe zeppelin",
        "pdf",
        "%PDF",
        "layout",
        "{}",
        "thumbnail",
        "png");
  }

  private String state(String id) {
    return clerk.get("/intake/" + id).text("state");
  }

  @Test
  void anOriginalIsTakenReadElsewhereAndKept() {
    String id = received("a scan");
    JsonNode task = taken();
    assertThat(task.get("id").asText()).isEqualTo(id);
    assertThat(state(id)).isEqualTo("reading");
    assertThat(program.get(at(task, "original")).body()).isEqualTo("a scan");
    assertThat(program.post(at(task, "progress"), "{'done':1,'of':2}").status()).isEqualTo(204);
    assertThat(clerk.get("/intake/" + id).json().get("pagesRead").asInt()).isEqualTo(1);
    assertThat(goodResult(task).status()).isEqualTo(204);

    JsonNode item = clerk.get("/intake/" + id).json();
    assertThat(item.get("state").asText()).isEqualTo("ready");
    assertThat(item.get("pageCount").asInt()).isEqualTo(2);
    assertThat(item.get("mediaType").asText()).isEqualTo("application/pdf");
    assertThat(item.at("/suggestions/letterDate/value").asText()).isEqualTo("2007-01-08");
    for (String rendition : new String[] {"pdf", "text", "layout", "thumbnail"}) {
      assertThat(clerk.get("/nodes/" + id + "/content?rendition=" + rendition).status())
          .isEqualTo(200);
    }
    assertThat(host.host.ledger().events())
        .filteredOn(event -> event.action() == Action.READ_PAPER)
        .extracting(AuditEvent::user)
        .containsExactly("admin");
    assertThat(program.post("/reading/take", "").status()).isEqualTo(204);
  }

  @Test
  void aMailReadElsewhereBringsItsAttachments() {
    String id = received("a mail");
    JsonNode task = taken();
    String found =
        "{'mediaType':'message/rfc822','pageCount':2,'recognisedPages':0,'confidence':100,"
            + "'warnings':[],'mail':{'from':'Ada Moss <ada@example.org>','to':['x@example.gov'],"
            + "'cc':[],'bcc':[],'sent':'2024-03-05T23:30:45-05:00','subject':'Lost papers',"
            + "'lines':'From: Ada','attachments':[{'name':'a.txt','mediaType':'text/plain',"
            + "'size':3,'page':2,'pages':1},{'name':'b.txt','mediaType':'text/plain','size':4,"
            + "'page':2,'pages':0,'note':'unsupported'}]}}";
    String json = found.replace('\'', '"');
    // Sizes that do not add up are refused: nobody may be shown the end of one file as another.
    assertThat(result(task, "reading", json, "text", "a\fb", "attachments", "onetwo").status())
        .isEqualTo(400);
    assertThat(result(task, "reading", json, "text", "a\fb").status()).isEqualTo(400);
    assertThat(result(task, "reading", json, "text", "a\fb", "attachments", "onefour").status())
        .isEqualTo(204);
    assertThat(clerk.get("/nodes/" + id + "/content?attachment=1").body()).isEqualTo("one");
    assertThat(clerk.get("/nodes/" + id + "/content?attachment=2").body()).isEqualTo("four");
    JsonNode mail = clerk.get("/nodes/" + id + "/mail").json();
    assertThat(mail.get("sent").asText()).isEqualTo("2024-03-05T23:30:45-05:00");
    assertThat(mail.at("/attachments/1/note").asText()).isEqualTo("unsupported");
    assertThat(clerk.get("/intake/" + id).text("channel")).isEqualTo("email");
  }

  @Test
  void aResultThatComesTwiceIsKeptOnceAndTheSecondIsToldSo() {
    String id = received("a scan");
    JsonNode task = taken();
    goodResult(task);
    long revision = clerk.get("/intake/" + id).json().get("revision").asLong();
    TestHost.Reply again = goodResult(task);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("code")).isEqualTo("lease-lost");
    assertThat(clerk.get("/intake/" + id).json().get("revision").asLong()).isEqualTo(revision);
  }

  @Test
  void whoLostTheLeaseChangesNothing() {
    String id = received("a scan");
    JsonNode first = taken();
    assertThat(program.post(at(first, "release"), "").status()).isEqualTo(204);
    JsonNode second = taken();
    assertThat(second.get("attempt").asInt()).isEqualTo(1);
    assertThat(goodResult(first).status()).isEqualTo(409);
    assertThat(program.get(at(first, "original")).status()).isEqualTo(409);
    assertThat(program.post(at(first, "progress"), "{}").status()).isEqualTo(409);
    assertThat(program.post(at(first, "failed"), "{'why':'x'}").status()).isEqualTo(409);
    assertThat(state(id)).isEqualTo("reading");
    assertThat(goodResult(second).status()).isEqualTo(204);
    assertThat(state(id)).isEqualTo("ready");
  }

  @Test
  void aResultThatWasCutOffIsNotKept() {
    String id = received("a scan");
    JsonNode task = taken();
    String found = FOUND.replace('\'', '"');
    assertThat(result(task, "reading", found, "text", "only one page").status()).isEqualTo(400);
    assertThat(result(task, "reading", found).status()).isEqualTo(400);
    assertThat(result(task, "text", "x").status()).isEqualTo(400);
    assertThat(result(task, "reading", found, "text", "a\fb", "script", "x").status())
        .isEqualTo(400);
    assertThat(state(id)).isEqualTo("reading");
    assertThat(goodResult(task).status()).isEqualTo(204);
  }

  @Test
  void whatCannotBeReadIsSetAsideWithTheReason() {
    String id = received("a secret");
    JsonNode task = taken();
    String refused =
        "{'mediaType':'application/pdf','reason':'encrypted','explanation':'Ask for the key.'}";
    assertThat(program.post(at(task, "refused"), refused).status()).isEqualTo(204);
    assertThat(state(id)).isEqualTo("quarantined");
    assertThat(clerk.get("/intake/" + id).text("reason")).isEqualTo("encrypted");
  }

  @Test
  void aReadingThatFailsIsTriedAgainAndAfterItsLastTrySetAside() {
    String id = received("a riddle");
    program.post(at(taken(), "failed"), "{'why':'no memory'}");
    TestHost.await(() -> again().isPresent());
    assertThat(state(id)).isEqualTo("quarantined");
    assertThat(clerk.get("/intake/" + id).text("reason")).isEqualTo("reading-failed");
  }

  /** Takes it once more, when it is due, and fails. */
  private Optional<JsonNode> again() {
    TestHost.Reply reply = program.post("/reading/take", "");
    if (reply.status() == 204) {
      return Optional.empty();
    }
    program.post(at(reply.json(), "failed"), "{'why':'no memory'}");
    return Optional.of(reply.json());
  }

  @Test
  void theSameBytesAreReadOnce() {
    String first = received("a scan");
    goodResult(taken());
    String second = received("a scan");
    assertThat(program.post("/reading/take", "").status()).isEqualTo(204);
    assertThat(state(first)).isEqualTo("ready");
    assertThat(state(second)).isEqualTo("ready");
  }

  @Test
  void onlyProgramsRead() {
    host.office.add("chief", "EXECSEC", Role.ADMINISTRATOR);
    received("a scan");
    for (String person : new String[] {"clerk", "chief"}) {
      assertThat(host.as(person).post("/reading/take", "").status()).isEqualTo(403);
    }
    assertThat(host.nobody().post("/reading/take", "").status()).isEqualTo(401);
    assertThat(program.get("/reading/1.x/original").status()).isEqualTo(409);
  }

  @Test
  void anArrivalUnderItsClaimIsReceivedOnceHoweverOftenItComes() {
    String claim = UUID.randomUUID().toString();
    Map<String, String> parts =
        Map.of("channel", "watched-folder", "claim", claim, "component", "OPA");
    TestHost.Reply first = program.upload("a.pdf", "x", parts, "Idempotency-Key", "one");
    TestHost.Reply lost = program.upload("a.pdf", "x", parts, "Idempotency-Key", "two");
    assertThat(first.status()).isEqualTo(201);
    assertThat(lost.text("id")).isEqualTo(first.text("id"));
    TestHost.Reply grown = program.upload("a.pdf", "xy", parts, "Idempotency-Key", "three");
    assertThat(grown.text("id")).isNotEqualTo(first.text("id"));
    assertThat(clerk.get("/intake/" + grown.text("id")).text("reason")).isEqualTo("changed-late");
    assertThat(clerk.get("/intake/" + first.text("id")).text("channel"))
        .isEqualTo("watched-folder");
  }

  @Test
  void onlyAnIntakeProgramNamesAClaim() {
    String claim = UUID.randomUUID().toString();
    Map<String, String> parts = Map.of("channel", "watched-folder", "claim", claim);
    assertThat(clerk.upload("a.pdf", "x", parts).status()).isEqualTo(403);
    assertThat(program.upload("a.pdf", "x", Map.of("claim", "mine")).status()).isEqualTo(400);
    assertThat(program.upload("a.pdf", "x", Map.of("claim", claim)).status()).isEqualTo(400);
    assertThat(host.host.queue().size("reading")).isZero();
  }
}
