package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Role;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.repository.NodeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing under a hold goes, whatever is above or below it (requirement R5). */
class HoldRoutesTest {
  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client secretary;
  private TestHost.Client officer;
  private String shelf;
  private String inner;
  private String document;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    host.office.add("officer", "EXECSEC", Role.RECORDS_OFFICER, Role.EXECUTIVE_SECRETARY);
    officer = host.as("officer");
    secretary = host.as("secretary");
    String library = "";
    for (JsonNode each : secretary.get("/nodes/root/children").json().get("items")) {
      library = each.get("name").asText().equals("Library") ? each.get("id").asText() : library;
    }
    shelf = folder(library, "Shelf");
    inner = folder(shelf, "Inner");
    document = secretary.upload("a.txt", "about dredging", Map.of("parent", inner)).text("id");
    // Reading changes a document, too: what is done to it here is not to be told it is stale.
    host.awaitRead();
  }

  @AfterEach
  void close() {
    host.close();
  }

  private String folder(String parent, String name) {
    return secretary
        .post("/nodes/" + parent + "/children", "{'type':'cm:folder','name':'" + name + "'}")
        .text("id");
  }

  private String hold() {
    TestHost.Reply placed =
        officer.post("/holds", "{'kind':'litigation','reason':'Doe v. United States'}");
    assertThat(placed.status()).as(placed.body()).isEqualTo(201);
    return placed.text("id");
  }

  private JsonNode put(String hold, String node) {
    TestHost.Reply added = officer.post("/holds/" + hold + "/items", "{'nodes':['" + node + "']}");
    assertThat(added.status()).as(added.body()).isEqualTo(200);
    return added.json();
  }

  private Optional<HoldRule.How> held(String id) {
    return host.chancery.holdRule().held(NodeId.of(id));
  }

  private void refused(String id) {
    TestHost.Reply reply = secretary.delete("/nodes/" + id);
    assertThat(reply.status()).as(reply.body()).isEqualTo(409);
    assertThat(reply.text("code")).isEqualTo("under-hold");
  }

  private int move(String id, String parent) {
    return secretary
        .post(
            "/nodes/" + id + "/move",
            "{'parent':'" + parent + "'}",
            "If-Match",
            secretary.get("/nodes/" + id).tag())
        .status();
  }

  @Test
  void whatIsHeldNeitherGoesNorWhatIsAboveOrBelowIt() {
    put(hold(), inner);
    assertThat(held(inner)).contains(HoldRule.How.ITSELF);
    assertThat(held(shelf)).contains(HoldRule.How.BELOW);
    assertThat(held(document)).contains(HoldRule.How.ABOVE);
    refused(inner);
    refused(shelf);
    refused(document);
    String elsewhere = folder(secretary.get("/nodes/" + shelf).json().get("parent").asText(), "B");
    assertThat(move(document, elsewhere)).isEqualTo(409);
    assertThat(move(inner, elsewhere)).isEqualTo(409);
    assertThat(move(shelf, elsewhere)).isEqualTo(409);
    assertThat(
            host.host.ledger().events().stream()
                .filter(each -> each.action() == Action.DELETE)
                .filter(each -> each.outcome() == AuditEvent.Outcome.DENIED))
        .hasSize(3);
    String deeper = folder(inner, "Deeper");
    assertThat(move(document, deeper)).isEqualTo(200);
  }

  @Test
  void workOnWhatIsHeldGoesOn() {
    put(hold(), inner);
    TestHost.Reply changed =
        secretary.send(
            "PUT",
            "/nodes/" + document + "/content",
            Map.of("If-Match", secretary.get("/nodes/" + document).tag()),
            "about dredging, once more".getBytes());
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(secretary.get("/nodes/" + document + "/versions").json().get("items")).hasSize(2);
    assertThat(secretary.upload("b.txt", "more", Map.of("parent", inner)).status()).isEqualTo(201);
  }

  @Test
  void ofManyHoldsTheLastOneReleasedSetsFree() {
    String one = hold();
    String other = hold();
    put(one, inner);
    put(other, inner);
    put(other, shelf);
    assertThat(put(one, inner).at("/hold/items").asInt()).isEqualTo(1);
    assertThat(officer.post("/holds/" + one + "/release", "{'reason':''}").status()).isEqualTo(400);
    officer.post("/holds/" + one + "/release", "{'reason':'settled'}");
    refused(document);
    officer.post(
        "/holds/" + other + "/release", "{'nodes':['" + shelf + "'],'reason':'not needed'}");
    assertThat(held(shelf)).contains(HoldRule.How.BELOW);
    officer.post("/holds/" + other + "/release", "{'reason':'settled'}");
    assertThat(held(shelf)).isEmpty();
    assertThat(held(document)).isEmpty();
    assertThat(secretary.delete("/nodes/" + shelf).status()).isEqualTo(204);
    assertThat(officer.post("/holds/" + one + "/release", "{'reason':'x'}").status())
        .isEqualTo(409);
  }

  @Test
  void aSearchHoldsWhatMatchesAndWhatComesToMatch() {
    TestHost.await(() -> host.host.queue().size("reading") == 0);
    String hold = hold();
    TestHost.Reply searched = officer.post("/holds/" + hold + "/items", "{'query':'dredging'}");
    assertThat(searched.status()).as(searched.body()).isEqualTo(200);
    assertThat(held(document)).contains(HoldRule.How.ITSELF);
    String later = secretary.upload("c.txt", "dredging again", Map.of("parent", shelf)).text("id");
    TestHost.await(() -> host.host.queue().size("reading") == 0);
    assertThat(held(later)).isEmpty();
    assertThat(host.chancery.holds().match(NodeId.of(hold))).isEqualTo(1);
    assertThat(host.chancery.holds().match(NodeId.of(hold))).isZero();
    assertThat(held(later)).contains(HoldRule.How.ITSELF);
    assertThat(
            officer
                .post(
                    "/holds/" + hold + "/release",
                    "{'nodes':['" + document + "'],'reason':'not this one'}")
                .status())
        .isEqualTo(409);
  }

  @Test
  void theReportSaysWhyWhoAndSinceWhen() {
    String hold = hold();
    put(hold, document);
    JsonNode report = officer.get("/holds").json().get("items");
    assertThat(report).hasSize(1);
    assertThat(report.get(0).get("reason").asText()).isEqualTo("Doe v. United States");
    assertThat(report.get(0).at("/placedBy/name").asText()).isEqualTo("officer");
    assertThat(officer.get("/holds?format=csv").body()).contains("litigation,Doe v. United States");
    assertThat(officer.get("/holds/" + hold).json().at("/items/0/id").asText()).isEqualTo(document);
    JsonNode why = secretary.get("/nodes/" + document + "/retention").json();
    assertThat(why.at("/holds/0/kind").asText()).isEqualTo("litigation");
    officer.post("/holds/" + hold + "/release", "{'reason':'settled'}");
    assertThat(officer.get("/holds").json().get("items")).isEmpty();
    assertThat(officer.get("/holds?state=all").json().get("items")).hasSize(1);
    assertThat(secretary.get("/holds").status()).isEqualTo(403);
    assertThat(host.as("clerk").get("/nodes/" + hold).status()).isEqualTo(404);
  }

  @Test
  void whatHoldsTheTreeTogetherIsNotHeld() {
    String library = secretary.get("/nodes/" + shelf).json().get("parent").asText();
    assertThat(
            officer.post("/holds/" + hold() + "/items", "{'nodes':['" + library + "']}").status())
        .isEqualTo(409);
    assertThat(officer.post("/holds/" + hold() + "/items", "{}").status()).isEqualTo(400);
  }
}
