package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.chancery.core.audit.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two case folders become one, and two again (requirement C3). */
class MergeRoutesTest {
  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client secretary;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    secretary = host.as("secretary");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private String folder(String holder) {
    return secretary
        .post("/case-folders", "{'holderKind':'individual','holderName':'" + holder + "'}")
        .text("id");
  }

  private String file(TestHost.Client who, String folder) {
    return who.post(
            "/case-folders/" + folder + "/case-files", "{'subject':'Travel','source':'public'}")
        .text("id");
  }

  private TestHost.Reply merge(TestHost.Client who, String from, String into) {
    return who.post(
        "/case-folders/" + from + "/merge", "{'into':'" + into + "','reason':'The same person'}");
  }

  private List<String> children(String id) {
    List<String> ids = new ArrayList<>();
    secretary
        .get("/nodes/" + id + "/children")
        .json()
        .get("items")
        .forEach(child -> ids.add(child.get("id").asText() + " " + child.get("name").asText()));
    return ids;
  }

  /** All that relates to a folder. */
  private TreeMap<String, String> relations(String... folders) {
    TreeMap<String, String> all = new TreeMap<>();
    for (String id : folders) {
      JsonNode node = secretary.get("/nodes/" + id).json();
      all.put(id + " activity", node.at("/properties/cor:lastActivity").asText());
      all.put(id + " aspects", node.get("aspects").toString());
      all.put(id + " properties", node.get("properties").toString());
      all.put(
          id + " access",
          secretary.get("/nodes/" + id + "/permissions").json().get("grants").toString());
      all.put(id + " children", children(id).toString());
    }
    return all;
  }

  @Test
  void aMergeMovesEveryFileAndUndoingItRestoresEveryRelation() {
    Random random = new Random(4);
    for (int round = 0; round < 20; round++) {
      String from = folder("Moss, Ada");
      String into = folder("Moss, Ada B.");
      for (int i = random.nextInt(4); i > 0; i--) {
        file(secretary, from);
      }
      for (int i = random.nextInt(4); i > 0; i--) {
        file(secretary, into);
      }
      TreeMap<String, String> before = relations(from, into);
      List<String> both = new ArrayList<>(children(from));
      both.addAll(children(into));

      assertThat(merge(secretary, from, into).status()).isEqualTo(200);
      assertThat(children(into)).containsExactlyInAnyOrderElementsOf(both);
      assertThat(children(from)).isEmpty();
      assertThat(merge(secretary, from, into).status()).isEqualTo(409);
      assertThat(file(secretary, from)).isEmpty();

      assertThat(secretary.post("/merges/" + from + "/undo", "").status()).isEqualTo(200);
      assertThat(relations(from, into)).isEqualTo(before);
      assertThat(secretary.post("/merges/" + from + "/undo", "").status()).isEqualTo(409);
    }
    assertThat(host.host.ledger().events())
        .filteredOn(event -> event.action() == Action.MERGE)
        .hasSizeGreaterThanOrEqualTo(40);
  }

  @Test
  void whoMayNotSeeAllOfBothIsToldNoMoreThanThat() {
    String from = folder("Moss, Ada");
    String into = folder("Moss, Ada B.");
    TestHost.Client clerk = host.as("clerk");
    assertThat(merge(clerk, from, into).status()).isEqualTo(404);
    secretary.post(
        "/case-folders/" + from + "/case-files",
        "{'subject':'Travel','source':'public','component':['OPA']}");
    secretary.post(
        "/case-folders/" + into + "/case-files",
        "{'subject':'Travel','source':'public','component':['OPA']}");
    file(secretary, into);
    TestHost.Reply refused = merge(clerk, from, into);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("detail")).doesNotContain("hidden", "2026-");
    assertThat(host.as("reviewer").post("/case-folders/" + from + "/merge", "{}").status())
        .isEqualTo(403);
  }

  @Test
  void aReasonIsNeededAndAnotherFolder() {
    String from = folder("Moss, Ada");
    assertThat(
            secretary
                .post("/case-folders/" + from + "/merge", "{'into':'" + from + "','reason':'x'}")
                .status())
        .isEqualTo(400);
    assertThat(
            secretary
                .post(
                    "/case-folders/" + from + "/merge",
                    "{'into':'" + folder("B") + "','reason':' '}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void aRecordAndAClosedFileStayWhereTheyAre() {
    String from = folder("Moss, Ada");
    String into = folder("Moss, Ada B.");
    String closed = file(secretary, from);
    assertThat(secretary.post("/case-files/" + closed + "/close", "{}").status()).isEqualTo(200);
    TestHost.Reply refused = merge(secretary, from, into);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("is closed");

    String other = folder("Moss, A.");
    String record = file(secretary, other);
    String tag = secretary.get("/nodes/" + record).tag();
    assertThat(secretary.post("/nodes/" + record + "/declare", "{}", "If-Match", tag).status())
        .isEqualTo(200);
    assertThat(merge(secretary, other, into).text("code")).isEqualTo("declared-record");
    assertThat(children(other)).hasSize(1);
  }
}
