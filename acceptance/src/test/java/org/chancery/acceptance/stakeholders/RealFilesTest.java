package org.chancery.acceptance.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chancery.acceptance.fixture.Newcomer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.ImportDesk;
import org.chancery.acceptance.host.OutreachDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What address books, calendars and spreadsheets in use write becomes people, each row with its
 * fate and the reason (row S12).
 */
@ExtendWith(WithHost.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealFilesTest {
  private final Random random = new Random();
  private final Map<String, String> imports = new HashMap<>();
  private Client clerk;
  private ImportDesk desk;
  private OutreachDesk people;

  @BeforeAll
  void handAllIn(Host host) {
    clerk = host.person("femaclerk");
    desk = new ImportDesk(clerk);
    people = new OutreachDesk(clerk);
    samples().forEach(name -> imports.put(name, desk.handIn(name, Sample.of(name).bytes())));
    imports.values().stream()
        .map(id -> desk.until(id, "mapping", "failed"))
        .filter(read -> read.path("state").asText().equals("mapping"))
        .forEach(desk::map);
  }

  static Stream<String> samples() {
    return Sample.names().stream();
  }

  @AfterAll
  void letThemGo() {
    imports.values().forEach(id -> clerk.post("imports/" + id + "/cancel", null));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void itsRowsArePreviewedAsWhatTheyAre(String name) {
    JsonNode expected = Sample.of(name).expected();
    String id = imports.get(name);
    if (expected.has("refused")) {
      assertThat(desk.until(id, "failed").path("message").asText())
          .contains(expected.path("refused").asText());
      return;
    }
    JsonNode preview = desk.until(id, "deciding");
    List<JsonNode> rows = desk.rows(id);
    assertThat(rows).allSatisfy(row -> assertThat(row.path("fate").asText()).isNotBlank());
    assertThat(
            rows.stream()
                .filter(row -> row.has("person") && !fate(row).equals("rejected"))
                .map(row -> said(row.path("person"))))
        .containsExactlyElementsOf(each(expected, "persons").map(RealFilesTest::said).toList());
    assertThat(
            rows.stream()
                .filter(row -> row.has("event"))
                .map(row -> row.at("/event/name").asText()))
        .containsExactlyElementsOf(
            each(expected, "events").map(event -> event.path("name").asText()).toList());
    assertThat(rows.stream().filter(row -> fate(row).equals("rejected")))
        .hasSameSizeAs(each(expected, "rejected").toList())
        .allSatisfy(row -> assertThat(row.path("why")).isNotEmpty());
    long leftAside =
        rows.stream().filter(row -> row.path("why").toString().contains("aside")).count();
    assertThat(preview.path("warnings").size() + leftAside)
        .isGreaterThanOrEqualTo(expected.path("warnings").size());
  }

  private static Stream<JsonNode> each(JsonNode node, String member) {
    return StreamSupport.stream(node.path(member).spliterator(), false);
  }

  private static String fate(JsonNode row) {
    return row.path("fate").asText();
  }

  /** What must be the same to the letter, and the numbers however they are written. */
  private static String said(JsonNode person) {
    return Stream.of("first", "last", "organization", "title", "emails", "zip", "lastContact")
            .map(field -> field + "=" + person.path(field))
            .toList()
        + each(person, "phones")
            .map(
                phone ->
                    phone.path("kind").asText()
                        + phone.path("number").asText().replaceAll("\\D", "")
                        + "x"
                        + phone.path("extension").asText())
            .toList()
            .toString();
  }

  @Test
  void oldSpreadsheetsAndCardsOfSeveralProducersBecomePeopleAndGoAgain() {
    String word = Newcomer.word(random);
    String family = word.substring(0, 1).toUpperCase() + word.substring(1);
    Map<String, byte[]> files =
        Map.of(
            "windows-1252.csv", Sample.of("windows-1252.csv").with("Neill", "N" + family),
            "merged-cells.xlsx", Sample.of("merged-cells.xlsx").workbookWith("Ruiz", family),
            "google-30.vcf", Sample.of("google-30.vcf").with("Brien", "B" + family),
            "apple-30.vcf", Sample.of("apple-30.vcf").with("la Cruz", "la " + family));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String id = desk.handIn(file.getKey(), file.getValue());
      desk.previewed(id);
      // Only who is the test's own is entered.
      for (JsonNode row : desk.rows(id)) {
        boolean own = row.at("/person/last").asText().contains(family);
        if (!row.path("fate").asText().equals("rejected")) {
          desk.decide(id, row.path("number").asInt(), Map.of("decision", own ? "new" : "skip"));
        }
      }
      assertThat(desk.ran(id).at("/results/entered").asInt()).as(file.getKey()).isEqualTo(1);
      imports.put(file.getKey() + " renamed", id);
    }

    JsonNode csv = found("O’N" + family);
    assertThat(csv.at("/affiliations/0/organization/name").asText()).isEqualTo("Hart & Reed, LLP");
    assertThat(csv.at("/person/officePhone").asText().replaceAll("\\D", "")).endsWith("5045550102");
    assertThat(found("Dee " + family).at("/affiliations/0/organization/name").asText())
        .isEqualTo("Example Clinic");
    JsonNode google = found("O'B" + family);
    assertThat(google.at("/person/suffix").asText()).isEqualTo("Jr.");
    assertThat(google.at("/privateContact/mobilePhone/0").asText().replaceAll("\\D", ""))
        .endsWith("2025550188");
    assertThat(google.at("/privateContact/email")).hasSize(2);
    assertThat(found("de la " + family).at("/person/state").asText()).isEqualTo("TX");

    for (String file : files.keySet()) {
      assertThat(desk.undone(imports.get(file + " renamed")).path("kept")).isEmpty();
    }
    people.awaitFound("name=" + Client.encode(family), 0);
    people.awaitFound("name=" + Client.encode("N" + family), 0);
  }

  private JsonNode found(String name) {
    String query = "kind=person&q=" + Client.encode(name);
    return people.page(people.awaitFound(query, 1).list("items").get(0).path("id").asText()).json();
  }
}
