package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.chancery.core.access.Role;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Stk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that is kept beside an entry brings back or names somebody who was erased (S11). */
class CompleteErasureTest {
  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client stranger;
  private TestHost.Client privacy;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    host.office.add("privacy", "EXECSEC", Role.PRIVACY_OFFICER);
    clerk = host.as("clerk");
    stranger = host.as("stranger");
    privacy = host.as("privacy");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private static String id(TestHost.Reply reply) {
    assertThat(reply.status()).as(reply.body()).isIn(201, 202);
    return reply.text("id");
  }

  private String entered(TestHost.Client client, String person, String contact) {
    return id(
        client.post(
            "/people",
            "{'confirmed':true,'person':{" + person + "},'privateContact':{" + contact + "}}"));
  }

  private String person() {
    return entered(
        clerk,
        "'firstName':'Qadira','lastName':'Zephyrine','state':'TX','zip':'78501'",
        "'mobilePhone':['(956) 555-0199'],'email':['qz@private.example']");
  }

  private TestHost.Reply order(TestHost.Client client, String person, String more) {
    JsonNode preview = client.get("/people/" + person + "/erasure").json();
    List<String> decisions = new ArrayList<>();
    for (JsonNode each : preview.path("mentions")) {
      decisions.add(
          "{'node':'"
              + each.path("node").asText()
              + "','decision':'"
              + each.path("preset").asText("delete")
              + "'}");
    }
    return client.post(
        "/people/" + person + "/erasure",
        "{'via':'phone','reason':'asked','mentions':["
            + String.join(",", decisions)
            + "]"
            + more
            + "}");
  }

  private JsonNode erased(TestHost.Client client, String person) {
    TestHost.Reply ordered = order(client, person, "");
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
    String path = "/erasures/" + ordered.text("id");
    TestHost.await(() -> client.get(path).text("state").equals("done"));
    return client.get(path).json();
  }

  private void requireGone(String... words) {
    for (String word : words) {
      // Of a number its last digits, in whatever writing: four alone may stand in a hash.
      List<String> all =
          word.matches("\\d{4}")
              ? List.of("555-" + word, "555." + word, "555 " + word, "555" + word)
              : List.of(word);
      all.forEach(each -> assertThat(host.host.wherever(each)).as(each).isEmpty());
    }
  }

  private void requireThere(String... words) {
    for (String word : words) {
      assertThat(host.host.wherever(word)).as(word).isNotEmpty();
    }
  }

  private JsonNode until(String path, String state) {
    AtomicReference<JsonNode> now = new AtomicReference<>();
    TestHost.await(
        () -> {
          now.set(clerk.get(path).json());
          return now.get().path("state").asText().equals(state);
        });
    return now.get();
  }

  private String imported(String rows) {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"contacts.csv\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
            + rows
            + "\r\n--b--\r\n";
    String path =
        "/imports/"
            + id(
                clerk.send(
                    "POST",
                    "/imports",
                    Map.of("Content-Type", "multipart/form-data; boundary=b"),
                    body.getBytes(StandardCharsets.UTF_8)));
    JsonNode mapping = until(path, "mapping");
    clerk.put(path + "/mapping", "{\"fields\":" + mapping.at("/fields") + "}");
    until(path, "deciding");
    return path;
  }

  private static String rows(String... rows) {
    StringBuilder all =
        new StringBuilder(
            "{\"kind\":\"file\",\"format\":\"csv\",\"heading\":1,\"columns\":[\"First Name\",\"Last"
                + " Name\",\"E-mail Address\",\"Mobile Phone\"]}\n");
    for (int i = 0; i < rows.length; i++) {
      all.append("{\"kind\":\"row\",\"record\":")
          .append(i + 1)
          .append(",\"line\":")
          .append(i + 2)
          .append(",\"values\":[\"")
          .append(rows[i].replace(",", "\",\""))
          .append("\"]}\n");
    }
    return all.toString();
  }

  private String found(String word) {
    return clerk.get("/search?q=" + word + "&type=stk:person").json().at("/hits/0/id").asText();
  }

