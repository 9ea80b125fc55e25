package org.chancery.acceptance.alfresco;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.chancery.acceptance.alfresco.Platform.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A closed case file is read until it is opened again, whatever the client (row R4). Each attempt
 * is first made on an open file, where it must change something.
 */
@EnabledIfSystemProperty(named = "chancery.alfresco.url", matches = ".+")
class ClosedFileTest {
  private static final String NODES = Platform.REST + "nodes/";
  private static final String REF = "workspace://SpacesStore/";
  private static final String SHARE_NODE = "/s/api/node/workspace/SpacesStore/";
  private static final String SHARE_ACTION = "/s/slingshot/doclib/action/";

  private final Platform admin = People.administrator();
  private final String library = Tree.child(admin, "-root-", "Library");

  /** A case file with a document of two versions. */
  private record Case(String id, String path, String people, String documents, String document) {}

  /** What somebody tries. */
  private record Attempt(String name, Function<Case, Reply> how) {}

  @Test
  void isChangedByNoClient() {
    List<String> wrong = new ArrayList<>();
    for (Attempt attempt : attempts()) {
      Case open = aCase();
      String before = state(open);
      Reply done = attempt.how().apply(open);
      if (before.equals(state(open))) {
        wrong.add(attempt.name() + " does nothing to an open file: " + told(done));
      }
      Case closed = aCase();
      close(closed);
      before = state(closed);
      String denial = admin.denial();
      Reply refused = attempt.how().apply(closed);
      if (!before.equals(state(closed))) {
        wrong.add(attempt.name() + " changed a closed file: " + told(refused));
      } else if (admin.denial().equals(denial)) {
        wrong.add(attempt.name() + " is not in the ledger: " + told(refused));
      }
      System.out.println(attempt.name() + ": " + done.status() + ", closed " + told(refused));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void isClosedAndOpenedAgainInChanceryAlone() {
    Case file = aCase();
    String shut = "{'properties':{'cor:status':'closed'}}";
    assertThat(put(file.id(), shut).status()).isGreaterThanOrEqualTo(400);
    assertThat(status(file)).isEqualTo("open");

    close(file);
    Reply refused = put(file.id(), "{'properties':{'cor:status':'open'}}");
    assertThat(refused.status()).isGreaterThanOrEqualTo(400);
    assertThat(refused.text()).contains("opened again, with a reason");
    assertThat(status(file)).isEqualTo("closed");

    admin
        .json(
            "POST",
            Platform.OURS + "case-files/" + file.id() + "/reopen",
            "{'reason':'A new letter came'}")
        .expect(200);
    put(file.document(), "{'properties':{'cm:title':'Changed'}}").expect(200);
  }

  @Test
  void isReadByEveryClient() {
    Case file = aCase();
    close(file);
    admin.get(NODES + file.document() + "/content").expect(200);
    admin.get(admin.webdav(file.path() + "/documents/letter.txt")).expect(200);
    assertThat(
            admin
                .get(
                    Platform.CMIS
                        + "?cmisselector=object&succinct=true&objectId="
                        + Platform.encode(file.document()))
                .expect(200)
                .text())
        .contains("letter.txt");
    admin.get("/s/slingshot/doclib2/node/workspace/SpacesStore/" + file.document()).expect(200);
  }

  private List<Attempt> attempts() {
    List<Attempt> all = new ArrayList<>();
    rest(all);
    share(all);
    webdav(all);
    cmis(all);
    return all;
  }

  private void rest(List<Attempt> all) {
    add(all, "REST: a value", at -> put(at.document(), "{'properties':{'cm:title':'X'}}"));
    add(all, "REST: the file's value", at -> put(at.id(), "{'properties':{'cor:subject':'X'}}"));
    add(all, "REST: a name", at -> put(at.document(), "{'name':'renamed.txt'}"));
    add(
        all,
        "REST: the content",
        at -> admin.send("PUT", NODES + at.document() + "/content", "text/plain", "third"));
    add(
        all,
        "REST: an earlier version",
        at -> admin.json("POST", NODES + at.document() + "/versions/1.0/revert", "{}"));
    add(all, "REST: a version less", at -> admin.delete(NODES + at.document() + "/versions/1.0"));
    add(
        all,
        "REST: something new",
        at ->
            admin.upload(
                NODES + at.documents() + "/children", Map.of("name", "new.txt"), "new.txt", "x"));
    add(
        all,
        "REST: a correspondent",
        at ->
            admin.json(
                "POST",
                NODES + at.people() + "/children",
                "{'name':'c','nodeType':'cor:correspondent'}"));
    add(
        all,
        "REST: something moved in",
        at ->
            admin.json(
                "POST",
                NODES + Tree.file(admin, library, "in " + Tree.mark() + ".txt", "x") + "/move",
                "{'targetParentId':'" + at.documents() + "'}"));
    add(
        all,
        "REST: something filed a second time",
        at ->
            admin.json(
                "POST",
                NODES + at.documents() + "/secondary-children",
                "{'childId':'" + documentElsewhere() + "','assocType':'cm:contains'}"));
    add(
        all,
        "REST: moved out",
        at ->
            admin.json(
                "POST",
                NODES + at.document() + "/move",
                "{'targetParentId':'" + elsewhere() + "'}"));
    add(all, "REST: deleted", at -> admin.delete(NODES + at.document()));
    add(all, "REST: the file deleted", at -> admin.delete(NODES + at.id()));
    add(
        all,
        "REST: a comment",
        at -> admin.json("POST", NODES + at.document() + "/comments", "{'content':'x'}"));
  }

  private void share(List<Attempt> all) {
    add(
        all,
        "Share: a value",
        at ->
            admin.json(
                "POST", SHARE_NODE + at.document() + "/formprocessor", "{'prop_cm_title':'X'}"));
    add(
        all,
        "Share: an aspect",
        at ->
            admin.json(
                "POST",
                SHARE_ACTION + "aspects/node/workspace/SpacesStore/" + at.document(),
                "{'added':['cm:author'],'removed':[]}"));
    add(
        all,
        "Share: the content",
        at ->
            admin.upload(
                "/s/api/upload",
                Map.of("updateNodeRef", REF + at.document(), "overwrite", "true"),
                "letter.txt",
                "third"));
    add(
        all,
        "Share: something new",
        at ->
            admin.upload(
                "/s/api/upload", Map.of("destination", REF + at.documents()), "new.txt", "x"));
    add(
        all,
        "Share: an earlier version",
        at ->
            admin.json(
                "POST",
                "/s/api/revert",
                "{'nodeRef':'"
                    + REF
                    + at.document()
                    + "','version':'1.0','majorVersion':false,'description':''}"));
    add(
        all,
        "Share: checked out",
        at ->
            admin.json(
                "POST",
                SHARE_ACTION + "checkout/node/workspace/SpacesStore/" + at.document(),
                "{}"));
    add(
        all,
        "Share: deleted",
        at -> admin.delete(SHARE_ACTION + "file/node/workspace/SpacesStore/" + at.document()));
  }

  private void webdav(List<Attempt> all) {
    add(
        all,
        "WebDAV: the content",
        at -> admin.send("PUT", in(at, "letter.txt"), "text/plain", "third"));
    add(
        all,
        "WebDAV: something new",
        at -> admin.send("PUT", in(at, "new.txt"), "text/plain", "x"));
    add(
        all,
        "WebDAV: a name",
        at ->
            admin.send(
                "MOVE",
                in(at, "letter.txt"),
                "",
                "",
                "Destination",
                admin.address(in(at, "renamed.txt"))));
    add(all, "WebDAV: deleted", at -> admin.delete(in(at, "letter.txt")));
  }

  private void cmis(List<Attempt> all) {
    add(
        all,
        "CMIS: a value",
        at ->
            admin.cmis(
                at.document(),
                "update",
                "propertyId[0]",
                "cmis:description",
                "propertyValue[0]",
                "X"));
    add(all, "CMIS: the content", at -> admin.cmis(at.document(), "deleteContent"));
    add(
        all,
        "CMIS: something new",
        at ->
            admin.cmis(
                at.documents(),
                "createDocument",
                "propertyId[0]",
                "cmis:objectTypeId",
                "propertyValue[0]",
                "cmis:document",
                "propertyId[1]",
                "cmis:name",
                "propertyValue[1]",
                "new.txt"));
    add(
        all,
        "CMIS: moved out",
        at ->
            admin.cmis(
                at.document(),
                "move",
                "sourceFolderId",
                at.documents(),
                "targetFolderId",
                elsewhere()));
    add(all, "CMIS: deleted", at -> admin.cmis(at.document(), "delete", "allVersions", "true"));
  }

  private static void add(List<Attempt> all, String name, Function<Case, Reply> how) {
    all.add(new Attempt(name, how));
  }

  private static String told(Reply reply) {
    String line = reply.text().replaceAll("\\s+", " ");
    return reply.status() + " " + line.substring(0, Math.min(160, line.length()));
  }

  private String in(Case at, String name) {
    return admin.webdav(at.path() + "/documents/" + name);
  }

  private Reply put(String id, String json) {
    return admin.json("PUT", NODES + id, json);
  }

  private Case aCase() {
    String file = Tree.caseFile(admin);
    String documents = Tree.child(admin, file, "documents");
    String document = Tree.file(admin, documents, "letter.txt", "first");
    admin
        .send("PUT", NODES + document + "/content?majorVersion=true", "text/plain", "second")
        .expect(200);
    return new Case(
        file, Tree.path(admin, file), Tree.child(admin, file, "people"), documents, document);
  }

  private String elsewhere() {
    return Tree.folder(admin, library, "out " + Tree.mark());
  }

  private String documentElsewhere() {
    return Tree.file(
        admin, Tree.child(admin, Tree.caseFile(admin), "documents"), "other.txt", "other");
  }

  private void close(Case file) {
    admin.json("POST", Platform.OURS + "case-files/" + file.id() + "/close", "{}").expect(200);
  }

  private String status(Case file) {
    return entry(file.id()).path("properties").path("cor:status").asText();
  }

  private JsonNode entry(String id) {
    return admin.get(NODES + id + "?include=path,aspectNames").json().path("entry");
  }

  /** All that must not change, as the platform itself shows it. */
  private String state(Case file) {
    StringBuilder all = new StringBuilder();
    for (String id : List.of(file.id(), file.document())) {
      JsonNode entry = entry(id);
      for (String field : List.of("name", "nodeType", "parentId", "content", "properties")) {
        all.append(entry.path(field)).append('|');
      }
      all.append(new TreeSet<>(Platform.texts(entry.path("aspectNames")))).append('\n');
    }
    for (String list :
        List.of(
            file.documents() + "/children",
            file.people() + "/children",
            file.document() + "/versions",
            file.document() + "/comments")) {
      all.append(admin.get(NODES + list).json().path("list").path("entries").findValuesAsText("id"))
          .append('\n');
    }
    return all.toString();
  }
}
