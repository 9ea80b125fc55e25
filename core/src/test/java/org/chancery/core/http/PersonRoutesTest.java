package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.chancery.core.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People and organizations over HTTP (requirements S1, S2, S13, S14). */
class PersonRoutesTest {
  private static final String OKAFOR =
      "{'person':{'firstName':'Maria','lastName':'Okafor','position':'Sheriff','state':'TX',"
          + "'zip':'78501','officePhone':'(956) 555-0143'},"
          + "'privateContact':{'mobilePhone':['(956) 555-0199'],'email':['m.okafor@private.example']}"
          + ",'issues':['border-wait-times'],"
          + "'affiliations':[{'newOrganization':'Hidalgo County','role':'Sheriff'}]}";

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client stranger;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    host.office.add("privacy", "EXECSEC", Role.PRIVACY_OFFICER);
    clerk = host.as("clerk");
    stranger = host.as("stranger");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private JsonNode entered(TestHost.Client client, String json) {
    TestHost.Reply reply = client.post("/people", json);
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.json();
  }

  @Test
  void aPersonIsEnteredWithAllThatBelongsToThem() {
    JsonNode person = entered(clerk, OKAFOR);
    assertThat(person.at("/name").asText()).isEqualTo("Maria Okafor");
    assertThat(person.at("/person/county").asText()).isEqualTo("Hidalgo");
    assertThat(person.at("/person/femaRegion").asText()).isEqualTo("6");
    assertThat(person.at("/privateContact/mobilePhone/0").asText()).isEqualTo("(956) 555-0199");
    assertThat(person.at("/affiliations/0/organization/name").asText()).isEqualTo("Hidalgo County");
    assertThat(person.at("/affiliations/0/current").asBoolean()).isTrue();
    assertThat(person.at("/issues/0/code").asText()).isEqualTo("border-wait-times");
    assertThat(person.at("/owner/component/code").asText()).isEqualTo("OPA");
    assertThat(person.at("/knownBy/0/component").asText()).isEqualTo("OPA");
    assertThat(person.at("/knownBy/0/people/0/name").asText()).isEqualTo("clerk");
    String organization = person.at("/affiliations/0/organization/id").asText();
    assertThat(
            stranger
                .get("/organizations/" + organization + "/people")
                .json()
                .at("/items/0/name")
                .asText())
        .isEqualTo("Maria Okafor");
    assertThat(stranger.get("/organizations/" + organization).json().at("/people").asInt())
        .isEqualTo(1);
  }

  @Test
  void privateNumbersAreForTheOwningComponentAndThePrivacyOfficer() {
    String id = entered(clerk, OKAFOR).at("/id").asText();
    TestHost.Reply seen = stranger.get("/people/" + id);
    assertThat(seen.json().at("/person/officePhone").asText()).isEqualTo("(956) 555-0143");
    assertThat(seen.json().at("/privateContactWithheld").asBoolean()).isTrue();
    assertThat(seen.body()).doesNotContain("0199").doesNotContain("private.example");
    assertThat(host.as("privacy").get("/people/" + id).body()).contains("0199");
    assertThat(stranger.get("/search?q=okafor").json().at("/total").asInt()).isEqualTo(1);
    assertThat(stranger.get("/search?q=0199").json().at("/total").asInt()).isZero();
    assertThat(stranger.get("/search?q=private.example").json().at("/total").asInt()).isZero();
    assertThat(clerk.get("/search?q=0199").json().at("/total").asInt()).isEqualTo(1);
    assertThat(
            stranger
                .put(
                    "/people/" + id,
                    "{'privateContact':{'email':['x@y.example']}}",
                    "If-Match",
                    seen.tag())
                .status())
        .isEqualTo(403);
    for (JsonNode child : host.as("admin").get("/nodes/" + id + "/children").json().path("items")) {
      if (child.path("name").asText().equals("Private contact")) {
        String contact = child.path("id").asText();
        assertThat(stranger.get("/nodes/" + contact).status()).isEqualTo(404);
      }
    }
  }

