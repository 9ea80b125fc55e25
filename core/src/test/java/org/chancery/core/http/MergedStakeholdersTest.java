package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import org.chancery.core.access.Role;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.NodeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two entries of the same person or organization made one over HTTP, and parted again (S12). */
class MergedStakeholdersTest {
  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client clerk;
  private TestHost.Client stranger;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    host.office.add("privacy", "EXECSEC", Role.PRIVACY_OFFICER);
    host.office.add("colleague", "OPA", Role.DRAFTER);
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

  private static TestHost.Reply merge(TestHost.Client client, String from, String into) {
    return client.post("/people/" + into + "/merge", "{'from':'" + from + "','reason':'Same'}");
  }

  @Test
  void whatTheOtherHasAndTheEntryLacksIsTaken() {
    String into = person(clerk, "'firstName':'Ana','lastName':'Diaz','city':'Laredo'", "");
    String from =
        person(
            clerk,
            "'lastName':'Diaz-Ortiz','position':'Mayor','city':'Austin','state':'TX',"
                + "'interests':['Roads']",
            "");
    TestHost.Reply done =
        clerk.post(
            "/people/" + into + "/merge",
            "{'from':'" + from + "','reason':'Married','choices':{'lastName':'from'}}");
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    JsonNode person = clerk.get("/people/" + into).json();
    assertThat(person.at("/name").asText()).isEqualTo("Ana Diaz-Ortiz");
    assertThat(person.at("/person/position").asText()).isEqualTo("Mayor");
    assertThat(person.at("/person/interests/0").asText()).isEqualTo("Roads");
    // An address is never put together of two.
    assertThat(person.at("/person/city").asText()).isEqualTo("Laredo");
    assertThat(person.at("/person").has("state")).isFalse();
    assertThat(clerk.get("/people/" + from).status()).isEqualTo(404);
    assertThat(clerk.get("/search?q=Mayor").json().at("/total").asInt()).isEqualTo(1);
    JsonNode merges = stranger.get("/people/" + into + "/merges").json();
    assertThat(merges.at("/items/0/reason").asText()).isEqualTo("Married");
    assertThat(merges.at("/items/0/undoable").asBoolean()).isFalse();
    assertThat(clerk.get("/people/" + into + "/merges").json().at("/items/0/undoable").asBoolean())
        .isTrue();
  }

  @Test
  void whoAsksForAnEntryThatWasMergedAwayIsLedToTheOneThatIsLeft() {
    String first = person(clerk, "'lastName':'Diaz'", "");
    String second = person(clerk, "'lastName':'Dias'", "");
    String third = person(clerk, "'firstName':'Ana','lastName':'Diaz'", "");
    assertThat(merge(clerk, first, second).status()).isEqualTo(200);
    assertThat(merge(clerk, second, third).status()).isEqualTo(200);
    JsonNode left = stranger.get("/duplicates/merges/" + first + "/left").json();
    assertThat(left.at("/id").asText()).isEqualTo(third);
    assertThat(left.at("/kind").asText()).isEqualTo("person");
    assertThat(left.at("/name").asText()).isEqualTo("Ana Diaz");
    // One that was never merged away is no more known here than one that never was.
    assertThat(stranger.get("/duplicates/merges/" + third + "/left").status()).isEqualTo(404);
    AccessList closed = new AccessList(false, Set.of(new Grant("clerk", Grant.Role.COORDINATOR)));
    host.host.write(() -> host.host.permissions().set(Caller.ofSystem(), NodeId.of(third), closed));
    assertThat(stranger.get("/duplicates/merges/" + first + "/left").status()).isEqualTo(404);
    assertThat(clerk.get("/duplicates/merges/" + first + "/left").status()).isEqualTo(200);
  }

