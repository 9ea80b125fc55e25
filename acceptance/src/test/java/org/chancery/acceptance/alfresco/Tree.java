package org.chancery.acceptance.alfresco;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Folders and files as the platform's clients make and find them. */
final class Tree {

  private Tree() {}

  /** Something short that is nowhere else. */
  static String mark() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  /** The id of the child of that name, as an administrator sees it. */
  static String child(Platform admin, String parent, String name) {
    for (JsonNode each :
        admin
            .get(Platform.REST + "nodes/" + parent + "/children?maxItems=1000")
            .expect(200)
            .json()
            .path("list")
            .path("entries")) {
      if (each.path("entry").path("name").asText().equals(name)) {
        return each.path("entry").path("id").asText();
      }
    }
    throw new AssertionError("No " + name);
  }

  /** Makes a folder by REST v1. */
  static String folder(Platform clients, String parent, String name) {
    return id(
        clients
            .json(
                "POST",
                Platform.REST + "nodes/" + parent + "/children",
                "{'name':'" + name + "','nodeType':'cm:folder'}")
            .expect(201));
  }

  /** Makes a file by REST v1. */
  static String file(Platform clients, String parent, String name, String content) {
    return id(
        clients
            .upload(
                Platform.REST + "nodes/" + parent + "/children",
                Map.of("name", name),
                name,
                content)
            .expect(201));
  }

  /** Of a node that REST v1 answered. */
  static String id(Platform.Reply reply) {
    return reply.json().path("entry").path("id").asText();
  }

  /** Sets who may do what, by our routes. */
  static void access(Platform clients, String node, boolean inherits, Map<String, String> roles) {
    List<String> grants = new ArrayList<>();
    roles.forEach(
        (authority, role) -> grants.add("{'authority':'" + authority + "','role':'" + role + "'}"));
    clients
        .json(
            "PUT",
            Platform.OURS + "nodes/" + node + "/permissions",
            "{'inherits':"
                + inherits
                + ",'grants':["
                + String.join(",", grants)
                + "],'reason':'acceptance'}")
        .expect(200);
  }

  /** A new case file with its three parts. */
  static String caseFile(Platform clients) {
    String folder =
        clients
            .json(
                "POST",
                Platform.OURS + "case-folders",
                "{'holderKind':'individual','holderName':'Case " + mark() + "'}")
            .expect(201)
            .json()
            .path("id")
            .asText();
    return clients
        .json(
            "POST",
            Platform.OURS + "case-folders/" + folder + "/case-files",
            "{'subject':'A matter','source':'public'}")
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  /** Where WebDAV finds it, without Company Home. */
  static String path(Platform admin, String id) {
    JsonNode entry =
        admin.get(Platform.REST + "nodes/" + id + "?include=path").expect(200).json().path("entry");
    return entry.path("path").path("name").asText().replaceFirst("^/Company Home", "")
        + "/"
        + entry.path("name").asText();
  }
}
