package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.fixture.Sha256;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.IntakeDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Letters that come by e-mail, by phone or by paste (row C1). */
@ExtendWith(WithHost.class)
class ChannelsTest {
  private final Random random = new Random();

  private static byte[] mail(String marker, byte[] scan) {
    String text =
        """
        Received: from mx.example.org by mail.example.gov; Tue, 5 Mar 2024 21:31:02 -0500
        From: Ines Castellanos <ines@example.org>
        To: Secretary <secretary@example.gov>
        Cc: Clerk <clerk@example.gov>
        Subject: Re: The matter of %1$s
        Date: Tue, 5 Mar 2024 21:30:45 -0500
        Message-ID: <%1$s@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="cut"

        --cut
        Content-Type: text/plain; charset=utf-8

        Please see the scan.
        --cut
        Content-Type: application/pdf; name="scan of %1$s.pdf"
        Content-Disposition: attachment; filename="scan of %1$s.pdf"
        Content-Transfer-Encoding: base64

        %2$s
        --cut--
        """
            .formatted(marker, Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(scan));
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private void aMailIsKeptWholeAndReadable(Client clerk, String id, byte[] mail, Letter scanned)
      throws Exception {
    String marker = scanned.markers().get(0);
    assertThat(clerk.bytes("nodes/" + id + "/content")).isEqualTo(mail);
    JsonNode item = clerk.get("intake/" + id).expect(200).json();
    assertThat(item.path("sha256").asText()).isEqualTo(Sha256.of(mail));
    assertThat(item.path("channel").asText()).isEqualTo("email");
    JsonNode suggestions = item.path("suggestions");
    assertThat(suggestions.at("/sender/last").asText()).isEqualTo("Castellanos");
    assertThat(suggestions.at("/sender/email").asText()).isEqualTo("ines@example.org");
    assertThat(suggestions.at("/letterDate/value").asText()).isEqualTo("2024-03-05");
    assertThat(suggestions.at("/subject/value").asText()).isEqualTo("The matter of " + marker);

    JsonNode data = clerk.get("nodes/" + id + "/mail").expect(200).json();
    assertThat(data.path("messageId").asText()).isEqualTo("<" + marker + "@example.org>");
    assertThat(data.path("from").asText()).isEqualTo("Ines Castellanos <ines@example.org>");
    assertThat(data.at("/to/0").asText()).isEqualTo("Secretary <secretary@example.gov>");
    assertThat(data.at("/cc/0").asText()).isEqualTo("Clerk <clerk@example.gov>");
    assertThat(data.path("header").asText()).contains("Received: from mx.example.org");
    assertThat(data.path("attachments")).hasSize(1);
    assertThat(data.at("/attachments/0/mediaType").asText()).isEqualTo("application/pdf");
  }

  @Test
  void aMailWithAScanIsReadOpenedAndFoundByAWordOfTheScan(Host host) throws Exception {
    Letter letter = Letter.draw(random, 2);
    byte[] scan = Paper.scannedPdf(letter);
    byte[] mail = mail(letter.markers().get(0), scan);
    String name = "mail-" + letter.markers().get(0) + ".eml";
    Client clerk = host.admin();

    IntakeDesk.drop(host.inbox(), name, mail);
    String id = new IntakeDesk(clerk).await(name, "ready").path("id").asText();

    aMailIsKeptWholeAndReadable(clerk, id, mail, letter);
    assertThat(clerk.bytes("nodes/" + id + "/content?attachment=1")).isEqualTo(scan);
    assertThat(clerk.get("nodes/" + id + "/content?attachment=2").status()).isEqualTo(404);
    Answer found = clerk.search(letter.markers().get(1)).expect(200);
    assertThat(found.json().path("total").asInt()).as(found.text()).isEqualTo(1);
    JsonNode hit = found.list("hits").get(0);
    assertThat(hit.path("id").asText()).isEqualTo(id);
    assertThat(hit.path("attachment").asText())
        .isEqualTo("scan of " + letter.markers().get(0) + ".pdf");
  }

  @Test
  void aMailHandedInByHandIsTheSame(Host host) throws Exception {
    Letter letter = Letter.draw(random, 1);
    byte[] mail = mail(letter.markers().get(0), Paper.plainText(letter));
    String name = "uploaded-" + letter.markers().get(0) + ".eml";
    Client clerk = host.admin();

    String id = clerk.upload(name, mail, Map.of()).expect(201).text("id");
    new IntakeDesk(clerk).await(name, "ready");

    JsonNode item = clerk.get("intake/" + id).expect(200).json();
    assertThat(item.path("channel").asText()).isEqualTo("email");
    assertThat(clerk.bytes("nodes/" + id + "/content?attachment=1"))
        .isEqualTo(Paper.plainText(letter));
  }

  @Test
  void aPhoneCallIsWrittenDownOnceAndFiled(Host host) {
    String marker = Letter.draw(random, 1).markers().get(0);
    Client clerk = host.admin();
    Map<String, Object> call =
        Map.of(
            "caller",
            "Ada " + marker,
            "phone",
            "(956) 555-0142",
            "calledFor",
            "The Secretary",
            "summary",
            "She asks about the " + marker + ".",
            "callBack",
            true);
    String key = UUID.randomUUID().toString();

    Answer made = clerk.post("intake/phone-calls", call, "Idempotency-Key", key).expect(201);
    Answer again = clerk.post("intake/phone-calls", call, "Idempotency-Key", key).expect(201);

    String id = made.text("id");
    assertThat(again.text("id")).isEqualTo(id);
    assertThat(made.text("state")).isEqualTo("ready");
    JsonNode listed = new IntakeDesk(clerk).await(made.text("name"), "ready");
    assertThat(listed.path("id").asText()).isEqualTo(id);
    assertThat(listed.path("channel").asText()).isEqualTo("phone");
    byte[] original = clerk.bytes("nodes/" + id + "/content");
    assertThat(Sha256.of(original)).isEqualTo(made.text("sha256"));
    assertThat(new String(original, StandardCharsets.UTF_8))
        .contains("(956) 555-0142", "about the " + marker);
    assertThat(onlyHit(clerk.search(marker)).path("id").asText()).isEqualTo(id);

    clerk
        .post(
            "intake/" + id + "/file",
            Map.of(
                "newCaseFolder",
                Map.of("holderKind", "individual", "holderName", marker + ", Ada"),
                "newCaseFile",
                Map.of("subject", "A call", "source", "public")))
        .expect(200);
    assertThat(clerk.get("integrity").expect(200).list("exceptions"))
        .noneMatch(finding -> finding.path("id").asText().equals(id));
  }

  @Test
  void pastedTextIsALetterAtOnce(Host host) {
    Letter letter = Letter.draw(random, 1);
    String text = new String(Paper.plainText(letter), StandardCharsets.UTF_8);
    Client clerk = host.admin();

    Answer made = clerk.post("intake/pasted", Map.of("text", text)).expect(201);

    assertThat(made.text("state")).isEqualTo("ready");
    assertThat(made.text("channel")).isEqualTo("paste");
    JsonNode suggestions =
        clerk.get("intake/" + made.text("id")).expect(200).json().path("suggestions");
    assertThat(suggestions.at("/sender/zip").asText()).isEqualTo("78040");
    assertThat(onlyHit(clerk.search(letter.markers().get(0))).path("id").asText())
        .isEqualTo(made.text("id"));
  }

  @Test
  void formsThatCannotBeTakenSayWhy(Host host) {
    Client clerk = host.admin();
    Answer call =
        clerk.post("intake/phone-calls", Map.of("caller", "", "summary", "x", "callBack", true));
    assertThat(call.status()).isEqualTo(400);
    assertThat(call.json().path("problems").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("caller", "phone");
    Answer text = clerk.post("intake/pasted", Map.of("text", "word ".repeat(110_000)));
    assertThat(text.status()).isEqualTo(400);
    assertThat(text.json().at("/problems/text").asText()).contains("500,000");
    Answer huge = clerk.post("intake/pasted", Map.of("text", "x".repeat(1_100_000)));
    assertThat(huge.status()).isEqualTo(413);
    assertThat(List.of(call, text, huge))
        .allSatisfy(answer -> assertThat(answer.json().path("detail").asText()).isNotBlank());
  }

  private static JsonNode onlyHit(Answer found) {
    found.expect(200);
    assertThat(found.json().path("total").asInt()).as(found.text()).isEqualTo(1);
    return found.list("hits").get(0);
  }
}
