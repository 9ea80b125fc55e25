package org.chancery.acceptance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chancery.acceptance.fixture.Paper;
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
    String name = writer.path("last").asText() + ", " + writer.path("first").asText();
    String people = child(child("root", "Stakeholders"), "People");
    if (find(people, name) == null) {
      admin
          .post(
              "nodes/" + people + "/children",
              Map.of("type", "stk:person", "name", name, "properties", properties(writer)))
          .expect(201);
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

  private Map<String, String> properties(JsonNode writer) {
    JsonNode address = office.addressOf(writer);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("stk:salutation", writer.path("salutation").asText());
    values.put("stk:firstName", writer.path("first").asText());
    values.put("stk:lastName", writer.path("last").asText());
    values.put("stk:officePhone", writer.path("phone").asText());
    values.put("stk:workStreet", address.path("street").asText());
    values.put("stk:city", address.path("city").asText());
    values.put("stk:state", address.path("state").asText());
    values.put("stk:zip", address.path("zip").asText());
    values.put("stk:ownerUser", "secretary");
    values.put("stk:ownerComponent", "EXECSEC");
    return values;
  }

  private String child(String parent, String name) {
    String id = find(parent, name);
    if (id == null) {
      throw new IllegalStateException("The host has no folder " + name);
    }
    return id;
  }

  private String find(String parent, String name) {
    return admin.get("nodes/" + parent + "/children?limit=1000").expect(200).list("items").stream()
        .filter(node -> node.path("name").asText().equals(name))
        .map(node -> node.path("id").asText())
        .findFirst()
        .orElse(null);
  }
}
