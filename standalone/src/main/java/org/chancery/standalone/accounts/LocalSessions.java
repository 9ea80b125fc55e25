package org.chancery.standalone.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.core.access.Account;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Session;
import org.chancery.core.access.Sessions;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Transactions;

/**
 * The browser sessions of this server, in memory: they end with it. A session's id is made when it
 * is opened, never taken from a request, so that none can be foisted on anyone. Rights are read
 * anew with every request, so that what an administrator takes away is gone at once.
 */
public final class LocalSessions implements Sessions {
  /** A session ends after this long even when it is in use. */
  static final Duration LONGEST = Duration.ofHours(12);

  private static final int ID_BYTES = 32;

  private final PasswordCheck passwords;
  private final Accounts accounts;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final Clock clock;
  private final Duration idle;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Open> open = new ConcurrentHashMap<>();

  LocalSessions(
      PasswordCheck passwords,
      Accounts accounts,
      Transactions transactions,
      AuditTrail audit,
      Clock clock,
      Duration idle) {
    this.passwords = passwords;
    this.accounts = accounts;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.idle = idle;
  }

  /** An open session; its fields change under the map's own lock. */
  private record Open(String user, String csrf, boolean affirmed, Instant opened, Instant seen) {

    Open seenAt(Instant now) {
      return new Open(user, csrf, affirmed, opened, now);
    }

    Open affirmedNow() {
      return new Open(user, csrf, true, opened, seen);
    }
  }

  @Override
  public Optional<Session> open(String user, String password, String source) {
    return passwords
        .check(user, password, Session.Means.COOKIE, source)
        .map(
            account -> {
              Instant now = clock.instant();
              String id = token();
              Open made = new Open(account.user(), token(), false, now, now);
              open.put(id, made);
              return session(id, account, made);
            });
  }

  /** The session of that id, when it is still open; being asked for keeps it open. */
  public Optional<Session> resume(String id) {
    Instant now = clock.instant();
    Open found =
        open.computeIfPresent(id, (key, known) -> inForce(known, now) ? known.seenAt(now) : known);
    if (found == null || !inForce(found, now)) {
      return Optional.empty();
    }
    return accounts.find(found.user()).map(account -> session(id, account, found));
  }

  @Override
  public Session affirm(Session session) {
    Open affirmed = open.computeIfPresent(session.id(), (key, known) -> known.affirmedNow());
    return affirmed == null ? session : session(session.id(), session.account(), affirmed);
  }

  @Override
  public void close(Session session) {
    open.remove(session.id());
  }

  /** Forgets the sessions that have ended by themselves, each with a row in the ledger. */
  public void endIdle() {
    Instant now = clock.instant();
    open.forEach(
        (id, session) -> {
          if (!inForce(session, now) && open.remove(id, session)) {
            transactions.write(() -> audit.record(ended(session)));
          }
        });
  }

  private static AuditEvent ended(Open session) {
    return new AuditEvent(
        session.user(),
        Action.SIGN_OUT,
        Optional.empty(),
        AuditEvent.Outcome.DONE,
        "system",
        Map.of("reason", "idle"));
  }

  private boolean inForce(Open session, Instant now) {
    return session.seen().plus(idle).isAfter(now) && session.opened().plus(LONGEST).isAfter(now);
  }

  private Session session(String id, Account account, Open found) {
    return new Session(
        id,
        account,
        Session.Means.COOKIE,
        found.affirmed(),
        found.csrf(),
        Math.toIntExact(idle.toMinutes()));
  }

  private String token() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
