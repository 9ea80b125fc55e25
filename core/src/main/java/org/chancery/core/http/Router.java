package org.chancery.core.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chancery.core.access.Capability;
import org.chancery.core.access.Session;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditEvent.Outcome;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.audit.CountedTrail;
import org.chancery.core.http.IdempotencyStore.Answer;
import org.chancery.core.http.IdempotencyStore.Fresh;
import org.chancery.core.http.IdempotencyStore.InProgress;
import org.chancery.core.http.IdempotencyStore.Mismatch;
import org.chancery.core.http.IdempotencyStore.Replay;
import org.chancery.core.http.Route.Affirmed;
import org.chancery.core.http.Route.Open;
import org.chancery.core.repository.Declared;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Held;
import org.chancery.core.repository.NameTaken;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Transactions;
import org.chancery.core.stakeholders.Stopped;

/**
 * Carries requests to their routes: match, sign-in, forgery check, affirmation, capability, then
 * the handler in its transaction with its idempotency key and its row in the ledger. Never throws:
 * everything is answered.
 *
 * <p>Every request leaves a row (requirement P8), but those to open routes that only tell whether
 * the server is well. Where neither the route nor the domain records what was done, the router
 * records the request: within the transaction of a change; once a minute and person for what only
 * looks, and for what nobody signed in was refused. Refusals are recorded after the refused work
 * has rolled back.
 */
public final class Router {
  private final List<Route> routes;
  private final Transactions transactions;
  private final CountedTrail audit;
  private final IdempotencyStore idempotency;
  private final Executor beside;
  private final Seldom seldom;

  /**
   * Routes are tried in the order of the list.
   *
   * @param audit the ledger; {@linkplain CountedTrail counted}, and the same the domain records
   *     with, wherever the domain records anything
   * @param beside runs what can be done at the same time as something else
   */
  public Router(
      List<Route> routes,
      Transactions transactions,
      AuditTrail audit,
      IdempotencyStore idempotency,
      Executor beside) {
    this(routes, transactions, audit, idempotency, beside, new Seldom(System::nanoTime));
  }

  Router(
      List<Route> routes,
      Transactions transactions,
      AuditTrail audit,
      IdempotencyStore idempotency,
      Executor beside,
      Seldom seldom) {
    this.beside = beside;
    this.routes = List.copyOf(routes);
    this.transactions = transactions;
    this.audit = CountedTrail.of(audit);
    this.idempotency = idempotency;
    this.seldom = seldom;
  }

  /** Every route, as {@code METHOD /template}, in the order of the table. */
  public List<String> table() {
    return routes.stream().map(Route::name).toList();
  }

  /** Every route, in the order of the table. */
  List<Route> routes() {
    return routes;
  }

  /** Answers a request. A streamed body must be closed by the host whether it is sent or not. */
  public Response handle(Request request) {
    if (unreadable(request)) {
      return astray(
          request,
          Response.of(
              Problem.of(
                  400,
                  "invalid-parameter",
                  "The request cannot be understood",
                  "The address must not contain the character 0.")),
          "invalid-parameter");
    }
    List<Route> matching =
        routes.stream().filter(route -> route.match(request.path()).isPresent()).toList();
    if (matching.isEmpty()) {
      return astray(
          request,
          Response.of(
              Problem.of(404, "no-such-route", "Not found", "There is nothing at this address.")),
          "no-such-route");
    }
    Optional<Route> route =
        matching.stream().filter(each -> each.method().equals(request.method())).findFirst();
    if (route.isEmpty()) {
      String allow =
          matching.stream()
              .map(Route::method)
              .collect(Collectors.toCollection(TreeSet::new))
              .stream()
              .collect(Collectors.joining(", "));
      return astray(
          request,
          Response.of(
                  Problem.of(
                      405,
                      "method-not-allowed",
                      "Method not allowed",
                      "Allowed here: " + allow + "."))
              .with("Allow", allow),
          "method-not-allowed");
    }
    return handle(request, route.get());
  }

  /** No database keeps the character 0 in a text. */
  private static boolean unreadable(Request request) {
    return request.path().indexOf('\0') >= 0
        || request.query().entrySet().stream()
            .anyMatch(
                each ->
                    each.getKey().indexOf('\0') >= 0
                        || each.getValue().stream().anyMatch(value -> value.indexOf('\0') >= 0));
  }

  /** What is not in the table has no line to be recorded under; the address may say anything. */
  private Response astray(Request request, Response response, String code) {
    String user = user(request);
    if (!seldom.passes(code + " " + user + " " + request.source())) {
      return response;
    }
    AuditEvent event =
        new AuditEvent(
            user,
            Action.REQUEST,
            Optional.empty(),
            Outcome.DENIED,
            request.source(),
            Map.of("code", code));
    try {
      transactions.write(() -> audit.record(event));
      return response;
    } catch (RuntimeException e) {
      return Response.of(Problems.of(e));
    }
  }

