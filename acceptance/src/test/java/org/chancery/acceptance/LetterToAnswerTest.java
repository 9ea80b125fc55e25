package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.fixture.Scanner;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.IntakeDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One letter from the scanner to the closed file: filed, routed, drafted, commented on, reviewed,
 * signed on paper that comes back by its code, dispatched and closed (rows C1, C3, C7, C8, C10,
 * C12, P8, P14). Everyone does only what is theirs.
 */
@ExtendWith(WithHost.class)
class LetterToAnswerTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String FEMA = "GROUP_COMPONENT_FEMA";
  private static final String LEADERS_OF_ICE = "GROUP_COMPONENT_ICE_COMPONENT_REPRESENTATIVE";

  private final Random random = new Random();

  @Test
  void aScannedLetterIsAnsweredSignedOnPaperAndClosed(Host host) {
    Letter letter = Letter.draw(random, 2);
    String mark = letter.markers().get(0);
    Client clerk = host.person("femaclerk");
    Client supervisor = host.person("supervisor");
    Client drafter = host.person("drafter");
    Client representative = host.person("representative");
    Client reviewer = host.person("reviewer");
    Client secretary = host.person("secretary");

    String file = receiveAndFile(host, clerk, letter);
    assertThat(representative.get("nodes/" + file).status()).isEqualTo(404);

    clerk
        .post(
            "case-files/" + file + "/routes",
            Map.of(
                "template",
                "citizenLetter",
                "lead",
                FEMA,
                "reviewer",
                "reviewer",
                "instruction",
                "Answer " + mark))
        .expect(201);
    complete(supervisor, file, "assign", "assigned", "");
    assertThat(status(clerk, file)).isEqualTo("routed");

    String draft = draft(drafter, file, "Answer " + mark);
    act(drafter, waiting(drafter, file, "draft"), "claim", Map.of());
    Answer asked =
        drafter
            .post(
                "taskings/" + waiting(drafter, file, "draft") + "/subtask",
                Map.of(
                    "assignee",
                    LEADERS_OF_ICE,
                    "instruction",
                    "Please comment",
                    "due",
                    LocalDate.now(ZoneOffset.UTC).plusDays(1).toString(),
                    "access",
                    "comment",
                    "form",
                    "cwf:commentTask",
                    "document",
                    draft))
            .expect(201);
    assertThat(representative.get("nodes/" + file).status()).isEqualTo(200);
    act(
        representative,
        asked.text("id"),
        "complete",
        Map.of("outcome", "concur-with-comment", "comment", "Name the field office."));
    assertThat(representative.get("nodes/" + file).status())
        .as("what a tasking opened ends with it")
        .isEqualTo(404);
    JsonNode round =
        drafter.get("case-files/" + file + "/clearances").expect(200).list("rounds").get(0);
    assertThat(round.at("/summary/concurWithComment").asInt()).isEqualTo(1);
    assertThat(round.at("/asked/0/comment").asText()).isEqualTo("Name the field office.");

    complete(drafter, file, "draft", "submit", "");
    complete(reviewer, file, "review", "return", "The date is missing.");
    complete(drafter, file, "draft", "submit", "Added.");
    complete(reviewer, file, "review", "approve", "");
    assertThat(status(clerk, file)).isEqualTo("awaiting-signature");

    byte[] printed = print(secretary, draft);
    String name = "signed-" + mark + ".png";
    IntakeDesk.drop(host.inbox().resolve("FEMA"), name, Scanner.scanned(printed, random));
    Host.await(
        "the signed paper to complete the signature",
        LIMIT,
        () -> tasking(clerk, file, "dispatch").isPresent());
    assertThat(documents(clerk, file)).contains("Answer " + mark + " (signed).png");

    clerk
        .post(
            "case-files/" + file + "/dispatches",
            Map.of(
                "document",
                draft,
                "channel",
                "post",
                "recipient",
                letter.sender() + ", Laredo, TX 78040",
                "purpose",
                "Answer to " + mark,
                "authority",
                "Reply to the correspondent"))
        .expect(201);

    // Whoever records the dispatch has done what its tasking asked for; the route closes the file.
    assertThat(status(clerk, file)).isEqualTo("closed");
    assertThat(clerk.get("case-files/" + file + "/dispatches").expect(200).list("items"))
        .singleElement()
        .satisfies(
            each -> assertThat(each.path("by").path("name").asText()).isEqualTo("femaclerk"));
    theLedgerTellsOfIt(host.person("isso"), file);
  }

  private static String receiveAndFile(Host host, Client clerk, Letter letter) {
    String name = "scan-" + letter.markers().get(0) + ".tif";
    IntakeDesk.drop(host.inbox().resolve("FEMA"), name, Paper.faxTiff(letter));
    String item = new IntakeDesk(clerk).await(name, "ready").path("id").asText();
    return clerk
        .post(
            "intake/" + item + "/file",
            Map.of(
                "newCaseFolder",
                Map.of("holderKind", "individual", "holderName", letter.sender() + " " + name),
                "newCaseFile",
                Map.of("subject", "Delay in adjudication", "source", "public")))
        .expect(200)
        .json()
        .path("caseFile")
        .path("id")
        .asText();
  }

  private static String draft(Client drafter, String file, String name) {
    String template =
        drafter.get("letter-templates").expect(200).list("items").get(0).path("id").asText();
    String draft =
        drafter
            .post(
                "case-files/" + file + "/drafts",
                Map.of("template", template, "name", name, "signerName", "Margaret Ellison"))
            .expect(201)
            .text("id");
    Host.await(
        "the draft to be written", LIMIT, () -> !aspects(drafter, draft).contains("cor:merging"));
    assertThat(drafter.get("nodes/" + draft).json().at("/properties/cor:mergeProblem").asText())
        .isEmpty();
    return draft;
  }

  private static byte[] print(Client who, String draft) {
    who.post("documents/" + draft + "/print", Map.of());
    Host.await(
        "the letter to be laid out",
        LIMIT,
        () ->
            who.get("nodes/" + draft)
                .expect(200)
                .json()
                .at("/properties/cor:printState")
                .asText()
                .equals("ready"));
    return who.bytes("nodes/" + draft + "/content?rendition=letter");
  }

  private static List<String> aspects(Client who, String id) {
    return who.get("nodes/" + id).expect(200).list("aspects").stream()
        .map(JsonNode::asText)
        .toList();
  }

  private static List<String> documents(Client who, String file) {
    String part =
        who.get("nodes/" + file + "/children").expect(200).list("items").stream()
            .filter(each -> each.path("type").asText().equals("cor:documentsPart"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    return who.get("nodes/" + part + "/children").expect(200).list("items").stream()
        .map(each -> each.path("name").asText())
        .toList();
  }

  private static String status(Client who, String file) {
    return who.get("nodes/" + file).expect(200).json().at("/properties/cor:status").asText();
  }

  /** The tasking that waits at a step of the file. */
  private static Optional<JsonNode> tasking(Client who, String file, String step) {
    return who.get("case-files/" + file + "/taskings").expect(200).list("items").stream()
        .filter(each -> each.path("step").asText().equals(step))
        .filter(each -> List.of("open", "claimed").contains(each.path("state").asText()))
        .findFirst();
  }

  private static String waiting(Client who, String file, String step) {
    return tasking(who, file, step).orElseThrow().path("id").asText();
  }

  private static void complete(
      Client who, String file, String step, String outcome, String comment) {
    act(
        who,
        waiting(who, file, step),
        "complete",
        comment.isEmpty()
            ? Map.of("outcome", outcome)
            : Map.of("outcome", outcome, "comment", comment));
  }

  private static void act(Client who, String tasking, String action, Map<String, String> body) {
    String revision = who.get("taskings/" + tasking).expect(200).text("revision");
    who.post("taskings/" + tasking + "/" + action, body, "If-Match", '"' + revision + '"')
        .expect(200);
  }

  private static void theLedgerTellsOfIt(Client isso, String file) {
    for (String action : List.of("START_ROUTE", "ASSIGN", "COMPLETE", "DISPATCH", "CLOSE")) {
      assertThat(isso.get("audit?limit=200&action=" + action).expect(200).list("items"))
          .as(action)
          .anySatisfy(row -> assertThat(row.toString()).contains(file));
    }
  }
}
