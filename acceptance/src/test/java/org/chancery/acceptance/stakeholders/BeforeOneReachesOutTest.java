package org.chancery.acceptance.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
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
 * Who is there for an issue in a place, who talks to them and who does not: search by any mix, kept
 * searches and lists, gaps, overlaps and reports (rows S7, S8, S9).
 */
@ExtendWith(WithHost.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BeforeOneReachesOutTest {
  private final Random random = new Random();
  private final String interest = Newcomer.word(random);
  private Client clerk;
  private Client border;
  private Client admin;
  private OutreachDesk desk;
  private String issue;
  private Newcomer texan;
  private String texas;
  private String york;

  @BeforeAll
  void enterTwo(Host host) {
    clerk = host.person("femaclerk");
    border = host.person("cbpclerk");
    admin = host.admin();
    desk = new OutreachDesk(clerk);
    issue = OwnIssue.enter(host, random);
    texan = Newcomer.draw(random);
    texas = enter(texan, Map.of("state", "TX", "city", "El Paso", "zip", "79901"));
    york = enter(Newcomer.draw(random), Map.of("state", "NY", "city", "Albany", "zip", "12207"));
    desk.awaitFound("issue=" + issue, 2);
  }

  private String enter(Newcomer newcomer, Map<String, String> place) {
    return desk.enter(
        OutreachDesk.with(
            OutreachDesk.form(
                newcomer, OutreachDesk.with(place, Map.of("interests", List.of(interest)))),
            Map.of("issues", List.of(issue))));
  }

  @Test
  void criteriaAreMixedAndWhatIsFoundIsCounted() {
    String mine = "issue=" + issue;
    assertThat(found(mine + "&state=TX&state=NY")).containsExactlyInAnyOrder(texas, york);
    assertThat(found(mine + "&region=6")).containsExactly(texas);
    assertThat(found(mine + "&city=el+paso&kind=person")).containsExactly(texas);
    assertThat(found(mine + "&zip=122")).containsExactly(york);
    assertThat(found("interest=" + interest + "&state=TX")).containsExactly(texas);
    assertThat(found(mine + "&state=TX&zip=122")).isEmpty();
    assertThat(found("name=" + texan.last().substring(0, 9))).containsExactly(texas);
    Answer counted = desk.find(mine + "&facets=true");
    assertThat(counted.json().at("/facets/state"))
        .extracting(each -> each.path("value").asText())
        .containsExactlyInAnyOrder("TX", "NY");
    assertThat(counted.json().at("/facets/region/0/count").asInt()).isEqualTo(1);
    assertThat(counted.list("items").get(0).at("/knownBy/0/coordinateWith/name").asText())
        .isEqualTo("femaclerk");
  }

  private List<String> found(String query) {
    return desk.find(query).list("items").stream().map(each -> each.path("id").asText()).toList();
  }

  @Test
  void aSearchIsKeptAndSharedAndFindsWhoeverFits() {
    String name = "Of " + issue;
    Answer saved =
        clerk
            .post("saved-searches", Map.of("name", name, "query", "issue=" + issue + "&state=TX"))
            .expect(201);
    assertThat(border.get("saved-searches").expect(200).text()).doesNotContain(name);
    clerk
        .put(
            "saved-searches/" + saved.text("id"),
            Map.of("name", name, "query", "issue=" + issue, "shared", List.of("CBP")),
            "If-Match",
            saved.etag())
        .expect(200);
    JsonNode theirs =
        border.get("saved-searches").expect(200).list("items").stream()
            .filter(each -> each.path("name").asText().equals(name))
            .findFirst()
            .orElseThrow();
    assertThat(theirs.path("mine").asBoolean()).isFalse();
    Answer run = new OutreachDesk(border).find(theirs.path("query").asText());
    assertThat(run.json().path("total").asInt()).isEqualTo(2);
    assertThat(border.delete("saved-searches/" + saved.text("id")).status()).isEqualTo(403);
    assertThat(clerk.delete("saved-searches/" + saved.text("id")).status()).isEqualTo(204);
  }

  @Test
  void aListHoldsWhomItsReadersPutOnIt() {
    String list =
        clerk
            .post("lists", Map.of("name", "Calls " + issue, "shared", List.of("CBP")))
            .expect(201)
            .text("id");
    clerk.post("lists/" + list + "/entries", Map.of("add", List.of(texas))).expect(200);
    border.post("lists/" + list + "/entries", Map.of("add", List.of(york))).expect(200);
    assertThat(clerk.get("lists/" + list).expect(200).list("entries"))
        .extracting(each -> each.path("id").asText())
        .containsExactlyInAnyOrder(texas, york);
    border.post("lists/" + list + "/entries", Map.of("remove", List.of(texas))).expect(200);
    assertThat(clerk.get("lists/" + list).expect(200).list("entries")).hasSize(1);
    assertThat(clerk.delete("lists/" + list).status()).isEqualTo(204);
    clerk.get("people/" + york).expect(200);
  }

  @Test
  void theFiguresMoveWithAnInteractionAndTwoComponentsAtOnceAreAnOverlap(Host host) {
    String talked = OwnIssue.enter(host, random);
    JsonNode before = place("gaps?issue=" + talked, "TX");
    assertThat(before.path("interactions").asInt()).isZero();
    assertThat(place("gaps?issue=" + issue, "TX").path("people").asInt()).isEqualTo(1);
    assertThat(place("gaps?issue=" + issue, "GU").path("people").asInt()).isZero();

    Map<String, Object> about = Map.of("issues", List.of(talked));
    desk.interaction(texas, about);
    Host.await(
        "the map to count the interaction",
        OutreachDesk.LIMIT,
        () -> place("gaps?issue=" + talked, "TX").path("interactions").asInt() == 1);
    assertThat(place("gaps?by=region&issue=" + talked, "6").path("interactions").asInt())
        .isEqualTo(1);
    assertThat(place("gaps?component=CBP&issue=" + talked, "TX").path("interactions").asInt())
        .isZero();

    new OutreachDesk(border).interaction(texas, about);
    Host.await(
        "the overlap to show",
        OutreachDesk.LIMIT,
        () -> gaps("gaps?issue=" + talked).path("overlapTotal").asInt() == 1);
    JsonNode overlap = gaps("gaps?issue=" + talked).at("/overlaps/0");
    assertThat(overlap.at("/stakeholder/id").asText()).isEqualTo(texas);
    assertThat(overlap.at("/issues/0/components")).hasSize(2);
    assertThat(found("overlap=" + talked)).containsExactly(texas);

    Answer spoken = clerk.getIndexed("outreach-reports/spoken?region=6&issue=" + talked);
    assertThat(spoken.expect(200).list("rows")).hasSize(1);
    assertThat(spoken.text()).contains(texan.name());
    String sheet = "outreach-reports/spoken?format=csv&issue=" + talked;
    assertThat(clerk.get(sheet).status()).isEqualTo(403);
    assertThat(admin.get(sheet).expect(200).text()).contains(texan.name());
    assertThat(clerk.get("gaps?format=csv&issue=" + talked).expect(200).text())
        .contains(talked + ",TX,FEMA");
    assertThat(clerk.getIndexed("outreach-reports/per-region").expect(200).list("rows"))
        .hasSize(11);
    assertThat(clerk.getIndexed("outreach-reports/per-component").expect(200).text())
        .contains("Federal Emergency Management Agency");
  }

  private JsonNode gaps(String path) {
    return clerk.getIndexed(path).expect(200).json();
  }

  private JsonNode place(String path, String place) {
    return StreamSupport.stream(gaps(path).path("places").spliterator(), false)
        .filter(each -> each.path("place").asText().equals(place))
        .findFirst()
        .orElseThrow();
  }
}
