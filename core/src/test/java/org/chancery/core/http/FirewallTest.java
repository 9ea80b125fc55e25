package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A user of another component gets no private number, address or account of a person by any route
 * about stakeholders, nor by a search, nor from the ledger or the mails (requirements S14, P5).
 */
class FirewallTest {
  private static final List<String> SECRETS =
      List.of("555-0177", "5550177", "0177", "0188", "hidden-mail", "secret.example", "im-handle");

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client owner;
  private TestHost.Client stranger;
  private String person;
  private String organization;
  private String event;
  private String interaction;
  private String contact;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    owner = host.as("clerk");
    stranger = host.as("stranger");
    JsonNode made =
        owner
            .post(
                "/people",
                "{'person':{'firstName':'Ana','lastName':'Diaz','state':'TX'},"
                    + "'privateContact':{'mobilePhone':['(956) 555-0177'],"
                    + "'personalPhone':['(956) 555-0188'],"
                    + "'email':['hidden-mail@secret.example'],'instantMessenger':['im-handle']},"
                    + "'affiliations':[{'newOrganization':'Port Authority'}]}")
            .json();
    person = made.at("/id").asText();
    organization = made.at("/affiliations/0/organization/id").asText();
    event = owner.post("/events", "{'name':'E','start':'2026-03-03T10:00:00Z'}").text("id");
    owner.post("/events/" + event + "/attendees", "{'people':['" + person + "']}");
    interaction =
        owner
            .post(
                "/interactions",
                "{'date':'2026-03-04','mode':'phone','people':['"
                    + person
                    + "'],'issues':['border-wait-times'],'followUp':'Call back'}")
            .text("id");
    for (JsonNode child : owner.get("/nodes/" + person + "/children").json().path("items")) {
      if (child.path("name").asText().equals("Private contact")) {
        contact = child.path("id").asText();
      }
    }
  }

  @AfterEach
  void close() {
    host.close();
  }

  private List<String> paths() {
    return List.of(
        "/people/" + person,
        "/people/" + person + "/timeline",
        "/organizations/" + organization,
        "/organizations/" + organization + "/people",
        "/organizations/" + organization + "/timeline",
        "/events/" + event,
        "/interactions/" + interaction,
        "/follow-ups",
        "/verifications/due",
        "/issues/border-wait-times",
        "/nodes/" + person,
        "/nodes/" + person + "/children",
        "/nodes/" + person + "/history",
        "/nodes/" + person + "/versions",
        "/nodes/" + person + "/permissions",
        "/nodes/" + contact,
        "/nodes/" + contact + "/history",
        "/nodes/" + contact + "/versions",
        "/nodes/" + contact + "/permissions",
        "/search?q=diaz",
        "/search?q=*",
        "/search?q=type:privateContact");
  }

  @Test
  void theOwnersComponentSeesThem() {
    assertThat(owner.get("/people/" + person).body()).contains("0177", "hidden-mail");
    assertThat(owner.get("/search?q=0177").json().at("/total").asInt()).isEqualTo(1);
  }

  /** Without ids and moments, in whose digits anything may stand by chance. */
  private static String said(TestHost.Reply reply) {
    return reply
        .body()
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "")
        .replaceAll("T\\d{2}:\\d{2}:\\d{2}[.\\d]*Z", "");
  }

  @Test
  void noRouteTellsThemToOthers() {
    List<String> answers = new ArrayList<>();
    paths().forEach(path -> answers.add(said(stranger.get(path))));
    for (String secret : SECRETS) {
      assertThat(answers).noneMatch(answer -> answer.contains(secret));
    }
    assertThat(stranger.get("/nodes/" + contact).status()).isEqualTo(404);
  }

  /** Whatever routes there are: the ids of the person, and of what hangs on them, in any place. */
  @Test
  void noRouteThereIsTellsThemToOthers() {
    List<String> templates =
        host.chancery.router().routes().stream()
            .filter(route -> route.method().equals("GET"))
            .map(Route::template)
            .toList();
    assertThat(templates).hasSizeGreaterThan(70);
    int told = 0;
    for (String template : templates) {
      for (String id :
          List.of(person, contact, organization, event, interaction, "border-wait-times")) {
        String path = template.replaceAll("\\{\\w+\\}", id);
        String answer = said(stranger.get(path));
        for (String secret : SECRETS) {
          assertThat(answer).as(path).doesNotContain(secret);
        }
        told += owner.get(path).body().contains("hidden-mail") ? 1 : 0;
        if (path.equals(template)) {
          break;
        }
      }
    }
    // The same walk finds them where they may be seen.
    assertThat(told).isGreaterThan(1);
  }

  /** A list asked for a secret answers as one that is asked for what nobody has. */
  @Test
  void noListIsLedByThem() {
    List<String> lists =
        host.chancery.router().routes().stream()
            .filter(route -> route.method().equals("GET") && !route.template().contains("{"))
            .map(Route::template)
            .filter(template -> !template.matches("/(session|me|audit.*|health|integrity.*)"))
            .toList();
    for (String list : lists) {
      for (String parameter :
          List.of("q", "phone", "email", "number", "lastName", "interest", "organization")) {
        String nothing = "qqqq";
        String expected = answer(list, parameter, nothing);
        for (String secret : List.of("0177", "0188", "hidden-mail@secret.example", "im-handle")) {
          assertThat(answer(list, parameter, secret).replace(secret, nothing))
              .as(list + "?" + parameter + "=" + secret)
              .isEqualTo(expected);
        }
      }
    }
  }

  private String answer(String list, String parameter, String value) {
    TestHost.Reply reply = stranger.get(list + "?" + parameter + "=" + value);
    return reply.status() == 500
        ? "500 " + reply.body()
        : reply.body().replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "").replace(value, "qqqq");
  }

  /** In no order by which people or their contacts may be listed do the secrets take part. */
  @Test
  void noSortTellsThemToOthers() {
    owner.post(
        "/people",
        "{'person':{'firstName':'Bo','lastName':'Diaz'},'privateContact':{'email':['aaa@secret.example'],'mobilePhone':['(956)"
            + " 555-0100']}}");
    for (String field : List.of("stk:email", "email", "stk:mobilePhone", "mobilePhone")) {
      for (String list : List.of("/search", "/stakeholders", "/do-not-contact", "/expiring")) {
        String one = stranger.get(list + "?q=diaz&sort=" + field).body();
        String other = stranger.get(list + "?q=diaz&sort=-" + field).body();
        assertThat(one.replace(field, "")).isEqualTo(other.replace("-" + field, ""));
      }
    }
  }

  @Test
  void whatLeavesTheSystemIsNotForThem() {
    for (String path :
        List.of(
            "/people/" + person + "/export",
            "/exports/people?format=csv",
            "/subject-access?lastName=diaz")) {
      assertThat(stranger.get(path).status()).as(path).isEqualTo(403);
      assertThat(owner.get(path).status()).as(path).isEqualTo(403);
    }
    String body = "{'people':['" + person + "'],'reason':'x'}";
    assertThat(stranger.post("/subject-access", body).status()).isEqualTo(403);
  }

  @Test
  void noSearchFindsTheirWords() {
    for (String secret : SECRETS) {
      assertThat(stranger.get("/search?q=" + secret).json().at("/total").asInt())
          .as(secret)
          .isZero();
    }
  }

  @Test
  void enteringTheSamePersonTellsNothingOfThem() {
    for (String value :
        List.of(
            "'mobilePhone':['956 555 0177']",
            "'personalPhone':['9565550188']",
            "'email':['HIDDEN-MAIL@secret.example']")) {
      TestHost.Reply entered =
          stranger.post(
              "/people",
              "{'person':{'lastName':'Other'},'privateContact':{"
                  + value
                  + "},"
                  + "'confirmed':true}");
      assertThat(entered.status()).as(entered.body()).isEqualTo(201);
      assertThat(entered.body()).doesNotContain("Diaz");
    }
  }

  @Test
  void nobodyMakesThemselvesItsOwnerOrReplacesIt() {
    String tag = stranger.get("/people/" + person).tag();
    assertThat(
            stranger
                .post("/people/" + person + "/owner", "{'user':'stranger','reason':'Mine'}")
                .status())
        .isEqualTo(403);
    assertThat(
            stranger
                .put(
                    "/nodes/" + person + "/properties",
                    "{'properties':{'stk:ownerComponent':'CBP'}}",
                    "If-Match",
                    tag)
                .status())
        .isEqualTo(403);
    assertThat(
            stranger
                .put("/people/" + person, "{'privateContact':{'email':null}}", "If-Match", tag)
                .status())
        .isEqualTo(403);
    assertThat(
            stranger
                .post(
                    "/nodes/" + person + "/children",
                    "{'type':'stk:privateContact','name':'Mine','properties':{}}")
                .status())
        .isEqualTo(400);
    assertThat(owner.get("/people/" + person).body()).contains("hidden-mail");
  }

  @Test
  void ledgerAndMailsKnowThemNot() {
    noRouteTellsThemToOthers();
    enteringTheSamePersonTellsNothingOfThem();
    String ledger = host.host.ledger().events().toString();
    String mails = host.mailer.notices.toString();
    for (String secret : SECRETS) {
      assertThat(ledger).doesNotContain(secret);
      assertThat(mails).doesNotContain(secret);
    }
  }
}
