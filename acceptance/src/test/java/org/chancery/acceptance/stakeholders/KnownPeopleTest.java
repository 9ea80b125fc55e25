package org.chancery.acceptance.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chancery.acceptance.fixture.Newcomer;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.OutreachDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * People and organizations are kept with what they have to do with each other; notes on them are
 * screened; they are verified, and handed over (rows S1, S2, S3, S10, S13).
 */
@ExtendWith(WithHost.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownPeopleTest {
  private final Random random = new Random();
  private Host host;
  private Client clerk;
  private Client other;
  private OutreachDesk desk;

  @BeforeAll
  void signIn(Host shared) {
    host = shared;
    clerk = host.person("femaclerk");
    other = host.person("cbpclerk");
    desk = new OutreachDesk(clerk);
  }

  @Test
  void whereSomebodyWorksAndWithWhomIsKnownWithDaysAndRoles() {
    Newcomer sheriff = Newcomer.draw(random);
    String county = Newcomer.word(random) + " County";
    String boss =
        desk.enter(
            OutreachDesk.with(
                OutreachDesk.form(sheriff, Map.of("state", "TX", "zip", "78501")),
                Map.of(
                    "affiliations",
                    List.of(Map.of("newOrganization", county, "role", "Sheriff")))));
    JsonNode page = desk.page(boss).json();
    assertThat(page.at("/person/county").asText()).isEqualTo("Hidalgo");
    assertThat(page.at("/person/femaRegion").asText()).isEqualTo("6");
    assertThat(page.at("/owner/component/code").asText()).isEqualTo("FEMA");
    String organization = page.at("/affiliations/0/organization/id").asText();
    String belongs = "people/" + boss + "/affiliations/" + page.at("/affiliations/0/id").asText();

    // They left: it stays known where they were. Anybody may say so.
    other.put(belongs, Map.of("role", "Sheriff", "to", "2024-12-31")).expect(200);
    other
        .post(
            "people/" + boss + "/affiliations",
            Map.of("newOrganization", county + " Court", "role", "Judge", "from", "2025-01-01"))
        .expect(201);
    JsonNode moved = desk.page(boss).json().path("affiliations");
    assertThat(moved).hasSize(2);
    assertThat(moved.findValuesAsText("current")).containsExactlyInAnyOrder("true", "false");
    assertThat(moved.findValuesAsText("role")).containsExactlyInAnyOrder("Sheriff", "Judge");
    assertThat(clerk.get("organizations/" + organization).expect(200).json().path("people").asInt())
        .isZero();
    assertThat(clerk.get("organizations/" + organization + "/people").expect(200).list("items"))
        .singleElement()
        .satisfies(each -> assertThat(each.path("name").asText()).isEqualTo(sheriff.name()));

    String aide = desk.enter(Newcomer.draw(random));
    clerk
        .post(
            "people/" + aide + "/relations",
            Map.of("kind", "assistant-of", "person", boss, "from", "2025-02-01"))
        .expect(201);
    JsonNode seen = desk.page(boss).json().at("/relations/0");
    assertThat(seen.path("person").path("id").asText()).isEqualTo(aide);
    assertThat(seen.path("inverse").asBoolean()).isTrue();
    assertThat(seen.path("from").asText()).isEqualTo("2025-02-01");
  }

  @Test
  void whoeverWasFasterIsNotOverwrittenAndWhoeverIsThereAlreadyIsShown() {
    Newcomer newcomer = Newcomer.draw(random);
    String person = desk.enter(newcomer);
    Answer seen = desk.page(person);
    Map<String, Object> mayor = Map.of("person", Map.of("position", "Mayor"));
    other.put("people/" + person, mayor, "If-Match", seen.etag()).expect(200);
    assertThat(
            clerk
                .put(
                    "people/" + person,
                    Map.of("person", Map.of("position", "Clerk")),
                    "If-Match",
                    seen.etag())
                .status())
        .isEqualTo(412);
    assertThat(desk.page(person).json().at("/person/position").asText()).isEqualTo("Mayor");

    Answer asked = other.post("people", OutreachDesk.form(newcomer, Map.of())).expect(409);
    assertThat(asked.code()).isEqualTo("possible-duplicates");
    assertThat(asked.list("candidates"))
        .anySatisfy(each -> assertThat(each.path("id").asText()).isEqualTo(person));
    // The office's number and the name say so; nothing private does.
    assertThat(asked.text()).doesNotContain(newcomer.mobilePhone(), newcomer.email());
  }

  @Test
  void aFlaggedNoteNeedsAReasonAndThePrivacyOfficerHasItRemoved() {
    String person = desk.enter(Newcomer.draw(random));
    String notes = "people/" + person + "/notes";
    String word = Newcomer.word(random);
    String text = "He was diagnosed with diabetes, says " + word + ".";
    clerk.post(notes, Map.of("text", "Takes black coffee.")).expect(201);
    Answer refused = clerk.post(notes, Map.of("text", text)).expect(422);
    assertThat(refused.code()).isEqualTo("screened");
    String flag = refused.list("flags").get(0).path("flag").asText();
    assertThat(flag).isEqualTo("health");
    clerk
        .post(
            notes,
            Map.of(
                "text",
                text,
                "confirmations",
                List.of(Map.of("flag", flag, "reason", "He asked for breaks"))))
        .expect(201);
    assertThat(clerk.get("note-flags").status()).isEqualTo(403);

    Client privacy = host.person("privacy");
    JsonNode waiting =
        new OutreachDesk(privacy)
            .all("note-flags").stream()
                .filter(each -> each.at("/on/id").asText().equals(person))
                .findFirst()
                .orElseThrow();
    assertThat(waiting.path("reason").asText()).isEqualTo("He asked for breaks");
    assertThat(waiting.at("/found/0/words").asText()).contains("diagnosed");
    privacy
        .post(
            "note-flags/" + waiting.path("id").asText(),
            Map.of("decision", "removed", "reason", "Nobody needs it"))
        .expect(200);
    assertThat(desk.timeline(person, "note").toString())
        .contains("black coffee")
        .doesNotContain("diabetes", word);
    assertThat(clerk.getIndexed("search?q=" + word).expect(200).json().path("total").asInt())
        .isZero();
  }

  @Test
  void whatNobodyFoundRightForAYearIsListedUntilSomebodyDoes() {
    String person = desk.enter(Newcomer.draw(random));
    Host.await("the entry to be listed", OutreachDesk.LIMIT, () -> due().contains(person));
    String verification = "people/" + person + "/verification";
    clerk
        .post(verification, Map.of("on", OutreachDesk.today().minusYears(2).toString()))
        .expect(204);
    assertThat(desk.page(person).json().at("/verified/by/name").asText()).isEqualTo("femaclerk");
    Host.await("two years ago to be too long", OutreachDesk.LIMIT, () -> due().contains(person));
    clerk.post(verification, Map.of()).expect(204);
    Host.await("the entry to be off the list", OutreachDesk.LIMIT, () -> !due().contains(person));
    assertThat(desk.timeline(person, "verification")).hasSize(2);
  }

  private List<String> due() {
    return desk.all("verifications/due?component=FEMA").stream()
        .map(each -> each.path("id").asText())
        .toList();
  }

  @Test
  void aHandOverGivesTheNumbersToTheNewOwnersComponentAlone() {
    Newcomer newcomer = Newcomer.draw(random);
    String person = desk.enter(newcomer);
    Map<String, Object> over = Map.of("user", "cbpclerk", "reason", "The border desk has him");
    assertThat(other.post("people/" + person + "/owner", over).status()).isEqualTo(403);
    clerk.post("people/" + person + "/owner", over).expect(204);
    JsonNode seen = desk.page(person).json();
    assertThat(seen.at("/owner/component/code").asText()).isEqualTo("CBP");
    assertThat(seen.path("privateContactWithheld").asBoolean()).isTrue();
    assertThat(seen.toString()).doesNotContain(newcomer.mobilePhone(), newcomer.email());
    assertThat(other.get("people/" + person).expect(200).text())
        .contains(newcomer.mobilePhone(), newcomer.email());
    new OutreachDesk(other).awaitFound("q=" + newcomer.mobileDigits(), 1);
    desk.awaitFound("q=" + newcomer.mobileDigits(), 0);
  }

  @Test
  void allThatALeaverOwnsGoesToSomebodyElse() {
    OutreachDesk leaver = new OutreachDesk(host.person("drafter"));
    String one = leaver.enter(Newcomer.draw(random));
    String two = leaver.enter(Newcomer.draw(random));
    Client supervisor = host.person("supervisor");
    Host.await(
        "both to be known by their owner",
        OutreachDesk.LIMIT,
        () ->
            List.of(one, two).stream()
                .allMatch(
                    id ->
                        leaver.all("verifications/due?component=FEMA").stream()
                            .anyMatch(each -> each.path("id").asText().equals(id))));
    String order =
        supervisor
            .post(
                "owners/hand-over",
                Map.of("from", "drafter", "to", "femaclerk", "reason", "The drafter retires"))
            .expect(202)
            .text("id");
    Host.await(
        "all to be handed over",
        OutreachDesk.LIMIT,
        () -> supervisor.get("owners/hand-over/" + order).expect(200).text("state").equals("done"));
    for (String person : List.of(one, two)) {
      assertThat(desk.page(person).json().at("/owner/user/name").asText()).isEqualTo("femaclerk");
    }
  }
}
