package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.core.audit.Action;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.NodeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Side doors by which something hidden could show (requirements P4, P8, P15, C14). */
class HiddenThingsTest {
  private static final String UNLOCK = "{'inherits':true,'grants':[],'reason':'No more'}";
  private static final String LETTER = "Dear Secretary,\n\nA letter.\n";

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client stranger;
  private TestHost.Client secretary;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    clerk = host.as("clerk");
    stranger = host.as("stranger");
    secretary = host.as("secretary");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private String caseFolder() {
    return clerk
        .post("/case-folders", "{'holderKind':'individual','holderName':'Okafor, Maria'}")
        .text("id");
  }

  private String caseFile(TestHost.Client who, String folder) {
    return who.post(
            "/case-folders/" + folder + "/case-files", "{'subject':'A','source':'congress'}")
        .text("id");
  }

  private void access(String id, Grant... grants) {
    host.host.write(
        () ->
            host.host
                .permissions()
                .set(Caller.ofSystem(), NodeId.of(id), new AccessList(false, Set.of(grants))));
  }

  @Test
  void anUnlockedCaseFolderIsNotEveryones() {
    String folder = caseFolder();
    caseFile(clerk, folder);
    assertThat(secretary.put("/nodes/" + folder + "/permissions", UNLOCK).status()).isEqualTo(200);
    assertThat(stranger.get("/nodes/" + folder).status()).isEqualTo(404);
    assertThat(clerk.get("/nodes/" + folder).status()).isEqualTo(200);
  }

  @Test
  void anUnlockedIntakeFolderIsNotEveryones() {
    String letter = clerk.upload("a.txt", LETTER, Map.of()).text("id");
    String folder = Place.intakeOf(Optional.of("OPA")).value();
    TestHost.Client admin = host.program("admin");
    assertThat(admin.put("/nodes/" + folder + "/permissions", UNLOCK).status()).isEqualTo(200);
    assertThat(stranger.get("/nodes/" + letter).status()).isEqualTo(404);
    assertThat(clerk.get("/nodes/" + letter).status()).isEqualTo(200);
  }

  @Test
  void aDocumentOpenedToSomeoneTellsNothingOfTheFoldersAroundIt() {
    String folder = caseFolder();
    String file = caseFile(clerk, folder);
    String documents = clerk.get("/nodes/" + file + "/children").json().at("/items/0/id").asText();
    String document =
        clerk
            .post(
                "/nodes/" + documents + "/children",
                "{'type':'cor:document','name':'memo.txt','properties':{}}")
            .text("id");
    access(document, new Grant("stranger", Grant.Role.READER));
    JsonNode seen = stranger.get("/nodes/" + document).json();
    assertThat(seen.has("parent")).isFalse();
    JsonNode hit = stranger.get("/search?q=memo").json().at("/hits/0");
    assertThat(hit.get("id").asText()).isEqualTo(document);
    assertThat(hit.get("path").asText()).isEqualTo("memo.txt");
    String never = UUID.randomUUID().toString();
    TestHost.Reply below = stranger.get("/search?within=" + folder);
    TestHost.Reply nowhere = stranger.get("/search?within=" + never);
    assertThat(below.status()).isEqualTo(nowhere.status());
    assertThat(below.body().replace(folder, never)).isEqualTo(nowhere.body());
  }

  @Test
  void theListOfACaseFolderDoesNotTellOfItsHiddenFiles() {
    String folder = caseFolder();
    caseFile(clerk, folder);
    String hidden = caseFile(secretary, folder);
    access(
        hidden,
        new Grant("stranger", Grant.Role.READER),
        new Grant("secretary", Grant.Role.COORDINATOR));
    access(
        folder,
        new Grant("GROUP_COMPONENT_OPA", Grant.Role.READER),
        new Grant("stranger", Grant.Role.READER));
    assertThat(clerk.get("/nodes/" + folder + "/permissions").body()).doesNotContain("stranger");
  }

