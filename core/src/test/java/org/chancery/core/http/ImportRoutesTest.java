package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports over HTTP, from the file to undoing (requirement S12). */
class ImportRoutesTest {
  private static final String TABLE =
      """
      {"kind":"file","format":"csv","heading":1,"columns":["First Name","Last Name","Company","E-mail Address","Business Phone","Notes"]}
      {"kind":"row","record":1,"line":2,"values":["Ada","Park","Example Bank","ada.park@bank.example.com","202-555-0111","x"]}
      {"kind":"row","record":2,"line":3,"values":["Ben","Leighton","Example Bank","ben@bank.example.com","","x"]}
      {"kind":"row","record":3,"line":4,"values":["Ada","Park","Example Bank","ada.park@bank.example.com","",""]}
      {"kind":"row","record":4,"line":5,"values":["Total: 3","","","","",""]}
      {"kind":"row","record":5,"line":6,"values":["Maria","Okafor","Hidalgo County","m.okafor@private.example","956-555-0143",""]}
      """;
  private static final String OKAFOR =
      "{'person':{'firstName':'Maria','lastName':'Okafor','officePhone':'(956) 555-0143'},"
          + "'privateContact':{'email':['m.okafor@private.example']},"
          + "'affiliations':[{'newOrganization':'Hidalgo County'}]}";

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client stranger;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    clerk = host.as("clerk");
    stranger = host.as("stranger");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private JsonNode until(TestHost.Client client, String id, Predicate<String> state) {
    AtomicReference<JsonNode> now = new AtomicReference<>();
    TestHost.await(
        () -> {
          now.set(client.get("/imports/" + id).json());
          return state.test(now.get().path("state").asText());
        });
    return now.get();
  }

  private String handedIn(TestHost.Client client, String rows) {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"contacts.csv\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
            + rows
            + "\r\n--b--\r\n";
    TestHost.Reply reply =
        client.send(
            "POST",
            "/imports",
            Map.of("Content-Type", "multipart/form-data; boundary=b"),
            body.getBytes(StandardCharsets.UTF_8));
    assertThat(reply.status()).as(reply.body()).isEqualTo(202);
    return reply.json().at("/id").asText();
  }

  private JsonNode previewed(TestHost.Client client, String rows) {
    String id = handedIn(client, rows);
    JsonNode mapping = until(client, id, "mapping"::equals);
    TestHost.Reply mapped =
        client.put("/imports/" + id + "/mapping", "{\"fields\":" + mapping.at("/fields") + "}");
    assertThat(mapped.status()).as(mapped.body()).isEqualTo(200);
    return until(client, id, "deciding"::equals);
  }

  @Test
  void aFileBecomesPeopleAndGoesAgain() {
    String known = clerk.post("/people", OKAFOR).json().at("/id").asText();
    JsonNode plan = previewed(clerk, TABLE);
    String id = plan.at("/id").asText();
    assertThat(plan.at("/counts/new").asInt()).as(plan.toString()).isEqualTo(2);
    assertThat(plan.at("/counts/double").asInt()).isEqualTo(1);
    assertThat(plan.at("/counts/known").asInt()).isEqualTo(1);
    assertThat(plan.at("/counts/rejected").asInt()).isEqualTo(1);
    JsonNode row = clerk.get("/imports/" + id + "/rows?fate=known").json().at("/items/0");
    assertThat(row.at("/candidates/0/with").asText()).isEqualTo(known);
    assertThat(row.at("/why/0").asText()).isNotBlank();
    assertThat(clerk.post("/imports/" + id + "/run", "").status()).isEqualTo(202);
    JsonNode done = until(clerk, id, "done"::equals);
    assertThat(done.at("/results/entered").asInt()).isEqualTo(2);
    assertThat(done.at("/results/added").asInt()).isEqualTo(2);
    assertThat(done.at("/results/refused").asInt()).isEqualTo(1);
    JsonNode found = clerk.get("/search?q=leighton&type=stk:person").json();
    assertThat(found.at("/total").asInt()).isEqualTo(1);
    String ben = found.at("/hits/0/id").asText();
    JsonNode person = clerk.get("/people/" + ben).json();
    assertThat(person.at("/privateContact/email/0").asText()).isEqualTo("ben@bank.example.com");
    assertThat(person.at("/affiliations/0/organization/name").asText()).isEqualTo("Example Bank");
    assertThat(stranger.get("/people/" + ben).body()).doesNotContain("ben@bank");
    assertThat(clerk.post("/imports/" + id + "/undo", "").status()).isEqualTo(202);
    JsonNode undone = until(clerk, id, "undone"::equals);
    assertThat(undone.at("/kept")).isEmpty();
    assertThat(clerk.get("/people/" + ben).status()).isEqualTo(404);
    assertThat(clerk.get("/search?q=leighton&type=stk:person").json().at("/total").asInt())
        .isZero();
    assertThat(clerk.get("/people/" + known).status()).isEqualTo(200);
    assertThat(
            clerk.get("/search?q=example+bank&type=stk:organization").json().at("/total").asInt())
        .isZero();
  }

