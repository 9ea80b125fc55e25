package org.chancery.acceptance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;

/** Somebody of the office who is known as a stakeholder, and a letter of theirs in the folder. */
final class KnownWriter {
  private static final String FILE = "scan-0001.pdf";
  private static final String STATES =
      "&state=arriving&state=received&state=reading&state=ready&state=filed";

  private final Client admin;
  private final Office office;

  KnownWriter(Client admin, Office office) {
    this.admin = admin;
    this.office = office;
  }

  /** Enters the person and drops the letter, each unless it is there. */
  void make(Path inbox) {
    JsonNode writer = office.writerOf(FILE);
    // Whoever is there from an earlier run is found as a possible duplicate.
    Answer entered = admin.post("people", Map.of("person", fields(writer), "component", "EXECSEC"));
    if (entered.status() != 409) {
      entered.expect(201);
    }
    if (!admin
        .get("intake?limit=100" + STATES)
        .expect(200)
        .list("items")
        .toString()
        .contains("\"" + FILE + "\"")) {
      try {
        Files.write(inbox.resolve(FILE), Paper.scannedPdf(office.letter(FILE)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Map<String, String> fields(JsonNode writer) {
    JsonNode address = office.addressOf(writer);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("salutation", writer.path("salutation").asText());
    values.put("firstName", writer.path("first").asText());
    values.put("lastName", writer.path("last").asText());
    values.put("officePhone", writer.path("phone").asText());
    values.put("workStreet", address.path("street").asText());
    values.put("city", address.path("city").asText());
    values.put("state", address.path("state").asText());
    values.put("zip", address.path("zip").asText());
    return values;
  }
}
