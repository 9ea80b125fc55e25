package org.chancery.acceptance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.process.Installation;

/** The invented office that the standalone server's demonstration is filled with. */
final class Office {
  private static final String FILE =
      "standalone/src/main/resources/org/chancery/standalone/demo/office.json";

  private final JsonNode office;

  private Office(JsonNode office) {
    this.office = office;
  }

  static Office read() {
    try (var in = Files.newInputStream(Installation.root().resolve(FILE))) {
      return new Office(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode components() {
    return office.path("components");
  }

  JsonNode accounts() {
    return office.path("accounts");
  }

  /** The person who wrote a letter. */
  JsonNode writerOf(String file) {
    return find("people", "key", find("letters", "file", file).path("from").asText());
  }

  /** Where somebody lives, or else works. */
  JsonNode addressOf(JsonNode person) {
    return person.has("street")
        ? person
        : find("organizations", "key", person.path("organization").asText());
  }

  /** A letter, its lines short enough for the paper. */
  Letter letter(String file) {
    JsonNode letter = find("letters", "file", file);
    JsonNode writer = writerOf(file);
    JsonNode address = addressOf(writer);
    String sender = writer.path("first").asText() + " " + writer.path("last").asText();
    List<List<String>> pages = new ArrayList<>();
    for (JsonNode page : letter.path("pages")) {
      List<String> lines = new ArrayList<>();
      if (pages.isEmpty()) {
        lines.addAll(
            List.of(
                sender,
                address.path("street").asText(),
                address.path("city").asText()
                    + ", "
                    + address.path("state").asText()
                    + " "
                    + address.path("zip").asText(),
                "",
                "March 9, 2008",
                ""));
        lines.addAll(List.of(letter.path("to").asText().split("\n")));
        lines.addAll(List.of("", letter.path("salutation").asText(), ""));
      }
      for (JsonNode paragraph : page) {
        lines.addAll(folded(paragraph.asText()));
        lines.add("");
      }
      pages.add(lines);
    }
    pages.get(pages.size() - 1).addAll(List.of("", sender));
    return new Letter(sender, "March 9, 2008", pages, List.of());
  }

  private static List<String> folded(String paragraph) {
    return List.of(paragraph.replaceAll("(.{1,68})(?:\\s+|$)", "$1\n").strip().split("\n"));
  }

  private JsonNode find(String list, String member, String value) {
    for (JsonNode each : office.path(list)) {
      if (each.path(member).asText().equals(value)) {
        return each;
      }
    }
    throw new IllegalStateException("The office has no " + list + " with " + member + " " + value);
  }
}
