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
 * The browser sessions of this server, in memory: they end with it. A session that nobody uses is
 * locked first, and ends later (requirement P7). A session's id is made when it is opened, never
 * taken from a request, so that none can be foisted on anyone. Rights are read anew with every
 * request, so that what an administrator takes away is gone at once.
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
  private final Duration end;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Open> open = new ConcurrentHashMap<>();

  /**
   * @param idle after how long without use a session is locked
   * @param end after how long without use it ends
   */
  LocalSessions(
      PasswordCheck passwords,
      Accounts accounts,
      Transactions transactions,
      AuditTrail audit,
      Clock clock,
      Duration idle,
      Duration end) {
    this.passwords = passwords;
    this.accounts = accounts;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.idle = idle;
    this.end = end;
  }

  /** A session; its fields change under the map's own lock. */
  private record Open(
      String user, String csrf, boolean affirmed, Instant opened, Instant seen, boolean locked) {

    Open seenAt(Instant now) {
      return new Open(user, csrf, affirmed, opened, now, locked);
    }

    Open affirmedNow() {
      return new Open(user, csrf, true, opened, seen, locked);
    }

    Open lockedNow() {
      return new Open(user, csrf, affirmed, opened, seen, true);
    }

    /** Goes on where an earlier one of the same account was left. */
    Open after(Open earlier) {
      return new Open(user, csrf, affirmed || earlier.affirmed(), earlier.opened(), seen, locked);
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
              Open made = new Open(account.user(), token(), false, now, now, false);
              open.put(id, made);
              return session(id, account, made);
            });
  }

  /**
   * The session of that id, when it is open and not locked.
   *
   * @param used whether somebody uses it; being asked for in the background keeps no session open
   */
  public Optional<Session> resume(String id, boolean used) {
    Instant now = clock.instant();
    Open found =
        open.computeIfPresent(
            id, (key, known) -> used && inUse(known, now) ? known.seenAt(now) : known);
    if (found == null || !inUse(found, now)) {
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
  public Session takeOver(String earlier, Session fresh) {
    Open before = earlier.equals(fresh.id()) ? null : open.remove(earlier);
    boolean goesOn =
        before != null
            && before.user().equals(fresh.account().user())
            && lasts(before, clock.instant());
    if (!goesOn) {
      return fresh;
    }
    Open after = open.computeIfPresent(fresh.id(), (key, known) -> known.after(before));
    return after == null ? fresh : session(fresh.id(), fresh.account(), after);
  }

  @Override
  public void lock(Session session) {
    open.computeIfPresent(session.id(), (key, known) -> known.lockedNow());
  }

  @Override
  public void close(Session session) {
    open.remove(session.id());
  }

  @Override
  public void endAll(String user) {
    open.values().removeIf(session -> session.user().equals(user));
  }

  /**
   * Locks the sessions that nobody uses, and forgets those that have ended by themselves, each with
   * a row in the ledger.
   */
  public void endIdle() {
    Instant now = clock.instant();
    open.forEach(
        (id, session) -> {
          if (!lasts(session, now)) {
            if (open.remove(id, session)) {
              record(session, Action.SIGN_OUT);
            }
          } else if (!session.locked()
              && !inUse(session, now)
              && open.replace(id, session, session.lockedNow())) {
            record(session, Action.LOCK_SESSION);
          }
        });
  }

  private void record(Open session, Action action) {
    transactions.write(() -> audit.record(byItself(session, action)));
  }

  private static AuditEvent byItself(Open session, Action action) {
    return new AuditEvent(
        session.user(),
        action,
        Optional.empty(),
        AuditEvent.Outcome.DONE,
        "system",
        Map.of("reason", "idle"));
  }

  /** Neither locked nor to be locked. */
  private boolean inUse(Open session, Instant now) {
    return !session.locked() && session.seen().plus(idle).isAfter(now) && lasts(session, now);
  }

  private boolean lasts(Open session, Instant now) {
    return session.seen().plus(end).isAfter(now) && session.opened().plus(LONGEST).isAfter(now);
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
