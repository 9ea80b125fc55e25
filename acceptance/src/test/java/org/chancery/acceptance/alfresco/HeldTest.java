package org.chancery.acceptance.alfresco;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.chancery.acceptance.alfresco.Platform.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What is under a hold is not deleted, not moved out and loses nothing, whatever the client (row
 * R5): itself, what lies in it, what it lies in. Each attempt is first made on what is free, where
 * it must change something.
 */
@EnabledIfSystemProperty(named = "chancery.alfresco.url", matches = ".+")
class HeldTest {
  private static final String NODES = Platform.REST + "nodes/";
  private static final String REF = "workspace://SpacesStore/";
  private static final String ACTION = "/s/slingshot/doclib/action/";

  private final Platform admin = People.administrator();
  private final String library = Tree.child(admin, "-root-", "Library");

  /** A folder in a folder in a folder, with a document of two versions and one of none. */
  private record Shelf(
      String outer, String inner, String path, String document, String unversioned, String other) {}

  private enum On {
    DOCUMENT,
    OUTER
  }

  /** What somebody tries. */
  private record Attempt(String name, On hold, Function<Shelf, Reply> how) {}

  /** All are made on the same, one after the other: nothing of it may go with any of them. */
  @Test
  void isTakenAwayByNoClient() {
    List<String> wrong = new ArrayList<>();
    for (On hold : On.values()) {
      Shelf held = shelf();
      if (hold == On.DOCUMENT) {
        Holding.place(admin, held.document());
        Holding.place(admin, held.unversioned());
      } else {
        Holding.place(admin, held.outer());
      }
      String before = state(held);
      String place = place(held);
      String denial = admin.denial();
      for (Attempt attempt : attempts()) {
        if (attempt.hold() != hold) {
          continue;
        }
        Reply refused = attempt.how().apply(held);
        String now = admin.denial();
        System.out.println(attempt.name() + ": " + told(refused));
        if (now.equals(denial)) {
          wrong.add(attempt.name() + " is not in the ledger: " + told(refused));
        }
        denial = now;
        if (!place.equals(place(held))) {
          wrong.add(attempt.name() + " changed what is held: " + told(refused));
          break;
        }
      }
      if (!before.equals(state(held))) {
        wrong.add("Something changed what is held: " + before + state(held));
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Without a hold each of them does something: it was no typing error that was refused. */
  @Test
  void isTheOnlyReasonForARefusal() {
    List<String> wrong = new ArrayList<>();
    for (Attempt attempt : attempts()) {
      if (attempt.hold() == On.DOCUMENT) {
        Shelf free = shelf();
        String before = state(free);
        Reply done = attempt.how().apply(free);
        System.out.println(attempt.name() + ", free: " + done.status());
        if (before.equals(state(free))) {
          wrong.add(attempt.name() + " does nothing to what is free: " + told(done));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Where it lies and what is in it. */
  private String place(Shelf at) {
    JsonNode entry = entry(at.document());
    return entry.path("name") + "|" + entry.path("parentId") + "|" + entry.path("content");
  }

  private List<Attempt> attempts() {
    List<Attempt> all = new ArrayList<>();
    for (On hold : On.values()) {
      String where = hold == On.DOCUMENT ? "" : " in a held folder";
      add(all, "REST: deleted" + where, hold, at -> admin.delete(NODES + at.document()));
      add(
          all,
          "REST: deleted for good" + where,
          hold,
          at -> admin.delete(NODES + at.document() + "?permanent=true"));
      add(
          all,
          "REST: moved out" + where,
          hold,
          at ->
              admin.json(
                  "POST",
                  NODES + at.document() + "/move",
                  "{'targetParentId':'" + at.other() + "'}"));
      add(all, "REST: the folder deleted" + where, hold, at -> admin.delete(NODES + at.inner()));
      add(
          all,
          "REST: the folder moved" + where,
          hold,
          at ->
              admin.json(
                  "POST", NODES + at.inner() + "/move", "{'targetParentId':'" + at.other() + "'}"));
      add(
          all,
          "REST: the folder above moved" + where,
          hold,
          at ->
              admin.json(
                  "POST", NODES + at.outer() + "/move", "{'targetParentId':'" + at.other() + "'}"));
      add(
          all,
          "REST: a version less" + where,
          hold,
          at -> admin.delete(NODES + at.document() + "/versions/1.0"));
      add(
          all,
          "REST: no versions any more" + where,
          hold,
          at -> put(at.document(), aspects(at.document(), "cm:versionable")));
      add(
          all,
          "REST: what no version has, overwritten" + where,
          hold,
          at ->
              admin.send(
                  "PUT", NODES + at.unversioned() + "/content", "text/plain", "other words"));
      share(all, where, hold);
      webdav(all, where, hold);
      cmis(all, where, hold);
      add(
          all,
          "a rule: moved out" + where,
          hold,
          at -> {
            if (hold == On.DOCUMENT) {
              return byRule(at, at.document());
            }
            rule(at.inner(), at.other());
            return admin.upload(
                NODES + at.inner() + "/children", Map.of("name", "new.txt"), "new.txt", "x");
          });
    }
    add(
        all,
        "REST: back to a version of before",
        On.DOCUMENT,
        at -> admin.json("POST", NODES + at.document() + "/versions/1.0/revert", "{}"));
    return all;
  }

  private void share(List<Attempt> all, String where, On hold) {
    add(
        all,
        "Share: deleted" + where,
        hold,
        at -> admin.delete(ACTION + "file/node/workspace/SpacesStore/" + at.document()));
    add(
        all,
        "Share: the folder above deleted" + where,
        hold,
        at ->
            admin.json(
                "POST",
                ACTION + "files?alf_method=delete",
                "{'nodeRefs':['" + REF + at.outer() + "']}"));
    add(
        all,
        "Share: moved" + where,
        hold,
        at ->
            admin.json(
                "POST",
                ACTION + "move-to/node/workspace/SpacesStore/" + at.other(),
                "{'nodeRefs':['"
                    + REF
                    + at.document()
                    + "'],'parentId':'"
                    + REF
                    + at.inner()
                    + "'}"));
  }

  private void webdav(List<Attempt> all, String where, On hold) {
    add(all, "WebDAV: deleted" + where, hold, at -> admin.delete(in(at, "/letter.txt")));
    add(all, "WebDAV: the folder deleted" + where, hold, at -> admin.delete(in(at, "")));
    add(
        all,
        "WebDAV: moved" + where,
        hold,
        at ->
            admin.send(
                "MOVE",
                in(at, "/letter.txt"),
                "",
                "",
                "Destination",
                admin.address(admin.webdav("/Library/letter " + Tree.mark() + ".txt"))));
    add(
        all,
        "WebDAV: what no version has, overwritten" + where,
        hold,
        at -> admin.send("PUT", in(at, "/unversioned.txt"), "text/plain", "other words"));
    add(
        all,
        "WebDAV: what no version has, emptied" + where,
        hold,
        at -> admin.send("PUT", in(at, "/unversioned.txt"), "text/plain", ""));
  }

  private void cmis(List<Attempt> all, String where, On hold) {
    add(
        all,
        "CMIS: deleted" + where,
        hold,
        at -> admin.cmis(at.document(), "delete", "allVersions", "true"));
    add(
        all,
        "CMIS: the tree deleted" + where,
        hold,
        at -> admin.cmis(at.outer(), "deleteTree", "allVersions", "true"));
    add(
        all,
        "CMIS: moved" + where,
        hold,
        at ->
            admin.cmis(
                at.document(), "move", "sourceFolderId", at.inner(), "targetFolderId", at.other()));
    add(
        all,
        "CMIS: the latest version less" + where,
        hold,
        at -> admin.cmis(at.document(), "delete", "allVersions", "false"));
    add(
        all,
        "CMIS: what no version has, emptied" + where,
        hold,
        at -> admin.cmis(at.unversioned(), "deleteContent"));
  }

  @Test
  void isWorkedOnAndStaysUnderTheHold() {
    Shelf at = shelf();
    String hold = Holding.place(admin, at.document());
    ok(
        admin.send(
            "PUT", NODES + at.document() + "/content?majorVersion=true", "text/plain", "third"));
    ok(admin.send("PUT", in(at, "/letter.txt"), "text/plain", "fourth"));
    ok(put(at.document(), "{'properties':{'cm:title':'Another'}}"));
    ok(put(at.document(), "{'name':'renamed.txt'}"));
    ok(admin.json("POST", NODES + at.document() + "/comments", "{'content':'x'}"));
    ok(
        put(
            at.inner(),
            "{'permissions':{'locallySet':[{'authorityId':'GROUP_EVERYONE',"
                + "'name':'Consumer','accessStatus':'ALLOWED'}]}}"));
    Tree.file(admin, at.inner(), "beside.txt", "x");
    String copy =
        admin
            .cmis(at.document(), "checkOut")
            .expect(201)
            .json()
            .path("succinctProperties")
            .path("alfcmis:nodeRef")
            .asText()
            .replaceFirst("^.*/", "")
            .replaceFirst(";.*", "");
    ok(admin.send("PUT", NODES + copy + "/content", "text/plain", "fifth"));
    ok(admin.cmis(copy, "checkIn", "major", "true", "checkinComment", "x"));
    JsonNode entry = entry(at.document());
    assertThat(entry.path("aspectNames").toString()).contains("rec:held");
    assertThat(entry.path("properties").path("rec:heldBy").toString()).contains(hold);
    assertThat(versions(at.document()).size()).isGreaterThanOrEqualTo(5);
    String copied =
        Tree.id(
            admin
                .json(
                    "POST",
                    NODES + at.document() + "/copy",
                    "{'targetParentId':'" + at.other() + "'}")
                .expect(201));
    assertThat(entry(copied).path("aspectNames").toString()).doesNotContain("rec:held");
    assertThat(admin.delete(NODES + at.document()).status()).isGreaterThanOrEqualTo(400);

    Holding.release(admin, hold);
    ok(admin.delete(NODES + at.document()));
  }

  @Test
  void isMarkedReleasedAndScheduledInChanceryAlone() {
    Shelf at = shelf();
    String hold = Holding.place(admin, at.document());
    admin
        .json(
            "PUT",
            Platform.OURS + "nodes/" + at.outer() + "/series",
            "{'series':'SYSTEM-DOC','reason':'acceptance'}")
        .expect(200);
    admin
        .json(
            "POST",
            Platform.OURS + "nodes/" + at.document() + "/superseded",
            "{'by':'" + at.unversioned() + "','reason':'acceptance'}")
        .expect(200);
    String records = Tree.child(admin, "-root-", "Records");
    String holds = Tree.child(admin, records, "Holds");
    String plan = Tree.child(admin, records, "File plan");
    String series = Tree.child(admin, plan, child(plan, "CORR-PERM"));
    Map<String, Function<String, Reply>> tries = new LinkedHashMap<>();
    tries.put("the mark", no -> put(at.document(), aspects(at.document(), "rec:held")));
    tries.put("which holds", no -> put(at.document(), "{'properties':{'rec:heldBy':['x']}}"));
    tries.put("the mark above", no -> put(at.inner(), aspects(at.inner(), "rec:holdsHeld")));
    tries.put("the series", no -> put(at.outer(), aspects(at.outer(), "rec:scheduled")));
    tries.put("another series", no -> put(at.outer(), "{'properties':{'rec:appliedSeries':'X'}}"));
    tries.put("the day", no -> put(at.outer(), "{'properties':{'rec:eligibleOn':'2020-01-01'}}"));
    tries.put(
        "what took its place", no -> put(at.document(), aspects(at.document(), "rec:superseded")));
    tries.put("the hold", no -> admin.delete(NODES + hold));
    tries.put("the hold, for good", no -> admin.delete(NODES + hold + "?permanent=true"));
    tries.put(
        "a thing that comes and goes",
        no -> put(at.document(), moreAspects(at.document(), "cm:workingcopy")));
    tries.put(
        "its release",
        no -> put(hold, "{'properties':{'rec:releasedAt':'2026-01-01T00:00:00.000+0000'}}"));
    tries.put("all holds", no -> admin.delete(NODES + holds));
    tries.put(
        "the hold elsewhere",
        no ->
            admin.json("POST", NODES + hold + "/move", "{'targetParentId':'" + at.other() + "'}"));
    tries.put(
        "what it is on",
        no -> admin.delete(NODES + hold + "/targets/" + at.document() + "?assocType=rec:holds"));
    tries.put("a period", no -> put(series, "{'properties':{'rec:retentionPeriod':1}}"));
    tries.put("a series", no -> admin.delete(NODES + series));
    tries.put(
        "a new one",
        no ->
            admin.json(
                "POST",
                NODES + plan + "/children",
                "{'name':'x" + Tree.mark() + "','nodeType':'cm:folder'}"));
    tries.put(
        "a hold of one's own",
        no ->
            admin.json(
                "POST",
                NODES + at.other() + "/children",
                "{'name':'x','nodeType':'rec:hold','properties':{'rec:holdKind':'foia',"
                    + "'rec:holdReason':'x','rec:placedBy':'x',"
                    + "'rec:placedAt':'2026-01-01T00:00:00.000+0000'}}"));
    tries.put(
        "a file that seems held",
        no ->
            admin.json(
                "POST",
                NODES + at.other() + "/children",
                "{'name':'seems','nodeType':'cm:content','properties':{'rec:heldBy':['x']}}"));
    List<String> wrong = new ArrayList<>();
    tries.forEach(
        (name, how) -> {
          String before = marks(at, hold, series, holds, plan);
          String denial = admin.denial();
          Reply reply = how.apply("");
          System.out.println(name + ": " + told(reply));
          if (!before.equals(marks(at, hold, series, holds, plan))) {
            wrong.add(name + " was changed: " + told(reply));
          } else if (admin.denial().equals(denial)) {
            wrong.add(name + " is not in the ledger: " + told(reply));
          }
        });
    assertThat(wrong).isEmpty();
  }

  private String marks(Shelf at, String hold, String series, String holds, String plan) {
    StringBuilder all = new StringBuilder();
    for (String id : List.of(at.document(), at.inner(), at.outer(), hold, series)) {
      JsonNode entry = entry(id);
      all.append(entry.path("parentId")).append(entry.path("properties"));
      all.append(new TreeSet<>(Platform.texts(entry.path("aspectNames"))));
    }
    for (String list :
        List.of(
            holds + "/children", plan + "/children", at.other() + "/children", hold + "/targets")) {
      all.append(new TreeSet<>(ids(list)));
    }
    return all.toString();
  }

  private String child(String folder, String code) {
    for (JsonNode each :
        admin.get(NODES + folder + "/children?include=properties").json().at("/list/entries")) {
      if (each.at("/entry/properties/rec:seriesCode").asText().equals(code)) {
        return each.at("/entry/name").asText();
      }
    }
    throw new AssertionError("No series " + code);
  }

  private static void add(List<Attempt> all, String name, On hold, Function<Shelf, Reply> how) {
    all.add(new Attempt(name, hold, how));
  }

  private static String told(Reply reply) {
    String line = reply.text().replaceAll("\\s+", " ");
    return reply.status() + " " + line.substring(0, Math.min(220, line.length()));
  }

  private static void ok(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isLessThan(400);
  }

  private String in(Shelf at, String name) {
    return admin.webdav(at.path() + name);
  }

  private Reply put(String id, String json) {
    return admin.json("PUT", NODES + id, json);
  }

  /** The aspects as they are, with one less. */
  private String aspects(String id, String less) {
    List<String> names = new ArrayList<>(Platform.texts(entry(id).path("aspectNames")));
    names.remove(less);
    return "{'aspectNames':['" + String.join("','", names) + "']}";
  }

  private String moreAspects(String id, String more) {
    List<String> names = new ArrayList<>(Platform.texts(entry(id).path("aspectNames")));
    names.add(more);
    return "{'aspectNames':['" + String.join("','", names) + "']}";
  }

  private void rule(String folder, String target) {
    ok(
        admin.json(
            "POST",
            "/s/api/node/workspace/SpacesStore/" + folder + "/ruleset/rules",
            "{'title':'out','ruleType':['inbound'],'applyToChildren':false,"
                + "'executeAsynchronously':false,'disabled':false,"
                + "'action':{'actionDefinitionName':'composite-action','actions':[{"
                + "'actionDefinitionName':'move','parameterValues':{'destination-folder':'"
                + REF
                + target
                + "'}}],'conditions':[{'conditionDefinitionName':'no-condition',"
                + "'parameterValues':{}}]}}"));
  }

  /** What rules do, done to one item. */
  private Reply byRule(Shelf at, String document) {
    return admin.json(
        "POST",
        "/s/api/actionQueue",
        "{'actionedUponNode':'"
            + REF
            + document
            + "','actionDefinitionName':'move','parameterValues':{'destination-folder':'"
            + REF
            + at.other()
            + "'}}");
  }

  private Shelf shelf() {
    String name = "outer " + Tree.mark();
    String outer = Tree.folder(admin, library, name);
    String inner = Tree.folder(admin, outer, "inner");
    String document = Tree.file(admin, inner, "letter.txt", "first");
    ok(admin.send("PUT", NODES + document + "/content?majorVersion=true", "text/plain", "second"));
    String unversioned = Tree.file(admin, inner, "unversioned.txt", "words");
    put(unversioned, aspects(unversioned, "cm:versionable")).expect(200);
    return new Shelf(
        outer,
        inner,
        "/Library/" + name + "/inner",
        document,
        unversioned,
        Tree.folder(admin, library, "other " + Tree.mark()));
  }

  private JsonNode entry(String id) {
    return admin.get(NODES + id + "?include=path,aspectNames").json().path("entry");
  }

  private List<String> versions(String id) {
    return ids(id + "/versions");
  }

  private List<String> ids(String list) {
    List<String> ids = new ArrayList<>();
    admin
        .get(NODES + list)
        .json()
        .path("list")
        .path("entries")
        .forEach(each -> ids.add(each.path("entry").path("id").asText()));
    return ids;
  }

  /** All that must not change, as the platform itself shows it. */
  private String state(Shelf at) {
    StringBuilder all = new StringBuilder();
    for (String id : List.of(at.outer(), at.inner(), at.document(), at.unversioned())) {
      JsonNode entry = entry(id);
      for (String field : List.of("name", "nodeType", "parentId", "content")) {
        all.append(entry.path(field)).append('|');
      }
      List<String> aspects = Platform.texts(entry.path("aspectNames"));
      // One of the attempts gives a folder a rule.
      aspects.removeIf(name -> name.startsWith("rule:"));
      all.append(new TreeSet<>(aspects)).append('\n');
    }
    all.append(new TreeSet<>(ids(at.document() + "/versions")));
    all.append(new TreeSet<>(ids(at.inner() + "/children")));
    all.append(new TreeSet<>(ids(at.other() + "/children")));
    all.append(admin.get(NODES + at.document() + "/content").text());
    all.append(admin.get(NODES + at.unversioned() + "/content").text());
    return all.toString();
  }
}