  @Test
  void anybodyCorrectsAndNobodyOverwrites() {
    JsonNode person = entered(clerk, OKAFOR);
    String path = "/people/" + person.at("/id").asText();
    String tag = stranger.get(path).tag();
    assertThat(stranger.put(path, "{'person':{'position':'Mayor'}}").status()).isEqualTo(428);
    TestHost.Reply changed =
        stranger.put(
            path,
            "{'person':{'lastName':'Bello','zip':'60601','state':'IL','position':null},'issues':[]}",
            "If-Match",
            tag);
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.json().at("/name").asText()).isEqualTo("Maria Bello");
    assertThat(changed.json().at("/person/femaRegion").asText()).isEqualTo("5");
    assertThat(changed.json().at("/person/county").asText()).isEqualTo("Cook");
    assertThat(changed.json().at("/person").has("position")).isFalse();
    assertThat(changed.json().at("/issues")).isEmpty();
    assertThat(stranger.put(path, "{'person':{'city':'x'}}", "If-Match", tag).status())
        .isEqualTo(412);
    assertThat(
            stranger
                .put(path, "{'person':{'lastName':null}}", "If-Match", changed.tag())
                .json()
                .at("/problems/lastName")
                .asText())
        .isNotEmpty();
    assertThat(stranger.delete("/nodes/" + person.at("/id").asText()).status()).isEqualTo(403);
  }

  @Test
  void whoMayBeThereAlreadyIsAskedFor() {
    entered(clerk, OKAFOR);
    TestHost.Reply asked = stranger.post("/people", OKAFOR);
    assertThat(asked.status()).isEqualTo(409);
    assertThat(asked.text("code")).isEqualTo("possible-duplicates");
    assertThat(asked.json().at("/candidates/0/name").asText()).isEqualTo("Maria Okafor");
    assertThat(asked.json().at("/candidates/0/why").toString()).doesNotContain("number");
    assertThat(
            stranger
                .post("/people", OKAFOR.substring(0, OKAFOR.length() - 1) + ",'confirmed':true}")
                .status())
        .isEqualTo(201);
  }

  @Test
  void aMatchOnAPrivateNumberNamesNobodyToOthers() {
    entered(clerk, OKAFOR);
    String other =
        "{'person':{'lastName':'Diaz'},'privateContact':{'mobilePhone':['+1 956 555 0199']}}";
    assertThat(clerk.post("/people", other).text("code")).isEqualTo("possible-duplicates");
    TestHost.Reply entered = stranger.post("/people", other);
    assertThat(entered.status()).isEqualTo(201);
    TestHost.await(() -> !host.mailer.notices.isEmpty());
    assertThat(host.mailer.notices.toString()).contains("clerk").doesNotContain("0199");
  }

  @Test
  void whoeverLeavesAnOrganizationBelongsToItNoLonger() {
    JsonNode person = entered(clerk, OKAFOR);
    String path = "/people/" + person.at("/id").asText();
    String affiliation = path + "/affiliations/" + person.at("/affiliations/0/id").asText();
    TestHost.Reply left = stranger.put(affiliation, "{'role':'Sheriff','to':'2020-01-31'}");
    assertThat(left.json().at("/affiliations/0/current").asBoolean()).isFalse();
    TestHost.Reply moved =
        stranger.post(
            path + "/affiliations", "{'newOrganization':'Texas DPS','from':'2020-02-01'}");
    assertThat(moved.status()).as(moved.body()).isEqualTo(201);
    assertThat(moved.json().at("/affiliations/0/organization/name").asText())
        .isEqualTo("Texas DPS");
    assertThat(moved.json().at("/affiliations")).hasSize(2);
    assertThat(stranger.delete(affiliation).json().at("/affiliations")).hasSize(1);
    assertThat(stranger.delete(affiliation).status()).isEqualTo(404);
  }

  @Test
  void workingRelationsAreSeenFromBothSides() {
    String boss = entered(clerk, OKAFOR).at("/id").asText();
    String aide = entered(clerk, "{'person':{'lastName':'Diaz'}}").at("/id").asText();
    TestHost.Reply related =
        clerk.post(
            "/people/" + aide + "/relations", "{'kind':'assistant-of','person':'" + boss + "'}");
    assertThat(related.status()).as(related.body()).isEqualTo(201);
    JsonNode seen = clerk.get("/people/" + boss).json().at("/relations/0");
    assertThat(seen.at("/inverse").asBoolean()).isTrue();
    assertThat(seen.at("/person/name").asText()).isEqualTo("Diaz");
    assertThat(
            clerk
                .post("/people/" + aide + "/relations", "{'kind':'spouse','person':'" + boss + "'}")
                .status())
        .isEqualTo(400);
    assertThat(
            clerk
                .delete("/people/" + boss + "/relations/" + seen.at("/id").asText())
                .json()
                .at("/relations"))
        .isEmpty();
  }

  @Test
  void anOrganizationIsKeptLikeAPerson() {
    TestHost.Reply made =
        clerk.post(
            "/organizations",
            "{'organization':{'name':'National Sheriffs','zip':'22314','state':'VA'},"
                + "'issues':['information-sharing']}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().at("/organization/femaRegion").asText()).isEqualTo("3");
    String id = made.text("id");
    String chapter =
        clerk
            .post(
                "/organizations", "{'organization':{'name':'Texas Chapter'},'partOf':'" + id + "'}")
            .text("id");
    assertThat(clerk.get("/organizations/" + id).json().at("/parts/0/id").asText())
        .isEqualTo(chapter);
    TestHost.Reply circle =
        clerk.put(
            "/organizations/" + id,
            "{'partOf':'" + chapter + "'}",
            "If-Match",
            clerk.get("/organizations/" + id).tag());
    assertThat(circle.status()).isEqualTo(400);
    TestHost.Reply renamed =
        stranger.put(
            "/organizations/" + id,
            "{'organization':{'name':'Sheriffs of America'},'issues':[]}",
            "If-Match",
            clerk.get("/organizations/" + id).tag());
    assertThat(renamed.json().at("/name").asText()).isEqualTo("Sheriffs of America");
    assertThat(
            clerk
                .post("/organizations", "{'organization':{'name':'X'},'issues':['no-such']}")
                .json()
                .at("/problems/issues")
                .asText())
        .contains("no-such");
  }

  @Test
  void thePrioritiesAreThere() {
    JsonNode tree = stranger.get("/priorities").json().at("/items");
    assertThat(tree).hasSize(5);
    assertThat(tree.at("/0/title").asText()).isEqualTo("Immigration");
    assertThat(tree.at("/0/issues")).isNotEmpty();
  }

  @Test
  void stakeholdersAreNotEnteredPastTheirRoutes() {
    TestHost.Reply reply =
        clerk.post(
            "/nodes/" + entered(clerk, OKAFOR).at("/id").asText() + "/children",
            "{'type':'stk:note','name':'n','properties':{'stk:noteText':'unscreened'}}");
    assertThat(reply.status()).isEqualTo(400);
  }
}
