package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.chancery.core.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worklist of entries that may be one, over HTTP (requirements S12, S14, P5). */
class DuplicatesTest {
  private static final String NAMED =
      "'firstName':'%s','lastName':'Okonkwo-Reyes','officePhone':'202-555-0147','state':'TX',"
          + "'workStreet':'100 Main St','city':'Laredo','zip':'78040'";

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

  private static String person(TestHost.Client client, String fields, String contact) {
    TestHost.Reply reply =
        client.post(
            "/people",
            "{'person':{" + fields + "},'privateContact':{" + contact + "},'confirmed':true}");
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.text("id");
  }

  private JsonNode pairs(TestHost.Client client) {
    return client.get("/duplicates").json().at("/items");
  }

  private void others() {
    for (String name : new String[] {"Abbott", "Barnes", "Castillo", "Dunn", "Ericson", "Foy"}) {
      person(clerk, "'firstName':'Pat','lastName':'" + name + "'", "");
    }
  }

  @Test
  void whoeverLooksAlikeIsListedWithWhy() {
    others();
    String one = person(clerk, String.format(NAMED, "Robert"), "");
    String other = person(stranger, String.format(NAMED, "Bob"), "");
    assertThat(clerk.get("/duplicates").json().has("searchedAt")).isFalse();
    host.chancery.doubles().worklist().look();
    JsonNode found = pairs(clerk);
    assertThat(found).as(found.toString()).hasSize(1);
    assertThat(found.at("/0/one/id").asText() + found.at("/0/other/id").asText())
        .contains(one, other);
    assertThat(found.at("/0/why")).isNotEmpty();
    assertThat(found.at("/0/personal").asBoolean()).isFalse();
    assertThat(clerk.get("/duplicates/" + one + "/" + other).json().at("/why")).isNotEmpty();
    assertThat(clerk.get("/duplicates?kind=organization").json().at("/items")).isEmpty();
    // Once they are merged there is nothing to ask.
    clerk.post("/people/" + other + "/merge", "{'from':'" + one + "','reason':'Same'}");
    assertThat(pairs(clerk)).isEmpty();
    clerk.post("/duplicates/merges/" + one + "/undo", "");
    assertThat(pairs(clerk)).hasSize(1);
  }

  @Test
  void whoWasToldApartIsNotAskedAboutAgain() {
    others();
    String one = person(clerk, String.format(NAMED, "Robert"), "");
    String other = person(clerk, String.format(NAMED, "Bob"), "");
    host.chancery.doubles().worklist().look();
    String body = "{'one':'" + other + "','other':'" + one + "'%s}";
    assertThat(stranger.post("/duplicates/apart", String.format(body, "")).status()).isEqualTo(403);
    assertThat(clerk.post("/duplicates/apart", String.format(body, "")).status()).isEqualTo(204);
    assertThat(pairs(clerk)).isEmpty();
    host.chancery.doubles().worklist().look();
    assertThat(pairs(clerk)).isEmpty();
    assertThat(clerk.get("/duplicates/" + one + "/" + other).json().at("/apart").asBoolean())
        .isTrue();
    clerk.post("/duplicates/apart", String.format(body, ",'different':false"));
    assertThat(pairs(clerk)).hasSize(1);
  }

  @Test
  void whatPrivateNumbersTellIsForThoseAloneWhoSeeThem() {
    others();
    String contact = "'mobilePhone':['956-555-0199'],'email':['gwen.tal@private.example']";
    String one = person(clerk, "'firstName':'Gwendolyn','lastName':'Talavera'", contact);
    String other = person(stranger, "'firstName':'Gwendolyn','lastName':'Ostrowski'", contact);
    String third = person(clerk, "'firstName':'Gwendolyn','lastName':'Kimball'", contact);
    host.chancery.doubles().worklist().look();
    TestHost.Reply told = host.as("privacy").get("/duplicates");
    assertThat(told.json().at("/items")).as(told.body()).hasSize(3);
    TestHost.Reply mine = clerk.get("/duplicates");
    assertThat(mine.json().at("/items")).as(mine.body()).hasSize(1);
    assertThat(mine.body()).contains(one, third).doesNotContain(other);
    TestHost.Reply theirs = stranger.get("/duplicates");
    assertThat(theirs.json().at("/items")).as(theirs.body()).isEmpty();
    String asked = stranger.get("/duplicates/" + one + "/" + other).body();
    assertThat(asked).doesNotContain("0199").doesNotContain("private.example");
    assertThat(stranger.get("/duplicates/" + one + "/" + other).json().at("/score").asDouble())
        .isZero();
  }

  @Test
  void organizationsAreListedUnlessTheyAreInTwoPlaces() {
    for (String fields :
        new String[] {
          "'name':'Acme Logistics, Inc.','city':'Laredo'",
          "'name':'ACME Logistics','city':'Laredo'",
          "'name':'Acme Logistics LLC','city':'Boston'",
          "'name':'Bolt'"
        }) {
      clerk.post("/organizations", "{'organization':{" + fields + "},'confirmed':true}");
    }
    host.chancery.doubles().worklist().look();
    JsonNode found = clerk.get("/duplicates?kind=organization").json().at("/items");
    assertThat(found).as(found.toString()).hasSize(1);
    assertThat(found.at("/0/why").toString()).contains("Same place");
  }

  @Test
  void whoAsksHasThemLookedFor() {
    others();
    person(clerk, String.format(NAMED, "Robert"), "");
    person(clerk, String.format(NAMED, "Bob"), "");
    assertThat(clerk.post("/duplicates/search", "").status()).isEqualTo(204);
    TestHost.await(() -> pairs(clerk).size() == 1);
  }
}
