package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, affirming, ending (rows P1, P6, P8). */
@ExtendWith(WithHost.class)
class SessionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "me",
        "search?q=x",
        "intake",
        "model",
        "audit",
        "integrity",
        "nodes/00000000-0000-0000-0000-000000000000"
      })
  void nothingIsAnsweredWithoutSigningIn(String path, Host host) {
    Answer answer = Client.anonymous(host.url()).get(path);

    assertThat(answer.expect(401).code()).isEqualTo("sign-in-required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"search?q=x", "intake", "model", "nodes/00000000-0000-0000-0000-000000000000"})
  void nothingIsAnsweredBeforeAffirming(String path, Host host) {
    Client clerk = Client.signedIn(host.url(), "clerk", Host.passwordOf("clerk"));

    assertThat(clerk.get(path).expect(403).code()).isEqualTo("affirmation-required");
  }

  @Test
  void aProgramSaysThatItsCustodianHasAffirmed(Host host) {
    Client program = Client.unaffirmedProgram(host.url(), host.adminUser(), host.adminPassword());

    assertThat(program.get("intake").expect(403).code()).isEqualTo("affirmation-required");
    host.admin().get("intake").expect(200);
  }

  @Test
  void aPersonsPasswordIsNoProgramsPassword(Host host) {
    Client basic = Client.program(host.url(), "clerk", Host.passwordOf("clerk"));

    basic.get("intake").expect(401);
  }

  @Test
  void aWrongPasswordAndAnUnknownUserGetOneAnswer(Host host) {
    Client nobody = Client.anonymous(host.url());
    Answer wrong =
        nobody.post("session", Map.of("user", "drafter", "password", "not-the-password"));
    Answer unknown =
        nobody.post("session", Map.of("user", "no-such-user", "password", "not-the-password"));

    assertThat(wrong.expect(401).code()).isEqualTo("sign-in-failed");
    assertThat(unknown.expect(401).text()).isEqualTo(wrong.text());
  }

  @Test
  void aChangeWithoutTheCsrfTokenIsRefused(Host host) {
    Client clerk = host.person("clerk");

    clerk
        .withoutCsrfToken()
        .post("case-folders", Map.of("holderKind", "individual", "holderName", "x"))
        .expect(403);
  }

  @Test
  void aSignedOutSessionIsOver(Host host) {
    Client clerk = host.person("clerk");
    clerk.get("me").expect(200);

    clerk.delete("session").expect(204);

    clerk.get("me").expect(401);
  }

  @Test
  void signInsGoodAndBadAreInTheLedgerAndOnlyForTheIsso(Host host) {
    Client.anonymous(host.url()).post("session", Map.of("user", "reviewer", "password", "wrong"));
    host.person("clerk").get("audit").expect(403);

    List<String> outcomes =
        host.person("isso").get("audit?action=SIGN_IN&limit=50").expect(200).list("items").stream()
            .map(entry -> entry.path("user").asText() + " " + entry.path("outcome").asText())
            .toList();

    assertThat(outcomes).contains("reviewer FAILED", "clerk DONE");
  }
}
