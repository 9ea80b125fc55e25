package org.chancery.acceptance.alfresco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.chancery.acceptance.alfresco.People.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Whoever made a file through a client of the platform is shut out by a lock like everybody else
 * (requirement P3).
 */
@EnabledIfSystemProperty(named = "chancery.alfresco.url", matches = ".+")
class OwnersTest {
  private final Platform admin = People.administrator();
  private final People people = new People(admin);
  private final Person author = people.somebody("ROLE_CLERK");
  private final Person chosen = people.somebody("ROLE_CLERK");
  private final Person officer = people.somebody("ROLE_COMPONENT_REPRESENTATIVE");
  private String folder;
  private String path;

  @BeforeEach
  void aFolderTheyMayWriteTo() {
    String name = "owners " + Tree.mark();
    String library = Tree.child(admin, "-root-", "Library");
    folder = Tree.folder(admin, library, name);
    path = "/Library/" + name;
    Tree.access(
        admin,
        folder,
        true,
        Map.of(author.user(), "EDITOR", chosen.user(), "READER", officer.user(), "COORDINATOR"));
  }

  @Test
  void whoUploadedByRestIsShutOut() {
    assertShutOutByALock(upload(folder));
  }

  @Test
  void whoUploadedByWebDavIsShutOut() {
    File file = File.named(path);
    author
        .clients()
        .send("PUT", author.clients().webdav(file.path()), "text/plain", "about " + file.word())
        .expect(201);
    assertShutOutByALock(file.at(Tree.child(admin, folder, file.name())));
  }

  @Test
  void whoUploadedByCmisIsShutOut() {
    File file = File.named(path);
    String id =
        author
            .clients()
            .upload(
                Platform.CMIS + "?objectId=" + folder,
                Map.of(
                    "cmisaction", "createDocument",
                    "propertyId[0]", "cmis:objectTypeId",
                    "propertyValue[0]", "cmis:document",
                    "propertyId[1]", "cmis:name",
                    "propertyValue[1]", file.name()),
                file.name(),
                "about " + file.word())
            .expect(201)
            .json()
            .path("properties")
            .path("alfcmis:nodeRef")
            .path("value")
            .asText()
            .replaceFirst(".*/", "");
    assertShutOutByALock(file.at(id));
  }

  @Test
  void whoUploadedThroughShareIsShutOut() {
    File file = File.named(path);
    String id =
        author
            .clients()
            .upload(
                "/s/api/upload",
                Map.of("destination", "workspace://SpacesStore/" + folder),
                file.name(),
                "about " + file.word())
            .expect(200)
            .json()
            .path("nodeRef")
            .asText()
            .replaceFirst(".*/", "");
    assertShutOutByALock(file.at(id));
  }

  @Test
  void whatWasMovedOrCopiedInFromOnesOwnIsNobodysEither() {
    String home = Tree.folder(author.clients(), Tree.child(admin, "-root-", "Shared"), Tree.mark());
    String below = Tree.folder(author.clients(), home, "below");
    File moved = upload(below);
    File copied = upload(home);
    move(author.clients(), home, folder);
    String top = Tree.child(admin, "-root-", "Shared");
    String other = Tree.folder(author.clients(), top, Tree.mark());
    String copy =
        author
            .clients()
            .json(
                "POST",
                Platform.REST + "nodes/" + copied.id() + "/copy",
                "{'targetParentId':'" + other + "'}")
            .expect(201)
            .json()
            .path("entry")
            .path("id")
            .asText();
    String copiedBack =
        author
            .clients()
            .json(
                "POST",
                Platform.REST + "nodes/" + copy + "/copy",
                "{'targetParentId':'" + folder + "'}")
            .expect(201)
            .json()
            .path("entry")
            .path("id")
            .asText();

    lock();

    Platform clients = author.clients();
    for (String id : new String[] {home, below, moved.id(), copied.id(), copiedBack}) {
      assertThat(clients.get(Platform.REST + "nodes/" + id).status()).as(id).isEqualTo(403);
      assertThat(clients.get(Platform.OURS + "nodes/" + id).status()).as(id).isEqualTo(404);
    }
    assertThat(clients.get(Platform.REST + "nodes/" + copy).status()).isEqualTo(200);
  }

  @Test
  void nobodyMakesThemselvesTheOwner() {
    File file = upload(folder);
    author
        .clients()
        .json(
            "PUT",
            Platform.REST + "nodes/" + file.id(),
            "{'properties':{'cm:owner':'" + author.user() + "'}}");
    admin
        .json(
            "PUT",
            Platform.REST + "nodes/" + file.id(),
            "{'properties':{'cm:owner':'" + author.user() + "'}}")
        .expect(200);
    assertShutOutByALock(file);
  }

  @Test
  void aLockTakesFromTheirOwnersWhatLiesElsewhere() {
    String shared = Tree.child(admin, "-root-", "Shared");
    String name = Tree.mark();
    folder = Tree.folder(author.clients(), shared, name);
    path = "/Shared/" + name;
    Tree.access(admin, folder, true, Map.of(officer.user(), "COORDINATOR"));
    File before = upload(folder);
    assertShutOutByALock(before);
  }

  private void assertShutOutByALock(File file) {
    Views seen = views(author, file);
    assertThat(seen.shown()).containsAll(seen.certain());

    lock();

    assertThat(seen.shown()).isEmpty();
    Views others = views(chosen, file);
    assertThat(others.shown()).containsAll(others.certain());
  }

  private Views views(Person person, File file) {
    return new Views(person.clients(), folder, file.id(), file.path(), file.name(), file.word());
  }

  private void lock() {
    Tree.access(
        officer.clients(),
        folder,
        false,
        Map.of(chosen.user(), "EDITOR", officer.user(), "COORDINATOR"));
  }

  private void move(Platform clients, String id, String to) {
    clients
        .json("POST", Platform.REST + "nodes/" + id + "/move", "{'targetParentId':'" + to + "'}")
        .expect(200);
  }

  private File upload(String parent) {
    File file = File.named(path);
    String id = Tree.file(author.clients(), parent, file.name(), "about " + file.word());
    return file.at(id);
  }

  private record File(String id, String path, String name, String word) {
    /** Neither the name nor the word stands anywhere else. */
    static File named(String folder) {
      String name = "name" + Tree.mark() + ".txt";
      return new File(
          "", folder + "/" + name, name, "w" + UUID.randomUUID().toString().replace("-", ""));
    }

    File at(String where) {
      return new File(where, path, name, word);
    }
  }
}
