package org.chancery.core.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chancery.core.access.Account;
import org.chancery.core.access.Capability;
import org.chancery.core.access.Role;
import org.chancery.core.access.Session;
import org.chancery.core.access.Sessions;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditEvent.Outcome;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Invalid;

/** Signing in and out, and the affirmation of responsibilities (requirement P6). */
final class SessionRoutes {
  private static final String COOKIE = "CHANCERY_SESSION";

  private final Sessions sessions;
  private final AuditTrail audit;

  SessionRoutes(Sessions sessions, AuditTrail audit) {
    this.sessions = sessions;
    this.audit = audit;
  }

  /** Body of {@link #signIn}. */
  record SignIn(String user, String password) {}

  /** A session, as openapi.yaml says. */
  record Body(
      String user,
      String displayName,
      boolean affirmed,
      String csrf,
      Set<Role> roles,
      Set<String> components,
      Set<Capability> capabilities,
      int idleMinutes) {}

  /**
   * The password is compared before the transaction begins: comparing takes long by design, and
   * guessers must not hold the database's connections meanwhile.
   */
  Handler.Work signIn(Exchange exchange) {
    SignIn signIn = exchange.json(SignIn.class);
    if (signIn.user() == null || signIn.password() == null) {
      throw new Invalid(Map.of(signIn.user() == null ? "user" : "password", "is missing"));
    }
    String user = storable(signIn.user());
    Optional<Session> opened = sessions.open(user, signIn.password(), exchange.request().source());
    return new Handler.Work("", () -> signedIn(exchange, user, opened));
  }

  private Response signedIn(Exchange exchange, String user, Optional<Session> opened) {
    String source = exchange.request().source();
    if (opened.isEmpty()) {
      record(shortened(user), Action.SIGN_IN, Outcome.FAILED, source);
      return Response.of(
          Problem.of(
              401, "sign-in-failed", "Sign-in failed", "The name and the password do not match."));
    }
    record(opened.get().account().user(), Action.SIGN_IN, Outcome.DONE, source);
    Session session =
        earlier(exchange.request())
            .map(id -> sessions.takeOver(id, opened.get()))
            .orElse(opened.get());
    return shown(session, session.affirmed())
        .with("Set-Cookie", cookie(session.id(), exchange.request().secure(), ""));
  }

  /** What the browser was known by before, whether that is still in force or not. */
  private static Optional<String> earlier(Request request) {
    return request.header("Cookie").stream()
        .flatMap(all -> Stream.of(all.split(";")))
        .map(String::strip)
        .filter(pair -> pair.startsWith(COOKIE + "="))
        .map(pair -> pair.substring(COOKIE.length() + 1))
        .filter(id -> !id.isEmpty())
        .findFirst();
  }

  /** Of the browser's own session only: another's is locked where it was opened. */
  Response lock(Exchange exchange) {
    Session session = exchange.session();
    if (session.means() != Session.Means.COOKIE) {
      throw Refusal.of(
          409, "not-ours", "Not a session of ours", "Lock or end it where you signed in.");
    }
    record(
        session.account().user(), Action.LOCK_SESSION, Outcome.DONE, exchange.request().source());
    sessions.lock(session);
    return Response.empty(204);
  }

  /** Body of {@link #affirm}. */
  record Affirmation(boolean accepted) {}

  Response affirm(Exchange exchange) {
    if (!exchange.json(Affirmation.class).accepted()) {
      throw new Invalid(Map.of("accepted", "must be true"));
    }
    // The row first: a session is not in the transaction and would stay affirmed without it.
    String user = exchange.account().user();
    record(user, Action.AFFIRM, Outcome.DONE, exchange.request().source());
    Session affirmed = sessions.affirm(exchange.session());
    return shown(affirmed, true);
  }

  Response signOut(Exchange exchange) {
    Session session = exchange.session();
    sessions.close(session);
    record(session.account().user(), Action.SIGN_OUT, Outcome.DONE, exchange.request().source());
    return Response.empty(204)
        .with("Set-Cookie", cookie("", exchange.request().secure(), "; Max-Age=0"));
  }

  Response me(Exchange exchange) {
    return shown(exchange.session(), Router.affirmed(exchange.request(), exchange.session()));
  }

  private static Response shown(Session session, boolean affirmed) {
    Account account = session.account();
    return Response.json(
            200,
            new Body(
                account.user(),
                account.displayName(),
                affirmed,
                session.csrf(),
                account.roles(),
                new TreeSet<>(account.components()),
                account.capabilities(),
                session.idleMinutes()))
        .with("Cache-Control", "no-store");
  }

  private void record(String user, Action action, Outcome outcome, String source) {
    audit.record(new AuditEvent(user, action, Optional.empty(), outcome, source, Map.of()));
  }

  private static String cookie(String value, boolean secure, String more) {
    return COOKIE
        + "="
        + value
        + "; Path=/; HttpOnly; SameSite=Strict"
        + (secure ? "; Secure" : "")
        + more;
  }

  /** What no database stores is in no account's name either. */
  private static String storable(String user) {
    return user.replaceAll("[\\p{Cc}\\p{Cs}]", "\uFFFD");
  }

  private static String shortened(String user) {
    return user.substring(0, Math.min(user.length(), 100));
  }
}