  @Test
  void whoCameByAnImportTakesTheFileAlongAndNobodyElse() {
    String path =
        imported(
            rows(
                "Qadira,Zephyrine,qz@private.example,956-555-0199",
                "Ada,Parkwood,ada@other.example,202-555-0111"));
    assertThat(clerk.post(path + "/run", "").status()).isEqualTo(202);
    until(path, "done");
    String person = found("zephyrine");
    requireThere("Qadira", "qz@private");

    JsonNode erasure = erased(clerk, person);
    assertThat(erasure.path("gone").toString()).contains("imported files");
    requireGone("Qadira", "Zephyrine", "0199", "qz@private");
    assertThat(clerk.get("/people/" + found("parkwood")).status()).isEqualTo(200);
    // Nor does undoing bring anything back, or need what is gone.
    assertThat(clerk.post(path + "/undo", "").status()).isEqualTo(409);
    assertThat(clerk.get(path).text("state")).isEqualTo("done");
    assertThat(clerk.get(path + "/rows").json().at("/items")).isEmpty();
    requireThere("Parkwood");
    // The same file stops at the one row.
    String again =
        imported(
            rows(
                "Qadira,Zephyrine,qz@private.example,956-555-0199",
                "Ben,Oakham,ben@other.example,202-555-0122"));
    assertThat(clerk.post(again + "/run", "").status()).isEqualTo(202);
    JsonNode done = until(again, "done");
    assertThat(done.at("/results/refused").asInt()).isEqualTo(1);
    assertThat(done.at("/results/entered").asInt()).isEqualTo(1);
    assertThat(privacy.get("/stopped-entries").json().path("items")).hasSize(1);
  }

  @Test
  void aFileThatWaitsToBeDecidedOnIsDestroyedByShortNameOrNumberToo() {
    String person = person();
    String byNumber = imported(rows("Q,Other,,(956) 555.0199", "Ada,Parkwood,,"));
    String others = imported(rows("Ben,Oakham,ben@other.example,202-555-0122"));
    erased(clerk, person);
    requireGone("0199", "Zephyrine");
    assertThat(clerk.get(byNumber).text("state")).isEqualTo("cancelled");
    assertThat(clerk.get(others).text("state")).isEqualTo("deciding");
  }

  @Test
  void whatWasMergedIntoTheEntryIsForgottenAndRememberedByItsMarks() {
    String into =
        entered(
            clerk,
            "'firstName':'Qadira','lastName':'Zephyrine','state':'TX','zip':'78501'",
            "'mobilePhone':['956-555-0199']");
    String from =
        entered(
            stranger,
            "'firstName':'Qadira','lastName':'Orchardson','state':'TX','zip':'79901',"
                + "'officePhone':'915-555-0166'",
            "'mobilePhone':['956-555-0177'],'email':['qz@private.example']");
    String other = entered(stranger, "'firstName':'Ann','lastName':'Bello'", "");
    String noted =
        id(
            stranger.post(
                "/interactions",
                "{'date':'2026-01-05','mode':'phone','people':['"
                    + other
                    + "'],'outcome':'Asked after Qadira Orchardson at 956.555.0177'}"));
    TestHost.Reply merged =
        stranger.post(
            "/people/" + into + "/merge",
            "{'from':'"
                + from
                + "','reason':'Married','choices':{'lastName':'into','zip':'into'}}");
    if (merged.status() == 400) {
      merged =
          stranger.post("/people/" + into + "/merge", "{'from':'" + from + "','reason':'Married'}");
    }
    assertThat(merged.status()).as(merged.body()).isEqualTo(200);
    requireThere("Orchardson", "0177", "qz@private");

    erased(clerk, into);
    requireGone("Qadira", "Zephyrine", "Orchardson", "0199", "0177", "0166", "qz@private");
    assertThat(stranger.get("/interactions/" + noted).text("outcome"))
        .isEqualTo("Asked after [erased] at [erased]");
    assertThat(stranger.post("/duplicates/merges/" + from + "/undo", "").status()).isEqualTo(404);
    for (String writing :
        List.of(
            "{'person':{'lastName':'Other'},'privateContact':{'mobilePhone':['9565550199']}}",
            "{'person':{'lastName':'Other'},'privateContact':{'mobilePhone':['9565550177']}}",
            "{'person':{'lastName':'Other'},'privateContact':{'email':['qz@private.example']}}",
            "{'person':{'firstName':'Qadira','lastName':'Orchardson','zip':'79901'}}",
            "{'person':{'lastName':'Orchardson','officePhone':'915-555-0166'}}",
            "{'person':{'firstName':'Qadira','lastName':'Zephyrine','zip':'78501'}}")) {
      TestHost.Reply stopped = stranger.post("/people", writing);
      assertThat(stopped.status()).as(writing + stopped.body()).isEqualTo(409);
      assertThat(stopped.text("code")).isEqualTo("stopped");
    }
  }

