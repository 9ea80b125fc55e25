package org.chancery.standalone.accounts;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.chancery.database.DatabaseException;
import org.chancery.ledger.Ledger;
import org.chancery.ledger.LedgerException;
import org.chancery.standalone.ServerSettings;
import org.chancery.standalone.StartRefused;
import org.chancery.standalone.database.Connections;
import org.chancery.standalone.database.RunningDatabase;
import org.chancery.standalone.lifecycle.DataFolder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives an account of a server another password, whether the server runs or not: a running one is
 * asked to, the data of a stopped one are changed here, with the same row in its ledger.
 */
public final class ResetPasswordCommand {
  private static final int WRONG_USE = 2;
  private static final int MADE_BYTES = 15;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ServerSettings settings;
  private final PasswordEncoder encoder;

  ResetPasswordCommand(ServerSettings settings, PasswordEncoder encoder) {
    this.settings = settings;
    this.encoder = encoder;
  }

  /**
   * Resets it and exits: 0 when it is done, 1 when it is not, 2 for wrong use.
   *
   * @param args {@code --data DIR}, {@code --ledger-witness DIR} and the account's name; the
   *     password is what {@code CHANCERY_NEW_PASSWORD} says, or is asked for at the terminal, or is
   *     made and printed
   */
  public static void main(String[] args) {
    Map<String, String> options = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--") && i + 1 < args.length) {
        options.put(args[i], args[++i]);
      } else {
        names.add(args[i]);
      }
    }
    if (!options.containsKey("--data") || names.size() != 1) {
      System.err.println("chancery: account: --data DIR and the name of one account are needed");
      System.exit(WRONG_USE);
    }
    System.exit(run(options, names.get(0), System.out, System.err));
  }

  private static int run(
      Map<String, String> options, String user, PrintStream out, PrintStream err) {
    try {
      ServerSettings settings =
          ServerSettings.of(
              Path.of(options.get("--data")),
              Optional.ofNullable(options.get("--ledger-witness")).map(Path::of),
              Optional.ofNullable(System.getenv("CHANCERY_DB")));
      Chosen chosen = chosen(user);
      PasswordReset.Answer answer =
          new ResetPasswordCommand(
                  settings, PasswordEncoderFactories.createDelegatingPasswordEncoder())
              .reset(user, chosen.password());
      (answer.done() ? out : err).println(answer.text());
      if (answer.done() && chosen.made()) {
        out.println("It is: " + chosen.password());
      }
      return answer.done() ? 0 : 1;
    } catch (StartRefused | DatabaseException | LedgerException | DataAccessException e) {
      err.println("chancery: account: " + e.getMessage());
      return 1;
    } catch (IOException e) {
      err.println("chancery: account: the data folder cannot be used: " + e.getMessage());
      return 1;
    }
  }

  private record Chosen(String password, boolean made) {}

  private static Chosen chosen(String user) {
    Optional<String> given =
        Optional.ofNullable(System.getenv("CHANCERY_NEW_PASSWORD")).filter(text -> !text.isBlank());
    if (given.isPresent()) {
      return new Chosen(given.get(), false);
    }
    Optional<FirstStart.Terminal> terminal = FirstStart.Terminal.ofProcess();
    if (terminal.isPresent()) {
      return new Chosen(FirstStart.chosen(terminal.get(), user), false);
    }
    byte[] bytes = new byte[MADE_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Chosen(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), true);
  }

  /**
   * Resets it.
   *
   * @throws StartRefused when there is no server's data, the password breaks a rule, or the running
   *     server does not answer
   */
  PasswordReset.Answer reset(String user, String password) throws IOException {
    boolean present =
        settings.outsideDatabase().isPresent()
            ? Files.isDirectory(settings.data())
            : Files.isDirectory(settings.databaseFolder());
    if (!present) {
      throw new StartRefused("there is no server's data in " + settings.data());
    }
    PasswordReset.problem(user, password)
        .ifPresent(
            problem -> {
              throw new StartRefused(problem);
            });
    String encoded = encoder.encode(password);
    Optional<DataFolder> free = free();
    if (free.isEmpty()) {
      return new ResetRequests(settings.data())
          .ask(user, encoded, PATIENCE)
          .orElseThrow(
              () ->
                  new StartRefused(
                      "the server that has the data folder does not answer; nothing was changed"));
    }
    try (DataFolder folder = free.get();
        RunningDatabase database = RunningDatabase.of(settings, folder);
        HikariDataSource pool = Connections.open(database)) {
      return here(pool, user, encoded);
    }
  }

  /** The data folder, unless a server has it. */
  private Optional<DataFolder> free() {
    try {
      return Optional.of(DataFolder.take(settings.data()));
    } catch (StartRefused e) {
      return Optional.empty();
    }
  }

  private PasswordReset.Answer here(HikariDataSource pool, String user, String encoded) {
    Clock clock = Clock.systemUTC();
    DataSource joined = new TransactionAwareDataSourceProxy(pool);
    try (Ledger ledger = Ledger.open(joined, pool, settings.ledgerWitness(), clock)) {
      PasswordReset reset =
          new PasswordReset(
              new AccountTable(JdbcClient.create(pool), clock), ledger.auditTrail(), name -> {});
      TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
      return transaction.execute(status -> reset.reset(user, encoded));
    }
  }
}
