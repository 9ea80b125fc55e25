package org.chancery.acceptance.alfresco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.chancery.acceptance.alfresco.People.Person;
import org.chancery.acceptance.alfresco.Platform.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whoever looks at a protected part, by whatever client, is in the ledger (requirement P8). */
@EnabledIfSystemProperty(named = "chancery.alfresco.url", matches = ".+")
class ProtectedReadsTest {
  private final Platform admin = People.administrator();
  private final Person reader = new People(admin).somebody("ROLE_CLERK");

  @Test
  void aLookIntoALockedPartIsInTheLedger() {
    String name = "locked " + Tree.mark();
    String folder = Tree.folder(admin, Tree.child(admin, "-root-", "Library"), name);
    String inner = Tree.folder(admin, folder, "inner");
    String id = Tree.file(admin, inner, "letter.txt", "first");
    Tree.access(admin, folder, false, Map.of(reader.user(), "EDITOR", "admin", "COORDINATOR"));
    Platform clients = reader.clients();
    String path = clients.webdav("/Library/" + name + "/inner/letter.txt");
    String node = Platform.REST + "nodes/" + id;
    String ref = "workspace/SpacesStore/" + id;
    Map<String, Supplier<Reply>> ways = new LinkedHashMap<>();
    ways.put("REST v1: properties", () -> clients.get(node));
    ways.put("REST v1: content", () -> clients.get(node + "/content"));
    ways.put("REST v1: folder", () -> clients.get(Platform.REST + "nodes/" + inner + "/children"));
    // What WebDAV lists, names, sizes and dates, is not written down; what it opens is.
    ways.put("WebDAV: content", () -> clients.get(path));
    ways.put("CMIS: object", () -> clients.get(cmis(id, "object")));
    ways.put("CMIS: content", () -> clients.get(cmis(id, "content")));
    ways.put("CMIS: folder", () -> clients.get(cmis(inner, "children")));
    ways.put("Share: document", () -> clients.get("/s/slingshot/doclib2/node/" + ref));
    ways.put("Share: content", () -> clients.get("/s/api/node/content/" + ref));
    eachIsRecorded(ways, folder, inner, id);
  }

  @Test
  void aLookAtAProtectedValueIsInTheLedger() {
    String file = Tree.caseFile(admin);
    String people = Tree.child(admin, file, "people");
    String correspondent = made(people, "{'type':'cor:correspondent','name':'Ann'}");
    String value =
        made(
            correspondent,
            "{'type':'cor:protectedValue','name':'ssn','properties':{'cor:kind':'ssn',"
                + "'cor:value':'078-05-1120'}}");
    Tree.access(admin, file, false, Map.of(reader.user(), "READER", "admin", "COORDINATOR"));
    Platform clients = reader.clients();
    String ref = "workspace/SpacesStore/" + value;
    Map<String, Supplier<Reply>> ways = new LinkedHashMap<>();
    ways.put("REST v1", () -> clients.get(Platform.REST + "nodes/" + value));
    ways.put(
        "REST v1: folder",
        () ->
            clients.get(
                Platform.REST
                    + "nodes/"
                    + correspondent
                    + "/children?include=properties&where=(nodeType='cor:protectedValue')"));
    ways.put("CMIS", () -> clients.get(cmis(value, "object")));
    ways.put(
        "Share: metadata",
        () -> clients.get("/s/api/metadata?nodeRef=workspace://SpacesStore/" + value));
    ways.put("Share: document", () -> clients.get("/s/slingshot/doclib2/node/" + ref));
    eachIsRecorded(ways, value, file);
  }

  /** Those that answer with something must have been written down. */
  private void eachIsRecorded(Map<String, Supplier<Reply>> ways, String... objects) {
    StringBuilder unrecorded = new StringBuilder();
    int answered = 0;
    for (Map.Entry<String, Supplier<Reply>> way : ways.entrySet()) {
      long before = looks(objects);
      Reply reply = way.getValue().get();
      boolean recorded = looks(objects) > before;
      System.out.println(way.getKey() + " → " + reply.status() + (recorded ? ", recorded" : ""));
      answered += reply.status() < 300 ? 1 : 0;
      if (reply.status() < 300 && !recorded) {
        unrecorded
            .append(way.getKey())
            .append(": ")
            .append(reply.text(), 0, Math.min(200, reply.text().length()))
            .append('\n');
      }
    }
    assertThat(unrecorded.toString()).isEmpty();
    assertThat(answered).isPositive();
  }

  private long looks(String... objects) {
    long looks = 0;
    for (String object : objects) {
      looks +=
          admin
              .get(
                  Platform.OURS
                      + "audit?action=VIEW&user="
                      + reader.user()
                      + "&object="
                      + object
                      + "&limit=100")
              .expect(200)
              .json()
              .path("items")
              .size();
    }
    return looks;
  }

  private String made(String parent, String body) {
    return admin
        .json("POST", Platform.OURS + "nodes/" + parent + "/children", body)
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  private static String cmis(String object, String selector) {
    return Platform.CMIS
        + "?succinct=true&objectId="
        + Platform.encode(object)
        + "&cmisselector="
        + selector;
  }
}
