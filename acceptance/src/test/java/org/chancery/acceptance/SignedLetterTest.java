package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chancery.acceptance.fixture.Scanner;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.IntakeDesk;
import org.chancery.acceptance.host.LetterDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An answer from the template to the dispatch: drafted, revised, compared, printed, signed on
 * paper, known again by its code, sent, closed (rows C12, P14, R4).
 */
@ExtendWith(WithHost.class)
class SignedLetterTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Random random = new Random();
  private final String marker = "M" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aLetterIsDraftedRevisedPrintedSignedSentAndItsFileClosed(Host host) throws Exception {
    Client clerk = host.admin();
    LetterDesk desk = new LetterDesk(clerk);
    String file = desk.caseFile(marker);
    String number = desk.property(file, "cor:fileNumber");
    JsonNode begun = desk.draft(file);
    String draft = begun.path("id").asText();
    JsonNode written = desk.settled(draft);

    assertThat(written.path("properties").path("cor:unfilledFields").toString())
        .contains("SignerTitle")
        .doesNotContain("Salutation", "AddressBlock");
    assertThat(desk.text(draft)).contains("Dear Ms. " + marker + ":", "Yuma, AZ 85364", number);

    desk.revise(draft, xml -> xml.replace("your letter at once", "your letter without delay"));
    desk.settled(draft);
    JsonNode comparison =
        Host.awaitValue(
                "both texts to be known",
                LIMIT,
                () ->
                    Optional.of(clerk.get("documents/" + draft + "/compare?from=1.0&to=1.1"))
                        .filter(answer -> answer.status() == 200))
            .json();
    assertThat(comparison.path("paragraphs").findValuesAsText("kind"))
        .contains("same", "added", "removed");
    assertThat(comparison.toString())
        .contains(
            "{\"kind\":\"removed\",\"text\":\"at once\"},{\"kind\":\"added\",\"text\":\"without delay\"}");

    byte[] letter = desk.printed(draft);
    try (var pdf = Loader.loadPDF(letter)) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains(marker, "without delay", number + " · L-", " · 1.1");
    }

    byte[] scan = Scanner.scanned(letter, random);
    IntakeDesk.drop(host.inbox(), "signed-" + marker + ".png", scan);
    String paper =
        Host.awaitValue(
            "the signed paper to be in its file",
            LIMIT,
            () -> Optional.of(desk.property(draft, "cor:signedPaper")).filter(id -> !id.isEmpty()));
    Answer node = clerk.get("nodes/" + paper).expect(200);
    assertThat(node.list("path"))
        .anySatisfy(step -> assertThat(step.path("id").asText()).isEqualTo(file));
    assertThat(clerk.bytes("nodes/" + paper + "/content")).isEqualTo(scan);
    assertThat(desk.property(paper, "cor:signedVersion")).isEqualTo("1.1");

    JsonNode again = dropped(host, clerk, "again-" + marker + ".png", letter);
    assertThat(again.path("reason").asText()).as(again.toString()).isEqualTo("letter-signed");

    dispatch(clerk, file, paper);
    clerk.post("case-files/" + file + "/close", Map.of("resolution", "Answered")).expect(200);
    assertThat(desk.property(file, "cor:status")).isEqualTo("closed");
    clerk.post("case-files/" + file + "/drafts", Map.of("template", desk.template())).expect(409);
    clerk.post("case-files/" + file + "/reopen", Map.of("reason", "A new letter came")).expect(200);
    assertThat(desk.property(file, "cor:status")).isEqualTo("open");
  }

  @Test
  void thePaperOfALetterThatWasChangedSinceStaysOnTheDeskWithTheReason(Host host) {
    Client clerk = host.admin();
    LetterDesk desk = new LetterDesk(clerk);
    String file = desk.caseFile(marker);
    String draft = desk.draft(file).path("id").asText();
    desk.settled(draft);
    byte[] old = desk.printed(draft);
    desk.revise(draft, xml -> xml.replace("your letter at once", "your letter again"));
    desk.settled(draft);

    JsonNode item = dropped(host, clerk, "old-" + marker + ".png", old);

    assertThat(item.path("reason").asText()).as(item.toString()).isEqualTo("letter-changed");
    assertThat(item.path("explanation").asText()).contains("version 1.0");
    clerk.post("case-files/" + file + "/close", Map.of()).expect(200);
  }

  private JsonNode dropped(Host host, Client clerk, String name, byte[] letter) {
    IntakeDesk.drop(host.inbox(), name, Scanner.scanned(letter, random));
    return new IntakeDesk(clerk).await(name, "ready");
  }

  private static void dispatch(Client clerk, String file, String paper) {
    clerk
        .post(
            "case-files/" + file + "/dispatches",
            Map.of(
                "documents", List.of(paper),
                "channel", "post",
                "recipient", "Ms. Maria, 1 Elm Street, Yuma, AZ 85364",
                "purpose", "Answer to the correspondent",
                "authority", "Routine use H"))
        .expect(201);
    assertThat(clerk.get("case-files/" + file + "/dispatches").expect(200).list("items"))
        .hasSize(1);
  }
}
