package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.IntakeDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two case folders become one, and two again: over HTTP, with all that hangs on them (row C3). */
@ExtendWith(WithHost.class)
class MergingTest {
  private static final String FEMA = "GROUP_COMPONENT_FEMA";

  private Host host;
  private Client secretary;
  private Client clerk;
  private String from;
  private String into;
  private String moved;
  private String stays;

  @BeforeEach
  void lay(Host shared) {
    host = shared;
    secretary = host.person("secretary");
    clerk = host.person("femaclerk");
    String holder = "Merged " + UUID.randomUUID();
    from = folder(holder + ", Ada");
    into = folder(holder + ", Ada B.");
    moved = file(from);
    stays = file(into);
  }

  private String folder(String holder) {
    return clerk
        .post("case-folders", Map.of("holderKind", "individual", "holderName", holder))
        .expect(201)
        .text("id");
  }

  private String file(String folder) {
    return clerk
        .post(
            "case-folders/" + folder + "/case-files",
            Map.of("subject", "Two of a kind", "source", "public"))
        .expect(201)
        .text("id");
  }

  private Answer merge(Client who) {
    return who.post(
        "case-folders/" + from + "/merge", Map.of("into", into, "reason", "The same person"));
  }

  private Answer undo(Client who) {
    return who.post("merges/" + from + "/undo", null);
  }

  private List<String> children(String id) {
    return secretary.get("nodes/" + id + "/children").expect(200).list("items").stream()
        .map(each -> each.path("id").asText())
        .toList();
  }

  private String part(String file, String name) {
    return secretary.get("nodes/" + file + "/children").expect(200).list("items").stream()
        .filter(each -> each.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }

  /** Everything that is known of both folders and all below them, but for when it was changed. */
  private Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    describe(from, all);
    describe(into, all);
    return all;
  }

  private void describe(String id, Map<String, String> all) {
    JsonNode node = secretary.get("nodes/" + id).expect(200).json();
    JsonNode access = secretary.get("nodes/" + id + "/permissions").expect(200).json();
    all.put(
        id,
        String.join(
            "\n",
            node.path("type").asText(),
            node.path("name").asText(),
            node.path("path").toString(),
            sorted(node.path("aspects")),
            node.path("properties").toString(),
            access.path("inherits").asText(),
            sorted(access.path("grants"))));
    for (String child : children(id)) {
      describe(child, all);
    }
  }

  private static String sorted(JsonNode array) {
    List<String> all = new ArrayList<>();
    array.forEach(each -> all.add(each.toString()));
    return all.stream().sorted().toList().toString();
  }

  /** Something of everything that can hang on a case file; the tasking's id. */
  private String furnish(String file) {
    clerk
        .post(
            "nodes/" + part(file, "people") + "/children",
            Map.of(
                "type",
                "cor:correspondent",
                "name",
                "Ada Moss",
                "properties",
                Map.of("cor:firstName", "Ada", "cor:lastName", "Moss")))
        .expect(201);
    String letter =
        clerk
            .upload("letter.txt", "Dear Sir".getBytes(), Map.of("parent", part(file, "documents")))
            .expect(201)
            .text("id");
    // What is found in it is written to it later.
    Host.await(
        "the letter to be read",
        IntakeDesk.READING_LIMIT,
        () ->
            clerk
                .get("nodes/" + letter)
                .expect(200)
                .json()
                .path("aspects")
                .toString()
                .contains("\"cor:read\""));
    clerk
        .post(
            "case-files/" + file + "/messages",
            Map.of("to", List.of(FEMA), "text", "Please look at this"))
        .expect(201);
    secretary
        .post(
            "case-files/" + file + "/routes",
            Map.of("template", "citizenLetter", "lead", FEMA, "instruction", "Answer"))
        .expect(201);
    return open(file).path("id").asText();
  }