  private Response handle(Request request, Route route) {
    Exchange exchange =
        new Exchange(RequestBody.marked(request), route.match(request.path()).orElseThrow());
    long before = audit.rows();
    try {
      admit(request, route);
      Handler.Work work = route.handler().accept(exchange);
      return switch (route.scope()) {
        case NONE -> {
          exchange.whenSettled(
              () -> CompletableFuture.runAsync(() -> record(route, exchange), beside));
          yield recorded(route, exchange, work.run().get(), before);
        }
        case READ -> recorded(route, exchange, transactions.read(work.run()), before);
        case WRITE ->
            tried(work, () -> transactions.write(() -> withRow(route, exchange, work.run())));
        case CREATE -> tried(work, () -> created(route, exchange, work));
      };
    } catch (Refusal | Denied | NotFound | Declared | Held e) {
      Problem problem = Problems.of(e);
      boolean denied =
          problem.status() == 401
              || problem.status() == 403
              || problem.status() == 404
              || problem.code().equals(Problems.DECLARED)
              || problem.code().equals(Problems.HELD);
      return refused(route, exchange, problem, denied ? Outcome.DENIED : Outcome.FAILED);
    } catch (Stopped e) {
      return stopped(route, exchange, e);
    } catch (RuntimeException e) {
      Problem problem = RequestBody.brokeOff(e) ? RequestBody.PROBLEM : Problems.of(e);
      return refused(route, exchange, problem, Outcome.FAILED);
    }
  }

  /** Those who decide are asked once what was tried has rolled back. */
  private Response stopped(Route route, Exchange exchange, Stopped e) {
    try {
      transactions.write(e::ask);
    } catch (RuntimeException failed) {
      return refused(route, exchange, Problems.of(failed), Outcome.FAILED);
    }
    return refused(route, exchange, Problems.of(e), Outcome.DENIED);
  }

  private static void admit(Request request, Route route) {
    if (route.access() instanceof Open) {
      return;
    }
    Session session =
        request
            .session()
            .filter(s -> s.means() != Session.Means.BASIC || s.account().program())
            .orElseThrow(
                () ->
                    Refusal.of(401, "sign-in-required", "Sign in first", "Sign in and try again."));
    boolean forgeable = session.means() == Session.Means.COOKIE && !request.method().equals("GET");
    if (forgeable && !sameToken(session.csrf(), request.header("X-CSRF-Token").orElse(""))) {
      throw Refusal.of(
          403,
          "csrf",
          "Not from our own pages",
          "The header X-CSRF-Token does not carry this session's token; load the page again.");
    }
    if (!(route.access() instanceof Affirmed affirmed)) {
      return;
    }
    if (!affirmed(request, session)) {
      throw Refusal.of(
          403,
          "affirmation-required",
          "Affirm your responsibilities first",
          "Nothing can be seen or done in a session before the three responsibilities are"
              + " affirmed.");
    }
    if (affirmed.capability().isPresent()
        && !session.account().capabilities().contains(affirmed.capability().get())) {
      throw new Denied("Your roles do not include " + words(affirmed.capability().get()) + ".");
    }
  }

  /** Whether the session, or a program's request by itself, has affirmed. */
  static boolean affirmed(Request request, Session session) {
    boolean byHeader =
        session.account().program()
            && session.means() == Session.Means.BASIC
            && request.header("Chancery-Affirmation").filter("accepted"::equals).isPresent();
    return session.affirmed() || byHeader;
  }