  @Test
  void rowsOfOnePersonAreEnteredTogetherAndOnceMoreAddNothing() {
    String table =
        """
        {"kind":"file","format":"csv","heading":1,"columns":["First Name","Last Name","Company","E-mail Address","Business Phone","Mobile Phone"]}
        {"kind":"row","record":1,"line":2,"values":["Ada","Park","Example Bank","ada.park@bank.example.com","202-555-0111",""]}
        {"kind":"row","record":2,"line":3,"values":["Ada","Park","Example Bank of Laredo","ada.park@bank.example.com","","956-555-0188"]}
        """;
    String id = previewed(clerk, table).at("/id").asText();
    clerk.post("/imports/" + id + "/run", "");
    JsonNode done = until(clerk, id, "done"::equals);
    assertThat(done.at("/results/entered").asInt()).as(done.toString()).isEqualTo(1);
    assertThat(done.at("/results/added").asInt()).isEqualTo(1);
    String ada = clerk.get("/search?q=park&type=stk:person").json().at("/hits/0/id").asText();
    JsonNode person = clerk.get("/people/" + ada).json();
    assertThat(person.at("/person/officePhone").asText()).contains("555-0111");
    assertThat(person.at("/privateContact/email")).hasSize(1);
    assertThat(person.at("/privateContact/mobilePhone/0").asText()).contains("555-0188");
    assertThat(person.at("/affiliations").findValuesAsText("name"))
        .containsExactlyInAnyOrder("Example Bank", "Example Bank of Laredo");
    String again = previewed(clerk, table).at("/id").asText();
    clerk.post("/imports/" + again + "/run", "");
    JsonNode twice = until(clerk, again, "done"::equals);
    assertThat(twice.at("/results/added").asInt()).as(twice.toString()).isEqualTo(2);
    assertThat(clerk.get("/people/" + ada).json()).isEqualTo(person);
    clerk.post("/imports/" + again + "/undo", "");
    until(clerk, again, "undone"::equals);
    assertThat(clerk.get("/people/" + ada).json()).isEqualTo(person);
    clerk.post("/imports/" + id + "/undo", "");
    JsonNode undone = until(clerk, id, "undone"::equals);
    assertThat(undone.at("/kept")).isEmpty();
    assertThat(clerk.get("/people/" + ada).status()).isEqualTo(404);
    assertThat(
            clerk.get("/search?q=example+bank&type=stk:organization").json().at("/total").asInt())
        .isZero();
  }

  @Test
  void whoeverWasChangedSinceStaysAndIsNamed() {
    String id = previewed(clerk, TABLE).at("/id").asText();
    clerk.post("/imports/" + id + "/run", "");
    until(clerk, id, "done"::equals);
    String ben = clerk.get("/search?q=leighton&type=stk:person").json().at("/hits/0/id").asText();
    TestHost.Reply seen = clerk.get("/people/" + ben);
    clerk.put("/people/" + ben, "{'person':{'position':'Teller'}}", "If-Match", seen.tag());
    clerk.post("/imports/" + id + "/undo", "");
    JsonNode undone = until(clerk, id, "undone"::equals);
    assertThat(undone.at("/kept/0/name").asText()).isEqualTo("Ben Leighton");
    assertThat(clerk.get("/people/" + ben).status()).isEqualTo(200);
  }

