package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

  @Test
  void aLockedSessionGoesOnForTheSameUserWithoutAffirmingAgain(Host host) {
    Client clerk = host.person("clerk");

    clerk.post("session/lock", null).expect(204);

    clerk.get("me").expect(401);
    Answer again =
        clerk.post("session", Map.of("user", "clerk", "password", Host.passwordOf("clerk")));
    assertThat(again.expect(200).json().path("affirmed").asBoolean()).isTrue();
    clerk.get("intake").expect(200);
  }

  @Test
  void aLockedSessionIsNobodyElses(Host host) {
    Client clerk = host.person("clerk");

    clerk.post("session/lock", null).expect(204);

    Answer other =
        clerk.post("session", Map.of("user", "drafter", "password", Host.passwordOf("drafter")));
    assertThat(other.expect(200).json().path("affirmed").asBoolean()).isFalse();
  }

  @Test
  void aDisabledAccountIsOutAtOnceAndSoIsOneWithANewPassword(Host host) {
    Client admin = host.admin();
    assumeTrue(
        !admin.get("accounts").code().equals("no-such-route"), "The accounts are not the host's");
    String user = "newcomer-" + UUID.randomUUID();
    String password = "Welcome-" + UUID.randomUUID();
    Map<String, Object> rights =
        Map.of("displayName", "New Comer", "components", List.of("FEMA"), "roles", List.of());
    Map<String, Object> account = new HashMap<>(rights);
    account.putAll(Map.of("user", user, "password", password));
    Answer made = admin.post("accounts", account).expect(201);
    Client first = Client.person(host.url(), user, password);
    first.get("me").expect(200);

    String another = "Another-" + UUID.randomUUID();
    admin.post("accounts/" + user + "/password", Map.of("password", another)).expect(204);
    first.get("me").expect(401);
    admin.post("accounts/" + user + "/password", Map.of("password", password)).expect(400);

    Client second = Client.person(host.url(), user, another);
    Map<String, Object> disabled = new HashMap<>(rights);
    disabled.put("enabled", false);
    admin.put("accounts/" + user, disabled, "If-Match", made.etag()).expect(412);
    String etag = "\"" + revision(admin, user) + "\"";
    admin.put("accounts/" + user, disabled, "If-Match", etag).expect(200);
    second.get("me").expect(401);
  }

  private static long revision(Client admin, String user) {
    return admin.get("accounts").expect(200).list("items").stream()
        .filter(each -> each.path("user").asText().equals(user))
        .findFirst()
        .orElseThrow()
        .path("revision")
        .asLong();
  }
}
