package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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

/**
 * The main job: a scan dropped into the watched folder is read, filed and found (rows C1, C2, C3,
 * C14).
 */
@ExtendWith(WithHost.class)
class ReadFiledAndFoundTest {
  private final Random random = new Random();

  @Test
  void aDroppedScanIsFoundByAWordOnItsSecondPageAndFiled(Host host) throws Exception {
    Letter letter = Letter.draw(random, 2);
    byte[] scan = Paper.faxTiff(letter);
    String name = "scan-" + letter.markers().get(0) + ".tif";
    Client clerk = host.admin();
    IntakeDesk desk = new IntakeDesk(clerk);

    IntakeDesk.drop(host.inbox(), name, scan);
    JsonNode item = desk.await(name, "ready");
    String id = item.path("id").asText();

    assertThat(item.path("sha256").asText()).isEqualTo(Sha256.of(scan));
    assertThat(item.path("pageCount").asInt()).isEqualTo(2);
    assertThat(host.inbox().resolve(name)).doesNotExist();
    assertThat(clerk.bytes("nodes/" + id + "/content")).isEqualTo(scan);

    JsonNode hit = onlyHit(clerk.search(letter.markers().get(1)));
    assertThat(hit.path("id").asText()).isEqualTo(id);
    assertThat(hit.path("snippet").asText())
        .contains("<mark>" + letter.markers().get(1) + "</mark>");
    assertThat(hit.path("page").asInt()).isEqualTo(2);

    Answer filed = file(clerk, id, letter);
    String caseFile = filed.json().path("caseFile").path("id").asText();
    assertThat(desk.named(name))
        .allSatisfy(each -> assertThat(each.path("state").asText()).isEqualTo("filed"));
    Answer node = clerk.get("nodes/" + id).expect(200);
    assertThat(node.list("path"))
        .anySatisfy(step -> assertThat(step.path("id").asText()).isEqualTo(caseFile));
    JsonNode filedHit = onlyHit(clerk.search(letter.markers().get(1)));
    assertThat(filedHit.path("path").asText())
        .contains(node.list("path").get(1).path("name").asText());
  }

  @Test
  void theSearchablePdfHoldsTheWordsOfEveryPage(Host host) throws Exception {
    Letter letter = Letter.draw(random, 2);
    String name = "searchable-" + letter.markers().get(0) + ".pdf";
    Client clerk = host.admin();

    IntakeDesk.drop(host.inbox(), name, Paper.scannedPdf(letter));
    String id = new IntakeDesk(clerk).await(name, "ready").path("id").asText();

    try (var pdf = Loader.loadPDF(clerk.bytes("nodes/" + id + "/content?rendition=pdf"))) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(2);
      assertThat(new PDFTextStripper().getText(pdf))
          .contains(letter.markers().get(0), letter.markers().get(1));
    }
    assertThat(clerk.get("nodes/" + id + "/content?rendition=text").expect(200).text())
        .contains(letter.markers().get(1));
    assertThat(clerk.bytes("nodes/" + id + "/content?rendition=thumbnail"))
        .startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void theClerkIsShownWhoWroteWhenAndAboutWhat(Host host) {
    Letter letter = Letter.draw(random, 1);
    String name = "suggest-" + letter.markers().get(0) + ".txt";
    Client clerk = host.admin();

    IntakeDesk.drop(host.inbox(), name, Paper.plainText(letter));
    String id = new IntakeDesk(clerk).await(name, "ready").path("id").asText();

    JsonNode suggestions = clerk.get("intake/" + id).expect(200).json().path("suggestions");
    assertThat(suggestions.path("letterDate").path("value").asText()).startsWith("2008-03-");
    assertThat(suggestions.path("sender").path("last").asText())
        .isEqualTo(letter.sender().split(" ")[1]);
    assertThat(suggestions.path("sender").path("zip").asText()).isEqualTo("78040");
    assertThat(suggestions.path("addressee").path("value").asText()).contains("Napolitano");
    assertThat(suggestions.path("subject").path("value").asText())
        .contains("delay in the adjudication");
    assertThat(List.of("letterDate", "sender", "addressee", "subject"))
        .allSatisfy(
            part -> assertThat(suggestions.path(part).path("reason").asText()).isNotBlank());
  }

  @Test
  void filingCanBeUndone(Host host) {
    Letter letter = Letter.draw(random, 1);
    String name = "undo-" + letter.markers().get(0) + ".txt";
    Client clerk = host.admin();
    IntakeDesk desk = new IntakeDesk(clerk);
    IntakeDesk.drop(host.inbox(), name, Paper.plainText(letter));
    String id = desk.await(name, "ready").path("id").asText();
    file(clerk, id, letter);

    clerk.post("intake/" + id + "/unfile", Map.of()).expect(200);

    assertThat(desk.await(name, "ready").path("id").asText()).isEqualTo(id);
  }

  @Test
  void theSameBytesDroppedTwiceAreRecognised(Host host) {
    Letter letter = Letter.draw(random, 1);
    byte[] bytes = Paper.plainText(letter);
    String first = "first-" + letter.markers().get(0) + ".txt";
    String second = "second-" + letter.markers().get(0) + ".txt";
    IntakeDesk desk = new IntakeDesk(host.admin());
    IntakeDesk.drop(host.inbox(), first, bytes);
    String original = desk.await(first, "ready").path("id").asText();

    IntakeDesk.drop(host.inbox(), second, bytes);

    JsonNode twice = desk.await(second, "ready");
    assertThat(twice.path("duplicateOf")).hasSize(1);
    assertThat(twice.path("duplicateOf").get(0).path("id").asText()).isEqualTo(original);
  }

  @Test
  void theIntegrityReportAddsUp(Host host) {
    Client admin = host.admin();
    JsonNode report = admin.get("integrity").expect(200).json();

    assertThat(report.path("received").asLong())
        .isEqualTo(
            report.path("unfiled").asLong()
                + report.path("open").asLong()
                + report.path("closed").asLong()
                + report.path("removed").asLong());
  }

  private static Answer file(Client clerk, String id, Letter letter) {
    return clerk
        .post(
            "intake/" + id + "/file",
            Map.of(
                "newCaseFolder",
                Map.of(
                    "holderKind",
                    "individual",
                    "holderName",
                    letter.sender() + " " + letter.markers().get(0)),
                "newCaseFile",
                Map.of("subject", "Delay in adjudication", "source", "public")))
        .expect(200);
  }

  private static JsonNode onlyHit(Answer found) {
    found.expect(200);
    assertThat(found.json().path("total").asInt()).as(found.text()).isEqualTo(1);
    return found.list("hits").get(0);
  }
}
