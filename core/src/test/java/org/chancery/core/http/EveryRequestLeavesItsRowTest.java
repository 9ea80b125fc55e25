package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.chancery.core.access.Session;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditEvent.Outcome;
import org.chancery.core.memory.MemoryOffice;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requirement P8, over the route table itself: whatever a handler does or leaves undone, each line
 * of the table leaves its row, done, refused and failed. A new line is tested as soon as it stands
 * in the table.
 */
class EveryRequestLeavesItsRowTest {
  /** Tells whoever asks whether the server is well, and nothing else. */
  private static final Set<String> WITHOUT = Set.of("GET /health");

  @TempDir Path scratch;
  private TestHost host;
  private Session admin;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
    admin =
        new Session("", host.office.find("admin").orElseThrow(), Session.Means.BASIC, true, "", 15);
  }

  @AfterEach
  void close() {
    host.close();
  }

  private List<Route> table() {
    return host.chancery.router().routes();
  }

  @Test
  void onlyTheQuestionHowTheServerIsLeavesNone() {
    assertThat(table())
        .filteredOn(route -> !route.leavesRows())
        .extracting(Route::name)
        .containsExactlyInAnyOrderElementsOf(WITHOUT);
  }

  @TestFactory
  Stream<DynamicTest> whatWasDoneLeavesItsRow() {
    return each(
        route -> {
          Response response = sent(route, exchange -> Response.empty(204), Optional.of(admin));
          assertThat(response.status()).isEqualTo(204);
          assertThat(last(route)).extracting(AuditEvent::outcome).isEqualTo(Outcome.DONE);
          assertThat(last(route).user()).isEqualTo("admin");
        });
  }

  @TestFactory
  Stream<DynamicTest> whatTheDomainRefusesLeavesItsRow() {
    return each(
        route -> {
          Response response =
              sent(
                  route,
                  exchange -> {
                    throw new Denied("No.");
                  },
                  Optional.of(admin));
          assertThat(response.status()).isEqualTo(403);
          assertThat(last(route).outcome()).isEqualTo(Outcome.DENIED);
          assertThat(last(route).details()).containsEntry("code", "not-allowed");
        });
  }

  @TestFactory
  Stream<DynamicTest> whatIsSentWrongLeavesItsRow() {
    return each(
        route -> {
          Response response =
              sent(
                  route,
                  exchange -> {
                    throw new Invalid(Map.of("field", "is missing"));
                  },
                  Optional.of(admin));
          assertThat(response.status()).isEqualTo(400);
          assertThat(last(route).outcome()).isEqualTo(Outcome.FAILED);
        });
  }

  @TestFactory
  Stream<DynamicTest> whatBreaksLeavesItsRow() {
    return each(
        route -> {
          Response response =
              sent(
                  route,
                  exchange -> {
                    throw new IllegalStateException("broken for the test");
                  },
                  Optional.of(admin));
          assertThat(response.status()).isEqualTo(500);
          assertThat(last(route).outcome()).isEqualTo(Outcome.FAILED);
        });
  }

  @TestFactory
  Stream<DynamicTest> whatNobodySignedInAsksForLeavesItsRow() {
    return each(
        route -> {
          if (route.access() instanceof Route.Open) {
            return;
          }
          Response response = sent(route, exchange -> Response.empty(204), Optional.empty());
          assertThat(response.status()).isEqualTo(401);
          assertThat(last(route).outcome()).isEqualTo(Outcome.DENIED);
          assertThat(last(route).user()).isEqualTo("nobody");
        });
  }

  @TestFactory
  Stream<DynamicTest> whatIsAskedForBeforeTheAffirmationLeavesItsRow() {
    return each(
        route -> {
          if (!(route.access() instanceof Route.Affirmed)) {
            return;
          }
          Session fresh = host.office.open("clerk", MemoryOffice.PASSWORD, "test").orElseThrow();
          Response response = sent(route, exchange -> Response.empty(204), Optional.of(fresh));
          assertThat(response.status()).isEqualTo(403);
          assertThat(last(route).outcome()).isEqualTo(Outcome.DENIED);
          assertThat(last(route).user()).isEqualTo("clerk");
        });
  }

  @TestFactory
  Stream<DynamicTest> withoutItsRowNothingIsDone() {
    return each(
        route -> {
          Router full =
              new Router(
                  List.of(doing(route, exchange -> Response.empty(204))),
                  host.host,
                  new FullLedger(),
                  host.host.answers(),
                  Runnable::run);
          for (int again = 0; again < 2; again++) {
            assertThat(full.handle(request(route, Optional.of(admin))).status()).isEqualTo(500);
          }
        });
  }

  @Test
  void aChangeIsTakenBackWhenItsRowCannotBeWritten() {
    Route changing =
        new Route(
            "POST",
            "/changing",
            Lines.SIGNED_IN,
            Route.Scope.WRITE,
            Lines.refusals(Action.UPDATE),
            Handler.of(
                exchange -> {
                  host.host.queue().add("test", "anything");
                  return Response.empty(204);
                }));
    Router full =
        new Router(
            List.of(changing), host.host, new FullLedger(), host.host.answers(), Runnable::run);
    long before = host.host.queue().size("test");
    assertThat(full.handle(request(changing, Optional.of(admin))).status()).isEqualTo(500);
    assertThat(host.host.queue().size("test")).isEqualTo(before);
  }

  @Test
  void aListingThatAPageAsksForAgainAndAgainLeavesARowAMinute() {
    AtomicLong nanos = new AtomicLong();
    Route listing =
        new Route(
            "GET",
            "/listing",
            Lines.SIGNED_IN,
            Route.Scope.READ,
            Lines.refusals(Action.VIEW),
            Handler.of(exchange -> Response.empty(204)));
    Router router =
        new Router(
            List.of(listing),
            host.host,
            host.host.ledger(),
            host.host.answers(),
            Runnable::run,
            new Seldom(nanos::get));
    for (int second = 0; second < 120; second++) {
      nanos.set(second * 1_000_000_000L);
      router.handle(request(listing, Optional.of(admin)));
    }
    assertThat(rows(Action.REQUEST)).hasSize(2);
    Session clerk = host.office.open("clerk", MemoryOffice.PASSWORD, "test").orElseThrow();
    router.handle(request(listing, Optional.of(clerk)));
    assertThat(rows(Action.REQUEST)).hasSize(3);
  }

  @Test
  void whatIsInNoTableLeavesARowToo() {
    host.as("clerk").get("/nowhere");
    host.as("clerk").send("PATCH", "/intake", Map.of(), new byte[0]);
    assertThat(rows(Action.REQUEST))
        .extracting(event -> event.details().get("code"))
        .containsExactly("no-such-route", "method-not-allowed");
  }

  @Test
  void whatIsAskedForAgainWithItsKeyLeavesARowOfItsOwn() {
    TestHost.Client clerk = host.as("clerk");
    for (int i = 0; i < 3; i++) {
      clerk.post(
          "/case-folders",
          "{'holderKind':'individual','holderName':'Okafor, Maria'}",
          "Idempotency-Key",
          "k");
    }
    assertThat(rows(Action.CREATE)).hasSize(1);
    assertThat(rows(Action.REQUEST))
        .hasSize(2)
        .allMatch(event -> event.details().equals(Map.of("code", "replayed")));
  }

  @Test
  void everyActionOfTheRowIsInTheVocabulary() {
    assertThat(EnumSet.allOf(Action.class))
        .contains(
            Action.REQUEST,
            Action.CREATE,
            Action.UPDATE,
            Action.DELETE,
            Action.VIEW,
            Action.SIGN_IN,
            Action.CHANGE_PERMISSIONS,
            Action.ADMINISTER,
            Action.READ_LEDGER);
  }

  private interface Check {
    void of(Route route);
  }

  private Stream<DynamicTest> each(Check check) {
    return table().stream()
        .filter(Route::leavesRows)
        .map(route -> DynamicTest.dynamicTest(route.name(), () -> check.of(route)));
  }

  private interface Work {
    Response run(Exchange exchange);
  }

  /** The line of the table, with its handler's work exchanged for this one. */
  private static Route doing(Route route, Work work) {
    return new Route(
        route.method(),
        route.template(),
        route.access(),
        route.scope(),
        route.audit(),
        exchange -> new Handler.Work("", () -> work.run(exchange)));
  }

  /** Through a router of its own, so that nothing has been asked for before. */
  private Response sent(Route route, Work work, Optional<Session> session) {
    Router router =
        new Router(
            List.of(doing(route, work)),
            host.host,
            host.host.ledger(),
            host.host.answers(),
            Runnable::run);
    return router.handle(request(route, session));
  }

  private static Request request(Route route, Optional<Session> session) {
    return new Request(
        route.method(),
        route.template().replaceAll("\\{\\w+\\}", UUID.randomUUID().toString()),
        Map.of(),
        session
            .map(Session::csrf)
            .filter(token -> !token.isEmpty())
            .map(token -> Map.of("X-CSRF-Token", List.of(token)))
            .orElse(Map.of()),
        InputStream.nullInputStream(),
        session,
        "192.0.2.1",
        false);
  }

  /** The row that came last: under the line's own action, or as the line's request. */
  private AuditEvent last(Route route) {
    List<AuditEvent> all = host.host.ledger().events();
    AuditEvent last = all.get(all.size() - 1);
    if (last.action() != route.audit().action()) {
      assertThat(last.action()).isEqualTo(Action.REQUEST);
      assertThat(last.details()).containsEntry("request", route.name());
    }
    return last;
  }

  private List<AuditEvent> rows(Action action) {
    return host.host.ledger().events().stream().filter(each -> each.action() == action).toList();
  }
}
