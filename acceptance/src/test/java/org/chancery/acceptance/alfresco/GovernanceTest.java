package org.chancery.acceptance.alfresco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.chancery.acceptance.alfresco.Platform.Reply;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where Governance Services are installed beside Chancery, nothing is managed by both: what is
 * theirs has no clock, hold, series or declaration of Chancery's and is not removed here; what
 * Chancery keeps is not taken by them; and their work goes on. Where they are not installed, a
 * model with the names of their aspects stands in for them: the name of each test says which it
 * was.
 */
@EnabledIfSystemProperty(named = "chancery.alfresco.url", matches = ".+")
class GovernanceTest {
  private static final String NODES = Platform.REST + "nodes/";
  private static final String REFUSAL = "Governance Services";

  private final Platform admin = People.administrator();
  private final String library = Tree.child(admin, "-root-", "Library");

  static Stream<Governance> theirs() {
    return Stream.of(Governance.of(People.administrator()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("theirs")
  void whatTheyManageOrHoldIsNotManagedByChanceryToo(Governance theirs) {
    String unit = unit("CORR-PERM");
    String record = record(theirs, unit);
    String held = held(theirs, unit);
    String free = Tree.file(admin, unit, "free.txt", "x");
    String hold =
        admin
            .json("POST", Platform.OURS + "holds", "{'kind':'audit','reason':'acceptance'}")
            .expect(201)
            .json()
            .path("id")
            .asText();
    String items = Platform.OURS + "holds/" + hold + "/items";
    for (String each : List.of(record, held)) {
      refused(admin.json("POST", Platform.OURS + "nodes/" + each + "/declare", "{}"));
      refused(admin.json("POST", items, "{'nodes':['" + each + "']}"));
      assertThat(aspects(each)).noneMatch(name -> name.startsWith("rec:"));
    }
    admin.json("POST", items, "{'nodes':['" + free + "']}").expect(200);
    Holding.release(admin, hold);
    theirs.release(held);
    admin.json("POST", Platform.OURS + "nodes/" + held + "/declare", "{}").expect(200);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("theirs")
  void retentionSaysWhoKeepsIt(Governance theirs) {
    String unit = unit("CORR-PERM");
    String file = Tree.file(admin, unit, "plain.txt", "x");
    assertThat(retention(unit).has("others")).isFalse();
    String record = record(theirs, unit);
    JsonNode told = retention(record);
    assertThat(told.path("why").asText()).contains(REFUSAL + " manage it");
    assertThat(told.path("until").asText()).contains(REFUSAL);
    assertThat(told.has("series")).isFalse();
    assertThat(told.path("clock")).isEmpty();
    assertThat(retention(unit).path("others").asText()).contains("manage something in it");
    String held = held(theirs, unit);
    assertThat(retention(held).path("others").asText()).contains("have it under a hold");
    assertThat(retention(unit).path("others").asText()).contains("something in it under a hold");
    assertThat(retention(file).path("others").asText()).contains("under a hold");
    theirs.release(held);
    theirs.reject(record).expect(200);
    assertThat(retention(unit).has("others")).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("theirs")
  void whatIsDoneWithTheirsStartsNoClock(Governance theirs) {
    String unit = unit("CORR-PERM");
    String record = record(theirs, unit);
    String before = retention(unit).path("activityAt").asText();
    admin.json("POST", NODES + record + "/comments", "{'content':'x'}").expect(201);
    theirs.complete(record);
    assertThat(retention(unit).path("activityAt").asText()).isEqualTo(before);
    Tree.file(admin, unit, "free.txt", "x");
    assertThat(retention(unit).path("activityAt").asText()).isNotEqualTo(before);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("theirs")
  void whatTheyManageOrHoldIsNotRemovedByChancery(Governance theirs) {
    String ofRecord = unit("CORR-PERM");
    String record = record(theirs, Tree.folder(admin, ofRecord, "inner"));
    String ofHeld = unit("CORR-PERM");
    String held = held(theirs, Tree.folder(admin, ofHeld, "inner"));
    for (String each : List.of(record, ofRecord, held, ofHeld)) {
      refused(admin.delete(Platform.OURS + "nodes/" + each));
      admin.get(NODES + each).expect(200);
    }
    theirs.reject(record).expect(200);
    theirs.release(held);
    admin.delete(Platform.OURS + "nodes/" + ofRecord).expect(204);
    admin.delete(Platform.OURS + "nodes/" + ofHeld).expect(204);
  }

  /** What is over at once is due with the next daily work. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("theirs")
  void aFolderWithSomethingOfTheirsIsAnExceptionUntilTheyLetItGo(Governance theirs) {
    String series = series();
    String ofRecord = unit(series);
    String ofHeld = unit(series);
    String free = unit(series);
    String record = record(theirs, ofRecord);
    String held = held(theirs, ofHeld);
    Tree.file(admin, free, "free.txt", "x");
    runClock();
    assertThat(queued("exceptions", series)).containsOnlyKeys(ofRecord, ofHeld);
    assertThat(queued("exceptions", series).get(ofRecord)).contains("manage something in it");
    assertThat(queued("exceptions", series).get(ofHeld)).contains("something in it under a hold");
    assertThat(queued("awaiting-approval", series)).containsOnlyKeys(free);
    refused(
        admin.json(
            "POST",
            Platform.OURS + "dispositions",
            "{'folders':['" + ofHeld + "'],'reason':'acceptance'}"));

    theirs.release(held);
    theirs.reject(record).expect(200);
    runClock();
    assertThat(queued("exceptions", series)).isEmpty();
    assertThat(queued("awaiting-approval", series)).containsOnlyKeys(free, ofHeld, ofRecord);
  }

  /** They move what they make a record of with all policies switched off. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("theirs")
  void whatChanceryKeepsIsNotTakenByThem(Governance theirs) {
    assumeTrue(theirs.installed(), "Governance Services are not installed");
    String unit = unit("CORR-PERM");
    Map<String, String> kept = new LinkedHashMap<>();
    kept.put("held", Tree.file(admin, unit, "held.txt", "x"));
    String folder = Tree.folder(admin, unit, "held");
    kept.put("in a held folder", Tree.file(admin, folder, "inner.txt", "x"));
    kept.put("declared", Tree.file(admin, unit, "declared.txt", "x"));
    String file = Tree.caseFile(admin);
    String documents = Tree.child(admin, file, "documents");
    String before = Tree.file(admin, documents, "before.txt", "x");
    kept.put("in a closed case file", Tree.file(admin, documents, "closed.txt", "x"));
    List<String> holds =
        List.of(Holding.place(admin, kept.get("held")), Holding.place(admin, folder));
    admin
        .json("POST", Platform.OURS + "nodes/" + kept.get("declared") + "/declare", "{}")
        .expect(200);
    theirs.declare(before).expect(201);
    admin.json("POST", Platform.OURS + "case-files/" + file + "/close", "{}").expect(200);

    List<String> wrong = new ArrayList<>();
    kept.forEach(
        (name, id) -> {
          String was = place(id);
          String denial = admin.denial();
          Reply reply = theirs.declare(id);
          if (reply.status() < 400) {
            wrong.add(name + " was taken: " + reply.text());
          }
          if (!place(id).equals(was)) {
            wrong.add(name + " is not as it was: " + place(id));
          }
          if (admin.denial().equals(denial)) {
            wrong.add(name + ": not in the ledger");
          }
        });
    assertThat(wrong).isEmpty();
    holds.forEach(hold -> Holding.release(admin, hold));
    theirs.declare(kept.get("held")).expect(201);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("theirs")
  void theirWorkGoesOn(Governance theirs) {
    assumeTrue(theirs.installed(), "Governance Services are not installed");
    InstalledGovernance installed = (InstalledGovernance) theirs;
    String documents = Tree.child(admin, Tree.caseFile(admin), "documents");
    String record = record(theirs, documents);
    String folder = installed.folder(installed.category());
    installed.file(record, folder).expect(201);
    theirs.complete(record).expect(201);
    theirs.hold(record).expect(201);
    assertThat(aspects(record)).contains("rma:declaredRecord", "rma:frozen");
    theirs.release(record).expect(204);
    installed.act("undeclareRecord", record, "{}").expect(200);
    assertThat(aspects(record)).doesNotContain("rma:declaredRecord", "rma:frozen");
    theirs.complete(record).expect(201);
    installed.act("completeEvent", folder, "{'eventName':'case_closed'}").expect(200);
    installed.act("cutoff", folder, "{}").expect(200);
    assertThat(aspects(folder)).contains("rma:cutOff");

    String back = record(theirs, documents);
    theirs.reject(back).expect(200);
    assertThat(Governance.entry(admin, back).path("parentId").asText()).isEqualTo(documents);
    String gone = record(theirs, documents);
    installed.delete(gone).expect(204);
    String unit = unit("CORR-PERM");
    String hidden = record(theirs, unit);
    assertThat(retention(unit).has("others")).isTrue();
    admin
        .json(
            "POST",
            "/s/api/actionQueue?async=false",
            "{'actionedUponNode':'workspace://SpacesStore/"
                + hidden
                + "','actionDefinitionName':'hide-record','parameterValues':{}}")
        .expect(200);
    assertThat(retention(unit).has("others")).isFalse();
  }

  private String unit(String series) {
    String unit = Tree.folder(admin, library, "unit " + Tree.mark());
    admin
        .json(
            "PUT",
            Platform.OURS + "nodes/" + unit + "/series",
            "{'series':'" + series + "','reason':'acceptance'}")
        .expect(200);
    return unit;
  }

  /** A series whose time is over on the day of the latest activity. */
  private String series() {
    String series = "GOV-" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
    String plan =
        admin.get(Platform.OURS + "file-plan?format=csv").expect(200).text().stripTrailing();
    String row =
        series + ",Acceptance,EXAMPLE-9,example,,temporary,last-activity,,0,days,destroy,x";
    admin
        .json(
            "POST",
            Platform.OURS + "file-plan",
            "{'csv':'"
                + (plan + "\r\n" + row + "\r\n")
                    .replace("\\", "\\\\")
                    .replace("\"", "\\u0022")
                    .replace("'", "\\u0027")
                    .replace("\r", "\\r")
                    .replace("\n", "\\n")
                + "','reason':'acceptance'}")
        .expect(200);
    return series;
  }

  private String record(Governance theirs, String folder) {
    String file = Tree.file(admin, folder, "record " + Tree.mark() + ".txt", "x");
    assertThat(theirs.declare(file).status()).isBetween(200, 201);
    return file;
  }

  private String held(Governance theirs, String folder) {
    String file = Tree.file(admin, folder, "held " + Tree.mark() + ".txt", "x");
    assertThat(theirs.hold(file).status()).isBetween(200, 201);
    return file;
  }

  private void runClock() {
    admin.json("POST", Platform.OURS + "records/run-clock", "{}").expect(200);
  }

  /** Why each folder of a series is in a queue. */
  private Map<String, String> queued(String queue, String series) {
    Map<String, String> why = new LinkedHashMap<>();
    admin
        .get(Platform.OURS + "records/queues/" + queue + "?series=" + series)
        .expect(200)
        .json()
        .path("items")
        .forEach(item -> why.put(item.at("/folder/id").asText(), item.path("why").asText()));
    return why;
  }

  private String place(String node) {
    JsonNode entry = Governance.entry(admin, node);
    return entry.path("name") + "|" + entry.path("parentId") + "|" + entry.path("aspectNames");
  }

  private List<String> aspects(String node) {
    return Platform.texts(Governance.entry(admin, node).path("aspectNames"));
  }

  private JsonNode retention(String node) {
    return admin.get(Platform.OURS + "nodes/" + node + "/retention").expect(200).json();
  }

  private static void refused(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(409);
    assertThat(reply.text()).contains(REFUSAL);
  }
}
