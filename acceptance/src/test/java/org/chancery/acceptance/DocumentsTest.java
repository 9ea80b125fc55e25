package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.IntakeDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Folders, documents, versions (row C16); no lost update, nothing twice. */
@ExtendWith(WithHost.class)
class DocumentsTest {
  private final Random random = new Random();

  @Test
  void anUploadIsStoredFoundChangedAndDeleted(Host host) {
    Client admin = host.admin();
    String word = word();
    String folder = newFolder(admin);
    Answer created = upload(admin, folder, word + ".txt", "first " + word).expect(201);
    String id = created.text("id");
    assertThat(admin.search(word).json().path("total").asInt()).isEqualTo(1);

    Answer node = admin.get("nodes/" + id).expect(200);
    admin
        .put(
            "nodes/" + id + "/properties",
            Map.of("properties", Map.of("cm:title", "Title of " + word)),
            "If-Match",
            node.etag())
        .expect(200);
    assertThat(admin.get("nodes/" + id).text("title")).isEqualTo("Title of " + word);

    admin.delete("nodes/" + id).expect(204);
    admin.get("nodes/" + id).expect(404);
    assertThat(admin.search(word).json().path("total").asInt()).isZero();
  }

  @Test
  void ofTwoChangesFromOneStateTheSecondIsRefused(Host host) {
    Client admin = host.admin();
    String id = upload(admin, newFolder(admin), word() + ".txt", "text").expect(201).text("id");
    String seen = admin.get("nodes/" + id).etag();
    Map<String, Object> mine = Map.of("properties", Map.of("cm:title", "mine"));
    Map<String, Object> yours = Map.of("properties", Map.of("cm:title", "yours"));

    admin.put("nodes/" + id + "/properties", mine, "If-Match", seen).expect(200);
    Answer second = admin.put("nodes/" + id + "/properties", yours, "If-Match", seen);

    assertThat(second.expect(412).code()).isEqualTo("stale");
    admin.put("nodes/" + id + "/properties", yours).expect(428);
    assertThat(admin.get("nodes/" + id).text("title")).isEqualTo("mine");
  }

  @Test
  void aRepeatedCreationIsAnsweredOnce(Host host) {
    Client admin = host.admin();
    String key = UUID.randomUUID().toString();
    Map<String, Object> body = Map.of("holderKind", "individual", "holderName", "Once " + word());

    Answer first = admin.post("case-folders", body, "Idempotency-Key", key).expect(201);
    Answer again = admin.post("case-folders", body, "Idempotency-Key", key).expect(201);
    Answer other =
        admin.post(
            "case-folders",
            Map.of("holderKind", "individual", "holderName", "Other"),
            "Idempotency-Key",
            key);

    assertThat(again.text("id")).isEqualTo(first.text("id"));
    other.expect(422);
  }

  @Test
  void anEarlierVersionKeepsItsBytes(Host host) {
    Client admin = host.admin();
    String word = word();
    String id = upload(admin, newFolder(admin), word + ".txt", "first text").expect(201).text("id");

    byte[] second = "second text".getBytes(StandardCharsets.UTF_8);
    admin
        .putBytes(
            "nodes/" + id + "/content?comment=corrected",
            second,
            "text/plain",
            "If-Match",
            admin.get("nodes/" + id).etag())
        .expect(200);

    JsonNode oldest = admin.get("nodes/" + id + "/versions").expect(200).json().path("items");
    assertThat(oldest.size()).isGreaterThanOrEqualTo(2);
    assertThat(admin.get("nodes/" + id + "/content?version=1.0").expect(200).text())
        .isEqualTo("first text");
    assertThat(admin.get("nodes/" + id + "/content").expect(200).text()).isEqualTo("second text");
  }

  @Test
  void partOfAContentCanBeAskedFor(Host host) {
    Client admin = host.admin();
    String id =
        upload(admin, newFolder(admin), word() + ".txt", "0123456789").expect(201).text("id");

    Answer part = admin.get("nodes/" + id + "/content", "Range", "bytes=2-4").expect(206);

    assertThat(part.text()).isEqualTo("234");
  }

  @Test
  void valuesTheModelForbidsAreNamed(Host host) {
    Client admin = host.admin();
    Answer refused = admin.post("case-folders", Map.of("holderKind", "martian", "holderName", "x"));

    assertThat(refused.expect(400).json().path("problems").isEmpty()).isFalse();
  }

  @Test
  void anActiveContentIsNeverShownAsAPage(Host host) {
    Client admin = host.admin();
    String id =
        upload(admin, newFolder(admin), word() + ".html", "<script>alert(1)</script>")
            .expect(201)
            .text("id");

    var headers = admin.get("nodes/" + id + "/content").expect(200).response().headers();

    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
  }

  @Test
  void aFolderCannotHoldTwoThingsOfOneName(Host host) {
    Client admin = host.admin();
    String folder = newFolder(admin);
    upload(admin, folder, "Memo.txt", "one").expect(201);

    upload(admin, folder, "memo.TXT", "two").expect(409);
  }

  static String newFolder(Client admin) {
    String library =
        admin.get("nodes/root/children").expect(200).list("items").stream()
            .filter(child -> child.path("name").asText().equals("Library"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("There is no document library"))
            .path("id")
            .asText();
    return admin
        .post(
            "nodes/" + library + "/children",
            Map.of("type", "cm:folder", "name", "f-" + UUID.randomUUID()))
        .expect(201)
        .text("id");
  }

  /** Uploads and waits until the text has been read, which is a change of the node, too. */
  static Answer upload(Client client, String folder, String name, String text) {
    Answer created =
        client.upload(name, text.getBytes(StandardCharsets.UTF_8), Map.of("parent", folder));
    if (created.status() == 201) {
      Host.await(
          name + " to be read",
          IntakeDesk.READING_LIMIT,
          () ->
              client
                  .get("nodes/" + created.text("id"))
                  .json()
                  .path("aspects")
                  .toString()
                  .contains("cor:read"));
    }
    return created;
  }

  private String word() {
    return Letter.draw(random, 1).markers().get(0);
  }
}
