package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.IntakeDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one may not read is as if it were not there, on every path (rows P3, P4, P15). */
@ExtendWith(WithHost.class)
class InvisibleTest {
  private final Random random = new Random();

  @Test
  void aLockedDocumentIsForOthersAsIfItNeverWas(Host host) {
    Client admin = host.admin();
    Client drafter = host.person("drafter");
    String word = Letter.draw(random, 1).markers().get(0);
    String folder = DocumentsTest.newFolder(admin);
    grantEveryone(admin, folder);
    String id =
        DocumentsTest.upload(admin, folder, word + ".txt", "about " + word).expect(201).text("id");
    assertThat(drafter.search(word).json().path("total").asInt()).isEqualTo(1);
    drafter.get("nodes/" + id).expect(200);

    lock(admin, folder);

    Answer search = drafter.search(word).expect(200);
    assertThat(search.json().path("total").asInt()).isZero();
    assertThat(search.json().path("hits")).isEmpty();
    search.json().path("facets").forEach(values -> assertThat(values).isEmpty());
    for (String path :
        List.of(
            "",
            "/children",
            "/versions",
            "/history",
            "/content",
            "/content?rendition=text",
            "/permissions")) {
      assertSameAsNever(drafter, id, path);
      assertSameAsNever(drafter, folder, path);
    }
    String never = UUID.randomUUID().toString();
    Map<String, Object> change = Map.of("properties", Map.of("cm:title", "x"));
    assertSame(
        drafter.put("nodes/" + id + "/properties", change, "If-Match", "\"1\""),
        id,
        drafter.put("nodes/" + never + "/properties", change, "If-Match", "\"1\""),
        never);
    assertSame(drafter.delete("nodes/" + id), id, drafter.delete("nodes/" + never), never);
    admin.get("nodes/" + id).expect(200);
  }

  @Test
  void aDoubleOfAHiddenDocumentGivesNoHint(Host host) {
    Client admin = host.admin();
    Client clerk = host.person("clerk");
    Letter letter = Letter.draw(random, 1);
    String folder = DocumentsTest.newFolder(admin);
    lock(admin, folder);
    String name = "double-" + letter.markers().get(0) + ".txt";
    String hidden = new String(Paper.plainText(letter), java.nio.charset.StandardCharsets.UTF_8);
    DocumentsTest.upload(admin, folder, "hidden-" + name, hidden).expect(201);

    clerk.upload(name, Paper.plainText(letter), Map.of()).expect(201);

    JsonNode item = new IntakeDesk(clerk).await(name, "ready");
    assertThat(item.path("duplicateOf")).isEmpty();
    assertThat(new IntakeDesk(clerk).named("hidden-" + name)).isEmpty();
  }

  @Test
  void aComponentDoesNotSeeAnothersCaseFile(Host host) {
    Client clerk = host.person("clerk");
    String name = "Firewall " + Letter.draw(random, 1).markers().get(0);
    Answer folder =
        clerk
            .post("case-folders", Map.of("holderKind", "individual", "holderName", name))
            .expect(201);
    Answer file =
        clerk
            .post(
                "case-folders/" + folder.text("id") + "/case-files",
                Map.of("subject", name, "source", "public"))
            .expect(201);
    clerk.get("nodes/" + file.text("id")).expect(200);
    assertThat(clerk.get("nodes/" + file.text("id") + "/children").expect(200).list("items"))
        .extracting(part -> part.path("name").asText())
        .containsExactlyInAnyOrder("documents", "people", "routing");

    Client other = host.personOfAnotherComponent();

    assertSameAsNever(other, file.text("id"), "");
    assertSameAsNever(other, folder.text("id"), "");
    assertThat(other.search(Client.encode(name).replace("+", " ")).json().path("total").asInt())
        .isZero();
  }

  @Test
  void aLockOnTenThousandDescendantsHoldsWithItsAnswer(Host host) {
    Client admin = host.admin();
    Client drafter = host.person("drafter");
    String word = Letter.draw(random, 1).markers().get(0);
    String top = DocumentsTest.newFolder(admin);
    grantEveryone(admin, top);
    LargeTree.fill(admin, top, word, LargeTree.SIZE);
    assertThat(drafter.search(word).json().path("total").asInt()).isEqualTo(LargeTree.SIZE);

    lock(admin, top);

    Answer locked = drafter.get("search?q=" + word + "&facet=type:cm:folder").expect(200);
    assertThat(locked.json().path("total").asInt()).isZero();
    locked.json().path("facets").forEach(values -> assertThat(values).isEmpty());
    drafter.get("nodes/" + top + "/children").expect(404);
    assertThat(admin.search(word).json().path("total").asInt()).isEqualTo(LargeTree.SIZE);

    grantEveryone(admin, top);
    Host.await(
        "all of it to be found again after the unlock",
        IntakeDesk.READING_LIMIT,
        () -> drafter.search(word).json().path("total").asInt() == LargeTree.SIZE);
  }

  @Test
  void aLockEndsByItselfAndAReadOnlyOneLeavesItToBeRead(Host host) {
    Client admin = host.admin();
    Client drafter = host.person("drafter");
    String folder = DocumentsTest.newFolder(admin);
    Instant end = Instant.now().plusSeconds(8);
    Map<String, Object> lock = new HashMap<>();
    lock.put("inherits", false);
    lock.put("grants", List.of());
    lock.put("reason", "For a moment");
    lock.put("until", end.toString());
    admin.put("nodes/" + folder + "/permissions", lock).expect(200);
    drafter.get("nodes/" + folder).expect(404);

    Host.await(
        "the lock to end by itself",
        IntakeDesk.READING_LIMIT,
        () -> drafter.get("nodes/" + folder).status() == 200);
    assertThat(Instant.now()).isAfter(end.minusSeconds(1));

    lock.remove("until");
    lock.put("mode", "read-only");
    admin.put("nodes/" + folder + "/permissions", lock).expect(200);
    drafter.get("nodes/" + folder).expect(200);
    Map<String, Object> child = Map.of("type", "cm:folder", "name", "x");
    drafter.post("nodes/" + folder + "/children", child).expect(403);
  }

  private static void grantEveryone(Client admin, String node) {
    permissions(
        admin, node, true, List.of(Map.of("authority", "GROUP_EVERYONE", "role", "READER")));
  }

  private static void lock(Client admin, String node) {
    permissions(admin, node, false, List.of(Map.of("authority", "admin", "role", "COORDINATOR")));
  }

  private static void permissions(Client admin, String node, boolean inherits, List<?> grants) {
    admin
        .put(
            "nodes/" + node + "/permissions",
            Map.of("inherits", inherits, "grants", grants, "reason", "acceptance"))
        .expect(200);
  }

  private static void assertSameAsNever(Client client, String id, String path) {
    String never = UUID.randomUUID().toString();
    assertSame(client.get("nodes/" + id + path), id, client.get("nodes/" + never + path), never);
  }

  private static void assertSame(Answer hidden, String id, Answer absent, String never) {
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(absent.status()).isEqualTo(404);
    assertThat(hidden.text().replace(id, "ID")).isEqualTo(absent.text().replace(never, "ID"));
    assertThat(hidden.response().headers().map().keySet())
        .isEqualTo(absent.response().headers().map().keySet());
  }
}