  @Test
  void whoAnswersForTheEntryThatGoesGivesItUp() {
    String mine = person(clerk, "'lastName':'Diaz'", "");
    String theirs = person(stranger, "'lastName':'Diaz'", "");
    assertThat(merge(clerk, theirs, mine).status()).isEqualTo(403);
    assertThat(merge(host.as("colleague"), mine, theirs).status()).isEqualTo(403);
    assertThat(merge(clerk, mine, theirs).status()).isEqualTo(200);
    JsonNode person = clerk.get("/people/" + theirs).json();
    assertThat(person.at("/owner/component/code").asText()).isEqualTo("CBP");
    assertThat(person.at("/knownBy")).hasSize(2);
    assertThat(person.at("/knownBy/1/people/0/name").asText()).isEqualTo("clerk");
    assertThat(host.as("colleague").post("/duplicates/merges/" + mine + "/undo", "").status())
        .isEqualTo(403);
    assertThat(stranger.post("/duplicates/merges/" + mine + "/undo", "").status()).isEqualTo(200);
    assertThat(clerk.get("/people/" + mine).json().at("/owner/component/code").asText())
        .isEqualTo("OPA");
  }

  @Test
  void privateNumbersStayWithTheirOwnComponents() {
    String mine = person(clerk, "'lastName':'Diaz'", "'mobilePhone':['202-555-0111']");
    String theirs = person(stranger, "'lastName':'Diaz'", "'email':['cbp@only.example']");
    assertThat(merge(clerk, mine, theirs).status()).isEqualTo(200);
    assertThat(clerk.get("/people/" + theirs).body()).contains("0111").doesNotContain("cbp@only");
    assertThat(stranger.get("/people/" + theirs).body())
        .contains("cbp@only")
        .doesNotContain("0111");
    assertThat(stranger.get("/search?q=0111").json().at("/total").asInt()).isZero();
    assertThat(host.as("privacy").get("/people/" + theirs).body())
        .contains("0111")
        .contains("cbp@only");
    TestHost.Reply seen = clerk.get("/people/" + theirs);
    assertThat(
            clerk
                .put(
                    "/people/" + theirs,
                    "{'privateContact':{'mobilePhone':['202-555-0122']}}",
                    "If-Match",
                    seen.tag())
                .status())
        .isEqualTo(200);
    assertThat(stranger.get("/people/" + theirs).body())
        .contains("cbp@only")
        .doesNotContain("0122");
    assertThat(clerk.post("/duplicates/merges/" + mine + "/undo", "").status()).isEqualTo(200);
    assertThat(clerk.get("/people/" + mine).body()).contains("0122");
    assertThat(clerk.get("/people/" + theirs).json().at("/privateContactWithheld").asBoolean())
        .isTrue();
  }

  @Test
  void oneComponentsNumbersArePutTogetherAndPartedAgain() {
    String one = person(clerk, "'lastName':'Diaz'", "'mobilePhone':['202-555-0111']");
    String other =
        person(
            clerk, "'lastName':'Diaz'", "'mobilePhone':['202-555-0122'],'email':['a@b.example']");
    assertThat(merge(clerk, other, one).status()).isEqualTo(200);
    assertThat(clerk.get("/people/" + one).body()).contains("0111", "0122", "a@b.example");
    assertThat(clerk.get("/search?q=0122").json().at("/total").asInt()).isEqualTo(1);
    assertThat(clerk.post("/duplicates/merges/" + other + "/undo", "").status()).isEqualTo(200);
    assertThat(clerk.get("/people/" + one).body()).contains("0111").doesNotContain("0122");
    assertThat(clerk.get("/people/" + other).body()).contains("0122", "a@b.example");
  }

