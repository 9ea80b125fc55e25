package org.chancery.acceptance.alfresco;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.chancery.acceptance.alfresco.Platform.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whatever the client, the parts of a case file hold what belongs there (design § 4). */
@EnabledIfSystemProperty(named = "chancery.alfresco.url", matches = ".+")
class CaseContentsTest {
  private static final String FOLDER = "cmis:folder";
  private static final String DOCUMENT = "cmis:document";

  private final Platform admin = People.administrator();
  private String file;
  private String path;
  private String people;
  private String routing;
  private String documents;

  @BeforeEach
  void aCaseFile() {
    file = Tree.caseFile(admin);
    path = Tree.path(admin, file);
    people = Tree.child(admin, file, "people");
    routing = Tree.child(admin, file, "routing");
    documents = Tree.child(admin, file, "documents");
  }

  @Test
  void foldersComeIntoNoPart() {
    for (Map.Entry<String, String> part :
        Map.of("", file, "/people", people, "/routing", routing, "/documents", documents)
            .entrySet()) {
      String id = part.getValue();
      long before = denials(id);
      refused(rest(id, "cm:folder"), "REST v1" + part.getKey());
      refused(cmis(id, "createFolder", FOLDER), "CMIS" + part.getKey());
      refused(
          admin.send("MKCOL", admin.webdav(path + part.getKey() + "/alien"), "", ""),
          "WebDAV" + part.getKey());
      refused(
          admin.json(
              "POST",
              "/s/api/type/cm%3Afolder/formprocessor",
              "{'alf_destination':'workspace://SpacesStore/" + id + "','prop_cm_name':'alien'}"),
          "Share" + part.getKey());
      assertThat(names(id)).as(part.getKey()).doesNotContain("alien");
      assertThat(denials(id)).as("the ledger, " + part.getKey()).isEqualTo(before + 4);
    }
    assertThat(rest(people, "cm:folder").text()).contains("Correspondents alone lie here.");
  }

  @Test
  void filesComeAmongTheDocumentsAlone() {
    for (String part : new String[] {file, people, routing}) {
      refused(
          admin.upload(
              Platform.REST + "nodes/" + part + "/children",
              Map.of("name", "alien.txt"),
              "alien.txt",
              "x"),
          "REST v1");
      refused(cmis(part, "createDocument", DOCUMENT), "CMIS");
      refused(
          admin.upload(
              "/s/api/upload",
              Map.of("destination", "workspace://SpacesStore/" + part),
              "alien.txt",
              "x"),
          "Share");
      refused(
          admin.send("PUT", admin.webdav(Tree.path(admin, part) + "/alien.txt"), "text/plain", "x"),
          "WebDAV");
      assertThat(names(part)).doesNotContain("alien.txt", "alien");
    }
  }

  @Test
  void aFileAmongTheDocumentsIsADocument() {
    Tree.file(admin, documents, "rest.txt", "by REST");
    admin
        .send("PUT", admin.webdav(path + "/documents/webdav.txt"), "text/plain", "by WebDAV")
        .expect(201);
    cmis(documents, "createDocument", DOCUMENT).expect(201);
    admin
        .upload(
            "/s/api/upload",
            Map.of("destination", "workspace://SpacesStore/" + documents),
            "share.txt",
            "by Share")
        .expect(200);
    String library = Tree.child(admin, "-root-", "Library");
    String elsewhere = Tree.file(admin, library, "moved " + Tree.mark() + ".txt", "moved in");
    admin
        .json(
            "POST",
            Platform.REST + "nodes/" + elsewhere + "/move",
            "{'targetParentId':'" + documents + "','name':'moved.txt'}")
        .expect(200);
    for (String name : new String[] {"rest.txt", "webdav.txt", "alien", "share.txt", "moved.txt"}) {
      String id = Tree.child(admin, documents, name);
      assertThat(entry(id).path("nodeType").asText()).as(name).isEqualTo("cor:document");
    }
    assertThat(
            admin
                .get(
                    Platform.REST
                        + "nodes/"
                        + Tree.child(admin, documents, "webdav.txt")
                        + "/content")
                .text())
        .isEqualTo("by WebDAV");
    assertThat(
            admin
                .get(Platform.OURS + "nodes/" + Tree.child(admin, documents, "share.txt"))
                .expect(200)
                .json()
                .path("type")
                .asText())
        .isEqualTo("cor:document");
  }

  @Test
  void nothingBecomesAlienLaterOrByASecondFolder() {
    String library = Tree.child(admin, "-root-", "Library");
    String alien = Tree.folder(admin, library, "alien " + Tree.mark());
    refused(
        admin.json(
            "POST",
            Platform.REST + "nodes/" + alien + "/move",
            "{'targetParentId':'" + people + "'}"),
        "a move");
    refused(
        admin.json(
            "POST",
            Platform.REST + "nodes/" + people + "/secondary-children",
            "{'childId':'" + alien + "','assocType':'cm:contains'}"),
        "a second folder");
    refused(
        admin.json(
            "POST",
            Platform.REST + "nodes/" + alien + "/copy",
            "{'targetParentId':'" + routing + "'}"),
        "a copy");
    String correspondent = Tree.id(rest(people, "cor:correspondent").expect(201));
    made(routing, "cor:note", "'cor:noteText':'x'");
    refused(rest(correspondent, "cm:folder"), "below a correspondent");
    made(correspondent, "cor:protectedValue", "'cor:kind':'ssn'");
  }

  private static void refused(Reply reply, String what) {
    assertThat(reply.status()).as(what + ": " + reply.text()).isIn(403, 409, 422, 500);
  }

  private Reply rest(String parent, String type) {
    return admin.json(
        "POST",
        Platform.REST + "nodes/" + parent + "/children",
        "{'name':'alien','nodeType':'" + type + "'}");
  }

  private String made(String parent, String type, String properties) {
    return Tree.id(
        admin
            .json(
                "POST",
                Platform.REST + "nodes/" + parent + "/children",
                "{'name':'"
                    + type.substring(4)
                    + "','nodeType':'"
                    + type
                    + "','properties':{"
                    + properties
                    + "}}")
            .expect(201));
  }

  private Reply cmis(String parent, String action, String type) {
    return admin.cmis(
        parent,
        action,
        "propertyId[0]",
        "cmis:objectTypeId",
        "propertyValue[0]",
        type,
        "propertyId[1]",
        "cmis:name",
        "propertyValue[1]",
        "alien");
  }

  private JsonNode entry(String id) {
    return admin.get(Platform.REST + "nodes/" + id).expect(200).json().path("entry");
  }

  private List<String> names(String parent) {
    return admin
        .get(Platform.REST + "nodes/" + parent + "/children")
        .expect(200)
        .json()
        .findValuesAsText("name");
  }

  private long denials(String id) {
    return admin
        .get(Platform.OURS + "audit?outcome=DENIED&object=" + id + "&limit=100")
        .expect(200)
        .json()
        .path("items")
        .size();
  }
}