  @Test
  void whatBecameOfEachRowIsToldWithWhomItIs() {
    String id = previewed(clerk, TABLE).at("/id").asText();
    String rows = "/imports/" + id + "/rows";
    assertThat(clerk.get(rows + "?became=entered").json().at("/items")).isEmpty();
    clerk.post("/imports/" + id + "/run", "");
    until(clerk, id, "done"::equals);

    JsonNode refused = clerk.get(rows + "?became=refused").json().at("/items");
    assertThat(refused).hasSize(1);
    assertThat(refused.at("/0/line").asInt()).isEqualTo(5);
    assertThat(refused.at("/0/became/why").asText()).isNotBlank();
    JsonNode first = clerk.get(rows + "?became=entered&limit=1").json();
    JsonNode second =
        clerk.get(rows + "?became=entered&limit=1&cursor=" + first.at("/cursor").asText()).json();
    assertThat(first.at("/items/0/called").asText()).isEqualTo("Ada Park");
    assertThat(second.at("/items/0/called").asText()).isEqualTo("Ben Leighton");
    String ada = first.at("/items/0/became/node").asText();
    assertThat(clerk.get("/people/" + ada).json().toString()).contains("Park");
    JsonNode again = clerk.get(rows + "?became=added").json().at("/items");
    assertThat(again.at("/0/line").asInt()).isEqualTo(4);
    assertThat(again.at("/0/became/node").asText()).isEqualTo(ada);
    assertThat(clerk.get(rows + "?fate=new&became=added").json().at("/items")).isEmpty();
    assertThat(clerk.get(rows + "?became=met").status()).isEqualTo(400);

    clerk.post("/imports/" + id + "/undo", "");
    until(clerk, id, "undone"::equals);
    assertThat(clerk.get(rows + "?became=entered").json().at("/items")).isEmpty();
  }

  @Test
  void anImportIsItsImportersOwn() {
    String id = handedIn(clerk, TABLE);
    assertThat(stranger.get("/imports/" + id).status()).isEqualTo(404);
    assertThat(stranger.get("/imports").json().at("/items")).isEmpty();
    assertThat(stranger.post("/imports/" + id + "/cancel", "").status()).isEqualTo(404);
    assertThat(clerk.get("/imports").json().at("/items/0/name").asText()).isEqualTo("contacts.csv");
  }

  @Test
  void aPrivateAddressOfAnotherComponentIsToldToItsOwnerAlone() {
    clerk.post("/people", OKAFOR.replace("(956) 555-0143", "(212) 555-0100"));
    String row =
        TABLE.lines().findFirst().orElseThrow()
            + "\n{\"kind\":\"row\",\"record\":1,\"line\":2,\"values\":[\"Quentin\",\"Zorn\",\"\","
            + "\"m.okafor@private.example\",\"\",\"\"]}\n";
    JsonNode plan = previewed(stranger, row);
    assertThat(plan.at("/counts/new").asInt()).as(plan.toString()).isEqualTo(1);
    TestHost.Reply rows = stranger.get("/imports/" + plan.at("/id").asText() + "/rows");
    assertThat(rows.json().at("/items/0/candidates")).isEmpty();
    assertThat(rows.body()).doesNotContain("Okafor");
  }

  @Test
  void columnsAreRememberedForTheNextFileOfTheShape() {
    String id = handedIn(clerk, TABLE);
    JsonNode first = until(clerk, id, "mapping"::equals);
    assertThat(first.at("/remembered").asBoolean()).isFalse();
    assertThat(first.at("/fields/5").asText()).isEmpty();
    assertThat(first.at("/sample/0/0").asText()).isEqualTo("Ada");
    clerk.put(
        "/imports/" + id + "/mapping",
        "{'fields':['first','last','organization','email','workPhone','interests']}");
    JsonNode second = until(clerk, handedIn(clerk, TABLE), "mapping"::equals);
    assertThat(second.at("/remembered").asBoolean()).isTrue();
    assertThat(second.at("/fields/5").asText()).isEqualTo("interests");
    assertThat(
            clerk
                .put("/imports/" + id + "/mapping", "{'fields':['first','','','','','']}")
                .status())
        .isIn(400, 409, 422);
  }

  @Test
  void whatIsNoFileToImportSaysWhy() {
    String id = handedIn(clerk, "nothing of the kind");
    JsonNode failed = until(clerk, id, "failed"::equals);
    assertThat(failed.at("/message").asText()).contains("not a spreadsheet");
  }
}