  private JsonNode open(String file) {
    return secretary.get("case-files/" + file + "/taskings").expect(200).list("items").stream()
        .filter(each -> each.path("state").asText().equals("open"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everythingOfBothIsInOneAndEveryRelationHolds() {
    String tasking = furnish(moved);
    merge(secretary).expect(200);

    assertThat(children(from)).isEmpty();
    assertThat(children(into)).containsExactlyInAnyOrder(moved, stays);
    JsonNode node = clerk.get("nodes/" + moved).expect(200).json();
    assertThat(node.path("parent").asText()).isEqualTo(into);
    assertThat(node.path("path").toString()).contains(into).doesNotContain(from);
    Answer within = clerk.getIndexed("search?q=Moss&within=" + into).expect(200);
    assertThat(within.json().path("total").asInt()).isPositive();
    assertThat(
            clerk
                .getIndexed("search?q=Moss&within=" + from)
                .expect(200)
                .json()
                .path("total")
                .asInt())
        .isZero();
    // What is under way goes on.
    Client supervisor = host.person("supervisor");
    Answer given = supervisor.get("taskings/" + tasking).expect(200);
    assertThat(given.json().at("/caseFile/id").asText()).isEqualTo(moved);
    supervisor
        .post(
            "taskings/" + tasking + "/complete",
            Map.of("outcome", "assigned"),
            "If-Match",
            '"' + given.text("revision") + '"')
        .expect(200);
    assertThat(open(moved).path("step").asText()).isEqualTo("draft");
    assertThat(clerk.get("case-files/" + moved + "/messages").expect(200).list("items")).hasSize(1);
  }

  @Test
  void undoingItLeavesNoTraceOfIt() {
    furnish(moved);
    furnish(stays);
    Map<String, String> before = all();
    merge(secretary).expect(200);
    assertThat(all()).isNotEqualTo(before);
    undo(secretary).expect(200);
    assertThat(all()).isEqualTo(before);
    assertThat(
            host.person("isso").get("audit?action=MERGE&object=" + from).expect(200).list("items"))
        .hasSize(2);
  }

  @Test
  void theSecondOfTwoIsRefusedAndChangesNothing() {
    merge(secretary).expect(200);
    Map<String, String> merged = all();
    merge(secretary).expect(409);
    secretary
        .post("case-folders/" + into + "/merge", Map.of("into", from, "reason", "And back"))
        .expect(409);
    assertThat(all()).isEqualTo(merged);
    undo(secretary).expect(200);
    Map<String, String> undone = all();
    undo(secretary).expect(409);
    assertThat(all()).isEqualTo(undone);
  }

  @Test
  void ofManyAtOnceInBothDirectionsOneIsDone() throws Exception {
    List<Callable<Answer>> tries = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      tries.add(() -> merge(secretary));
      tries.add(
          () ->
              secretary.post(
                  "case-folders/" + into + "/merge",
                  Map.of("into", from, "reason", "The same person")));
    }
    ExecutorService threads = Executors.newFixedThreadPool(tries.size());
    try {
      List<Integer> statuses = new ArrayList<>();
      for (Future<Answer> each : threads.invokeAll(tries)) {
        statuses.add(each.get().status());
      }
      assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
    } finally {
      threads.shutdownNow();
    }
    List<String> both = new ArrayList<>(children(from));
    both.addAll(children(into));
    assertThat(both).containsExactlyInAnyOrder(moved, stays);
  }

  @Test
  void whoDoesNotSeeBothIsRefusedAndNothingIsChanged() {
    Map<String, String> before = all();
    Client stranger = host.person("cbpclerk");
    assertThat(merge(stranger).expect(404).code()).isEqualTo("not-found");
    assertThat(merge(host.person("reviewer")).expect(403).code()).isEqualTo("not-allowed");
    // Those who keep the files in them do not decide about folders: others may have files there.
    assertThat(merge(clerk).expect(403).code()).isEqualTo("not-allowed");
    assertThat(undo(stranger).expect(404).code()).isEqualTo("not-found");
    assertThat(all()).isEqualTo(before);
    // One of the two shows one file to them, the other none.
    secretary
        .post(
            "case-folders/" + from + "/case-files",
            Map.of("subject", "Theirs", "source", "public", "component", List.of("CBP")))
        .expect(201);
    before = all();
    Answer refused = merge(stranger);
    assertThat(refused.status()).isIn(403, 404);
    assertThat(refused.text()).doesNotContain(moved).doesNotContain(stays);
    assertThat(all()).isEqualTo(before);
    merge(secretary).expect(200);
    Map<String, String> merged = all();
    assertThat(undo(clerk).status()).isIn(403, 404);
    assertThat(undo(stranger).status()).isIn(403, 404);
    assertThat(all()).isEqualTo(merged);
  }

  @Test
  void aHiddenFileKeepsItsFolderApartAndIsNotTold() {
    secretary
        .put(
            "nodes/" + moved + "/permissions",
            Map.of(
                "inherits",
                false,
                "mode",
                "hidden",
                "grants",
                List.of(Map.of("authority", "clerk", "role", "COORDINATOR")),
                "reason",
                "Merging must not tell of it"))
        .expect(200);
    Answer refused = merge(secretary).expect(403);
    assertThat(refused.code()).isEqualTo("not-allowed");
    assertThat(refused.text()).doesNotContain(moved).doesNotContain("hidden");
    assertThat(host.person("clerk").get("nodes/" + moved).expect(200).text("parent"))
        .isEqualTo(from);
  }

  @Test
  void whatCameSinceStaysWhereItCame() {
    merge(secretary).expect(200);
    String since = file(into);
    undo(secretary).expect(200);
    assertThat(children(into)).containsExactlyInAnyOrder(stays, since);
    assertThat(children(from)).containsExactly(moved);
  }

  @Test
  void whatWasDoneInAFileSinceIsKeptWhenItGoesBack() {
    merge(secretary).expect(200);
    String tasking = furnish(moved);
    Map<String, String> merged = all();
    undo(secretary).expect(200);
    assertThat(clerk.get("nodes/" + moved).expect(200).text("parent")).isEqualTo(from);
    assertThat(all().keySet()).isEqualTo(merged.keySet());
    assertThat(host.person("supervisor").get("taskings/" + tasking).expect(200).text("state"))
        .isEqualTo("open");
  }

  @Test
  void whatIsNoLongerThereCannotBePutBack() {
    Map<String, String> apart = all();
    merge(secretary).expect(200);
    String third = folder("Merged " + UUID.randomUUID() + ", Ada C.");
    secretary
        .post("case-folders/" + into + "/merge", Map.of("into", third, "reason", "And that person"))
        .expect(200);
    Map<String, String> before = all();
    assertThat(undo(secretary).expect(409).text("detail")).contains("moved or deleted");
    assertThat(all()).isEqualTo(before);
    assertThat(children(third)).containsExactlyInAnyOrder(moved, stays);
    // One after the other, the last one first.
    secretary.post("merges/" + into + "/undo", null).expect(200);
    undo(secretary).expect(200);
    assertThat(all()).isEqualTo(apart);
  }

  @Test
  void aFileThatWasClosedSinceKeepsItsPlaceForWhatWasDeclaredInIt() {
    merge(secretary).expect(200);
    clerk.post("case-files/" + moved + "/close", Map.of("resolution", "Answered")).expect(200);
    undo(secretary).expect(409);
    clerk.post("case-files/" + moved + "/reopen", Map.of("reason", "Too early")).expect(200);
    assertThat(undo(secretary).expect(409).code()).isEqualTo("declared-record");
    assertThat(children(into)).containsExactlyInAnyOrder(moved, stays);
  }

  @Test
  void aRecordIsNotMovedEitherWay() {
    merge(secretary).expect(200);
    Answer node = secretary.get("nodes/" + moved).expect(200);
    secretary.post("nodes/" + moved + "/declare", null, "If-Match", node.etag()).expect(200);
    assertThat(undo(secretary).expect(409).code()).isEqualTo("declared-record");
    assertThat(children(into)).containsExactlyInAnyOrder(moved, stays);
  }

  @Test
  void nothingIsPutIntoAFolderThatWasMerged() {
    merge(secretary).expect(200);
    secretary
        .post(
            "case-folders/" + from + "/case-files",
            Map.of("subject", "Too late", "source", "public"))
        .expect(409);
    assertThat(children(from)).isEmpty();
  }

  @Test
  void itIsNotMergedWithoutReasonNorIntoItselfNorIntoSomethingElse() {
    String path = "case-folders/" + from + "/merge";
    secretary.post(path, Map.of("into", into, "reason", " ")).expect(400);
    secretary.post(path, Map.of("into", into)).expect(400);
    secretary.post(path, Map.of("reason", "None")).expect(400);
    secretary.post(path, Map.of("into", from, "reason", "Itself")).expect(400);
    secretary.post(path, Map.of("into", stays, "reason", "A file")).expect(404);
    secretary.post(path, Map.of("into", into, "reason", "x".repeat(2001))).expect(400);
    secretary.post(path, Map.of("into", into, "reason", "More", "force", true)).expect(400);
    assertThat(children(from)).containsExactly(moved);
  }
}
