package org.chancery.acceptance.alfresco;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.acceptance.alfresco.People.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Chancery's acts as actions of a folder's rules, and of whoever asks for one by itself. */
@EnabledIfSystemProperty(named = "chancery.alfresco.url", matches = ".+")
class RuleActionsTest {
  private final Platform admin = People.administrator();
  private final People people = new People(admin);
  private final Person secretary =
      people.somebody("COMPONENT_EXECSEC_SUPERVISOR", "COMPONENT_EXECSEC_CLERK");
  private final Person other = people.somebody("ROLE_CLERK");
  private String folder;
  private String path;

  @BeforeEach
  void aFolder() {
    String name = "rules " + Tree.mark();
    folder = Tree.folder(admin, Tree.child(admin, "-root-", "Library"), name);
    path = "/Library/" + name;
    Tree.access(
        admin, folder, true, Map.of(secretary.user(), "COORDINATOR", other.user(), "EDITOR"));
  }

  @Test
  void lockLocksWhatIsDropped() {
    rule("inbound", "chancery-lock", "'reason':'by rule','authority':'" + secretary.user() + "'");
    String id = drop(secretary, "secret.txt");
    assertLocked(id, true);
    assertThat(other.clients().get(Platform.OURS + "nodes/" + id).status()).isEqualTo(404);
    assertThat(other.clients().get(Platform.REST + "nodes/" + id).status()).isEqualTo(403);
    secretary.clients().get(Platform.REST + "nodes/" + id + "/content").expect(200);
  }

  @Test
  void unlockUnlocksWhatIsChanged() {
    String id = drop(secretary, "open.txt");
    lock(id);
    assertLocked(id, true);
    rule("update", "chancery-unlock", "'reason':'by rule'");
    secretary
        .clients()
        .send("PUT", secretary.clients().webdav(path + "/open.txt"), "text/plain", "second")
        .expect(204);
    assertLocked(id, false);
    other.clients().get(Platform.REST + "nodes/" + id).expect(200);
  }

  @Test
  void bothAreThereForTheDocumentLibrary() {
    String id = drop(secretary, "library.txt");
    act(secretary, id, "chancery-lock", "'reason':'by hand','authority':'" + secretary.user() + "'")
        .expect(200);
    assertLocked(id, true);
    act(secretary, id, "chancery-unlock", "'reason':'by hand'").expect(200);
    assertLocked(id, false);
    assertThat(act(other, id, "chancery-lock", "'reason':'not mine to do'").status())
        .isGreaterThanOrEqualTo(400);
    assertLocked(id, false);
  }

  @Test
  void receiveMakesMailOfWhatIsDropped() {
    rule("inbound", "chancery-receive", "'component':'EXECSEC'");
    String name = "mail-" + Tree.mark() + ".txt";
    secretary
        .clients()
        .send("PUT", secretary.clients().webdav(path + "/" + name), "text/plain", "Dear Sir");
    assertThat(names(folder)).isEmpty();
    JsonNode items = admin.get(Platform.OURS + "intake?limit=200").expect(200).json().path("items");
    assertThat(items.findValuesAsText("name")).contains(name);
  }

  @Test
  void declareMakesARecordOfWhatIsDropped() {
    rule("inbound", "chancery-declare", "");
    String id = drop(secretary, "record.txt");
    assertThat(aspects(id)).contains("rec:declared");
    assertThat(
            admin
                .send("PUT", Platform.REST + "nodes/" + id + "/content", "text/plain", "changed")
                .status())
        .isGreaterThanOrEqualTo(400);
  }

  @Test
  void readHasWhatIsDroppedRead() {
    rule("inbound", "chancery-read", "");
    String id = drop(secretary, "paper.txt");
    JsonNode asked =
        admin
            .get(Platform.OURS + "audit?action=RETRY&object=" + id)
            .expect(200)
            .json()
            .path("items");
    assertThat(asked.findValuesAsText("user")).containsExactly(secretary.user());
    assertThat(taken(id)).as("handed to a program that reads").isTrue();
  }

  /** Takes what waits until it comes, unless a program that reads was faster. */
  private boolean taken(String id) {
    for (int i = 0; i < 200; i++) {
      Platform.Reply task = admin.json("POST", Platform.OURS + "reading/take", "{}");
      if (task.status() == 200 && task.text().contains(id)) {
        admin.json(
            "POST",
            Platform.OURS + "reading/" + task.json().path("lease").asText() + "/release",
            "{}");
        return true;
      }
      if (aspects(id).contains("cor:read")) {
        return true;
      }
      if (task.status() == 204) {
        return false;
      }
    }
    return false;
  }

  private void rule(String when, String action, String parameters) {
    admin
        .json(
            "POST",
            "/s/api/node/workspace/SpacesStore/" + folder + "/ruleset/rules",
            "{'title':'"
                + action
                + "','description':'','ruleType':['"
                + when
                + "'],'disabled':false,'applyToChildren':false,'executeAsynchronously':false,"
                + "'action':{'actionDefinitionName':'composite-action','conditions':["
                + "{'conditionDefinitionName':'no-condition','parameterValues':{}}],'actions':["
                + "{'actionDefinitionName':'"
                + action
                + "','parameterValues':{"
                + parameters
                + "}}]}}")
        .expect(200);
  }

  private String drop(Person who, String name) {
    who.clients()
        .send("PUT", who.clients().webdav(path + "/" + name), "text/plain", "x")
        .expect(201);
    return Tree.child(admin, folder, name);
  }

  private void lock(String id) {
    Tree.access(secretary.clients(), id, false, Map.of(secretary.user(), "COORDINATOR"));
  }

  private static Platform.Reply act(Person who, String id, String action, String parameters) {
    return who.clients()
        .json(
            "POST",
            "/s/api/actionQueue?async=false",
            "{'actionedUponNode':'workspace://SpacesStore/"
                + id
                + "','actionDefinitionName':'"
                + action
                + "','parameterValues':{"
                + parameters
                + "}}");
  }

  private void assertLocked(String id, boolean locked) {
    Platform clients = secretary.clients();
    JsonNode node = clients.get(Platform.OURS + "nodes/" + id).expect(200).json();
    assertThat(node.path("locked").asBoolean()).isEqualTo(locked);
    JsonNode access = clients.get(Platform.OURS + "nodes/" + id + "/permissions").json();
    assertThat(access.path("inherits").asBoolean()).isEqualTo(!locked);
  }

  private List<String> aspects(String id) {
    List<String> aspects = new ArrayList<>();
    admin
        .get(Platform.REST + "nodes/" + id)
        .expect(200)
        .json()
        .path("entry")
        .path("aspectNames")
        .forEach(each -> aspects.add(each.asText()));
    return aspects;
  }

  private List<String> names(String parent) {
    return admin
        .get(Platform.REST + "nodes/" + parent + "/children")
        .expect(200)
        .json()
        .findValuesAsText("name");
  }
}
