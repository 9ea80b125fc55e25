package org.chancery.standalone.accounts;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Account;
import org.chancery.core.access.Account.Assignment;
import org.chancery.core.access.Role;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.audit.AuditTrail.AuditEntry;
import org.chancery.core.audit.AuditTrail.Filter;
import org.chancery.core.memory.SettableClock;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Transactions;
import org.chancery.ledger.Ledger;
import org.chancery.ledger.LedgerSchema;
import org.chancery.model.ContentModels;
import org.chancery.standalone.ServerSettings;
import org.chancery.standalone.database.Connections;
import org.chancery.standalone.database.RunningDatabase;
import org.chancery.standalone.lifecycle.DataFolder;
import org.chancery.standalone.store.PostgresStore;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Accounts, sessions and sign-in on a database of their own, with a clock that is set by hand. */
final class AccountsFixture implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";

  private final DataFolder folder;
  private final RunningDatabase database;
  private final HikariDataSource pool;
  private final AuditTrail audit;
  final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
  final LocalAccounts accounts;
  final PasswordCheck passwords;
  final LocalSessions sessions;
  final BasicSignIn basic;
  final ResetDesk resets;

  AccountsFixture(Path data) {
    ServerSettings settings = ServerSettings.of(data, Optional.empty(), Optional.empty());
    folder = DataFolder.take(data);
    database = RunningDatabase.of(settings, folder);
    pool = Connections.open(database);
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:" + LedgerSchema.LOCATION, PostgresStore.MIGRATIONS)
        .load()
        .migrate();
    Ledger ledger =
        Ledger.open(
            new TransactionAwareDataSourceProxy(pool), pool, settings.ledgerWitness(), clock);
    audit = ledger.auditTrail();
    Transactions transactions =
        new PostgresStore(
                pool,
                pool,
                new JdbcTransactionManager(pool),
                ContentModels.shipped(),
                settings.contentFolder(),
                clock,
                Checkpoint.NONE,
                () -> {})
            .transactions();
    // As cheap as the algorithm allows: these tests are not about its cost.
    PasswordEncoder encoder = new BCryptPasswordEncoder(4);
    AccountTable table = new AccountTable(JdbcClient.create(pool), clock);
    accounts = new LocalAccounts(table, encoder, transactions, audit);
    passwords = new PasswordCheck(table, encoder, transactions, audit, clock);
    sessions =
        new LocalSessions(
            passwords,
            accounts,
            transactions,
            audit,
            clock,
            Duration.ofMinutes(15),
            Duration.ofHours(4));
    basic = new BasicSignIn(passwords, clock);
    resets =
        new ResetDesk(
            new ResetRequests(data),
            new PasswordReset(table, audit, sessions::endAll),
            transactions);
  }

  /** From where an account was administered, newest first. */
  List<String> administered(String name) {
    Filter filter =
        new Filter(
            Optional.empty(),
            Set.of(Action.ADMINISTER),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return audit.read(filter, Optional.empty(), 100).items().stream()
        .map(AuditEntry::event)
        .filter(event -> name.equals(event.details().get("name")))
        .map(AuditEvent::source)
        .toList();
  }

  /** A new account with a name of its own. */
  String account(String name, boolean program) {
    accounts.create(
        new Account(
            name,
            "Someone",
            Set.of("EXECSEC"),
            Set.of(new Assignment(Role.CLERK, Optional.of("EXECSEC"))),
            program),
        PASSWORD);
    return name;
  }

  /** By an operator's hand in the database, and as late as that is promised to be seen. */
  void disable(String name) {
    JdbcClient.create(pool)
        .sql("update account set enabled = false where name = ?")
        .param(name)
        .update();
    clock.forward(Known.LIFETIME);
  }

  /** How sign-ins under a name ended, newest first. */
  List<AuditEvent.Outcome> signIns(String name) {
    Filter filter =
        new Filter(
            Optional.of(name),
            Set.of(Action.SIGN_IN),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return audit.read(filter, Optional.empty(), 100).items().stream()
        .map(AuditEntry::event)
        .map(AuditEvent::outcome)
        .toList();
  }

  @Override
  public void close() throws IOException {
    pool.close();
    database.close();
    folder.close();
  }

  /** Gives an account another password. */
  void set(String user, String password) {
    accounts.setPassword(user, accounts.encode(password));
  }
}