  @Test
  void theLastMergeIsUndoneFirst() {
    String one = person(clerk, "'lastName':'A'", "");
    String two = person(clerk, "'lastName':'B'", "");
    String three = person(clerk, "'lastName':'C'", "");
    merge(clerk, two, one);
    merge(clerk, three, one);
    TestHost.Reply refused = clerk.post("/duplicates/merges/" + two + "/undo", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("'C'");
    assertThat(clerk.post("/duplicates/merges/" + three + "/undo", "").status()).isEqualTo(200);
    assertThat(clerk.post("/duplicates/merges/" + two + "/undo", "").status()).isEqualTo(200);
    assertThat(clerk.post("/duplicates/merges/" + two + "/undo", "").status()).isEqualTo(404);
  }

  @Test
  void whatIsAskedForWrongIsRefused() {
    String one = person(clerk, "'lastName':'A'", "");
    String two = person(clerk, "'lastName':'B'", "");
    String organization = clerk.post("/organizations", "{'organization':{'name':'O'}}").text("id");
    String path = "/people/" + one + "/merge";
    assertThat(merge(clerk, one, one).status()).isEqualTo(400);
    assertThat(merge(clerk, organization, one).status()).isEqualTo(400);
    assertThat(merge(clerk, one, two).status()).isEqualTo(200);
    assertThat(merge(clerk, one, two).status()).isEqualTo(404);
    assertThat(clerk.post(path, "{'from':'" + two + "','reason':'x'}").status()).isEqualTo(404);
    String three = person(clerk, "'lastName':'C'", "");
    String choices = "{'from':'" + two + "','reason':'x','choices':{%s}}";
    path = "/people/" + three + "/merge";
    for (String choice : new String[] {"'city':'from'", "'lastName':'both'", "'x':'into'"}) {
      assertThat(clerk.post(path, String.format(choices, choice)).status())
          .as(choice)
          .isEqualTo(400);
    }
    assertThat(clerk.post(path, "{'from':'" + two + "'}").status()).isEqualTo(400);
  }

  @Test
  void organizationsAreMergedWithThoseWhoBelongToThem() {
    String one = clerk.post("/organizations", "{'organization':{'name':'ACME'}}").text("id");
    String two =
        clerk
            .post(
                "/organizations",
                "{'organization':{'name':'Acme Corp.','city':'X'},'confirmed':true}")
            .text("id");
    String person = person(clerk, "'lastName':'Diaz'", "");
    clerk.post("/people/" + person + "/affiliations", "{'organization':'" + two + "'}");
    assertThat(
            clerk
                .post("/organizations/" + one + "/merge", "{'from':'" + two + "','reason':'Same'}")
                .status())
        .isEqualTo(200);
    assertThat(
            clerk.get("/people/" + person).json().at("/affiliations/0/organization/name").asText())
        .isEqualTo("ACME");
    assertThat(clerk.get("/organizations/" + one).json().at("/people").asInt()).isEqualTo(1);
    assertThat(clerk.post("/duplicates/merges/" + two + "/undo", "").status()).isEqualTo(200);
    assertThat(
            clerk.get("/people/" + person).json().at("/affiliations/0/organization/name").asText())
        .isEqualTo("Acme Corp.");
  }

  @Test
  void whatWasMergedGoesWithTheEntryThatIsErased() {
    String one = person(clerk, "'firstName':'Ana','lastName':'Qadira'", "");
    String other =
        person(clerk, "'firstName':'Anna','lastName':'Qadira'", "'email':['a@gone.example']");
    assertThat(merge(clerk, other, one).status()).isEqualTo(200);
    assertThat(host.host.nodes().find(Caller.ofSystem(), NodeId.of(other))).isPresent();
    TestHost.Reply ordered =
        clerk.post(
            "/people/" + one + "/erasure",
            "{'via':'phone','askedOn':'2026-01-06','reason':'asked','mentions':[]}");
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
    String path = "/erasures/" + ordered.text("id");
    TestHost.await(() -> clerk.get(path).text("state").equals("done"));
    assertThat(host.host.nodes().find(Caller.ofSystem(), NodeId.of(other))).isEmpty();
    assertThat(clerk.post("/duplicates/merges/" + other + "/undo", "").status()).isEqualTo(404);
  }
}