  @Test
  void anUploadToAnotherComponentDoesNotTellOfNamesThere() {
    clerk.upload("scan.pdf", "one", Map.of());
    TestHost.Reply sent = stranger.upload("scan.pdf", "two", Map.of("component", "OPA"));
    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.text("name")).isEqualTo("scan.pdf");
  }

  @Test
  void aDoubleOfSomethingHiddenIsReadLikeAnythingElse() {
    host.ready(clerk, "a.txt", LETTER);
    host.ready(stranger, "b.txt", LETTER);
    assertThat(host.reader.readings()).isEqualTo(2);
  }

  @Test
  void aListOfProtectedValuesIsAView() {
    String folder = caseFolder();
    String file = caseFile(clerk, folder);
    clerk.get("/nodes/" + file + "/children");
    assertThat(host.host.ledger().events())
        .filteredOn(event -> event.action() == Action.VIEW && event.user().equals("clerk"))
        .anyMatch(event -> event.object().equals(Optional.of(NodeId.of(file))));
  }

  @Test
  void aReceivedItemCannotBeMovedPastTheIntegrityReport() {
    String id = host.ready(clerk, "a.txt", LETTER);
    String move = "{'parent':'" + Place.LIBRARY.id().value() + "'}";
    TestHost.Reply moved =
        clerk.post("/nodes/" + id + "/move", move, "If-Match", clerk.get("/nodes/" + id).tag());
    assertThat(moved.status()).isEqualTo(409);
    TestHost.Reply renamed =
        clerk.post(
            "/nodes/" + id + "/move",
            "{'name':'b.txt'}",
            "If-Match",
            clerk.get("/nodes/" + id).tag());
    assertThat(renamed.status()).isEqualTo(200);
    assertThat(secretary.get("/integrity").json().get("balanced").asBoolean()).isTrue();
  }

  @Test
  void onlyWhoAnswersForAllComponentsSeesTheCountsOfAll() {
    assertThat(host.as("supervisor").get("/integrity").status()).isEqualTo(403);
    assertThat(secretary.get("/integrity").status()).isEqualTo(200);
  }

  private String library(TestHost.Client who, String type, String name) {
    TestHost.Reply made =
        who.post(
            "/nodes/" + Place.LIBRARY.id().value() + "/children",
            "{'type':'" + type + "','name':'" + name + "'}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.text("id");
  }

  private String below(TestHost.Client who, String folder, String type, String name) {
    return who.post(
            "/nodes/" + folder + "/children", "{'type':'" + type + "','name':'" + name + "'}")
        .text("id");
  }

  private void hide(String id) {
    access(id, new Grant("secretary", Grant.Role.COORDINATOR));
  }

  @Test
  void aNameThatSomethingHiddenHasIsFree() {
    String hidden = library(secretary, "cm:folder", "Plans");
    hide(hidden);
    String made = library(clerk, "cm:folder", "plans");
    assertThat(clerk.get("/nodes/" + made).text("name")).isEqualTo("plans");
    assertThat(secretary.get("/nodes/" + hidden).text("name")).matches("Plans \\[[0-9a-f]{6}\\]");
    String other = library(clerk, "cm:folder", "Something else");
    String again = library(secretary, "cm:folder", "Budget");
    hide(again);
    TestHost.Reply renamed =
        clerk.post(
            "/nodes/" + other + "/move",
            "{'name':'Budget'}",
            "If-Match",
            clerk.get("/nodes/" + other).tag());
    assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
    assertThat(renamed.text("name")).isEqualTo("Budget");
  }

  @Test
  void aNameThatSomethingVisibleHasStaysTaken() {
    library(secretary, "cm:folder", "Plans");
    TestHost.Reply taken =
        clerk.post(
            "/nodes/" + Place.LIBRARY.id().value() + "/children",
            "{'type':'cm:folder','name':'plans'}");
    assertThat(taken.text("code")).isEqualTo("name-taken");
  }

  @Test
  void whoMayAddNothingMakesNothingGiveWay() {
    String folder = library(secretary, "cm:folder", "Readable");
    access(
        folder,
        new Grant("GROUP_EVERYONE", Grant.Role.READER),
        new Grant("secretary", Grant.Role.COORDINATOR));
    String hidden = below(secretary, folder, "cm:folder", "Plans");
    hide(hidden);
    assertThat(
            clerk
                .post("/nodes/" + folder + "/children", "{'type':'cm:folder','name':'Plans'}")
                .status())
        .isEqualTo(403);
    assertThat(secretary.get("/nodes/" + hidden).text("name")).isEqualTo("Plans");
  }

  @Test
  void aDeletedFolderIsGoneForTheDeleterAndWhatWasHiddenInItStays() {
    String folder = library(clerk, "cm:folder", "Mixed");
    String open = below(clerk, folder, "cor:document", "open.txt");
    String inner = below(clerk, folder, "cm:folder", "Inner");
    String hidden = below(secretary, inner, "cor:document", "hidden.txt");
    hide(hidden);

    TestHost.Reply deleted = clerk.delete("/nodes/" + folder);
    assertThat(deleted.status()).as(deleted.body()).isEqualTo(204);
    for (String id : List.of(folder, open, inner)) {
      assertThat(clerk.get("/nodes/" + id).status()).isEqualTo(404);
      assertThat(stranger.get("/nodes/" + id).status()).isEqualTo(404);
    }
    assertThat(secretary.get("/nodes/" + open).status()).isEqualTo(404);
    assertThat(secretary.get("/nodes/" + hidden).status()).isEqualTo(200);
    assertThat(secretary.get("/nodes/" + inner + "/children").json().at("/items/0/id").asText())
        .isEqualTo(hidden);
    String again = library(clerk, "cm:folder", "Mixed");
    assertThat(clerk.get("/nodes/" + again).text("name")).isEqualTo("Mixed");
  }

  @Test
  void aFolderWithSomethingThatMayBeReadButNotDeletedStaysWhole() {
    String folder = library(clerk, "cm:folder", "Mixed");
    String kept = below(secretary, folder, "cor:document", "kept.txt");
    access(
        kept,
        new Grant("clerk", Grant.Role.READER),
        new Grant("secretary", Grant.Role.COORDINATOR));
    hide(below(secretary, folder, "cor:document", "hidden.txt"));
    assertThat(clerk.delete("/nodes/" + folder).status()).isEqualTo(403);
    assertThat(clerk.get("/nodes/" + kept).status()).isEqualTo(200);
  }

  @Test
  void aSecondCorrespondentOfAHiddenOnesNameGetsNoNumber() {
    String folder = caseFolder();
    String file = caseFile(clerk, folder);
    String people = "";
    for (JsonNode part : clerk.get("/nodes/" + file + "/children").json().get("items")) {
      people = part.get("name").asText().equals("people") ? part.get("id").asText() : people;
    }
    String hidden = below(secretary, people, "cor:correspondent", "Okafor");
    hide(hidden);
    String made = below(clerk, people, "cor:correspondent", "Okafor");
    assertThat(clerk.get("/nodes/" + made).text("name")).isEqualTo("Okafor");
  }
}