  /** Takes the same time however much of the token is right. */
  private static boolean sameToken(String expected, String given) {
    return !expected.isEmpty()
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static String words(Capability capability) {
    return "'" + capability.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "'";
  }

  private static Response tried(Handler.Work work, Supplier<Response> attempt) {
    for (int tries = 1; ; tries++) {
      try {
        return attempt.get();
      } catch (NameTaken e) {
        if (tries >= work.tries()) {
          throw e;
        }
      }
    }
  }

  private Response created(Route route, Exchange exchange, Handler.Work work) {
    Optional<String> key = exchange.request().header("Idempotency-Key");
    if (key.isEmpty()) {
      return transactions.write(() -> withRow(route, exchange, work.run()));
    }
    if (key.get().isBlank() || key.get().length() > 255) {
      throw Refusal.badRequest(
          "invalid-idempotency-key", "Idempotency-Key must have 1 to 255 characters.");
    }
    String user = exchange.caller().user();
    return transactions.write(
        () -> {
          IdempotencyStore.Reservation found =
              idempotency.reserve(user, key.get(), work.requestHash());
          if (found instanceof Replay replay) {
            audit.record(replayed(exchange));
            return again(replay.answer());
          }
          if (found instanceof Mismatch) {
            throw Refusal.of(
                422,
                "idempotency-key-reused",
                "The key was used before",
                "This Idempotency-Key came with another request before; use a new one.");
          }
          if (found instanceof InProgress) {
            throw Refusal.of(
                409,
                "in-progress",
                "Still at work",
                "A request with this Idempotency-Key is being carried out; ask again in a moment.");
          }
          if (!(found instanceof Fresh)) {
            throw new IllegalStateException("Unknown reservation: " + found);
          }
          Response response = withRow(route, exchange, work.run());
          idempotency.complete(user, key.get(), answer(response));
          return response;
        });
  }

  private static Answer answer(Response response) {
    if (!(response.body() instanceof Response.Bytes body)) {
      throw new IllegalStateException("An answer that creates something is never streamed");
    }
    return new Answer(
        response.status(), response.headers(), new String(body.bytes(), StandardCharsets.UTF_8));
  }

  private static Response again(Answer answer) {
    return new Response(
            answer.status(),
            answer.headers(),
            new Response.Bytes(answer.body().getBytes(StandardCharsets.UTF_8)))
        .with("Idempotency-Replayed", "true");
  }

  private Response withRow(Route route, Exchange exchange, Supplier<Response> work) {
    long before = audit.rows();
    Response response = work.get();
    if (route.audit().byRouter() && response.status() < 400) {
      audit.record(event(route, exchange, Outcome.DONE, Map.of()));
    } else if (audit.rows() == before) {
      audit.record(carried(route, exchange, response));
    }
    return response;
  }

  /** What was only looked at is recorded before the answer leaves. */
  private Response recorded(Route route, Exchange exchange, Response response, long before) {
    if (!route.audit().byRouter()) {
      return route.leavesRows() && audit.rows() == before
          ? looked(route, exchange, response)
          : response;
    }
    if (response.status() < 400) {
      try {
        if (exchange.row().isPresent()) {
          Beside.await(exchange.row().get());
        } else {
          record(route, exchange);
        }
      } catch (RuntimeException e) {
        Response.close(response);
        throw e;
      }
    }
    return response;
  }

  /** A listing that pages ask for again and again, or the like. */
  private Response looked(Route route, Exchange exchange, Response response) {
    String what = route.name() + " " + user(exchange.request()) + " " + exchange.object();
    if (!seldom.passes(what)) {
      return response;
    }
    try {
      transactions.note(() -> audit.record(carried(route, exchange, response)));
      return response;
    } catch (RuntimeException e) {
      seldom.forget(what);
      Response.close(response);
      throw e;
    }
  }

  private void record(Route route, Exchange exchange) {
    Runnable row = () -> audit.record(event(route, exchange, Outcome.DONE, Map.of()));
    if (route.audit().action() == Action.SEARCH) {
      transactions.note(row);
    } else {
      transactions.write(row);
    }
  }

  /** Recorded in a transaction of its own: the refused one has rolled back. */
  private Response refused(Route route, Exchange exchange, Problem problem, Outcome outcome) {
    Request request = exchange.request();
    boolean stranger = request.session().isEmpty() && problem.status() < 500;
    String what = problem.code() + " " + route.name() + " " + request.source();
    if (stranger && !seldom.passes(what)) {
      return Response.of(problem);
    }
    try {
      transactions.writeApart(
          () -> {
            audit.record(event(route, exchange, outcome, Map.of("code", problem.code())));
            return problem;
          });
      return Response.of(problem);
    } catch (RuntimeException e) {
      return Response.of(Problems.of(e));
    }
  }

  /** Asked for again, and nothing was done: no second row of the action itself. */
  private static AuditEvent replayed(Exchange exchange) {
    Request request = exchange.request();
    return new AuditEvent(
        user(request),
        Action.REQUEST,
        exchange.object(),
        Outcome.DONE,
        request.source(),
        Map.of("code", "replayed"));
  }

  /** A request of which nobody else has said anything: what it came to is no more than this. */
  private static AuditEvent carried(Route route, Exchange exchange, Response response) {
    Request request = exchange.request();
    return new AuditEvent(
        user(request),
        Action.REQUEST,
        exchange.object(),
        response.status() < 400 ? Outcome.DONE : Outcome.FAILED,
        request.source(),
        Map.of("request", route.name(), "code", String.valueOf(response.status())));
  }

  private static String user(Request request) {
    return request.session().map(session -> session.account().user()).orElse("nobody");
  }

  private static AuditEvent event(
      Route route, Exchange exchange, Outcome outcome, Map<String, String> details) {
    Request request = exchange.request();
    return new AuditEvent(
        user(request),
        route.audit().action(),
        exchange.object(),
        outcome,
        request.source(),
        details);
  }
}
