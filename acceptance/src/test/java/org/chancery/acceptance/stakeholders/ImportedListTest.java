package org.chancery.acceptance.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chancery.acceptance.fixture.ContactRows;
import org.chancery.acceptance.fixture.Newcomer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.ImportDesk;
import org.chancery.acceptance.host.OutreachDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A list of contacts from the file to the people, and back again: columns, fates, decisions,
 * progress, cancelling, undoing (row S12).
 */
@ExtendWith(WithHost.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportedListTest {
  private static final int MANY = 3_000;

  private final Random random = new Random();
  private Client clerk;
  private Client stranger;
  private ImportDesk desk;
  private OutreachDesk people;

  @BeforeAll
  void signIn(Host host) {
    clerk = host.person("femaclerk");
    stranger = host.person("cbpclerk");
    desk = new ImportDesk(clerk);
    people = new OutreachDesk(clerk);
  }

  private static String row(Newcomer newcomer, String organization) {
    return String.join(
        ",",
        newcomer.first(),
        newcomer.last(),
        organization,
        newcomer.email(),
        newcomer.mobilePhone(),
        newcomer.officePhone());
  }

  private static byte[] csv(String headings, String... rows) {
    return (headings + "\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void eachRowHasItsFateAndTheColumnsAreRememberedForTheNextFileOfTheShape() {
    String mark = Newcomer.word(random);
    // No program writes these headings, so that nobody has said what they mean.
    String headings = "First Name,Last Name,Company,E-mail Address,Mobile Phone,Line " + mark;
    String organization = "Bank of " + mark;
    Newcomer known = Newcomer.draw(random);
    Newcomer fresh = Newcomer.draw(random);
    Newcomer theirs = Newcomer.draw(random);
    String there = people.enter(known);
    new OutreachDesk(stranger).enter(theirs);
    Newcomer sharing =
        new Newcomer("Quentin", Newcomer.draw(random).last(), "", "", theirs.email());
    byte[] file =
        csv(
            headings,
            row(fresh, organization),
            row(known, organization),
            row(fresh, organization),
            row(sharing, organization),
            "Total: 4,,,,,");

    String id = desk.handIn("contacts-" + mark + ".csv", file);
    assertThat(stranger.get("imports/" + id).status()).isEqualTo(404);
    JsonNode read = desk.until(id, "mapping");
    assertThat(read.path("remembered").asBoolean()).isFalse();
    assertThat(read.at("/fields/5").asText()).isEmpty();
    assertThat(read.at("/sample/0/1").asText()).isEqualTo(fresh.last());
    JsonNode preview =
        desk.mapped(
            id, List.of("first", "last", "organization", "email", "mobilePhone", "workPhone"));
    assertThat(preview.path("counts").toString()).contains("\"rejected\":1");
    List<JsonNode> rows = desk.rows(id);
    assertThat(rows)
        .extracting(each -> each.path("fate").asText())
        .containsExactly("new", "known", "double", "new", "rejected");
    assertThat(rows).allSatisfy(each -> assertThat(each.path("why")).isNotEmpty());
    assertThat(rows.get(1).at("/candidates/0/with").asText()).isEqualTo(there);
    // A match on a private address goes to its owner, not to the importer.
    assertThat(rows.get(3).toString()).doesNotContain(theirs.last());

    JsonNode done = desk.ran(id);
    assertThat(done.path("progress").path("done").asInt()).isEqualTo(5);
    assertThat(done.at("/results/entered").asInt()).isEqualTo(2);
    assertThat(done.at("/results/added").asInt()).isEqualTo(2);
    assertThat(done.at("/results/refused").asInt()).isEqualTo(1);
    String entered =
        people.awaitFound("q=" + fresh.last(), 1).list("items").get(0).path("id").asText();
    JsonNode page = people.page(entered).json();
    assertThat(page.at("/affiliations/0/organization/name").asText()).isEqualTo(organization);
    assertThat(page.at("/privateContact/email/0").asText()).isEqualTo(fresh.email());
    assertThat(stranger.get("people/" + entered).expect(200).text()).doesNotContain(fresh.email());
    assertThat(people.page(there).json().at("/affiliations/0/organization/name").asText())
        .isEqualTo(organization);

    String again = desk.handIn("more-" + mark + ".csv", csv(headings, row(fresh, "")));
    JsonNode second = desk.until(again, "mapping");
    assertThat(second.path("remembered").asBoolean()).isTrue();
    assertThat(second.at("/fields/5").asText()).isEqualTo("workPhone");
    desk.previewed(again);
    assertThat(desk.rows(again).get(0).path("fate").asText()).isEqualTo("known");
    clerk.post("imports/" + again + "/cancel", null).expect(200);

    // Whoever was met since stays when it is undone; what was only added to is as it was.
    people.interaction(entered, Map.of());
    assertThat(desk.undone(id).path("kept").findValuesAsText("name")).contains(fresh.name());
    assertThat(people.page(there).json().path("affiliations")).isEmpty();
    people.awaitFound("q=" + sharing.last(), 0);
  }

  @Test
  void aLongImportIsEndedInItsMidstAndTakenBack() {
    String organization = "Chamber of " + Newcomer.word(random);
    String id = desk.handIn("many.csv", ContactRows.csv(random, MANY, organization));
    assertThat(desk.previewed(id).at("/counts/new").asInt()).isEqualTo(MANY);
    desk.run(id);
    Host.await(
        "the first rows to be entered",
        OutreachDesk.LIMIT,
        () -> desk.now(id).at("/progress/done").asInt() > 0);
    clerk.post("imports/" + id + "/cancel", null).expect(200);
    int entered = desk.now(id).at("/results/entered").asInt();
    assertThat(entered).isBetween(1, MANY - 1);
    String query = "kind=person&limit=1&organization=" + Client.encode(organization);
    people.awaitFound(query, entered);
    assertThat(desk.now(id).at("/results/entered").asInt()).isEqualTo(entered);

    assertThat(desk.undone(id).path("kept")).isEmpty();
    people.awaitFound(query, 0);
    people.awaitFound("kind=organization&q=" + Client.encode(organization), 0);
    clerk.post("imports/" + id + "/undo", null).expect(409);
  }
}