  @Test
  void aNameThatAMergeReplacedIsKnownToo() {
    String into = entered(clerk, "'firstName':'Qadira','lastName':'Orchardson','zip':'79901'", "");
    String from = entered(clerk, "'firstName':'Qadira','lastName':'Zephyrine'", "");
    assertThat(
            clerk
                .post(
                    "/people/" + into + "/merge",
                    "{'from':'" + from + "','reason':'Married','choices':{'lastName':'from'}}")
                .status())
        .isEqualTo(200);
    erased(clerk, into);
    requireGone("Orchardson", "Zephyrine");
    assertThat(
            clerk
                .post(
                    "/people",
                    "{'person':{'firstName':'Qadira','lastName':'Orchardson','zip':'79901'}}")
                .text("code"))
        .isEqualTo("stopped");
  }

  @Test
  void theJournalOfSomebodyElsesMergeKeepsItsOwnAndLosesTheName() {
    String person = person();
    String into = entered(clerk, "'firstName':'Ann','lastName':'Bello'", "");
    String from =
        entered(clerk, "'lastName':'Bello','position':'Assistant of Qadira Zephyrine'", "");
    clerk.post(
        "/people/" + person + "/relations", "{'kind':'assistant-of','person':'" + from + "'}");
    assertThat(
            clerk
                .post("/people/" + into + "/merge", "{'from':'" + from + "','reason':'Same'}")
                .status())
        .isEqualTo(200);
    erased(clerk, person);
    requireGone("Qadira", "Zephyrine", "0199");
    assertThat(clerk.get("/people/" + into).json().at("/person/position").asText())
        .isEqualTo("Assistant of [erased]");
    TestHost.Reply undone = clerk.post("/duplicates/merges/" + from + "/undo", "");
    assertThat(undone.status()).as(undone.body()).isEqualTo(200);
    assertThat(clerk.get("/people/" + from).json().at("/person/position").asText())
        .isEqualTo("Assistant of [erased]");
    assertThat(clerk.get("/people/" + into).json().at("/person").has("position")).isFalse();
  }

  @Test
  void savedSearchesAndListsOfWhomeverLoseTheName() {
    String person = person();
    String mine =
        id(
            clerk.post(
                "/saved-searches",
                "{'name':'Friends of Qadira Zephyrine','query':'state=TX&name=qadira+zephyrine'}"));
    String theirs =
        id(
            stranger.post(
                "/saved-searches", "{'name':'Number','query':'q=%28956%29+555-0199&state=TX'}"));
    String only =
        id(stranger.post("/saved-searches", "{'name':'Mail','query':'q=qz%40private.example'}"));
    String list =
        id(
            clerk.post(
                "/lists",
                "{'name':'Qadira Zephyrine and others','description':'956-555-0199 is hers'}"));
    id(stranger.post("/lists", "{'name':'Guests','description':'With Q. Zephyrine'}"));
    JsonNode preview = clerk.get("/people/" + person + "/erasure").json();
    assertThat(preview.path("mentions").findValuesAsText("node"))
        .contains(mine, list)
        .doesNotContain(theirs, only);
    assertThat(preview.toString()).contains("name: qadira zephyrine");

    erased(clerk, person);
    requireGone("Qadira", "qadira", "Zephyrine", "zephyrine", "555-0199", "qz%40");
    JsonNode searches = stranger.get("/saved-searches").json().path("items");
    assertThat(searches.findValuesAsText("query")).contains("state=TX", "");
    assertThat(clerk.get("/saved-searches").json().toString())
        .contains("Friends of [erased]")
        .contains("\"state=TX\"");
  }

  @Test
  void aReasonOfAHandOverLosesTheName() {
    String person = person();
    clerk.post(
        "/owners/hand-over",
        "{'from':'clerk','to':'supervisor','reason':'Qadira Zephyrine wants it so'}");
    TestHost.await(() -> host.host.queue().size("hand-over") == 0);
    erased(host.as("supervisor"), person);
    requireGone("Qadira", "Zephyrine");
  }

  private String card(TestHost.Client client, String name, String text) {
    TestHost.Reply sent = client.uploadTo("/business-cards", name, text, Map.of());
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    host.awaitRead();
    return sent.text("id");
  }

