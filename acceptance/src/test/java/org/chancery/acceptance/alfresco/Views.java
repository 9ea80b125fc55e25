package org.chancery.acceptance.alfresco;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.chancery.acceptance.alfresco.Platform.Reply;

/** Every way in which the clients of the platform show somebody a file. */
final class Views {
  private static final String SEARCH = "/api/-default-/public/search/versions/1/search";

  private final Map<String, Supplier<Reply>> ways = new LinkedHashMap<>();
  private final TreeSet<String> certain = new TreeSet<>();
  private final String id;
  private final String name;
  private final String word;

  /**
   * Of one file.
   *
   * @param path from Company Home, with a slash before it
   * @param name the file's, which must be no part of a folder's
   * @param word stands in the file, and nowhere else
   */
  Views(Platform clients, String folder, String id, String path, String name, String word) {
    this.id = id;
    this.name = name;
    this.word = word;
    String stem = name.replaceFirst("\\..*", "");
    String node = Platform.REST + "nodes/" + id;
    String ref = "workspace/SpacesStore/" + id;
    way("REST v1: node", () -> clients.get(node));
    way("REST v1: content", () -> clients.get(node + "/content"));
    way("REST v1: children", () -> clients.get(Platform.REST + "nodes/" + folder + "/children"));
    may("REST v1: versions", () -> clients.get(node + "/versions"));
    may(
        "REST v1: find by name",
        () -> clients.get(Platform.REST + "queries/nodes?term=" + Platform.encode(name)));
    way(
        "REST v1: search",
        () ->
            clients.json(
                "POST",
                SEARCH,
                "{'query':{'language':'afts','query':'=cm:name:\\\""
                    + name
                    + "\\\" AND TYPE:\\\"cm:content\\\"'}}"));
    way("WebDAV: file", () -> clients.get(clients.webdav(path)));
    way(
        "WebDAV: listing",
        () ->
            clients.send(
                "PROPFIND",
                clients.webdav(path.substring(0, path.lastIndexOf('/'))),
                "",
                "",
                "Depth",
                "1"));
    way("CMIS: object", () -> clients.get(cmis(id, "object")));
    way("CMIS: content", () -> clients.get(cmis(id, "content")));
    way("CMIS: children", () -> clients.get(cmis(folder, "children")));
    way(
        "CMIS: query",
        () ->
            clients.get(
                Platform.CMIS.replace("/root", "")
                    + "?cmisselector=query&succinct=true&q="
                    + Platform.encode(
                        "SELECT * FROM cmis:document WHERE cmis:name = '" + name + "'")));
    way("Share: content", () -> clients.get("/s/api/node/content/" + ref));
    way("Share: document", () -> clients.get("/s/slingshot/doclib2/node/" + ref));
    way("Share: search", () -> clients.get("/s/slingshot/search?repo=true&term=" + stem));
    way("Share: live search", () -> clients.get("/s/slingshot/live-search-docs?t=" + stem));
    way("ours: node", () -> clients.get(Platform.OURS + "nodes/" + id));
    way("ours: content", () -> clients.get(Platform.OURS + "nodes/" + id + "/content"));
    way("ours: search", () -> clients.get(Platform.OURS + "search?q=" + stem));
  }

  private static String cmis(String object, String selector) {
    return Platform.CMIS
        + "?succinct=true&objectId="
        + Platform.encode(object)
        + "&cmisselector="
        + selector;
  }

  private void way(String what, Supplier<Reply> how) {
    ways.put(what, how);
    certain.add(what);
  }

  /** Shows it only where there are versions, or a search service of the platform's. */
  private void may(String what, Supplier<Reply> how) {
    ways.put(what, how);
  }

  /**
   * By which of them something of the file is shown: its name or a word of it, or that it is there.
   */
  TreeSet<String> shown() {
    TreeSet<String> shown = new TreeSet<>();
    ways.forEach(
        (what, how) -> {
          if (shows(how.get())) {
            shown.add(what);
          }
        });
    return shown;
  }

  /** Those by which whoever may read it sees it, whatever else is installed. */
  TreeSet<String> certain() {
    return certain;
  }

  /** What was asked may be repeated in a refusal. */
  private boolean shows(Reply reply) {
    boolean answered = reply.status() < 400;
    return reply.text().contains(word)
        || answered && (reply.text().contains(name) || reply.text().contains(id));
  }
}
