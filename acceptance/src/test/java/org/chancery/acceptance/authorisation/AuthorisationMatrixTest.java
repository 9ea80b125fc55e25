package org.chancery.acceptance.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every route × every role × {own component, other component, hidden, read-only, declared}, and
 * every route to who has not signed in, has not affirmed, or sends from a foreign page (rows P1,
 * P3, P4, P6, P15).
 */
@ExtendWith(WithHost.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorisationMatrixTest {
  private List<Rule> rules;
  private Host host;
  private Kit kit;
  private Sending sending;

  @BeforeAll
  void lay(Host shared) {
    host = shared;
    kit = new Kit(host);
    sending = new Sending(kit);
    rules = Rule.all().stream().filter(rule -> !leftOut(rule)).toList();
  }

  /** Routes that a host has not got, since the matter is not its own. */
  private boolean leftOut(Rule rule) {
    return host.admin()
        .get(rule.template().substring(1).replaceAll("\\{\\w+\\}", "none"))
        .code()
        .equals("no-such-route");
  }

  @ParameterizedTest
  @CsvSource({
    "femaclerk, CLERK",
    "drafter, DRAFTER",
    "reviewer, REVIEWER",
    "supervisor, SUPERVISOR",
    "representative, COMPONENT_REPRESENTATIVE",
    "secretary, EXECUTIVE_SECRETARY",
    "records, RECORDS_OFFICER",
    "privacy, PRIVACY_OFFICER",
    "isso, ISSO"
  })
  void aRoleMayWhatTheTableAndTheItemAllowAndNothingElse(String user, String role) {
    assertNoOther(Participant.person(host, user, role));
  }

  @Test
  void anAdministratorMayWhatTheTableAndTheItemAllowAndNothingElse() {
    assertNoOther(Participant.of(host::admin, "ADMINISTRATOR"));
  }

  @Test
  void anIntakeProgramMayWhatTheTableAndTheItemAllowAndNothingElse() {
    String user = "program-" + UUID.randomUUID();
    String password = "Matrix-" + UUID.randomUUID();
    Answer made =
        host.admin()
            .post(
                "accounts",
                Map.of(
                    "user",
                    user,
                    "displayName",
                    "The matrix's program",
                    "password",
                    password,
                    "components",
                    List.of("FEMA"),
                    "roles",
                    List.of(Map.of("role", "INTAKE_PROGRAM")),
                    "program",
                    true));
    assumeTrue(!made.code().equals("no-such-route"), "The host's accounts are not its own");
    made.expect(201);
    assertNoOther(
        Participant.of(() -> Client.program(host.url(), user, password), "INTAKE_PROGRAM"));
  }

  private void assertNoOther(Participant who) {
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    for (Rule rule : rules) {
      Client client = rule.flags().contains("fresh") ? who.another().get() : who.client();
      for (Situation situation : Situation.values()) {
        boolean meaningful =
            rule.aboutAnItem()
                ? kit.id(situation, rule.item()).isPresent()
                : situation == Situation.OWN;
        if (meaningful) {
          cells++;
          Expectation expected = Expectation.of(rule, who, situation);
          Answer answer = sending.send(client, rule, situation);
          if (!expected.met(rule, answer)) {
            wrong.add(told(rule, who.role() + ", " + situation, expected, answer));
          }
        }
      }
    }
    assertThat(cells).isGreaterThan(rules.size());
    assertThat(wrong).as(who.role() + ": wrong among " + cells + " cells").isEmpty();
  }

  private static String told(Rule rule, String who, Object expected, Answer answer) {
    return rule
        + " as "
        + who
        + ": expected "
        + expected
        + ", got "
        + answer.status()
        + " "
        + answer.text().substring(0, Math.min(200, answer.text().length()));
  }

  @Test
  void nobodyGetsAnythingWithoutSigningIn() {
    List<String> wrong = new ArrayList<>();
    for (Rule rule : rules) {
      Answer answer = sending.send(Client.anonymous(host.url()), rule, Situation.OWN);
      boolean refused = answer.status() == 401 && answer.code().equals("sign-in-required");
      if (rule.open() == refused) {
        wrong.add(told(rule, "nobody", rule.open() ? "an answer" : "401", answer));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothingIsDoneBeforeAffirming() {
    List<String> wrong = new ArrayList<>();
    Client unaffirmed = newUnaffirmed();
    for (Rule rule : rules) {
      if (rule.template().equals("/session/affirmation")) {
        continue;
      }
      Client client = rule.flags().contains("fresh") ? newUnaffirmed() : unaffirmed;
      Answer answer = sending.send(client, rule, Situation.OWN);
      boolean refused = answer.code().equals("affirmation-required");
      boolean expected = !rule.open() && !rule.signedIn();
      if (expected != refused) {
        wrong.add(told(rule, "unaffirmed", expected, answer));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private Client newUnaffirmed() {
    return Client.signedIn(host.url(), "secretary", Host.passwordOf("secretary"));
  }

  @Test
  void nothingIsChangedByARequestFromAForeignPage() {
    Client forged = host.person("secretary").withoutCsrfToken();
    List<String> wrong = new ArrayList<>();
    for (Rule rule : rules) {
      if (!rule.open() && rule.changes()) {
        Answer answer = sending.send(forged, rule, Situation.OWN);
        if (!answer.code().equals("csrf")) {
          wrong.add(told(rule, "a foreign page", "csrf", answer));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
