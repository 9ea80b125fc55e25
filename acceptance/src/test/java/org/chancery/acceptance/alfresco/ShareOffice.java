package org.chancery.acceptance.alfresco;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;

/** What the tests in Share find prepared, and how they ask what came of a click. */
final class ShareOffice {
  static final Duration READING_LIMIT = Duration.ofSeconds(180);

  private final Client admin;
  private final Client clerk;
  private final Platform platform;

  ShareOffice(Host host) {
    this.admin = host.admin();
    this.clerk = host.person("clerk");
    this.platform =
        new Platform(
            System.getProperty("chancery.alfresco.url"), host.adminUser(), host.adminPassword());
  }

  /** The platform's own interfaces. */
  Platform platform() {
    return platform;
  }

  /** A new folder in the library, which all may fill. */
  Folder folder(String name) {
    String unique = name + " " + UUID.randomUUID().toString().substring(0, 8);
    String id =
        platform
            .json(
                "POST",
                Platform.REST + "nodes/-root-/children",
                "{'name':'" + unique + "','nodeType':'cm:folder','relativePath':'/Library'}")
            .expect(201)
            .json()
            .path("entry")
            .path("id")
            .asText();
    return new Folder(id, unique);
  }

  /**
   * A folder in the library.
   *
   * @param id its identity
   * @param name its name
   */
  record Folder(String id, String name) {
    String path() {
      return "/Library/" + name;
    }
  }

  /** Lets somebody say who may see what lies in a folder that stays open to all. */
  void coordinator(Folder folder, String user) {
    Tree.access(platform, folder.id(), true, Map.of(user, "COORDINATOR"));
  }

  /** Gives a folder the rule that does something to every file put into it. */
  void rule(Folder folder, String action) {
    platform
        .json(
            "POST",
            "/s/api/node/workspace/SpacesStore/" + folder.id() + "/ruleset/rules",
            "{'title':'"
                + action
                + "','ruleType':['inbound'],'applyToChildren':false,'executeAsynchronously':false,"
                + "'disabled':false,'action':{'actionDefinitionName':'composite-action',"
                + "'actions':[{'actionDefinitionName':'"
                + action
                + "','parameterValues':{}}],"
                + "'conditions':[{'conditionDefinitionName':'no-condition','parameterValues':{}}]}}")
        .expect(200);
  }

  /** The file of that name in a folder. */
  String idOf(Folder folder, String name) {
    return Tree.child(platform, folder.id(), name);
  }

  /** A node as Chancery shows it. */
  JsonNode node(String id) {
    return admin.get("nodes/" + id).expect(200).json();
  }

  /** Waits until a file has been read that was not, or was read before. */
  JsonNode awaitRead(String id, String before) {
    return Host.awaitValue(
        id + " to be read",
        READING_LIMIT,
        () ->
            Optional.of(node(id))
                .filter(
                    node -> {
                      String at = node.path("properties").path("cor:readAt").asText();
                      return !at.isEmpty() && !at.equals(before);
                    }));
  }

  /** Uploads mail as a component's. */
  String mail(String name, byte[] bytes, String component) {
    return admin.upload(name, bytes, Map.of("component", component)).expect(201).text("id");
  }

  /** Uploads mail as a component's, and waits until it has been read. */
  String readMail(String name, byte[] bytes, String component) {
    String id = mail(name, bytes, component);
    awaitState(id, "ready");
    return id;
  }

  /** Waits for an item's state at the desk. */
  void awaitState(String id, String state) {
    Host.await(
        id + " to be " + state,
        READING_LIMIT,
        () -> admin.get("intake/" + id).expect(200).text("state").equals(state));
  }

  /** The clerk files mail into a new case file. Answers with everything made for it. */
  JsonNode file(String id, String subject, String first, String last) {
    return file(clerk, id, subject, first, last);
  }

  /** The same by somebody else. */
  JsonNode file(Client who, String id, String subject, String first, String last) {
    return who.post(
            "intake/" + id + "/file",
            Map.of(
                "newCaseFolder",
                Map.of("holderKind", "individual", "holderName", last + ", " + first),
                "newCaseFile",
                Map.of("subject", subject, "source", "public"),
                "correspondent",
                Map.of("firstName", first, "lastName", last, "zip", "78040")))
        .expect(200)
        .json();
  }

  /** The folder a node lies in, as Share's library names it. */
  String folderOf(String id) {
    // Share's paths begin below the company's home.
    return platform
        .get(Platform.REST + "nodes/" + id + "?include=path")
        .expect(200)
        .json()
        .path("entry")
        .path("path")
        .path("name")
        .asText()
        .replaceFirst("^/Company Home", "");
  }

  /** What lies in a node under that name; the only one for an empty name. */
  String child(String parent, String name) {
    for (JsonNode each : admin.get("nodes/" + parent + "/children").expect(200).list("items")) {
      if (name.isEmpty() || each.path("name").asText().equals(name)) {
        return each.path("id").asText();
      }
    }
    throw new AssertionError("There is no " + name + " in " + parent);
  }

  /** A stakeholder of that last name. */
  String person(String lastName) {
    return admin
        .post(
            "people",
            Map.of(
                "person",
                Map.of("lastName", lastName, "firstName", "Ines"),
                "component",
                "EXECSEC",
                "confirmed",
                true))
        .expect(201)
        .text("id");
  }
}
