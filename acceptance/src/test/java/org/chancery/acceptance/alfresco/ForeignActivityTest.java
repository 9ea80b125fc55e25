package org.chancery.acceptance.alfresco;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.chancery.acceptance.alfresco.Platform.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the clients of the platform do starts the clock of the folder it is done in again, as row R3
 * says, and what is no activity does not.
 */
@EnabledIfSystemProperty(named = "chancery.alfresco.url", matches = ".+")
class ForeignActivityTest {
  private static final String NODES = Platform.REST + "nodes/";
  private static final String REF = "workspace://SpacesStore/";

  private final Platform admin = People.administrator();
  private final String library = Tree.child(admin, "-root-", "Library");

  /** A unit of disposition, a folder for documents in it, a document of two versions there. */
  private record Unit(String id, String place, String path, String document) {}

  /** What somebody does, and what kind of activity that is; empty for none. */
  private record Act(String name, String kind, Consumer<Unit> how) {}

  @Test
  void startsTheClockAgainOrDoesNot() {
    List<String> wrong = new ArrayList<>();
    for (Unit unit : List.of(ofACase(), ofTheLibrary())) {
      for (Act act : acts()) {
        JsonNode before = retention(unit.id());
        act.how().accept(unit);
        JsonNode after = retention(unit.id());
        boolean moved = !before.path("activityAt").equals(after.path("activityAt"));
        String kind = moved ? after.path("activityKind").asText() : "";
        System.out.println(act.name() + ": " + (moved ? kind : "no activity"));
        if (!kind.equals(act.kind())) {
          wrong.add(act.name() + " is '" + kind + "', not '" + act.kind() + "'");
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private List<Act> acts() {
    List<Act> all = new ArrayList<>();
    all.add(new Act("REST: a file", "filed", at -> Tree.file(admin, at.place(), name(), "x")));
    all.add(
        new Act(
            "REST: a content",
            "version",
            at ->
                admin
                    .send("PUT", NODES + at.document() + "/content", "text/plain", Tree.mark())
                    .expect(200)));
    all.add(
        new Act(
            "REST: a comment",
            "note",
            at ->
                admin
                    .json("POST", NODES + at.document() + "/comments", "{'content':'x'}")
                    .expect(201)));
    all.add(
        new Act(
            "REST: moved in",
            "filed",
            at ->
                admin
                    .json(
                        "POST",
                        NODES + Tree.file(admin, library, name(), "x") + "/move",
                        "{'targetParentId':'" + at.place() + "'}")
                    .expect(200)));
    all.add(
        new Act(
            "REST: back to a version",
            "version",
            at ->
                admin
                    .json("POST", NODES + at.document() + "/versions/1.0/revert", "{}")
                    .expect(200)));
    share(all);
    webdav(all);
    cmis(all);
    none(all);
    return all;
  }

  private void share(List<Act> all) {
    all.add(
        new Act(
            "Share: an upload",
            "filed",
            at ->
                admin
                    .upload("/s/api/upload", Map.of("destination", REF + at.place()), name(), "x")
                    .expect(200)));
    all.add(
        new Act(
            "Share: a new version",
            "version",
            at ->
                admin
                    .upload(
                        "/s/api/upload",
                        Map.of("updateNodeRef", REF + at.document(), "overwrite", "true"),
                        "letter.txt",
                        Tree.mark())
                    .expect(200)));
    all.add(
        new Act(
            "Share: a comment",
            "note",
            at ->
                admin
                    .json(
                        "POST",
                        "/s/api/node/workspace/SpacesStore/" + at.document() + "/comments",
                        "{'title':'','content':'x'}")
                    .expect(200)));
    all.add(
        new Act(
            "Share: checked out and in again, changed",
            "version",
            at -> {
              String copy = checkOut(at.document());
              admin.send("PUT", NODES + copy + "/content", "text/plain", Tree.mark()).expect(200);
              admin.cmis(copy, "checkIn", "major", "true", "checkinComment", "x").expect(201);
            }));
  }

  private void webdav(List<Act> all) {
    all.add(
        new Act(
            "WebDAV: a file",
            "filed",
            at -> ok(admin.send("PUT", in(at, name()), "text/plain", "x"))));
    all.add(
        new Act(
            "WebDAV: a content",
            "version",
            at -> ok(admin.send("PUT", in(at, "letter.txt"), "text/plain", Tree.mark()))));
  }

  private void cmis(List<Act> all) {
    all.add(
        new Act(
            "CMIS: a file",
            "filed",
            at ->
                admin
                    .cmis(
                        at.place(),
                        "createDocument",
                        "propertyId[0]",
                        "cmis:objectTypeId",
                        "propertyValue[0]",
                        "cmis:document",
                        "propertyId[1]",
                        "cmis:name",
                        "propertyValue[1]",
                        name())
                    .expect(201)));
    all.add(
        new Act(
            "CMIS: a content less, and another",
            "version",
            at -> {
              ok(admin.cmis(at.document(), "deleteContent"));
              ok(admin.send("PUT", NODES + at.document() + "/content", "text/plain", "again"));
            }));
  }

  private void none(List<Act> all) {
    all.add(new Act("a look by REST", "", at -> ok(admin.get(NODES + at.document() + "/content"))));
    all.add(new Act("a look by WebDAV", "", at -> ok(admin.get(in(at, "letter.txt")))));
    all.add(new Act("a list by REST", "", at -> ok(admin.get(NODES + at.place() + "/children"))));
    all.add(
        new Act("Share's search", "", at -> ok(admin.get("/s/slingshot/search?repo=true&term=x"))));
    all.add(
        new Act(
            "a value",
            "",
            at ->
                ok(
                    admin.json(
                        "PUT",
                        NODES + at.document(),
                        "{'properties':{'cm:title':'" + Tree.mark() + "'}}"))));
    all.add(
        new Act(
            "a tag",
            "",
            at -> ok(admin.json("POST", NODES + at.document() + "/tags", "{'tag':'some'}"))));
    all.add(
        new Act(
            "a like",
            "",
            at ->
                ok(
                    admin.json(
                        "POST",
                        NODES + at.document() + "/ratings",
                        "{'id':'likes','myRating':true}"))));
    all.add(
        new Act(
            "another name",
            "",
            at -> {
              ok(admin.json("PUT", NODES + at.document(), "{'name':'renamed.txt'}"));
              ok(admin.json("PUT", NODES + at.document(), "{'name':'letter.txt'}"));
            }));
    all.add(
        new Act(
            "locked and unlocked by REST",
            "",
            at -> {
              ok(admin.json("POST", NODES + at.document() + "/lock", "{}"));
              ok(admin.json("POST", NODES + at.document() + "/unlock", "{}"));
            }));
    all.add(
        new Act(
            "locked by WebDAV",
            "",
            at -> {
              String other = in(at, name());
              ok(
                  admin.send(
                      "LOCK",
                      other,
                      "application/xml",
                      "<?xml version='1.0'?><D:lockinfo xmlns:D='DAV:'><D:lockscope><D:exclusive/>"
                          + "</D:lockscope><D:locktype><D:write/></D:locktype></D:lockinfo>"));
            }));
    all.add(
        new Act(
            "checked out and given up",
            "",
            at -> ok(admin.cmis(checkOut(at.document()), "cancelCheckOut"))));
    all.add(
        new Act(
            "other permissions",
            "",
            at ->
                ok(
                    admin.json(
                        "PUT",
                        NODES + at.document(),
                        "{'permissions':{'locallySet':[{'authorityId':'GROUP_EVERYONE',"
                            + "'name':'Consumer','accessStatus':'ALLOWED'}]}}"))));
    all.add(
        new Act(
            "a hold, and its release",
            "",
            at -> {
              String hold = Holding.place(admin, at.document());
              Holding.release(admin, hold);
            }));
    all.add(
        new Act(
            "another series",
            "",
            at -> {
              series(at.id(), "CORR-TEMP");
              series(at.id(), "CORR-PERM");
            }));
    all.add(
        new Act(
            "read again",
            "",
            at ->
                ok(
                    admin.json(
                        "POST",
                        "/s/api/actionQueue",
                        "{'actionedUponNode':'"
                            + REF
                            + at.document()
                            + "','actionDefinitionName':'chancery-read'}"))));
    all.add(
        new Act(
            "a folder",
            "",
            at -> {
              if (!at.path().startsWith("/Case folders")) {
                Tree.folder(admin, at.place(), "folder " + Tree.mark());
              }
            }));
    all.add(
        new Act(
            "a file less",
            "",
            at -> ok(admin.delete(NODES + Tree.child(admin, at.place(), "go")))));
  }

  @Test
  void countsOpenFilesAgainWhenOneIsDeletedAndTakenOutOfTheTrashCan() {
    String first = Tree.caseFile(admin);
    String folder = parent(first);
    String second =
        admin
            .json(
                "POST",
                Platform.OURS + "case-folders/" + folder + "/case-files",
                "{'subject':'Another matter','source':'public'}")
            .expect(201)
            .json()
            .path("id")
            .asText();
    admin.json("POST", Platform.OURS + "case-files/" + first + "/close", "{}").expect(200);
    assertThat(retention(folder).path("state").asText()).isEqualTo("active");

    ok(admin.delete(NODES + second));
    assertThat(retention(folder).path("state").asText()).isEqualTo("running");

    ok(admin.send("POST", Platform.REST + "deleted-nodes/" + second + "/restore", "", ""));
    assertThat(retention(folder).path("state").asText()).isEqualTo("active");
  }

  @Test
  void takesTheClockOfAFolderAwayWithTheFolderAndGivesItBack() {
    Unit unit = ofTheLibrary();
    String activity = retention(unit.id()).path("activityAt").asText();
    ok(admin.delete(admin.webdav(unit.path())));
    ok(admin.send("POST", Platform.REST + "deleted-nodes/" + unit.id() + "/restore", "", ""));

    JsonNode back = retention(unit.document());
    assertThat(back.path("unit").path("id").asText()).isEqualTo(unit.id());
    assertThat(back.path("series").path("code").asText()).isEqualTo("CORR-PERM");
    assertThat(back.path("state").asText()).isEqualTo("running");
    assertThat(back.path("activityAt").asText()).isEqualTo(activity);

    String other = Tree.folder(admin, library, "other " + Tree.mark());
    ok(admin.json("POST", NODES + unit.document() + "/move", "{'targetParentId':'" + other + "'}"));
    assertThat(retention(unit.document()).path("unit").isMissingNode()).isTrue();
  }

  private Unit ofACase() {
    String file = Tree.caseFile(admin);
    String documents = Tree.child(admin, file, "documents");
    return unit(parent(file), documents);
  }

  private Unit ofTheLibrary() {
    String folder = Tree.folder(admin, library, "unit " + Tree.mark());
    series(folder, "CORR-PERM");
    return unit(folder, folder);
  }

  private Unit unit(String id, String place) {
    String document = Tree.file(admin, place, "letter.txt", "first");
    admin
        .send("PUT", NODES + document + "/content?majorVersion=true", "text/plain", "second")
        .expect(200);
    Tree.file(admin, place, "go", "x");
    return new Unit(id, place, Tree.path(admin, place), document);
  }

  private void series(String folder, String code) {
    admin
        .json(
            "PUT",
            Platform.OURS + "nodes/" + folder + "/series",
            "{'series':'" + code + "','reason':'acceptance'}")
        .expect(200);
  }

  private String checkOut(String document) {
    return admin
        .cmis(document, "checkOut")
        .expect(201)
        .json()
        .path("succinctProperties")
        .path("alfcmis:nodeRef")
        .asText()
        .replaceFirst("^.*/", "")
        .replaceFirst(";.*", "");
  }

  private JsonNode retention(String id) {
    return admin.get(Platform.OURS + "nodes/" + id + "/retention").expect(200).json();
  }

  private String parent(String id) {
    return admin.get(NODES + id).expect(200).json().path("entry").path("parentId").asText();
  }

  private String in(Unit at, String name) {
    return admin.webdav(at.path() + "/" + name);
  }

  private static String name() {
    return "file " + Tree.mark() + ".txt";
  }

  private static void ok(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isLessThan(400);
  }
}
