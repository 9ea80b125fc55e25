package org.chancery.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.chancery.core.access.Account;
import org.chancery.core.access.Account.Assignment;
import org.chancery.core.access.Role;
import org.chancery.standalone.accounts.LocalAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole server, asked over HTTP. The restart comes last, since it ends the server. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerTest {
  private static final String PAGE = "<!doctype html><title>Chancery</title>";

  @TempDir static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    Path ui = Files.createDirectories(folder.resolve("ui/assets")).getParent();
    Files.writeString(ui.resolve("index.html"), PAGE);
    Files.writeString(ui.resolve("assets/main-abc123.js"), "export {}");
    server = new RunningServer(folder.resolve("data"), "--chancery.ui=" + ui);
    for (String name : new String[] {"nora", "guessed"}) {
      server
          .bean(LocalAccounts.class)
          .create(
              new Account(
                  name,
                  "Nora Whitfield",
                  Set.of("EXECSEC"),
                  Set.of(new Assignment(Role.CLERK, Optional.of("EXECSEC"))),
                  false),
              RunningServer.PASSWORD);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
    JsonNode problem = RunningServer.json(response);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotEmpty();
  }

  @Test
  void withoutSignInEveryRouteIsClosed() throws Exception {
    assertProblem(server.send(server.to("/api/v1/me")), 401, "sign-in-required");
    assertProblem(server.send(server.to("/api/v1/search?q=a")), 401, "sign-in-required");
    HttpResponse<String> health = server.send(server.to("/api/v1/health"));
    assertThat(health.statusCode()).isEqualTo(200);
  }

  @Test
  void theSessionIsOfTheServersMakingAndItsCookieOutOfReachOfScripts() throws Exception {
    HttpResponse<String> signedIn =
        server.send(
            server
                .to("/api/v1/session")
                .header("Content-Type", "application/json")
                .header("Cookie", "CHANCERY_SESSION=chosen-by-a-stranger")
                .POST(
                    BodyPublishers.ofString(
                        "{\"user\":\"nora\",\"password\":\"" + RunningServer.PASSWORD + "\"}")));
    assertThat(signedIn.statusCode()).isEqualTo(200);
    assertThat(signedIn.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Strict")
        .doesNotContain("chosen-by-a-stranger");
    assertProblem(
        server.send(
            server.to("/api/v1/me").header("Cookie", "CHANCERY_SESSION=chosen-by-a-stranger")),
        401,
        "sign-in-required");
  }

  @Test
  void nothingWorksBeforeTheAffirmationAndNothingChangesWithoutTheToken() throws Exception {
    HttpResponse<String> signedIn = server.signIn("nora", RunningServer.PASSWORD);
    String cookie = RunningServer.cookie(signedIn);
    String csrf = RunningServer.json(signedIn).path("csrf").asText();
    assertProblem(
        server.send(server.to("/api/v1/intake").header("Cookie", cookie)),
        403,
        "affirmation-required");
    HttpRequest.Builder forged =
        server
            .to("/api/v1/session/affirmation")
            .header("Cookie", cookie)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"accepted\":true}"));
    assertProblem(server.send(forged), 403, "csrf");
    assertThat(server.send(forged.header("X-CSRF-Token", csrf)).statusCode()).isEqualTo(200);
    assertThat(server.send(server.to("/api/v1/intake").header("Cookie", cookie)).statusCode())
        .isEqualTo(200);
    assertProblem(
        server.send(server.to("/api/v1/session").header("Cookie", cookie).DELETE()), 403, "csrf");
    assertThat(
            server
                .send(
                    server
                        .to("/api/v1/session")
                        .header("Cookie", cookie)
                        .header("X-CSRF-Token", csrf)
                        .DELETE())
                .statusCode())
        .isEqualTo(204);
    assertProblem(
        server.send(server.to("/api/v1/me").header("Cookie", cookie)), 401, "sign-in-required");
  }

  @Test
  void basicIsForProgramsOnlyAndNeedsTheAffirmation() throws Exception {
    assertThat(server.send(server.asProgram("/api/v1/me")).statusCode()).isEqualTo(200);
    HttpResponse<String> person =
        server.send(
            server
                .to("/api/v1/me")
                .header("Authorization", RunningServer.basic("nora", RunningServer.PASSWORD))
                .header("Chancery-Affirmation", "accepted"));
    assertProblem(person, 401, "sign-in-required");
    assertThat(person.headers().firstValue("WWW-Authenticate")).isPresent();
    assertProblem(
        server.send(
            server
                .to("/api/v1/intake")
                .header("Authorization", RunningServer.basic("admin", RunningServer.PASSWORD))),
        403,
        "affirmation-required");
  }

  @Test
  void whatNoNameCanHoldSignsNobodyIn() throws Exception {
    assertProblem(server.signIn("ab\\ud800", "whatever it is"), 401, "sign-in-failed");
    assertProblem(server.signIn("a\\u0000b", "whatever it is"), 400, "invalid-json");
    assertProblem(
        server.send(
            server
                .to("/api/v1/me")
                .header("Authorization", RunningServer.basic("a\u0000b", "whatever it is"))),
        401,
        "sign-in-required");
    assertProblem(
        server.send(server.asProgram("/api/v1/nodes/root/children?cursor=AA")),
        400,
        "invalid-parameter");
  }

  @Test
  void guessingLocksTheAccountAndTellsNothing() throws Exception {
    String wrong = server.signIn("guessed", "no").body();
    for (int i = 0; i < 4; i++) {
      server.signIn("guessed", "no " + i);
    }
    HttpResponse<String> right = server.signIn("guessed", RunningServer.PASSWORD);
    assertProblem(right, 401, "sign-in-failed");
    assertThat(right.body()).isEqualTo(wrong);
    assertThat(server.signIn("no-such-account", "no").body()).isEqualTo(wrong);
  }

  @Test
  void theApplicationIsServedWithAPolicyThatAllowsNoForeignScript() throws Exception {
    for (String path : new String[] {"/", "/intake/items/1"}) {
      HttpResponse<String> page = server.send(server.to(path));
      assertThat(page.body()).isEqualTo(PAGE);
      assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe-inline", "'unsafe-eval'");
      assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }
    HttpResponse<String> script = server.send(server.to("/assets/main-abc123.js"));
    assertThat(script.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
    assertThat(script.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
  }

  @Test
  void whatIsNotThereIsAProblemAndNoPathLeavesTheApplication() throws Exception {
    assertProblem(server.send(server.to("/assets/gone.js")), 404, "no-such-page");
    assertProblem(server.send(server.asProgram("/api/v1/no-such")), 404, "no-such-route");
    assertProblem(server.send(server.to("/..%2f..%2fetc/passwd")), 400, "http-400");
    assertProblem(server.send(server.to("/").POST(BodyPublishers.noBody())), 405, "http-405");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void whatWasUploadedIsFoundAlsoAfterARestart() throws Exception {
    HttpResponse<String> created = server.upload("heron.txt", "The heron stands in the canal.");
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    String id = RunningServer.json(created).path("id").asText();
    awaitFound("heron canal", id);
    server.close();
    server = new RunningServer(folder.resolve("data"));
    awaitFound("heron canal", id);
    HttpResponse<String> content =
        server.send(server.asProgram("/api/v1/nodes/" + id + "/content"));
    assertThat(content.body()).isEqualTo("The heron stands in the canal.");
    HttpResponse<String> part =
        server.send(
            server.asProgram("/api/v1/nodes/" + id + "/content").header("Range", "bytes=4-8"));
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("heron");
  }

  private static void awaitFound(String words, String id) {
    String query = "/api/v1/search?q=" + words.replace(" ", "+");
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(
                        RunningServer.json(server.send(server.asProgram(query)))
                            .path("hits")
                            .findValuesAsText("id"))
                    .containsExactly(id));
  }
}