  @Test
  void businessCardsThatWaitAndShowThePersonGo() {
    String person = person();
    String mine = card(clerk, "a.txt", "Qadira M. Zephyrine\nCounty Judge");
    String theirs = card(stranger, "b.txt", "QADIRA ZEPHYRINE\nJudge\nMobile 956 555 0199");
    String colleague = card(clerk, "c.txt", "Ann Bello\nCounty Clerk");
    JsonNode preview = clerk.get("/people/" + person + "/erasure").json();
    assertThat(preview.path("mentions").findValuesAsText("node"))
        .contains(mine)
        .doesNotContain(theirs, colleague);

    erased(clerk, person);
    requireGone("Qadira", "QADIRA", "0199");
    assertThat(clerk.get("/business-cards").json().path("items").findValuesAsText("id"))
        .containsExactly(colleague);
    assertThat(stranger.get("/business-cards").json().path("items")).isEmpty();
  }

  @Test
  void aDocumentOfOthersThatStaysIsNamedToThePrivacyOfficer() {
    String person = person();
    String folder = org.chancery.core.correspondence.Place.LIBRARY.id().value();
    String report =
        id(
            host.program("admin")
                .upload("report.txt", "Bob met Qadira Zephyrine", Map.of("parent", folder)));
    String offices =
        id(
            host.program("admin")
                .upload("codes.txt", "Form 0199, revised", Map.of("parent", folder)));
    host.awaitRead();
    host.host.write(
        () -> {
          host.host
              .permissions()
              .set(
                  Caller.ofSystem(),
                  NodeId.of(report),
                  new org.chancery.core.repository.AccessList(false, java.util.Set.of()));
          return null;
        });
    JsonNode preview = clerk.get("/people/" + person + "/erasure").json();
    assertThat(preview.toString()).doesNotContain(report).doesNotContain(offices);
    JsonNode erasure = erased(clerk, person);
    String path = "/erasures/" + erasure.path("id").asText();
    assertThat(clerk.get(path).json().path("stays")).isEmpty();
    Node kept = host.host.nodes().get(Caller.ofSystem(), NodeId.of(path.substring(10)));
    assertThat(kept.<String>list(Stk.ERASURE_STAYS)).containsExactly("/" + report + "/outside");
  }

  @Test
  void aLetterThatSaysNoMoreThanTheFamilyNameIsInQuestion() {
    String person = person();
    String folder =
        clerk
            .post("/case-folders", "{'holderKind':'individual','holderName':'A family'}")
            .text("id");
    String file =
        clerk
            .post("/case-folders/" + folder + "/case-files", "{'subject':'Wall','source':'public'}")
            .text("id");
    String formal = letter(file, "one.txt", "The wall that Dr. Zephyrine asked for");
    String another = letter(file, "two.txt", "Mr. Zephyrine called");
    String named = letter(file, "three.txt", "Yours, Qadira Zephyrine");
    letter(file, "four.txt", "Form 0199 and the Zephyrine wall");
    JsonNode stays = clerk.get("/people/" + person + "/erasure").json().path("stays");
    assertThat(stays.toString())
        .contains(formal, another, named)
        .contains("in-question")
        .contains("record");
    assertThat(stays).hasSize(3);

    TestHost.Reply ordered = order(clerk, person, ",'others':['" + another + "']");
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
    JsonNode kept = clerk.get("/erasures/" + ordered.text("id")).json().path("stays");
    assertThat(kept.toString()).contains(formal, named).doesNotContain(another);
    assertThat(clerk.get("/nodes/" + formal).status()).isEqualTo(200);
  }

  private String letter(String file, String name, String text) {
    String letter = host.ready(clerk, name, text);
    assertThat(clerk.post("/intake/" + letter + "/file", "{'caseFile':'" + file + "'}").status())
        .isLessThan(300);
    return letter;
  }

  @Test
  void reasonsOfOtherErasuresAndOfStoppedEntriesLoseTheName() {
    String first = person();
    erased(clerk, first);
    assertThat(
            clerk
                .post("/people", "{'person':{'lastName':'X','officePhone':'956-555-0199'}}")
                .status())
        .isEqualTo(409);
    String stopped = privacy.get("/stopped-entries").json().at("/items/0/id").asText();
    privacy.post(
        "/stopped-entries/" + stopped,
        "{'decision':'allowed','reason':'Qadira Zephyrine wrote to us'}");
    for (JsonNode each : privacy.get("/stopped-entries").json().path("items")) {
      privacy.post(
          "/stopped-entries/" + each.path("id").asText(),
          "{'decision':'allowed','reason':'Qadira Zephyrine wrote to us'}");
    }
    requireThere("Zephyrine");
    TestHost.Reply again =
        clerk.post("/people", "{'person':{'firstName':'Qadira','lastName':'Zephyrine'}}");
    erased(clerk, id(again));
    requireGone("Qadira", "Zephyrine");
  }
}
