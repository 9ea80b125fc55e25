package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stakeholders by any mix, and whom to ask first (requirements S7, P5). */
class FindRoutesTest {
  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client stranger;
  private String maria;
  private String ward;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    clerk = host.as("clerk");
    stranger = host.as("stranger");
    maria =
        made(
            "/people",
            "{'person':{'firstName':'Maria','lastName':'Okafor','position':'Sheriff','city':'El"
                + " Paso','state':'TX','zip':'79901','interests':['Youth programs'],"
                + "'officePhone':'(915) 555-0100'},'privateContact':{'mobilePhone':['(956)"
                + " 555-0199'],'email':['maria@private.example']},"
                + "'issues':['border-wait-times'],"
                + "'affiliations':[{'newOrganization':'Sheriffs of Texas'}]}");
    ward =
        made(
            "/people",
            "{'person':{'firstName':'Ann','lastName':'Ward','city':'Albany','state':'NY',"
                + "'zip':'12207'},'issues':['flood-insurance']}");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private String made(String path, String body) {
    TestHost.Reply reply = clerk.post(path, body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.text("id");
  }

  private List<String> names(TestHost.Client client, String query) {
    TestHost.Reply reply = client.get("/stakeholders?" + query);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().at("/items").findValuesAsText("name").stream()
        .filter(name -> List.of("Maria Okafor", "Ann Ward", "Sheriffs of Texas").contains(name))
        .toList();
  }

  @Test
  void eachPartOfAMixNarrowsIt() {
    assertThat(names(clerk, "limit=25"))
        .containsExactly("Maria Okafor", "Sheriffs of Texas", "Ann Ward");
    assertThat(names(clerk, "kind=person&sort=name")).containsExactly("Maria Okafor", "Ann Ward");
    assertThat(names(clerk, "state=TX")).containsExactly("Maria Okafor");
    assertThat(names(clerk, "state=TX&state=NY")).hasSize(2);
    assertThat(names(clerk, "region=6")).containsExactly("Maria Okafor");
    assertThat(names(clerk, "city=el+paso")).containsExactly("Maria Okafor");
    assertThat(names(clerk, "zip=799&zip=1000")).containsExactly("Maria Okafor");
    assertThat(names(clerk, "issue=flood-insurance")).containsExactly("Ann Ward");
    assertThat(names(clerk, "issue=flood-insurance&state=TX")).isEmpty();
    assertThat(names(clerk, "interest=youth")).containsExactly("Maria Okafor");
    assertThat(names(clerk, "organization=sheriffs"))
        .containsExactly("Maria Okafor", "Sheriffs of Texas");
    assertThat(names(clerk, "name=oka")).containsExactly("Maria Okafor");
    assertThat(names(clerk, "component=OPA&kind=person")).hasSize(2);
    assertThat(names(clerk, "component=CBP")).isEmpty();
    assertThat(names(clerk, "never=true&kind=person")).hasSize(2);
  }

  @Test
  void itSaysWhoseTheRelationshipIsAndWhomToAskFirst() {
    TestHost.Reply noted =
        stranger.post(
            "/interactions",
            "{'date':'2026-05-04','mode':'phone','people':['"
                + maria
                + "'],'issues':['border-wait-times'],'employee':'Kim Lopez'}");
    assertThat(noted.status()).as(noted.body()).isEqualTo(201);
    JsonNode found = stranger.get("/stakeholders?q=okafor&facets=true").json();
    assertThat(found.at("/total").asInt()).isEqualTo(1);
    assertThat(found.at("/items/0/knownBy/0/component").asText()).isEqualTo("OPA");
    assertThat(found.at("/items/0/knownBy/0/coordinateWith/name").asText()).isEqualTo("clerk");
    assertThat(found.at("/items/0/knownBy/1/component").asText()).isEqualTo("CBP");
    assertThat(found.at("/items/0/knownBy/1/coordinateWith/label").asText()).isEqualTo("Kim Lopez");
    assertThat(found.at("/items/0/lastContact").asText()).isEqualTo("2026-05-04");
    assertThat(found.at("/facets/region/0/label").asText()).isEqualTo("Region 6");
    assertThat(found.at("/facets/issue/0/value").asText()).isEqualTo("border-wait-times");
    assertThat(names(clerk, "component=CBP")).containsExactly("Maria Okafor");
    assertThat(names(clerk, "overlap=border-wait-times")).isEmpty();
    TestHost.Reply ours =
        clerk.post(
            "/interactions",
            "{'date':'2026-05-05','mode':'phone','people':['"
                + maria
                + "'],'issues':['border-wait-times']}");
    assertThat(ours.status()).isEqualTo(201);
    assertThat(names(clerk, "overlap=border-wait-times")).containsExactly("Maria Okafor");
    assertThat(names(clerk, "lastContactFrom=2026-05-05")).containsExactly("Maria Okafor");
    assertThat(names(clerk, "lastContactTo=2026-05-04")).isEmpty();
    assertThat(names(clerk, "never=true&kind=person")).containsExactly("Ann Ward");
  }

  @Test
  void aPrivateNumberFindsSomebodyOnlyForThoseWhoMaySeeIt() {
    for (String number : List.of("9565550199", "%2B1+956-555-0199", "maria@private.example")) {
      assertThat(names(clerk, "q=" + number)).as(number).containsExactly("Maria Okafor");
      assertThat(names(stranger, "q=" + number)).as(number).isEmpty();
    }
    assertThat(names(stranger, "q=915.555.0100")).containsExactly("Maria Okafor");
    assertThat(stranger.get("/stakeholders?q=okafor&facets=true").body())
        .doesNotContain("0199")
        .doesNotContain("private.example");
    assertThat(clerk.get("/people/" + ward).status()).isEqualTo(200);
  }

  @Test
  void whatCannotBeAskedIsRefusedWithTheReason() {
    for (String query :
        List.of("sort=mobilePhone", "kind=cat", "never=1&lastContactTo=2026-01-01")) {
      TestHost.Reply reply = clerk.get("/stakeholders?" + query);
      assertThat(reply.status()).as(query).isEqualTo(400);
      assertThat(reply.text("code")).isEqualTo("invalid-parameter");
    }
  }
}
