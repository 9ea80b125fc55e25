package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chancery.core.access.Role;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountRoutesTest {
  private static final String NEW =
      "{'user':'newcomer','displayName':'New Comer','password':'Tall-horse7',"
          + "'components':[],'roles':[{'role':'CLERK','component':'OPA'}]}";

  @TempDir Path scratch;
  private TestHost host;
  private TestHost.Client admin;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    admin = host.program("admin");
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void aNewAccountBelongsToTheComponentOfItsRole() {
    TestHost.Reply made = admin.post("/accounts", NEW);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().at("/components/0").asText()).isEqualTo("OPA");
    assertThat(made.body()).doesNotContain("Tall-horse7");
    assertThat(host.as("newcomer").get("/intake").status()).isEqualTo(200);
    assertThat(administered())
        .anyMatch(
            details ->
                details.equals(
                    Map.of("created", "account", "name", "newcomer", "roles", "CLERK@OPA")));
  }

  private List<Map<String, String>> administered() {
    return host.host.ledger().events().stream()
        .filter(event -> event.action() == Action.ADMINISTER)
        .map(AuditEvent::details)
        .toList();
  }

  @Test
  void aDisabledAccountIsOutAtOnce() {
    TestHost.Client clerk = host.as("clerk");
    assertThat(clerk.get("/me").status()).isEqualTo(200);
    TestHost.Reply changed =
        admin.put(
            "/accounts/clerk",
            "{'displayName':'Clerk','components':['OPA'],'roles':[],'enabled':false}",
            "If-Match",
            "\"1\"");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(clerk.get("/me").status()).isEqualTo(401);
  }

  @Test
  void theLastAdministratorStays() {
    for (String change :
        new String[] {
          "{'displayName':'x','components':[],'roles':[{'role':'ADMINISTRATOR'}],'enabled':false}",
          "{'displayName':'x','components':[],'roles':[],'enabled':true}"
        }) {
      TestHost.Reply refused = admin.put("/accounts/admin", change, "If-Match", "\"1\"");
      assertThat(refused.status()).as(change).isEqualTo(409);
      assertThat(refused.text("code")).isEqualTo("wrong-state");
    }
  }

  @Test
  void aChangeOfWhatHasChangedMeanwhileIsRefused() {
    String body = "{'displayName':'x','components':['OPA'],'roles':[],'enabled':true}";
    admin.put("/accounts/clerk", body, "If-Match", "\"1\"");
    assertThat(admin.put("/accounts/clerk", body, "If-Match", "\"1\"").status()).isEqualTo(412);
  }

  @Test
  void aPasswordThatWasUsedBeforeIsRefused() {
    admin.post("/accounts", NEW);
    TestHost.Reply again = admin.post("/accounts/newcomer/password", "{'password':'Tall-horse7'}");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.json().at("/problems/password").asText()).contains("before");
    assertThat(admin.post("/accounts/newcomer/password", "{'password':'Tall-horse8'}").status())
        .isEqualTo(204);
  }

  @Test
  void aNewComponentHasItsIntakeFolder() {
    TestHost.Reply made = admin.post("/components", "{'code':'TSA','name':'Transport'}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    host.office.add("tsaclerk", "TSA", Role.CLERK);
    assertThat(host.as("tsaclerk").upload("a.txt", "x", Map.of()).status()).isEqualTo(201);
  }

  @Test
  void nobodyElseManagesAccounts() {
    assertThat(host.as("secretary").get("/accounts").status()).isEqualTo(403);
    assertThat(host.as("isso").post("/accounts", NEW).status()).isEqualTo(403);
  }

  @Test
  void aLockedSessionAnswersNothingUntilTheSameUserSignsInAgain() {
    TestHost.Client clerk = host.as("clerk");
    assertThat(clerk.post("/session/lock", "").status()).isEqualTo(204);
    assertThat(clerk.get("/me").status()).isEqualTo(401);
    TestHost.Reply again =
        clerk.post(
            "/session",
            "{'user':'clerk','password':'open sesame'}",
            "Cookie",
            "CHANCERY_SESSION=" + clerk.sessionId());
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().get("affirmed").asBoolean()).isTrue();
  }

  @Test
  void onesOwnPasswordIsChangedByWhoeverKnowsTheOldOne() {
    TestHost.Client clerk = host.as("clerk");
    TestHost.Reply guessed =
        clerk.post("/me/password", "{'old':'not this one','password':'Tall-horse7'}");
    assertThat(guessed.status()).isEqualTo(403);
    assertThat(guessed.text("code")).isEqualTo("old-password-wrong");
    assertThat(clerk.post("/me/password", "{'old':'open sesame','password':'short'}").status())
        .isEqualTo(400);
    assertThat(clerk.get("/me").status()).as("nothing has changed").isEqualTo(200);
    TestHost.Reply changed =
        clerk.post("/me/password", "{'old':'open sesame','password':'Tall-horse7'}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(204);
    assertThat(clerk.get("/me").status()).as("every session has ended").isEqualTo(401);
    assertThat(host.host.ledger().events())
        .anySatisfy(
            event -> {
              assertThat(event.user()).isEqualTo("clerk");
              assertThat(event.details())
                  .isEqualTo(Map.of("changed", "own password", "name", "clerk"));
            });
  }
}
