package org.chancery.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.core.imports.FileRow;
import org.chancery.core.imports.FileRows;
import org.chancery.core.imports.FileWarning;
import org.chancery.core.imports.ImportedPerson;
import org.chancery.ocr.page.UnreadableFile;
import org.chancery.ocr.rows.RowFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What address books, calendars and spreadsheets write comes to what it must (requirement S12): the
 * files and what is expected of each lie with the acceptance tests.
 */
class ImportSamplesTest {
  private static final Path SAMPLES = Path.of("../acceptance/src/test/resources/imports");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path scratch;

  static Stream<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(each -> !each.endsWith(".json") && each.matches(".*\\.(vcf|ics|csv|xlsx)"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void comesToWhatItMust(String name) throws IOException, UnreadableFile {
    JsonNode wanted = JSON.readTree(SAMPLES.resolve(name + ".json").toFile());
    Path rows = scratch.resolve("rows");
    if (wanted.has("refused")) {
      assertThatThrownBy(() -> read(name, rows))
          .isInstanceOf(UnreadableFile.class)
          .hasMessageContaining(wanted.get("refused").asText());
      return;
    }
    read(name, rows);
    ArrayNode persons = JSON.createArrayNode();
    ArrayNode events = JSON.createArrayNode();
    List<String> rejected = new ArrayList<>();
    List<FileWarning> warnings = new ArrayList<>();
    List<String> sheets;
    try (FileRows file = new FileRows(Files.newInputStream(rows))) {
      sheets = file.shape().sheets();
      for (var row = file.row(); row.isPresent(); row = file.row()) {
        row.get().person().ifPresent(each -> persons.add(person(each)));
        row.get().event().ifPresent(each -> events.add(JSON.valueToTree(event(each))));
        FileRow one = row.get();
        one.rejected()
            .ifPresent(why -> rejected.add(one.line() + "|" + one.called().orElse("") + "|" + why));
        warnings.addAll(one.notes());
      }
      warnings.addAll(file.warnings());
    }
    assertThat(persons).isEqualTo(spaced(wanted.path("persons")));
    assertThat(events).hasSize(wanted.path("events").size());
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i)).isEqualTo(wanted.path("events").get(i));
    }
    assertThat(rejected).hasSize(wanted.path("rejected").size());
    for (JsonNode each : wanted.path("rejected")) {
      assertThat(rejected)
          .anySatisfy(
              said -> {
                assertThat(said).contains(each.path("reason").asText());
                if (each.has("line")) {
                  assertThat(said).startsWith(each.path("line").asInt() + "|");
                }
                assertThat(said).contains(each.path("value").asText());
              });
    }
    for (JsonNode each : wanted.path("warnings")) {
      assertThat(warnings)
          .anySatisfy(
              said -> {
                assertThat(said.reason()).isEqualTo(each.path("reason").asText());
                assertThat(said.cell().orElse("")).isEqualTo(each.path("cell").asText());
                if (each.has("line")) {
                  assertThat(said.line()).isEqualTo(each.path("line").asInt());
                }
              });
    }
    if (wanted.has("sheets")) {
      assertThat(JSON.<JsonNode>valueToTree(sheets)).isEqualTo(wanted.get("sheets"));
    }
  }

  private static void read(String name, Path rows) throws IOException, UnreadableFile {
    RowFile.read(SAMPLES.resolve(name), name, RowFile.Options.USUAL, rows, () -> {});
  }

  private static JsonNode spaced(JsonNode persons) {
    return persons.isMissingNode() ? JSON.createArrayNode() : persons;
  }

  private static Map<String, Object> event(org.chancery.core.imports.ImportedEvent event) {
    Map<String, Object> said = new java.util.LinkedHashMap<>();
    said.put("name", event.name());
    said.put("start", event.start());
    said.put("end", event.end());
    event.place().ifPresent(each -> said.put("place", each));
    event.agenda().ifPresent(each -> said.put("agenda", each));
    said.put("attendees", event.attendees());
    return said;
  }

  private static ObjectNode person(ImportedPerson person) {
    ObjectNode said = JSON.createObjectNode();
    person.prefix().ifPresent(each -> said.put("prefix", each));
    person.first().ifPresent(each -> said.put("first", each));
    person.middle().ifPresent(each -> said.put("middle", each));
    person.last().ifPresent(each -> said.put("last", each));
    person.suffix().ifPresent(each -> said.put("suffix", each));
    person.organization().ifPresent(each -> said.put("organization", each));
    person.title().ifPresent(each -> said.put("title", each));
    if (!person.emails().isEmpty()) {
      person.emails().forEach(said.withArray("emails")::add);
    }
    for (ImportedPerson.Phone phone : person.phones()) {
      ObjectNode each = said.withArray("phones").addObject();
      each.put("kind", phone.kind()).put("number", phone.number().replaceAll("\\D", ""));
      phone.extension().ifPresent(more -> each.put("extension", more));
    }
    person.street().ifPresent(each -> said.put("street", each));
    person.city().ifPresent(each -> said.put("city", each));
    person.state().ifPresent(each -> said.put("state", each));
    person.zip().ifPresent(each -> said.put("zip", each));
    person.country().ifPresent(each -> said.put("country", each));
    person.url().ifPresent(each -> said.put("url", each));
    person.lastContact().ifPresent(each -> said.put("lastContact", each.toString()));
    return said;
  }
}
