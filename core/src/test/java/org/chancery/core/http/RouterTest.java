package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.chancery.core.access.Session;
import org.chancery.core.access.Sessions;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditEvent.Outcome;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.memory.MemoryOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouterTest {
  @TempDir Path scratch;
  private TestHost host;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void anUnknownPathIsNotFoundAndAnotherMethodIsTold() {
    assertThat(host.nobody().get("/nowhere").status()).isEqualTo(404);
    TestHost.Reply reply = host.nobody().send("PATCH", "/intake", Map.of(), new byte[0]);
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.response().headers()).containsEntry("Allow", "GET");
  }

  @Test
  void nothingIsAnsweredWithoutSignIn() {
    TestHost.Reply reply = host.nobody().get("/intake");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.text("code")).isEqualTo("sign-in-required");
  }

  @Test
  void wrongPasswordAndUnknownUserAreAnsweredAlikeAndRecorded() {
    TestHost.Reply wrong = host.nobody().post("/session", "{'user':'clerk','password':'x'}");
    TestHost.Reply unknown = host.nobody().post("/session", "{'user':'noone','password':'x'}");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.body()).isEqualTo(unknown.body());
    assertThat(host.host.ledger().events())
        .filteredOn(event -> event.outcome() == Outcome.FAILED)
        .extracting(AuditEvent::user)
        .containsExactly("clerk", "noone");
  }

  @Test
  void signInSetsACookieThatPagesCannotRead() {
    TestHost.Reply reply =
        host.nobody().post("/session", "{'user':'clerk','password':'open sesame'}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.response().headers().get("Set-Cookie"))
        .startsWith("CHANCERY_SESSION=")
        .contains("HttpOnly", "SameSite=Strict");
    assertThat(reply.json().get("affirmed").asBoolean()).isFalse();
  }

  @Test
  void nothingWorksBeforeTheAffirmationAndEverythingAfter() {
    TestHost.Client clerk = host.signedIn("clerk");
    TestHost.Reply before = clerk.get("/intake");
    assertThat(before.status()).isEqualTo(403);
    assertThat(before.text("code")).isEqualTo("affirmation-required");
    assertThat(clerk.get("/me").status()).isEqualTo(200);
    assertThat(clerk.post("/session/affirmation", "{'accepted':true}").status()).isEqualTo(200);
    assertThat(clerk.get("/intake").status()).isEqualTo(200);
    assertThat(host.host.ledger().events()).extracting(AuditEvent::action).contains(Action.AFFIRM);
  }

  @Test
  void aProgramAffirmsWithEachRequest() {
    assertThat(host.program("admin").get("/intake").status()).isEqualTo(200);
    assertThat(host.program("admin").with("Chancery-Affirmation", "no").get("/intake").status())
        .isEqualTo(403);
  }

  @Test
  void aPersonCannotSignInAsAProgramDoes() {
    Session basic =
        new Session("", host.office.find("clerk").get(), Session.Means.BASIC, true, "", 15);
    Request request =
        new Request(
            "GET",
            "/intake",
            Map.of(),
            Map.of(),
            InputStream.nullInputStream(),
            Optional.of(basic),
            "test",
            false);
    assertThat(host.chancery.router().handle(request).status()).isEqualTo(401);
  }

  @Test
  void aChangingRequestWithoutTheTokenIsRefused() {
    TestHost.Client clerk = host.as("clerk").with("X-CSRF-Token", "guessed");
    TestHost.Reply reply =
        clerk.post("/case-folders", "{'holderKind':'individual','holderName':'A, B'}");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.text("code")).isEqualTo("csrf");
    assertThat(clerk.get("/me").status()).isEqualTo(200);
  }

  @Test
  void aMissingCapabilityIsRefusedAndRecorded() {
    TestHost.Reply reply = host.as("reviewer").get("/audit");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.text("code")).isEqualTo("not-allowed");
    assertThat(host.host.ledger().events())
        .anyMatch(
            event ->
                event.user().equals("reviewer")
                    && event.action() == Action.READ_LEDGER
                    && event.outcome() == Outcome.DENIED);
  }

  @Test
  void anUnknownFieldIsNamed() {
    TestHost.Reply reply =
        host.as("clerk")
            .post(
                "/case-folders",
                "{'holderKind':'individual','holderName':'A, B','holderColour':'red'}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/problems/holderColour").asText()).isEqualTo("is not known");
  }

  @Test
  void brokenJsonTooMuchJsonAndNoJsonAreRefused() {
    TestHost.Client clerk = host.as("clerk");
    assertThat(clerk.post("/case-folders", "{'a'").status()).isEqualTo(400);
    assertThat(clerk.post("/case-folders", "null").status()).isEqualTo(400);
    assertThat(clerk.post("/case-folders", "{} {}").status()).isEqualTo(400);
    assertThat(clerk.post("/case-folders", "'" + "x".repeat(1 << 20) + "'").status())
        .isEqualTo(413);
    assertThat(clerk.post("/case-folders", "{}", "Content-Type", "text/plain").status())
        .isEqualTo(415);
  }

  @Test
  void theSameKeyAndRequestCreateOnceAndAnotherRequestIsRefused() {
    TestHost.Client clerk = host.as("clerk");
    String body = "{'holderKind':'individual','holderName':'Okafor, Maria'}";
    TestHost.Reply first = clerk.post("/case-folders", body, "Idempotency-Key", "k1");
    TestHost.Reply again = clerk.post("/case-folders", body, "Idempotency-Key", "k1");
    TestHost.Reply other =
        clerk.post(
            "/case-folders",
            "{'holderKind':'individual','holderName':'Else, Someone'}",
            "Idempotency-Key",
            "k1");
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.tag()).isEqualTo(first.tag());
    assertThat(other.status()).isEqualTo(422);
    assertThat(host.host.ledger().events())
        .filteredOn(event -> event.action() == Action.CREATE && event.outcome() == Outcome.DONE)
        .hasSize(1);
  }

  @Test
  void anUploadRepeatedWithItsKeyIsReceivedOnce() {
    TestHost.Client clerk = host.as("clerk");
    TestHost.Reply first = clerk.upload("a.txt", "Hello", Map.of(), "Idempotency-Key", "u");
    TestHost.Reply again = clerk.upload("a.txt", "Hello", Map.of(), "Idempotency-Key", "u");
    TestHost.Reply other = clerk.upload("a.txt", "Other", Map.of(), "Idempotency-Key", "u");
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    assertThat(other.status()).isEqualTo(422);
  }

  @Test
  void aFailureTellsAnIncidentAndNothingElse() {
    Route broken =
        new Route(
            "GET",
            "/broken",
            new Route.Open(),
            Route.Scope.NONE,
            new Route.Audit(Action.REQUEST, false),
            Handler.of(
                exchange -> {
                  throw new IllegalStateException("secret internals");
                }));
    Router router =
        new Router(
            List.of(broken), host.host, host.host.ledger(), host.host.answers(), Runnable::run);
    Response response =
        router.handle(
            new Request(
                "GET",
                "/broken",
                Map.of(),
                Map.of(),
                InputStream.nullInputStream(),
                Optional.empty(),
                "test",
                false));
    String body = new TestHost.Reply(response).body();
    assertThat(response.status()).isEqualTo(500);
    assertThat(body).contains("\"incident\"").doesNotContain("secret");
    assertThat(host.host.ledger().events())
        .extracting(AuditEvent::outcome)
        .contains(Outcome.FAILED);
  }

  private Response answer(InputStream body, Function<Exchange, Response> work) {
    Route route =
        new Route(
            "POST",
            "/taking",
            new Route.Open(),
            Route.Scope.NONE,
            new Route.Audit(Action.REQUEST, false),
            exchange -> new Handler.Work("", () -> work.apply(exchange)));
    return new Router(
            List.of(route), host.host, host.host.ledger(), host.host.answers(), Runnable::run)
        .handle(
            new Request(
                "POST", "/taking", Map.of(), Map.of(), body, Optional.empty(), "test", false));
  }

  @Test
  void noSessionIsAffirmedWithoutItsRowInTheLedger() {
    Session session = host.office.open("clerk", MemoryOffice.PASSWORD, "test").orElseThrow();
    Request request =
        new Request(
            "POST",
            "/session/affirmation",
            Map.of(),
            Map.of("Content-Type", List.of("application/json")),
            new ByteArrayInputStream("{\"accepted\":true}".getBytes(StandardCharsets.UTF_8)),
            Optional.of(session),
            "test",
            false);
    assertThatThrownBy(
            () ->
                new SessionRoutes(host.office, new FullLedger())
                    .affirm(new Exchange(request, Map.of())))
        .isInstanceOf(IllegalStateException.class);
    assertThat(host.office.session(session.id()).orElseThrow().affirmed()).isFalse();
  }

  @Test
  void aPasswordIsComparedOutsideTheTransaction() {
    Sessions slow =
        new Sessions() {
          @Override
          public Optional<Session> open(String user, String password, String source) {
            assertThatThrownBy(() -> host.host.afterCommit(() -> {}))
                .isInstanceOf(IllegalStateException.class);
            return host.office.open(user, password, source);
          }

          @Override
          public Session affirm(Session session) {
            throw new UnsupportedOperationException();
          }

          @Override
          public Session takeOver(String earlier, Session fresh) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void lock(Session session) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void close(Session session) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void endAll(String user) {
            throw new UnsupportedOperationException();
          }
        };
    SessionRoutes routes = new SessionRoutes(slow, host.host.ledger());
    Route signIn =
        new Route(
            "POST",
            "/session",
            new Route.Open(),
            Route.Scope.WRITE,
            new Route.Audit(Action.SIGN_IN, false),
            routes::signIn);
    String body = "{\"user\":\"clerk\",\"password\":\"" + MemoryOffice.PASSWORD + "\"}";
    Response response =
        new Router(
                List.of(signIn), host.host, host.host.ledger(), host.host.answers(), Runnable::run)
            .handle(
                new Request(
                    "POST",
                    "/session",
                    Map.of(),
                    Map.of("Content-Type", List.of("application/json")),
                    new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                    Optional.empty(),
                    "test",
                    false));
    assertThat(response.status()).isEqualTo(200);
  }

  /** What a search does: its row is begun when all is known but how it will be shown. */
  private Response settling(AuditTrail ledger, Executor beside) {
    Route route =
        new Route(
            "GET",
            "/settling",
            new Route.Open(),
            Route.Scope.NONE,
            new Route.Audit(Action.SEARCH, true),
            Handler.of(
                exchange -> {
                  exchange.settled();
                  exchange.settled();
                  return Response.empty(204);
                }));
    return new Router(List.of(route), host.host, ledger, host.host.answers(), beside)
        .handle(
            new Request(
                "GET",
                "/settling",
                Map.of(),
                Map.of(),
                InputStream.nullInputStream(),
                Optional.empty(),
                "test",
                false));
  }

  @Test
  void aRowBegunEarlyIsWrittenOnceAndBeforeTheAnswerLeaves() {
    Response response = settling(host.host.ledger(), work -> new Thread(work).start());
    assertThat(response.status()).isEqualTo(204);
    assertThat(host.host.ledger().events())
        .filteredOn(event -> event.action() == Action.SEARCH)
        .hasSize(1);
  }

  @Test
  void withoutItsRowThereIsNoAnswer() {
    assertThat(settling(new FullLedger(), work -> new Thread(work).start()).status())
        .isEqualTo(500);
  }

  @Test
  void aDiskThatFailsIsNotTheSendersFault() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Connection reset");
          }
        };
    assertThat(answer(broken, exchange -> Response.json(200, exchange.body())).status())
        .isEqualTo(400);
    Response failed =
        answer(
            InputStream.nullInputStream(),
            exchange -> {
              throw new UncheckedIOException(new IOException("Content is missing"));
            });
    assertThat(failed.status()).isEqualTo(500);
    assertThat(host.host.ledger().events())
        .extracting(AuditEvent::outcome)
        .contains(Outcome.FAILED);
  }

  @Test
  void whatIsHiddenAndWhatNeverWasAreAnsweredAlike() {
    String hidden = host.as("clerk").upload("a.txt", "Hello", Map.of()).text("id");
    String never = UUID.randomUUID().toString();
    TestHost.Client stranger = host.as("stranger");
    for (String route :
        List.of(
            "/nodes/%s",
            "/nodes/%s/children",
            "/nodes/%s/versions",
            "/nodes/%s/history",
            "/nodes/%s/content",
            "/nodes/%s/content?rendition=text",
            "/nodes/%s/permissions",
            "/intake/%s")) {
      TestHost.Reply one = stranger.get(route.formatted(hidden));
      TestHost.Reply other = stranger.get(route.formatted(never));
      assertThat(one.status()).as(route).isEqualTo(404);
      assertThat(one.body().replace(hidden, "ID")).isEqualTo(other.body().replace(never, "ID"));
      assertThat(one.response().headers()).isEqualTo(other.response().headers());
    }
    for (String id : List.of(hidden, never)) {
      assertThat(stranger.delete("/nodes/" + id, "If-Match", "\"1\"").status()).isEqualTo(404);
      assertThat(
              stranger
                  .put("/nodes/" + id + "/properties", "{'properties':{}}", "If-Match", "\"1\"")
                  .status())
          .isEqualTo(404);
      assertThat(
              stranger
                  .put(
                      "/nodes/" + id + "/permissions", "{'inherits':true,'grants':[],'reason':'x'}")
                  .status())
          .isEqualTo(404);
      assertThat(stranger.post("/intake/" + id + "/retry", "").status()).isEqualTo(404);
      assertThat(stranger.post("/intake/" + id + "/file", "{'caseFile':'" + never + "'}").status())
          .isEqualTo(404);
      assertThat(stranger.upload("x.txt", "x", Map.of("parent", id)).status()).isEqualTo(404);
    }
    assertThat(host.host.ledger().events())
        .filteredOn(e -> e.outcome() == Outcome.DENIED && e.user().equals("stranger"))
        .hasSizeGreaterThan(20);
  }

  @Test
  void everyRouteIsInTheContractAndTheOtherWayRound() {
    assertThat(host.chancery.router().table())
        .containsExactlyInAnyOrderElementsOf(new Contract().operations());
  }
}
