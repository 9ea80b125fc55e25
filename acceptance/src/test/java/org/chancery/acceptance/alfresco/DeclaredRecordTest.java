package org.chancery.acceptance.alfresco;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.chancery.acceptance.alfresco.Platform.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What a declared record withstands, tried with an administrator's account through every client of
 * a real Alfresco (row R4). Run with {@code -Dchancery.alfresco.url=http://…/alfresco} and, where
 * it is not the usual one, {@code -Dchancery.alfresco.password}; {@code -Dchancery.alfresco.table}
 * names a file for the table of answers.
 */
@EnabledIfSystemProperty(named = "chancery.alfresco.url", matches = ".+")
class DeclaredRecordTest {
  private static final String NODE = "/s/api/node/workspace/SpacesStore/";
  private static final String DOCLIB = "/s/slingshot/doclib/action/";

  private final Platform platform =
      new Platform(
          System.getProperty("chancery.alfresco.url", "http://unset"),
          System.getProperty("chancery.alfresco.user", "admin"),
          System.getProperty("chancery.alfresco.password", "admin"));
  private final Map<String, Map<String, String>> table = new LinkedHashMap<>();
  private final Set<String> clients = new LinkedHashSet<>();
  private final List<String> changed = new ArrayList<>();
  private final List<String> unrecorded = new ArrayList<>();

  private String outer;
  private String inner;
  private String other;
  private String record;
  private String free;
  private String file;
  private String openFile;
  private String filePath;
  private String outerName;
  private String recordTag;
  private String seen = "";
  private String denial = "";

  @Test
  void everyAttemptIsRefusedAndInTheLedger() {
    prepare();
    rest();
    share();
    webdav();
    cmis();
    ours();
    write();
    assertThat(changed).as("attempts that changed something").isEmpty();
    assertThat(unrecorded).as("refusals that are not in the ledger").isEmpty();
  }

  private void prepare() {
    String library = Tree.child(platform, "-root-", "Library");
    outerName = "outer " + Tree.mark();
    outer = made(library, outerName, "cm:folder");
    inner = made(outer, "inner", "cm:folder");
    other = made(library, "other " + Tree.mark(), "cm:folder");
    record = made(inner, "record.txt", "cm:content");
    free = made(inner, "free.txt", "cm:content");
    for (String text : List.of("first", "second")) {
      platform
          .send(
              "PUT",
              Platform.REST + "nodes/" + record + "/content?majorVersion=true",
              "text/plain",
              text)
          .expect(200);
    }
    String folder =
        platform
            .json(
                "POST",
                Platform.OURS + "case-folders",
                "{'holderKind':'individual','holderName':'Record " + Tree.mark() + "'}")
            .expect(201)
            .json()
            .path("id")
            .asText();
    file = caseFile(folder);
    openFile = caseFile(folder);
    recordTag = declare(record);
    declare(file);
    JsonNode path =
        platform.get(Platform.REST + "nodes/" + file + "?include=path").json().path("entry");
    filePath =
        path.path("path").path("name").asText().replaceFirst("^/Company Home", "")
            + "/"
            + path.path("name").asText();
  }

  private String declare(String id) {
    return platform
        .json("POST", Platform.OURS + "nodes/" + id + "/declare", "{}")
        .expect(200)
        .etag();
  }

  private String caseFile(String folder) {
    return platform
        .json(
            "POST",
            Platform.OURS + "case-folders/" + folder + "/case-files",
            "{'subject':'A matter','source':'public'}")
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  private String made(String parent, String name, String type) {
    return platform
        .json(
            "POST",
            Platform.REST + "nodes/" + parent + "/children",
            "{'name':'" + name + "','nodeType':'" + type + "'}")
        .expect(201)
        .json()
        .path("entry")
        .path("id")
        .asText();
  }

  private void rest() {
    String client = "REST v1";
    String node = Platform.REST + "nodes/";
    attempt(client, "change a property", () -> put(record, "{'properties':{'cm:title':'X'}}"));
    attempt(client, "change its owner", () -> put(record, "{'properties':{'cm:owner':'admin'}}"));
    attempt(client, "change its type", () -> put(record, "{'nodeType':'cor:document'}"));
    attempt(
        client,
        "replace its content",
        () -> platform.send("PUT", node + record + "/content", "text/plain", "third"));
    attempt(client, "rename", () -> put(record, "{'name':'renamed.txt'}"));
    attempt(
        client,
        "move",
        () -> platform.json("POST", node + record + "/move", "{'targetParentId':'" + other + "'}"));
    attempt(
        client,
        "move a folder above",
        () -> platform.json("POST", node + outer + "/move", "{'targetParentId':'" + other + "'}"));
    attempt(client, "delete", () -> platform.delete(node + record));
    attempt(client, "delete for good", () -> platform.delete(node + record + "?permanent=true"));
    attempt(client, "delete a folder above", () -> platform.delete(node + outer));
    attempt(client, "delete a version", () -> platform.delete(node + record + "/versions/1.0"));
    attempt(
        client,
        "go back to a version",
        () -> platform.json("POST", node + record + "/versions/1.0/revert", "{}"));
    attempt(
        client,
        "set a permission",
        () ->
            put(
                record,
                "{'permissions':{'locallySet':[{'authorityId':'GROUP_EVERYONE','name':'Consumer',"
                    + "'accessStatus':'ALLOWED'}]}}"));
    attempt(
        client,
        "clear its permissions",
        () -> put(record, "{'permissions':{'isInheritanceEnabled':false,'locallySet':[]}}"));
    attempt(
        client,
        "change permissions of a folder above",
        () -> put(inner, "{'permissions':{'isInheritanceEnabled':false}}"));
    attempt(client, "add an aspect", () -> put(record, aspects("cm:author", "")));
    attempt(client, "remove an aspect", () -> put(record, aspects("", "rec:declared")));
    attempt(
        client, "lock or check out", () -> platform.json("POST", node + record + "/lock", "{}"));
    attempt(
        client,
        "add something to it",
        () ->
            platform.json(
                "POST", node + file + "/children", "{'name':'more','nodeType':'cm:folder'}"));
    attempt(
        client,
        "file it in a second folder",
        () ->
            platform.json(
                "POST",
                node + other + "/secondary-children",
                "{'childId':'" + record + "','assocType':'cm:contains'}"));
    attempt(
        client,
        "relate it to another",
        () ->
            platform.json(
                "POST",
                node + file + "/targets",
                "{'targetId':'" + openFile + "','assocType':'cor:relatedFile'}"));
    attempt(
        client,
        "relate another to it",
        () ->
            platform.json(
                "POST",
                node + openFile + "/targets",
                "{'targetId':'" + file + "','assocType':'cor:relatedFile'}"));
  }

  private Reply put(String id, String json) {
    return platform.json("PUT", Platform.REST + "nodes/" + id, json);
  }

  /** The aspects as they are, with one more or one less. */
  private String aspects(String more, String less) {
    Set<String> names = new TreeSet<>();
    platform
        .get(Platform.REST + "nodes/" + record)
        .json()
        .path("entry")
        .path("aspectNames")
        .forEach(name -> names.add(name.asText()));
    names.add(more);
    names.remove(less);
    names.remove("");
    return "{'aspectNames':['" + String.join("','", names) + "']}";
  }

  private void share() {
    String client = "Share's web scripts";
    String ref = "workspace://SpacesStore/";
    attempt(
        client,
        "change a property",
        () -> platform.json("POST", NODE + record + "/formprocessor", "{'prop_cm_title':'X'}"));
    attempt(
        client,
        "rename",
        () ->
            platform.json(
                "POST", NODE + record + "/formprocessor", "{'prop_cm_name':'renamed.txt'}"));
    attempt(
        client,
        "replace its content",
        () ->
            platform.upload(
                "/s/api/upload",
                Map.of("updateNodeRef", ref + record, "overwrite", "true"),
                "record.txt",
                "third"));
    attempt(
        client,
        "move",
        () ->
            platform.json(
                "POST",
                DOCLIB + "move-to/node/workspace/SpacesStore/" + other,
                "{'nodeRefs':['" + ref + record + "'],'parentId':'" + ref + inner + "'}"));
    attempt(
        client,
        "move a folder above",
        () ->
            platform.json(
                "POST",
                DOCLIB + "move-to/node/workspace/SpacesStore/" + other,
                "{'nodeRefs':['" + ref + outer + "']}"));
    attempt(
        client,
        "delete",
        () -> platform.delete(DOCLIB + "file/node/workspace/SpacesStore/" + record));
    attempt(
        client,
        "delete a folder above",
        () ->
            platform.json(
                "POST",
                DOCLIB + "files?alf_method=delete",
                "{'nodeRefs':['" + ref + outer + "']}"));
    attempt(
        client,
        "delete a version",
        () -> platform.delete(DOCLIB + "file/node/workspace/version2Store/" + versionNode()));
    attempt(
        client,
        "go back to a version",
        () ->
            platform.json(
                "POST",
                "/s/api/revert",
                "{'nodeRef':'"
                    + ref
                    + record
                    + "','version':'1.0','majorVersion':false,'description':''}"));
    attempt(
        client,
        "set a permission",
        () ->
            platform.json(
                "POST",
                "/s/slingshot/doclib/permissions/workspace/SpacesStore/" + record,
                "{'permissions':[{'authority':'GROUP_EVERYONE','role':'Consumer'}],"
                    + "'isInherited':true}"));
    attempt(
        client,
        "clear its permissions",
        () ->
            platform.json(
                "POST",
                "/s/slingshot/doclib/permissions/workspace/SpacesStore/" + record,
                "{'permissions':[],'isInherited':false}"));
    attempt(
        client,
        "change permissions of a folder above",
        () ->
            platform.json(
                "POST",
                "/s/slingshot/doclib/permissions/workspace/SpacesStore/" + inner,
                "{'permissions':[],'isInherited':false}"));
    attempt(
        client,
        "add an aspect",
        () ->
            platform.json(
                "POST",
                DOCLIB + "aspects/node/workspace/SpacesStore/" + record,
                "{'added':['cm:author'],'removed':[]}"));
    attempt(
        client,
        "remove an aspect",
        () ->
            platform.json(
                "POST",
                DOCLIB + "aspects/node/workspace/SpacesStore/" + record,
                "{'added':[],'removed':['rec:declared']}"));
    attempt(
        client,
        "lock or check out",
        () ->
            platform.json("POST", DOCLIB + "checkout/node/workspace/SpacesStore/" + record, "{}"));
    attempt(
        client,
        "add something to it",
        () ->
            platform.json(
                "POST",
                "/s/api/type/cm%3Afolder/formprocessor",
                "{'alf_destination':'" + ref + file + "','prop_cm_name':'more'}"));
    attempt(
        client,
        "relate it to another",
        () ->
            platform.json(
                "POST",
                NODE + file + "/formprocessor",
                "{'assoc_cor_relatedFile_added':'" + ref + openFile + "'}"));
    attempt(
        client,
        "relate another to it",
        () ->
            platform.json(
                "POST",
                NODE + openFile + "/formprocessor",
                "{'assoc_cor_relatedFile_added':'" + ref + file + "'}"));
  }

  /** The node in which the platform keeps the first version. */
  private String versionNode() {
    JsonNode versions =
        platform.get("/s/api/version?nodeRef=workspace://SpacesStore/" + record).json();
    for (JsonNode each : versions) {
      if (each.path("label").asText().equals("1.0")) {
        return each.path("nodeRef").asText().replaceFirst("^.*/", "");
      }
    }
    throw new AssertionError("No version 1.0: " + versions);
  }

  private void webdav() {
    String client = "WebDAV";
    String folder = "/Library/" + outerName;
    String at = platform.webdav(folder + "/inner/record.txt");
    attempt(
        client,
        "change a property",
        () ->
            platform.send(
                "PROPPATCH",
                at,
                "application/xml",
                "<?xml version='1.0'?><D:propertyupdate xmlns:D='DAV:' xmlns:Z='urn:z'><D:set>"
                    + "<D:prop><Z:mark>X</Z:mark></D:prop></D:set></D:propertyupdate>"));
    attempt(client, "replace its content", () -> platform.send("PUT", at, "text/plain", "third"));
    attempt(client, "rename", () -> moved(at, platform.webdav(folder + "/inner/renamed.txt")));
    attempt(client, "move", () -> moved(at, platform.webdav(folder + "/record.txt")));
    attempt(
        client,
        "move a folder above",
        () -> moved(platform.webdav(folder), platform.webdav("/" + outerName)));
    attempt(client, "delete", () -> platform.delete(at));
    attempt(client, "delete a folder above", () -> platform.delete(platform.webdav(folder)));
    attempt(
        client,
        "lock or check out",
        () ->
            platform.send(
                "LOCK",
                at,
                "application/xml",
                "<?xml version='1.0'?><D:lockinfo xmlns:D='DAV:'><D:lockscope><D:exclusive/>"
                    + "</D:lockscope><D:locktype><D:write/></D:locktype></D:lockinfo>"));
    attempt(
        client,
        "add something to it",
        () -> platform.send("MKCOL", platform.webdav(filePath + "/more"), "", ""));
  }

  private Reply moved(String from, String to) {
    return platform.send("MOVE", from, "", "", "Destination", platform.address(to));
  }

  private void cmis() {
    String client = "CMIS";
    attempt(
        client,
        "change a property",
        () ->
            platform.cmis(
                record, "update", "propertyId[0]", "cmis:description", "propertyValue[0]", "X"));
    attempt(
        client,
        "rename",
        () ->
            platform.cmis(
                record, "update", "propertyId[0]", "cmis:name", "propertyValue[0]", "x.txt"));
    attempt(client, "replace its content", () -> platform.cmis(record, "deleteContent"));
    attempt(
        client,
        "move",
        () -> platform.cmis(record, "move", "sourceFolderId", inner, "targetFolderId", other));
    attempt(
        client,
        "move a folder above",
        () ->
            platform.cmis(
                outer,
                "move",
                "sourceFolderId",
                Tree.child(platform, "-root-", "Library"),
                "targetFolderId",
                other));
    attempt(client, "delete", () -> platform.cmis(record, "delete", "allVersions", "true"));
    attempt(
        client,
        "delete a folder above",
        () -> platform.cmis(outer, "deleteTree", "allVersions", "true"));
    attempt(
        client,
        "delete a version",
        () -> platform.cmis(cmisVersion(), "delete", "allVersions", "false"));
    attempt(
        client,
        "set a permission",
        () ->
            platform.cmis(
                record,
                "applyACL",
                "addACEPrincipal[0]",
                "GROUP_EVERYONE",
                "addACEPermission[0][0]",
                "cmis:read",
                "ACLPropagation",
                "objectonly"));
    attempt(
        client,
        "change permissions of a folder above",
        () ->
            platform.cmis(
                inner,
                "applyACL",
                "addACEPrincipal[0]",
                "GROUP_EVERYONE",
                "addACEPermission[0][0]",
                "cmis:all",
                "ACLPropagation",
                "objectonly"));
    attempt(
        client,
        "add an aspect",
        () -> platform.cmis(record, "update", secondaryTypes("P:cm:author", "")));
    attempt(
        client,
        "remove an aspect",
        () -> platform.cmis(record, "update", secondaryTypes("", "P:rec:declared")));
    attempt(client, "lock or check out", () -> platform.cmis(record, "checkOut"));
    attempt(
        client,
        "add something to it",
        () ->
            platform.cmis(
                file,
                "createFolder",
                "propertyId[0]",
                "cmis:objectTypeId",
                "propertyValue[0]",
                "cmis:folder",
                "propertyId[1]",
                "cmis:name",
                "propertyValue[1]",
                "more"));
    attempt(
        client,
        "file it in a second folder",
        () -> platform.cmis(record, "addObjectToFolder", "folderId", other));
  }

  /** The aspects as this client knows them, with one more or one less. */
  private String[] secondaryTypes(String more, String less) {
    Set<String> names = new TreeSet<>();
    platform
        .get(
            Platform.CMIS
                + "?cmisselector=object&succinct=true&objectId="
                + Platform.encode(record))
        .json()
        .path("succinctProperties")
        .path("cmis:secondaryObjectTypeIds")
        .forEach(name -> names.add(name.asText()));
    names.add(more);
    names.remove(less);
    names.remove("");
    List<String> fields = new ArrayList<>(List.of("propertyId[0]", "cmis:secondaryObjectTypeIds"));
    int at = 0;
    for (String name : names) {
      fields.add("propertyValue[0][" + at++ + "]");
      fields.add(name);
    }
    return fields.toArray(String[]::new);
  }

  /** The first version, as this client names it. */
  private String cmisVersion() {
    JsonNode versions =
        platform
            .get(
                Platform.CMIS
                    + "?cmisselector=versions&succinct=true&objectId="
                    + Platform.encode(record))
            .json();
    for (JsonNode each : versions) {
      JsonNode properties = each.path("succinctProperties");
      if (properties.path("cmis:versionLabel").asText().equals("1.0")) {
        return properties.path("cmis:objectId").asText();
      }
    }
    throw new AssertionError("No version 1.0: " + versions);
  }

  private void ours() {
    String client = "Chancery's routes";
    String node = Platform.OURS + "nodes/";
    attempt(
        client,
        "change a property",
        () ->
            platform.json(
                "PUT",
                node + record + "/properties",
                "{'properties':{'cm:title':'X'}}",
                "If-Match",
                recordTag));
    attempt(
        client,
        "replace its content",
        () ->
            platform.send(
                "PUT", node + record + "/content", "text/plain", "third", "If-Match", recordTag));
    attempt(
        client,
        "rename",
        () ->
            platform.json(
                "POST", node + record + "/move", "{'name':'x.txt'}", "If-Match", recordTag));
    attempt(
        client,
        "move",
        () ->
            platform.json(
                "POST",
                node + record + "/move",
                "{'parent':'" + other + "'}",
                "If-Match",
                recordTag));
    attempt(
        client,
        "move a folder above",
        () ->
            platform.json(
                "POST",
                node + outer + "/move",
                "{'parent':'" + other + "'}",
                "If-Match",
                platform.get(node + outer).etag()));
    attempt(client, "delete", () -> platform.delete(node + record));
    attempt(client, "delete a folder above", () -> platform.delete(node + outer));
    attempt(
        client,
        "add something to it",
        () ->
            platform.json("POST", node + file + "/children", "{'type':'cm:folder','name':'more'}"));
  }

  private void attempt(String client, String operation, Supplier<Reply> how) {
    clients.add(client);
    String before = seen.isEmpty() ? state() : seen;
    String denialBefore = denial.isEmpty() ? lastDenial() : denial;
    Reply reply = how.get();
    seen = state();
    denial = lastDenial();
    boolean kept = before.equals(seen);
    boolean recorded = !denial.equals(denialBefore);
    table
        .computeIfAbsent(operation, unused -> new LinkedHashMap<>())
        .put(
            client,
            (kept ? "refused" : "**CHANGED**")
                + ", "
                + reply.status()
                + (recorded ? "" : ", not in the ledger"));
    String line = client + ": " + operation + " → " + reply.status() + " " + brief(reply.text());
    System.out.println(
        (kept ? "kept     " : "CHANGED  ") + (recorded ? "ledger " : "-      ") + line);
    if (!kept) {
      changed.add(line + "\n" + before + "\n" + seen);
    } else if (!recorded) {
      unrecorded.add(line);
    }
  }

  private static String brief(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() > 300 ? line.substring(0, 300) : line;
  }

  /** All that must not change, as the platform itself shows it. */
  private String state() {
    StringBuilder all = new StringBuilder();
    for (String id : List.of(record, file, inner)) {
      JsonNode entry =
          platform
              .get(
                  Platform.REST
                      + "nodes/"
                      + id
                      + "?include=path,permissions,association,isLocked,aspectNames")
              .json()
              .path("entry");
      for (String field :
          List.of("name", "nodeType", "parentId", "path", "permissions", "content", "isLocked")) {
        all.append(entry.path(field)).append('|');
      }
      if (!id.equals(inner)) {
        all.append(entry.path("properties")).append(new TreeSet<>(names(entry))).append('\n');
      }
    }
    all.append(
        entries(Platform.REST + "nodes/" + record + "/versions").replaceAll("\"path\".*?}", ""));
    all.append(entries(Platform.REST + "nodes/" + file + "/children"));
    all.append(entries(Platform.REST + "nodes/" + file + "/targets"));
    all.append(entries(Platform.REST + "nodes/" + file + "/sources"));
    all.append(entries(Platform.REST + "nodes/" + record + "/parents"));
    return all.toString();
  }

  private static List<String> names(JsonNode entry) {
    List<String> names = new ArrayList<>();
    entry.path("aspectNames").forEach(name -> names.add(name.asText()));
    return names;
  }

  private String entries(String path) {
    Set<String> ids = new TreeSet<>();
    platform
        .get(path)
        .json()
        .path("list")
        .path("entries")
        .forEach(each -> ids.add(each.path("entry").path("id").asText()));
    return path.replaceFirst(".*/", "") + ids + "\n";
  }

  private String lastDenial() {
    JsonNode items =
        platform.get(Platform.OURS + "audit?outcome=DENIED&limit=1").expect(200).json();
    return items.path("items").path(0).path("at").asText()
        + items.path("items").path(0).path("action").asText();
  }

  private void write() {
    StringBuilder text = new StringBuilder("| attempt |");
    clients.forEach(client -> text.append(' ').append(client).append(" |"));
    text.append("\n|").append(" --- |".repeat(clients.size() + 1)).append('\n');
    table.forEach(
        (operation, answers) -> {
          text.append("| ").append(operation).append(" |");
          clients.forEach(
              client -> text.append(' ').append(answers.getOrDefault(client, "–")).append(" |"));
          text.append('\n');
        });
    System.out.println(text);
    String target = System.getProperty("chancery.alfresco.table", "");
    if (!target.isEmpty()) {
      try {
        Files.writeString(Path.of(target), text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
