package org.chancery.standalone.accounts;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.chancery.core.access.Account;
import org.chancery.core.access.PasswordRules;
import org.chancery.core.access.Session.Means;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditEvent.Outcome;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Transactions;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares a password with an account's. Tries by HTTP Basic are written into the ledger here,
 * those of the browser by its route. After {@value #TRIES} wrong ones in a row the account is
 * locked for a while; who asks is told nothing but "no", and it takes as long whether the name is
 * known, unknown, disabled or locked.
 */
final class PasswordCheck {
  /** Wrong passwords in a row that lock an account. */
  static final int TRIES = 5;

  /** How long it stays locked, and how far apart wrong passwords are still "in a row". */
  static final Duration LOCK = Duration.ofMinutes(15);

  private static final int LONGEST_NAME = 64;
  private static final int STRIPES = 64;

  private final AccountTable table;
  private final PasswordEncoder encoder;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final Clock clock;
  private final String nobodysPassword;

  /** One try at a time for a name, so that many at once cannot slip past the count. */
  private final Object[] oneAtATime =
      Stream.generate(Object::new).limit(STRIPES).toArray(Object[]::new);

  /** Comparing costs processor time by design; guessers must not get all of it. */
  private final Semaphore atOnce =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()));

  PasswordCheck(
      AccountTable table,
      PasswordEncoder encoder,
      Transactions transactions,
      AuditTrail audit,
      Clock clock) {
    this.table = table;
    this.encoder = encoder;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.nobodysPassword = encoder.encode("nobody has this password");
  }

  /**
   * Whether the password is the account's.
   *
   * @param means how the try was made; by {@link Means#BASIC} only programs may
   * @param source the address it came from
   * @return the account; empty for every kind of no
   */
  Optional<Account> check(String user, String password, Means means, String source) {
    String name = AccountTable.key(user);
    synchronized (oneAtATime[Math.floorMod(name.hashCode(), STRIPES)]) {
      Instant now = clock.instant();
      Optional<StoredAccount> found = table.find(name);
      Optional<StoredAccount> usable =
          found
              .filter(stored -> stored.usableAt(now))
              .filter(stored -> means != Means.BASIC || stored.account().program());
      boolean matches =
          matches(password, usable.map(StoredAccount::password).orElse(nobodysPassword));
      if (usable.isEmpty() || !matches) {
        failed(name, usable.isPresent(), means, source, now);
        return Optional.empty();
      }
      transactions.write(
          () -> {
            table.succeeded(name);
            record(name, Outcome.DONE, means, source);
          });
      return usable.map(StoredAccount::account);
    }
  }

  /** The account as it stands now, when the password is known to be right already. */
  Optional<StoredAccount> usable(String user) {
    return table.known(user).filter(account -> account.usableAt(clock.instant()));
  }

  private boolean matches(String password, String encoded) {
    boolean tooLong = password.getBytes(StandardCharsets.UTF_8).length > PasswordRules.LONGEST;
    atOnce.acquireUninterruptibly();
    try {
      return encoder.matches(tooLong ? "" : password, encoded) && !tooLong;
    } finally {
      atOnce.release();
    }
  }

  private void failed(String name, boolean count, Means means, String source, Instant now) {
    transactions.write(
        () -> {
          if (count) {
            table.failed(name, now, TRIES, LOCK, LOCK);
          }
          record(name, Outcome.FAILED, means, source);
        });
  }

  private void record(String name, Outcome outcome, Means means, String source) {
    if (means != Means.BASIC) {
      return;
    }
    String shortened = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    audit.record(
        new AuditEvent(
            shortened,
            Action.SIGN_IN,
            Optional.empty(),
            outcome,
            source,
            Map.of("means", means.name())));
  }
}
