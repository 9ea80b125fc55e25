package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.WithHost;
import org.chancery.acceptance.process.CommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The last part of a case folder's life, over HTTP: closed, declared, when its time is over
 * reviewed, held and released, packaged, refused for one file, mended, sent, in the National
 * Archives' custody, and destroyed here (rows R1 to R7, R9).
 */
@ExtendWith(WithHost.class)
class ClosedToArchivedTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/New_York"));

  private Client clerk;
  private Client officer;
  private FolderOfTheWalk walk;

  @Test
  void aClosedFolderIsArchivedAndThenIsHereNoMore(Host host) {
    clerk = host.person("secretary");
    officer = host.person("records");
    walk = FolderOfTheWalk.make(clerk, officer);
    String folder = walk.folder();
    String file = walk.file();
    String letter = walk.letter();
    String drawing = walk.drawing();
    String word = walk.word();
    assertThat(clerk.getIndexed("search?q=" + word).expect(200).json().path("total").asInt())
        .as("so that this test can find the word")
        .isPositive();

    // Closed: declared, and nobody changes it.
    clerk.post("case-files/" + file + "/close", Map.of()).expect(200);
    Host.await(
        "the letter to be declared",
        LIMIT,
        () -> FolderOfTheWalk.aspects(clerk, letter).contains("rec:declared"));
    host.admin().delete("nodes/" + letter).expect(409);

    // Ten years are to pass, and nothing is due before; nobody can make a host's clock go faster,
    // so a series whose time is over at once takes the place of the ten years here.
    run();
    JsonNode kept = officer.get("nodes/" + folder + "/retention").expect(200).json();
    assertThat(LocalDate.parse(kept.path("eligibleOn").asText()))
        .isAfter(TODAY.plusYears(10).minusDays(2));
    assertThat(kept.path("state").asText()).isEqualTo("running");
    officer
        .put(
            "nodes/" + folder + "/series", Map.of("series", walk.series(), "reason", "Of the wall"))
        .expect(200);
    run();
    assertThat(queued("awaiting-review", folder)).isPresent();

    // A hold forbids it, its release does not.
    String hold =
        officer
            .post("holds", Map.of("kind", "litigation", "reason", "The wall"))
            .expect(201)
            .text("id");
    officer.post("holds/" + hold + "/items", Map.of("nodes", List.of(file))).expect(200);
    reviewed(folder);
    run();
    assertThat(queued("on-hold", folder)).isPresent();
    assertThat(queued("awaiting-approval", folder)).isEmpty();
    officer.post("holds/" + hold + "/release", Map.of("reason", "Settled")).expect(200);
    run();
    String disposition =
        queued("awaiting-approval", folder).orElseThrow().at("/disposition/id").asText();

    // Approved, packaged, refused for one file, mended.
    officer
        .post("dispositions/" + disposition + "/approve", Map.of("reason", "It may go"))
        .expect(200);
    officer.post("transfers/" + disposition + "/package", Map.of()).expect(202);
    JsonNode refused = station(disposition, "refused");
    assertThat(refused.path("faults")).hasSize(1);
    assertThat(refused.at("/faults/0/node/id").asText()).isEqualTo(drawing);
    officer
        .uploadTo(
            "transfers/" + disposition + "/copies",
            "drawing.txt",
            walk.copy(),
            Map.of("of", drawing, "reason", "A format that lasts"))
        .expect(201);
    JsonNode packaged = station(disposition, "packaged");
    assertThat(packaged.path("faults")).isEmpty();
    assertThat(packaged.at("/package/files").asInt()).isGreaterThanOrEqualTo(3);
    String name = packaged.at("/package/name").asText();
    host.packages().ifPresent(place -> isCheckedAtAPrompt(place.resolve(name)));

    // Kept until custody is accepted, then destroyed, with proof.
    outside(disposition, "sent", Map.of("on", TODAY.toString(), "reason", "By courier"));
    outside(disposition, "receipt", Map.of("accession", walk.accession(), "on", TODAY.toString()));
    clerk.get("nodes/" + letter).expect(200);
    outside(disposition, "custody", Map.of("on", TODAY.toString()));
    Host.await(
        "the disposition to be done",
        LIMIT,
        () ->
            officer
                .get("dispositions/" + disposition)
                .expect(200)
                .json()
                .path("state")
                .asText()
                .equals("DONE"));
    for (String gone : walk.whole()) {
      assertThat(host.admin().get("nodes/" + gone).status()).isEqualTo(404);
    }
    assertThat(clerk.getIndexed("search?q=" + word).expect(200).json().path("total").asInt())
        .isZero();
    assertThat(
            new String(
                officer.bytes("dispositions/" + disposition + "/certificate"),
                StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-");
    JsonNode stub =
        officer.get("stubs?q=" + walk.accession()).expect(200).list("items").stream()
            .filter(each -> each.path("disposition").toString().contains(disposition))
            .findFirst()
            .orElseThrow();
    assertThat(stub.path("accession").asText()).isEqualTo(walk.accession());
    assertThat(stub.path("documents").asInt()).isEqualTo(2);
    host.assertSound();
  }

  private void run() {
    officer.post("records/run-clock", Map.of()).expect(200);
  }

  private void reviewed(String folder) {
    Answer reviewed =
        clerk
            .post(
                "reviews",
                Map.of(
                    "folders",
                    List.of(folder),
                    "decision",
                    "permanent",
                    "series",
                    walk.series(),
                    "reason",
                    "Of lasting value"))
            .expect(200);
    assertThat(reviewed.json().path("refused")).isEmpty();
  }

  /**
   * What was packaged is without fault for anybody who checks it, and no more with a byte changed.
   */
  private static void isCheckedAtAPrompt(Path whole) {
    CommandLine.Result sound = CommandLine.run("package", "check", whole.toString());
    assertThat(sound.exit()).as(sound.output()).isZero();
    assertThat(sound.output()).contains("no fault");
    try (Stream<Path> files = Files.walk(whole.resolve("data"))) {
      Path changed =
          files.filter(each -> each.toString().endsWith("drawing.txt")).findFirst().orElseThrow();
      byte[] kept = Files.readAllBytes(changed);
      byte[] other = kept.clone();
      other[0] ^= 1;
      Files.write(changed, other);
      CommandLine.Result faulty = CommandLine.run("package", "check", whole.toString());
      Files.write(changed, kept);
      assertThat(faulty.exit()).as(faulty.output()).isEqualTo(1);
      assertThat(faulty.output()).contains("drawing.txt");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<JsonNode> queued(String queue, String folder) {
    return officer
        .get("records/queues/" + queue + "?series=" + walk.series())
        .expect(200)
        .list("items")
        .stream()
        .filter(each -> each.at("/folder/id").asText().equals(folder))
        .findFirst();
  }

  private JsonNode station(String transfer, String station) {
    return Host.awaitValue(
        "the transfer to be " + station,
        LIMIT,
        () -> {
          JsonNode now = officer.get("transfers/" + transfer).expect(200).json();
          return Optional.of(now).filter(each -> each.path("station").asText().equals(station));
        });
  }

  private void outside(String transfer, String what, Map<String, String> body) {
    officer.post("transfers/" + transfer + "/" + what, body).expect(200);
  }
}
