package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Role;
import org.chancery.core.repository.NodeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who ask for it are erased, and stay so (requirement S11). */
class ErasureRoutesTest {
  private static final String PERSON =
      "{'confirmed':true,'person':{'firstName':'Qadira','lastName':'Zephyrine','state':'TX',"
          + "'zip':'78501','officePhone':'(956) 555-0100'},"
          + "'privateContact':{'mobilePhone':['(956) 555-0199'],'email':['qz@private.example']}}";

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client stranger;
  private TestHost.Client privacy;
  private String person;
  private String other;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    host.office.add("privacy", "EXECSEC", Role.PRIVACY_OFFICER);
    clerk = host.as("clerk");
    stranger = host.as("stranger");
    privacy = host.as("privacy");
    person = id(clerk.post("/people", PERSON));
    other = id(stranger.post("/people", "{'person':{'firstName':'Ann','lastName':'Bello'}}"));
  }

  @AfterEach
  void close() {
    host.close();
  }

  private static String id(TestHost.Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.text("id");
  }

  private String interaction(TestHost.Client client, String outcome, String... people) {
    return id(
        client.post(
            "/interactions",
            "{'date':'2026-01-05','mode':'phone','people':['"
                + String.join("','", people)
                + "'],'issues':['border-wait-times'],'outcome':'"
                + outcome
                + "'}"));
  }

  private JsonNode preview() {
    TestHost.Reply reply = clerk.get("/people/" + person + "/erasure");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  private TestHost.Reply erase(TestHost.Client client, JsonNode preview, String reason) {
    List<String> decisions = new ArrayList<>();
    for (JsonNode each : preview.path("mentions")) {
      String preset = each.path("preset").asText("delete");
      decisions.add("{'node':'" + each.path("node").asText() + "','decision':'" + preset + "'}");
    }
    return client.post(
        "/people/" + person + "/erasure",
        "{'via':'phone','askedOn':'2026-01-06','reason':'"
            + reason
            + "','mentions':["
            + String.join(",", decisions)
            + "]}");
  }

  private JsonNode done(TestHost.Reply ordered) {
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
    String path = "/erasures/" + ordered.text("id");
    TestHost.await(() -> clerk.get(path).text("state").equals("done"));
    return clerk.get(path).json();
  }

  @Test
  void aPersonIsTakenOutOfEverythingAndItIsProved() {
    clerk.post("/people/" + person + "/notes", "{'text':'Prefers mornings'}");
    String alone = interaction(clerk, "Zephyrine wants a call", person);
    String both = interaction(clerk, "Zephyrine and Bello agreed", person, other);
    String elsewhere = interaction(stranger, "Ann asked after Qadira Zephyrine", other);
    String namesake = interaction(stranger, "Ann met Paul Zephyrine", other);
    assertThat(
            clerk
                .post(
                    "/people/" + other + "/relations",
                    "{'kind':'assistant-of','person':'" + person + "'}")
                .status())
        .isEqualTo(201);

    JsonNode preview = preview();
    assertThat(preview.path("may").asBoolean()).isTrue();
    assertThat(preview.path("goes").toString())
        .contains("\"notes\",\"count\":1")
        .contains("\"interactions\",\"count\":2")
        .contains("\"relations\",\"count\":1");
    assertThat(preview.path("mentions").findValuesAsText("node"))
        .containsExactlyInAnyOrder(alone, both, elsewhere);

    JsonNode erasure = done(erase(clerk, preview, "Qadira Zephyrine called"));
    assertThat(erasure.path("reason").asText()).isEqualTo("[erased] called");
    assertThat(erasure.path("proof").asBoolean()).isTrue();
    assertThat(clerk.get("/people/" + person).status()).isEqualTo(404);
    assertThat(clerk.get("/interactions/" + alone).json().has("outcome")).isFalse();
    assertThat(clerk.get("/interactions/" + alone).json().path("people")).isEmpty();
    assertThat(clerk.get("/interactions/" + both).text("outcome"))
        .isEqualTo("[erased] and Bello agreed");
    assertThat(clerk.get("/interactions/" + elsewhere).text("outcome"))
        .isEqualTo("Ann asked after [erased]");
    assertThat(clerk.get("/interactions/" + namesake).text("outcome"))
        .isEqualTo("Ann met Paul Zephyrine");
    assertThat(clerk.get("/people/" + other).json().path("relations")).isEmpty();
    assertThat(clerk.get("/people/" + other).json().path("contacts").asInt()).isEqualTo(3);
    for (String word : List.of("Qadira", "0199", "qz@private.example")) {
      assertThat(host.program("admin").get("/search?q=" + word).json().path("total").asInt())
          .as(word)
          .isZero();
    }
    TestHost.Reply proof = clerk.get("/erasures/" + erasure.path("id").asText() + "/proof");
    assertThat(proof.status()).isEqualTo(200);
    assertThat(new String(proof.bytes(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-1.7");
    assertThat(host.host.ledger().toString()).doesNotContain("Zephyrine");
  }

  @Test
  void onlyWhoAnswersForTheEntryErases() {
    JsonNode seen = stranger.get("/people/" + person + "/erasure").json();
    assertThat(seen.path("may").asBoolean()).isFalse();
    assertThat(seen.path("mentions")).isEmpty();
    assertThat(erase(stranger, seen, "x").status()).isEqualTo(403);
    assertThat(erase(privacy, seen, "x").status()).isIn(403);
    assertThat(clerk.get("/people/" + person).status()).isEqualTo(200);
    TestHost.Reply ordered = erase(host.as("supervisor"), preview(), "x");
    assertThat(ordered.status()).isEqualTo(202);
    String erasure = ordered.text("id");
    assertThat(stranger.get("/erasures/" + erasure).status()).isEqualTo(404);
    assertThat(stranger.get("/erasures").json().path("items")).isEmpty();
  }

  @Test
  void whatIsUnderAHoldStays() {
    String met = interaction(clerk, "Of note", person);
    NodeId hold =
        host.host.write(
            () -> host.chancery.holds().place(Actor.ofSystem(), "litigation", "A claim").id());
    host.host.write(
        () -> host.chancery.holds().add(Actor.ofSystem(), hold, List.of(NodeId.of(met))));
    assertThat(preview().path("held").asText()).contains("under a hold");
    TestHost.Reply refused = erase(clerk, preview(), "asked");
    assertThat(refused.status()).as(refused.body()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("under-hold");
    assertThat(clerk.get("/people/" + person).body()).contains("0199");
    assertThat(clerk.get("/interactions/" + met).text("outcome")).isEqualTo("Of note");
    // Nor is anything remembered of the attempt: the person can be entered elsewhere.
    assertThat(clerk.post("/people", PERSON).status()).isEqualTo(201);
  }

  @Test
  void whatWasNotLookedAtStopsTheOrder() {
    JsonNode before = preview();
    interaction(stranger, "Ann asked after Qadira Zephyrine", other);
    TestHost.Reply refused = erase(clerk, before, "asked");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("wrong-state");
    assertThat(clerk.get("/people/" + person).status()).isEqualTo(200);
  }

  @Test
  void lettersInCaseFilesStayAndAreNamedToThoseWhoMaySeeThem() {
    String folder =
        clerk
            .post("/case-folders", "{'holderKind':'individual','holderName':'A family'}")
            .text("id");
    JsonNode file =
        stranger
            .post("/case-folders", "{'holderKind':'individual','holderName':'Another family'}")
            .json();
    String hidden =
        stranger
            .post(
                "/case-folders/" + file.path("id").asText() + "/case-files",
                "{'subject':'Roof','source':'public'}")
            .text("id");
    String shown =
        clerk
            .post("/case-folders/" + folder + "/case-files", "{'subject':'Wall','source':'public'}")
            .text("id");
    String letter = host.ready(clerk, "letter.txt", "Yours, Qadira Zephyrine");
    clerk.post("/intake/" + letter + "/file", "{'caseFile':'" + shown + "'}");
    String kept = host.ready(stranger, "other.txt", "Yours, Zephyrine, Qadira. Again");
    stranger.post("/intake/" + kept + "/file", "{'caseFile':'" + hidden + "'}");

    JsonNode preview = preview();
    assertThat(preview.path("stays").findValuesAsText("id")).contains(shown, letter);
    assertThat(preview.toString()).doesNotContain(hidden).doesNotContain(kept);
    JsonNode erasure = done(erase(clerk, preview, "asked"));
    String path = "/erasures/" + erasure.path("id").asText();
    assertThat(clerk.get(path).body()).contains(letter).doesNotContain(kept);
    assertThat(clerk.get("/documents/" + letter).status()).isNotEqualTo(500);
    assertThat(clerk.get("/nodes/" + letter).status()).isEqualTo(200);
    byte[] whole = host.program("admin").get(path + "/proof").bytes();
    byte[] owners = clerk.get(path + "/proof").bytes();
    assertThat(whole.length).isNotEqualTo(owners.length);
  }

  @Test
  void whoWasErasedIsNotEnteredAgainUntilThePrivacyOfficerAllowsIt() {
    done(erase(clerk, preview(), "asked"));
    List<String> writings =
        List.of(
            "{'person':{'firstName':'Q','lastName':'Other'},"
                + "'privateContact':{'email':['QZ+list@private.example']}}",
            "{'person':{'firstName':'Q','lastName':'Other','officePhone':'956.555.0199'}}",
            "{'person':{'firstName':'Qadira','lastName':'Zephyrine','zip':'78501-1234'}}");
    for (String writing : writings) {
      TestHost.Reply stopped = stranger.post("/people", writing);
      assertThat(stopped.status()).as(stopped.body()).isEqualTo(409);
      assertThat(stopped.text("code")).isEqualTo("stopped");
      assertThat(stopped.body()).doesNotContain("erase").doesNotContain("removed");
    }
    // An office's number alone is nobody's; with the name it is.
    assertThat(
            stranger
                .post(
                    "/people", "{'person':{'lastName':'Colleague','officePhone':'(956) 555-0100'}}")
                .status())
        .isEqualTo(201);
    assertThat(
            stranger
                .post(
                    "/people", "{'person':{'lastName':'Zephyrine','officePhone':'(956) 555-0100'}}")
                .status())
        .isEqualTo(409);
    // Nor does a correction let somebody in.
    TestHost.Reply seen = stranger.get("/people/" + other);
    assertThat(
            stranger
                .put(
                    "/people/" + other,
                    "{'privateContact':{'email':['qz@private.example']}}",
                    "If-Match",
                    seen.tag())
                .status())
        .isEqualTo(409);

    assertThat(stranger.get("/stopped-entries").status()).isEqualTo(403);
    JsonNode open = privacy.get("/stopped-entries").json().path("items");
    assertThat(open.toString()).contains("stranger").doesNotContain("Zephyrine");
    for (JsonNode each : open) {
      TestHost.Reply decided =
          privacy.post(
              "/stopped-entries/" + each.path("id").asText(),
              "{'decision':'allowed','reason':'They asked for it'}");
      assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    }
    assertThat(privacy.get("/stopped-entries").json().path("items")).isEmpty();
    assertThat(stranger.post("/people", writings.get(0)).status()).isEqualTo(201);
    assertThat(stranger.post("/people", writings.get(2)).status()).isEqualTo(201);
  }

  @Test
  void aRefusedEntryStaysStopped() {
    done(erase(clerk, preview(), "asked"));
    assertThat(clerk.post("/people", PERSON).status()).isEqualTo(409);
    assertThat(clerk.post("/people", PERSON).status()).isEqualTo(409);
    JsonNode open = privacy.get("/stopped-entries").json().path("items");
    assertThat(open).hasSize(1);
    assertThat(open.get(0).path("why").toString()).isEqualTo("[\"email\",\"name\",\"phone\"]");
    String path = "/stopped-entries/" + open.get(0).path("id").asText();
    assertThat(privacy.post(path, "{'decision':'refused','reason':'No'}").status()).isEqualTo(200);
    assertThat(privacy.post(path, "{'decision':'refused','reason':'No'}").status()).isEqualTo(409);
    assertThat(clerk.post("/people", PERSON).status()).isEqualTo(409);
    assertThat(host.host.ledger().toString()).doesNotContain("private.example");
  }
}
