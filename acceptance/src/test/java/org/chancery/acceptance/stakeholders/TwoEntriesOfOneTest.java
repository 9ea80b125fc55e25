package org.chancery.acceptance.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chancery.acceptance.fixture.Newcomer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.OutreachDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two entries of one person are found, compared, made one with a choice for each field, and parted
 * again just as they were (row S12).
 */
@ExtendWith(WithHost.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoEntriesOfOneTest {
  private final Random random = new Random();
  private final Newcomer newcomer = Newcomer.draw(random);
  private final Newcomer lent = Newcomer.draw(random);
  private Client clerk;
  private OutreachDesk desk;
  private String one;
  private String other;
  private String third;

  @BeforeAll
  void enterSomebodyTwice(Host host) {
    clerk = host.person("femaclerk");
    desk = new OutreachDesk(clerk);
    String county = "County of " + newcomer.last();
    one =
        desk.enter(
            OutreachDesk.with(
                OutreachDesk.form(
                    newcomer, Map.of("position", "Mayor", "city", "Laredo", "state", "TX")),
                Map.of("affiliations", List.of(Map.of("newOrganization", county)))));
    other =
        desk.enter(
            OutreachDesk.with(
                OutreachDesk.form(
                    newcomer, Map.of("position", "Mayor-elect", "interests", List.of("Roads"))),
                Map.of(
                    "confirmed",
                    true,
                    "privateContact",
                    Map.of("mobilePhone", List.of(lent.mobilePhone())),
                    "affiliations",
                    List.of(Map.of("newOrganization", county + " Court", "role", "Judge")))));
    third = desk.enter(Newcomer.draw(random));
    desk.interaction(one, Map.of("outcome", "Wants the maps"));
    desk.interaction(
        other,
        Map.of("date", OutreachDesk.today().minusDays(9).toString(), "followUp", "Call back"));
    clerk.post("people/" + other + "/notes", Map.of("text", "Prefers mornings.")).expect(201);
    clerk
        .post("people/" + other + "/relations", Map.of("kind", "reports-to", "person", third))
        .expect(201);
    host.person("cbpclerk")
        .post("interactions", OutreachDesk.call(other, Map.of("employee", "Kim Lopez")))
        .expect(201);
  }

  /** All that is told of the three, but for counters of changes. */
  private Map<String, JsonNode> told() {
    Map<String, JsonNode> told = new LinkedHashMap<>();
    for (String person : List.of(one, other, third)) {
      ObjectNode page = desk.page(person).json().deepCopy();
      page.remove("revision");
      told.put(person, page);
      told.put(
          person + " timeline",
          clerk.get("people/" + person + "/timeline?limit=200").expect(200).json());
    }
    return told;
  }

  @Test
  void theyAreFoundMergedWithChoicesAndPartedExactly() {
    clerk.post("duplicates/search", null).expect(204);
    Host.await(
        "the two to be found",
        OutreachDesk.LIMIT,
        () ->
            desk.all("duplicates").stream()
                .map(JsonNode::toString)
                .anyMatch(pair -> pair.contains(one) && pair.contains(other)));
    JsonNode pair = clerk.get("duplicates/" + one + "/" + other).expect(200).json();
    assertThat(pair.path("score").asDouble()).isGreaterThan(0.5);
    assertThat(pair.path("why")).isNotEmpty();
    assertThat(pair.at("/one/mine").asBoolean()).isTrue();

    Map<String, JsonNode> before = told();
    String merge =
        clerk
            .post(
                "people/" + one + "/merge",
                Map.of(
                    "from",
                    other,
                    "reason",
                    "Entered twice",
                    "choices",
                    Map.of("position", "from", "lastName", "into")))
            .expect(200)
            .text("merge");
    JsonNode merged = desk.page(one).json();
    assertThat(merged.at("/person/position").asText()).isEqualTo("Mayor-elect");
    assertThat(merged.at("/person/city").asText()).isEqualTo("Laredo");
    assertThat(merged.at("/person/interests/0").asText()).isEqualTo("Roads");
    assertThat(merged.at("/privateContact/mobilePhone")).hasSize(2);
    assertThat(merged.path("affiliations")).hasSize(2);
    assertThat(merged.path("relations")).hasSize(1);
    assertThat(merged.path("contacts").asInt()).isEqualTo(3);
    assertThat(merged.path("knownBy").findValuesAsText("component")).contains("FEMA", "CBP");
    assertThat(desk.timeline(one, "note")).hasSize(1);
    assertThat(desk.page(third).json().at("/relations/0/person/id").asText()).isEqualTo(one);
    assertThat(clerk.get("people/" + other).status()).isEqualTo(404);
    desk.awaitFound("kind=person&q=" + newcomer.last(), 1);
    desk.awaitFound("q=" + lent.mobileDigits(), 1);
    assertThat(clerk.get("people/" + one + "/merges").expect(200).list("items"))
        .singleElement()
        .satisfies(each -> assertThat(each.path("undoable").asBoolean()).isTrue());

    clerk.post("duplicates/merges/" + merge + "/undo", null).expect(200);
    assertThat(told()).isEqualTo(before);
    desk.awaitFound("kind=person&q=" + newcomer.last(), 2);

    // Somebody says that they are two after all: nobody is asked any more.
    clerk.post("duplicates/apart", Map.of("one", one, "other", other)).expect(204);
    assertThat(desk.all("duplicates"))
        .noneMatch(each -> each.toString().contains(one) && each.toString().contains(other));
  }
}
