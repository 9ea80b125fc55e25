package org.chancery.acceptance.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chancery.acceptance.authorisation.Rule;
import org.chancery.acceptance.fixture.Newcomer;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.ImportDesk;
import org.chancery.acceptance.host.IntakeDesk;
import org.chancery.acceptance.host.OutreachDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody who asks for it is erased with proof, is in no answer afterwards, and does not come back
 * by an import or an entry unless the privacy officer allows it (row S11).
 */
@ExtendWith(WithHost.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasedTest {
  private static final Duration LIMIT = Duration.ofMinutes(15);

  private final Random random = new Random();
  private Host host;
  private Client clerk;
  private Client stranger;
  private Client privacy;
  private OutreachDesk desk;
  private ImportDesk imports;

  @BeforeAll
  void signIn(Host shared) {
    host = shared;
    clerk = host.person("femaclerk");
    stranger = host.person("cbpclerk");
    privacy = host.person("privacy");
    desk = new OutreachDesk(clerk);
    imports = new ImportDesk(clerk);
  }

  /** What the preview says, decided on as is usual. */
  private Answer erase(String person, JsonNode preview) {
    List<Map<String, String>> decisions = new ArrayList<>();
    for (JsonNode each : preview.path("mentions")) {
      decisions.add(
          Map.of(
              "node", each.path("node").asText(), "decision", each.path("preset").asText("words")));
    }
    return clerk.post(
        "people/" + person + "/erasure",
        Map.of(
            "via",
            "phone",
            "askedOn",
            OutreachDesk.today().toString(),
            "reason",
            "They asked for it",
            "mentions",
            decisions));
  }

  private JsonNode preview(String person) {
    return clerk.get("people/" + person + "/erasure").expect(200).json();
  }

  private String erased(String person) {
    String erasure = erase(person, preview(person)).expect(202).text("id");
    Host.await(
        "nothing to be left",
        LIMIT,
        () -> clerk.get("erasures/" + erasure).expect(200).text("state").equals("done"));
    return erasure;
  }

  private static String text(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which of the words any GET route tells the clerk, the administrator or the ledger's reader. */
  private Set<String> told(List<String> ids, List<String> words) {
    List<String> addresses = new ArrayList<>();
    Rule.all().stream()
        .filter(rule -> rule.method().equals("GET"))
        .map(rule -> rule.template().substring(1))
        .filter(template -> !template.matches("session|me|health|model|metrics.*|integrity.*"))
        .forEach(
            template -> {
              if (template.contains("{")) {
                ids.forEach(id -> addresses.add(template.replaceAll("\\{\\w+\\}", id)));
              } else {
                addresses.add(template);
              }
            });
    Set<String> told = new TreeSet<>();
    for (String address : addresses) {
      String answer = clerk.get(address).text().toLowerCase(Locale.ROOT);
      words.stream().filter(answer::contains).forEach(told::add);
    }
    for (Client client : List.of(clerk, host.admin())) {
      for (String word : words) {
        for (String path : List.of("stakeholders?facets=true&q=", "search?q=")) {
          Answer found = client.getIndexed(path + Client.encode(word)).expect(200);
          if (found.json().path("total").asInt() > 0) {
            told.add(word);
          }
        }
      }
    }
    String ledger = host.person("isso").get("audit?limit=500").expect(200).text();
    words.stream().filter(ledger.toLowerCase(Locale.ROOT)::contains).forEach(told::add);
    return told;
  }

  @Test
  void whoCameByAnImportAndWasMergedIsNowhereAndDoesNotComeBackUnasked() {
    Newcomer newcomer = Newcomer.draw(random);
    Newcomer twin = Newcomer.draw(random);
    byte[] file =
        String.join(
                "\n",
                "First Name,Last Name,Company,E-mail Address,Mobile Phone,Business Phone",
                String.join(
                    ",",
                    newcomer.first(),
                    newcomer.last(),
                    "Office of Tides",
                    newcomer.email(),
                    newcomer.mobilePhone(),
                    newcomer.officePhone()))
            .getBytes(StandardCharsets.UTF_8);
    String brought = imports.handIn("list-" + newcomer.last() + ".csv", file);
    imports.previewed(brought);
    imports.ran(brought);
    String person =
        desk.awaitFound("kind=person&q=" + newcomer.last(), 1)
            .list("items")
            .get(0)
            .path("id")
            .asText();
    String other = desk.enter(twin);
    clerk
        .post("people/" + person + "/merge", Map.of("from", other, "reason", "Of two names"))
        .expect(200);
    clerk.post("people/" + person + "/notes", Map.of("text", "Prefers mornings")).expect(201);
    String alone = desk.interaction(person, Map.of("outcome", newcomer.last() + " wants a call"));
    String witness = desk.enter(Newcomer.draw(random));
    String elsewhere =
        desk.interaction(witness, Map.of("outcome", "Asked after " + newcomer.name() + " twice"));

    List<String> ids = List.of(person, other, alone, brought);
    List<String> words =
        List.of(newcomer.last().toLowerCase(Locale.ROOT), newcomer.email(), twin.email());
    assertThat(told(ids, words)).as("so that the walk could find them").containsAll(words);
    desk.awaitFound("q=" + newcomer.mobileDigits(), 1);

    JsonNode preview = preview(person);
    assertThat(preview.path("may").asBoolean()).isTrue();
    assertThat(preview.path("mentions").findValuesAsText("node")).contains(alone, elsewhere);
    assertThat(stranger.get("people/" + person + "/erasure").expect(200).list("mentions"))
        .isEmpty();
    assertThat(erase(person, preview.path("nothing")).expect(409).code()).isEqualTo("wrong-state");
    String erasure = erased(person);

    String proof = text(clerk.bytes("erasures/" + erasure + "/proof"));
    assertThat(proof.replaceAll("\\s", "")).contains(person);
    assertThat(proof).doesNotContain(newcomer.last(), twin.last());
    assertThat(clerk.get("people/" + person).status()).isEqualTo(404);
    assertThat(clerk.get("interactions/" + elsewhere).expect(200).text("outcome"))
        .isEqualTo("Asked after [erased] twice");
    assertThat(told(ids, words)).isEmpty();
    desk.awaitFound("q=" + newcomer.mobileDigits(), 0);
    desk.awaitFound("q=" + twin.mobileDigits(), 0);
    assertThat(clerk.post("imports/" + brought + "/undo", null).status()).isEqualTo(409);
    assertThat(clerk.post("duplicates/merges/" + other + "/undo", null).status()).isEqualTo(404);

    theyDoNotComeBack(newcomer, file);
  }

  private void theyDoNotComeBack(Newcomer newcomer, byte[] file) {
    String again = imports.handIn("again.csv", file);
    imports.previewed(again);
    assertThat(imports.ran(again).at("/results/refused").asInt()).isEqualTo(1);
    Answer stopped = stranger.post("people", OutreachDesk.form(newcomer, Map.of())).expect(409);
    assertThat(stopped.code()).isEqualTo("stopped");
    assertThat(stopped.text()).doesNotContain("erase", "removed");
    desk.awaitFound("kind=person&q=" + newcomer.last(), 0);

    assertThat(stranger.get("stopped-entries").status()).isEqualTo(403);
    List<JsonNode> asked =
        privacy.get("stopped-entries").expect(200).list("items").stream()
            .filter(each -> Set.of("femaclerk", "cbpclerk").contains(each.at("/by/name").asText()))
            .toList();
    assertThat(asked).extracting(each -> each.at("/by/name").asText()).contains("femaclerk");
    assertThat(asked.toString())
        .contains("cbpclerk")
        .doesNotContain(newcomer.last(), newcomer.email());
    for (JsonNode each : asked) {
      privacy
          .post(
              "stopped-entries/" + each.path("id").asText(),
              Map.of("decision", "allowed", "reason", "They asked for it"))
          .expect(200);
    }
    stranger.post("people", OutreachDesk.form(newcomer, Map.of())).expect(201);
  }

  @Test
  void aLetterInACaseFileStaysAndTheProofNamesItToWhoMayKnowOfIt() {
    Newcomer newcomer = Newcomer.draw(random);
    String person = desk.enter(newcomer);
    String name = "letter-" + Newcomer.word(random) + ".txt";
    stranger
        .upload(name, ("Dear sir,\n\nYours,\n" + newcomer.name()).getBytes(), Map.of())
        .expect(201);
    String item = new IntakeDesk(stranger).await(name, "ready").path("id").asText();
    String file =
        stranger
            .post(
                "intake/" + item + "/file",
                Map.of(
                    "newCaseFolder",
                    Map.of("holderKind", "individual", "holderName", "Of " + name),
                    "newCaseFile",
                    Map.of("subject", "A wall", "source", "public")))
            .expect(200)
            .json()
            .at("/caseFile/id")
            .asText();
    stranger.getIndexed("search?q=" + newcomer.last()).expect(200);
    assertThat(clerk.get("nodes/" + file).status()).isEqualTo(404);

    String hold =
        host.admin()
            .post("holds", Map.of("kind", "litigation", "reason", "A claim"))
            .expect(201)
            .text("id");
    host.admin().post("holds/" + hold + "/items", Map.of("nodes", List.of(person))).expect(200);
    assertThat(erase(person, preview(person)).expect(409).code()).isEqualTo("under-hold");
    host.admin().post("holds/" + hold + "/release", Map.of("reason", "Settled")).expect(200);

    String erasure = erased(person);
    String whole = text(privacy.bytes("erasures/" + erasure + "/proof")).replaceAll("\\s", "");
    String owners = text(clerk.bytes("erasures/" + erasure + "/proof")).replaceAll("\\s", "");
    assertThat(whole).contains(item).doesNotContain(newcomer.last());
    assertThat(owners).doesNotContain(item, newcomer.last());
    assertThat(clerk.get("erasures/" + erasure).expect(200).text()).doesNotContain(item);
    assertThat(stranger.bytes("nodes/" + item + "/content"))
        .asString(StandardCharsets.UTF_8)
        .contains(newcomer.name());
  }
}
