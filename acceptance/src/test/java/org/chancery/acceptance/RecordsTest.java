package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Declaring by hand (row R9), and what a record withstands (row R4), administrators included. */
@ExtendWith(WithHost.class)
class RecordsTest {

  @Test
  void aDeclaredDocumentStaysAsItIs(Host host) {
    Client admin = host.admin();
    String outer = newFolder(admin, libraryId(admin));
    String folder = newFolder(admin, outer);
    String id = read(admin, folder, "The text of the record");
    Answer record = admin.post("nodes/" + id + "/declare", Map.of()).expect(200);
    String number = record.json().path("record").path("recordId").asText();
    assertThat(number).matches("R-\\d{4}-\\d{6,}");
    String tag = record.etag();

    List<Answer> refused =
        List.of(
            admin.put(
                "nodes/" + id + "/properties",
                Map.of("properties", Map.of("cm:title", "Changed")),
                "If-Match",
                tag),
            admin.putBytes(
                "nodes/" + id + "/content",
                "Changed".getBytes(StandardCharsets.UTF_8),
                "text/plain",
                "If-Match",
                tag),
            admin.post("nodes/" + id + "/move", Map.of("name", "changed.txt"), "If-Match", tag),
            admin.post("nodes/" + id + "/move", Map.of("parent", outer), "If-Match", tag),
            admin.delete("nodes/" + id),
            admin.delete("nodes/" + outer),
            admin.post(
                "nodes/" + folder + "/move",
                Map.of("parent", libraryId(admin)),
                "If-Match",
                admin.get("nodes/" + folder).etag()));
    assertThat(refused)
        .allSatisfy(answer -> assertThat(answer.expect(409).code()).isEqualTo("declared-record"));

    Answer now = admin.get("nodes/" + id).expect(200);
    assertThat(now.etag()).isEqualTo(tag);
    assertThat(new String(admin.bytes("nodes/" + id + "/content"), StandardCharsets.UTF_8))
        .isEqualTo("The text of the record");
    List<String> denied =
        admin.get("audit?object=" + id + "&outcome=DENIED").expect(200).list("items").stream()
            .map(row -> row.path("action").asText())
            .toList();
    assertThat(denied).contains("UPDATE", "MOVE", "DELETE");
  }

  @Test
  void aCaseFileIsOneRecordWithAllItHolds(Host host) {
    Client admin = host.admin();
    String folder =
        admin
            .post(
                "case-folders",
                Map.of("holderKind", "individual", "holderName", "Record " + UUID.randomUUID()))
            .expect(201)
            .text("id");
    String file =
        admin
            .post(
                "case-folders/" + folder + "/case-files",
                Map.of("subject", "A closed matter", "source", "public"))
            .expect(201)
            .text("id");
    String documents = part(admin, file, "documents");
    String letter = read(admin, documents, "A letter in the file");

    Answer whole = admin.post("nodes/" + file + "/declare", Map.of()).expect(200);
    JsonNode record = admin.get("nodes/" + letter).expect(200).json().path("record");
    assertThat(record.path("recordId")).isEqualTo(whole.json().path("record").path("recordId"));
    assertThat(record.path("with").asText()).isEqualTo(file);
    assertThat(upload(admin, documents, "late").expect(409).code()).isEqualTo("declared-record");
    assertThat(admin.delete("nodes/" + folder).status()).isEqualTo(409);
    assertThat(part(admin, file, "people")).isNotEmpty();
  }

  @Test
  void aRecordIsLockedAndUnlockedWithAReason(Host host) {
    Client admin = host.admin();
    String id = read(admin, newFolder(admin, libraryId(admin)), "To be locked");
    Answer record = admin.post("nodes/" + id + "/declare", Map.of()).expect(200);
    Map<String, Object> locked =
        Map.of("inherits", false, "grants", List.of(), "reason", "Only for counsel");
    admin.put("nodes/" + id + "/permissions", locked).expect(200);
    Answer now = admin.get("nodes/" + id).expect(200);
    assertThat(now.json().path("locked").asBoolean()).isTrue();
    assertThat(now.json().path("record")).isEqualTo(record.json().path("record"));
    admin
        .put(
            "nodes/" + id + "/permissions",
            Map.of("inherits", true, "grants", List.of(), "reason", "No longer needed"))
        .expect(200);
  }

  private static Answer upload(Client client, String folder, String text) {
    return client.upload(
        UUID.randomUUID() + ".txt",
        text.getBytes(StandardCharsets.UTF_8),
        Map.of("parent", folder));
  }

  /** A document that has been read: until then it would still change. */
  private static String read(Client client, String folder, String text) {
    String id = upload(client, folder, text).expect(201).text("id");
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                StreamSupport.stream(
                        client.get("nodes/" + id).json().path("aspects").spliterator(), false)
                    .anyMatch(aspect -> aspect.asText().equals("cor:read")));
    return id;
  }

  private static String newFolder(Client client, String parent) {
    return client
        .post(
            "nodes/" + parent + "/children",
            Map.of("type", "cm:folder", "name", "records " + UUID.randomUUID()))
        .expect(201)
        .text("id");
  }

  private static String libraryId(Client client) {
    return part(client, "root", "Library");
  }

  private static String part(Client client, String parent, String name) {
    return client.get("nodes/" + parent + "/children?limit=1000").expect(200).list("items").stream()
        .filter(child -> child.path("name").asText().equals(name))
        .map(child -> child.path("id").asText())
        .findFirst()
        .orElseThrow();
  }
}
