package org.chancery.alfresco.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.chancery.alfresco.configuration.ModuleSettings;
import org.chancery.core.access.Account;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Session;
import org.chancery.core.access.Sessions;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Transactions;

/**
 * Browsers' sessions, kept in the database so that every node of a cluster knows them, and the
 * affirmation given under a ticket of the platform's. A session's secret is made when it is opened,
 * never taken from a request. Rights are read anew with every request.
 */
public final class PlatformSessions implements Sessions {
  /** The time of the last request is written down no more often than this. */
  private static final Duration NOTED = Duration.ofSeconds(20);

  /**
   * What is known of a ticket is kept this long; the platform decides how long the ticket lasts.
   */
  private static final Duration TICKETS = Duration.ofDays(7);

  private final Passwords passwords;
  private final Accounts accounts;
  private final SessionTable table;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final Clock clock;
  private final Duration idle;
  private final Duration end;
  private final Duration longest;

  /**
   * @param passwords asks the platform
   * @param accounts who people are
   * @param dataSource the platform's
   * @param helper the platform's transactions
   * @param transactions the same as a port
   * @param audit where sessions that end by themselves are recorded
   * @param settings how long they last
   * @param clock the time
   */
  public PlatformSessions(
      Passwords passwords,
      Accounts accounts,
      DataSource dataSource,
      RetryingTransactionHelper helper,
      Transactions transactions,
      AuditTrail audit,
      ModuleSettings settings,
      Clock clock) {
    this.passwords = passwords;
    this.accounts = accounts;
    this.table = new SessionTable(dataSource, helper);
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.idle = settings.idle();
    this.end = settings.end();
    this.longest = settings.longest();
  }

  @Override
  public Optional<Session> open(String user, String password, String source) {
    return passwords
        .check(user, password)
        .flatMap(accounts::find)
        .map(
            account -> {
              String secret = Secrets.make();
              table.open(secret, account.user(), clock.instant());
              return browser(secret, account, false);
            });
  }

  /**
   * The browser's session of that secret, when it is open and not locked.
   *
   * @param used whether somebody uses it; being asked for in the background keeps no session open
   */
  Optional<Session> resume(String secret, boolean used) {
    Instant now = clock.instant();
    Optional<SessionTable.Row> found =
        table.find(secret).filter(row -> !row.platform() && inUse(row, now));
    if (used && found.isPresent() && found.get().seen().plus(NOTED).isBefore(now)) {
      table.seen(secret, now);
    }
    return found.flatMap(
        row ->
            accounts.find(row.account()).map(account -> browser(secret, account, row.affirmed())));
  }

  /** The session of somebody whom the platform has signed in and given this ticket. */
  Optional<Session> ofTicket(String ticket, String user) {
    Optional<SessionTable.Row> known =
        table.find(ticket).filter(row -> row.platform() && row.account().equals(user));
    Optional<Account> account = accounts.find(user);
    if (known.isEmpty()) {
      account.ifPresent(signedIn -> begin(ticket, signedIn));
    }
    boolean affirmed = known.map(SessionTable.Row::affirmed).orElse(false);
    return account.map(signedIn -> platform(ticket, signedIn, affirmed));
  }

  /**
   * The platform tells nobody of a sign-in: the first request under a ticket stands for it in the
   * ledger.
   */
  private void begin(String ticket, Account account) {
    transactions.writeApart(
        () -> {
          boolean first = table.begin(ticket, account.user(), clock.instant());
          if (first) {
            audit.record(
                new AuditEvent(
                    account.user(),
                    Action.SIGN_IN,
                    Optional.empty(),
                    AuditEvent.Outcome.DONE,
                    "platform",
                    Map.of("means", Session.Means.PLATFORM.name())));
          }
          return first;
        });
  }

  private boolean inUse(SessionTable.Row row, Instant now) {
    return !row.locked() && row.seen().plus(idle).isAfter(now) && lasts(row, now);
  }

  private boolean lasts(SessionTable.Row row, Instant now) {
    return row.seen().plus(end).isAfter(now) && row.opened().plus(longest).isAfter(now);
  }

  @Override
  public Session takeOver(String earlier, Session fresh) {
    Optional<SessionTable.Row> before =
        table.find(earlier).filter(row -> !row.platform() && !earlier.equals(fresh.id()));
    if (before.isEmpty()) {
      return fresh;
    }
    table.close(earlier);
    boolean goesOn =
        before.get().account().equals(fresh.account().user())
            && lasts(before.get(), clock.instant());
    if (!goesOn) {
      return fresh;
    }
    table.goOn(fresh.id(), before.get());
    return browser(fresh.id(), fresh.account(), before.get().affirmed());
  }

  @Override
  public void lock(Session session) {
    table.lock(session.id());
  }

  @Override
  public void endAll(String user) {
    table.closeAll(user);
  }

  @Override
  public Session affirm(Session session) {
    table.affirm(session.id());
    return session.means() == Session.Means.PLATFORM
        ? platform(session.id(), session.account(), true)
        : browser(session.id(), session.account(), true);
  }

  @Override
  public void close(Session session) {
    table.close(session.id());
  }

  /**
   * Locks the browsers' sessions that nobody uses, and forgets those that have ended by themselves,
   * each with a row in the ledger.
   */
  public void endIdle() {
    Instant now = clock.instant();
    transactions.write(
        () -> {
          List<String> ended = table.end(now.minus(end), now.minus(longest), now.minus(TICKETS));
          ended.forEach(account -> audit.record(byItself(account, Action.SIGN_OUT)));
          List<String> locked = table.lock(now.minus(idle));
          locked.forEach(account -> audit.record(byItself(account, Action.LOCK_SESSION)));
        });
  }

  private static AuditEvent byItself(String account, Action action) {
    return new AuditEvent(
        account,
        action,
        Optional.empty(),
        AuditEvent.Outcome.DONE,
        "system",
        Map.of("reason", "idle"));
  }

  private Session browser(String secret, Account account, boolean affirmed) {
    return new Session(
        secret,
        account,
        Session.Means.COOKIE,
        affirmed,
        Secrets.forgeryToken(secret),
        Math.toIntExact(idle.toMinutes()));
  }

  private Session platform(String ticket, Account account, boolean affirmed) {
    return new Session(
        ticket, account, Session.Means.PLATFORM, affirmed, "", Math.toIntExact(idle.toMinutes()));
  }
}
