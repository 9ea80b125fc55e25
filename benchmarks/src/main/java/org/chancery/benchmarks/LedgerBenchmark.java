package org.chancery.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Cor;
import org.chancery.database.EmbeddedPostgres;
import org.chancery.ledger.Ledger;
import org.chancery.ledger.LedgerReport;
import org.chancery.ledger.LedgerSchema;
import org.chancery.ledger.LedgerVerification;
import org.chancery.model.ContentModels;
import org.chancery.standalone.store.PostgresStore;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the ledger costs: eight writers that each change one property of a node in a transaction of
 * its own, the smallest change the store knows, without and with an entry in the same transaction
 * while the sealer runs; the same with a bare insert of one row as the change, for comparison; then
 * how fast a long ledger is sealed and verified.
 *
 * <p>Arguments: seconds for each run of writers (10), entries to seal and verify (1000000). Ends
 * with 1 when the writers of the store keep less than 70 % of what they do without the ledger, or
 * fewer than 200,000 entries a second are verified.
 */
public final class LedgerBenchmark {
  private static final int WRITERS = 8;
  private static final int ROUNDS = 3;
  private static final String BODY = "x".repeat(600);
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final double LEAST_KEPT = 0.7;
  private static final double LEAST_VERIFIED = 200_000;

  private final HikariDataSource pool;
  private final TransactionTemplate transactions;
  private final JdbcTemplate rows;
  private final Ledger ledger;
  private final PostgresStore store;
  private final Path directory;

  private LedgerBenchmark(HikariDataSource pool, Path directory) {
    this.pool = pool;
    this.directory = directory;
    JdbcTransactionManager manager = new JdbcTransactionManager(pool);
    transactions = new TransactionTemplate(manager);
    TransactionAwareDataSourceProxy joined = new TransactionAwareDataSourceProxy(pool);
    rows = new JdbcTemplate(joined);
    ledger = Ledger.open(joined, pool, directory, Clock.systemUTC());
    store =
        new PostgresStore(
            joined,
            pool,
            manager,
            ContentModels.shipped(),
            directory.resolve("blobs"),
            Clock.systemUTC(),
            Checkpoint.NONE,
            () -> {});
  }

  /** Runs it and prints the figures. */
  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    int entries = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
    Path folder = Files.createTempDirectory("ledger-benchmark");
    boolean held;
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("database"))) {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(postgres.jdbcUrl());
      config.setUsername(postgres.user());
      config.setPassword(postgres.password());
      config.setMaximumPoolSize(WRITERS + 2);
      try (HikariDataSource pool = new HikariDataSource(config)) {
        Flyway.configure()
            .dataSource(pool)
            .locations("classpath:" + LedgerSchema.LOCATION, PostgresStore.MIGRATIONS)
            .load()
            .migrate();
        held = new LedgerBenchmark(pool, folder.resolve("witness")).run(seconds, entries);
      }
    } finally {
      delete(folder);
    }
    System.exit(held ? 0 : 1);
  }

  private boolean run(int seconds, int entries) throws Exception {
    rows.execute("create table change (id bigint generated always as identity, body text)");
    AuditTrail trail = ledger.auditTrail();
    ledger.start();
    Duration time = Duration.ofSeconds(seconds);
    double kept = kept("a property changed", time, trail, changes());
    kept("a bare row inserted", time, trail, writer -> number -> insert());
    ledger.close();

    long begin = System.nanoTime();
    fill(trail, entries);
    say("recording in transactions of 1000: %.0f entries/s", rate(entries, begin));
    begin = System.nanoTime();
    ledger.witnessNow();
    say("sealing: %.0f entries/s", rate(entries, begin));
    rows.execute("vacuum analyze");
    double fastest = 0;
    for (int round = 0; round < 3; round++) {
      begin = System.nanoTime();
      LedgerReport report = new LedgerVerification(pool, directory).verify();
      if (!report.clean()) {
        throw new IllegalStateException(report.findings().toString());
      }
      double verified = rate(report.sealed(), begin);
      fastest = Math.max(fastest, verified);
      say("verifying %d entries: %.0f entries/s", report.sealed(), verified);
    }
    return kept >= LEAST_KEPT && fastest >= LEAST_VERIFIED;
  }

  /** What the writers keep of what they do without the ledger. */
  private double kept(String what, Duration time, AuditTrail trail, IntFunction<IntConsumer> change)
      throws InterruptedException, ExecutionException {
    IntConsumer entry = number -> trail.record(event(number));
    write(Duration.ofSeconds(2), change, entry);
    // Alternating, so that what else the machine does falls on both.
    double without = 0;
    double with = 0;
    for (int round = 0; round < ROUNDS; round++) {
      without += write(time, change, number -> {}) / ROUNDS;
      with += write(time, change, entry) / ROUNDS;
    }
    say(
        "%d writers, %s: %.0f transactions/s without the ledger, %.0f with it (%.2f of it)",
        WRITERS, what, without, with, with / without);
    return with / without;
  }

  /** Each writer changes a node of its own. */
  private IntFunction<IntConsumer> changes() {
    List<NodeId> mine = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      String name = "Writer " + writer;
      NewNode node =
          NewNode.of(
              store.nodes().root(),
              Cor.CASE_FOLDER,
              name,
              Map.of(Cor.HOLDER_KIND, "individual", Cor.HOLDER_NAME, name));
      mine.add(store.transactions().write(() -> store.nodes().create(SYSTEM, node)).id());
    }
    return writer ->
        number ->
            store
                .nodes()
                .update(
                    SYSTEM,
                    mine.get(writer),
                    Optional.empty(),
                    Change.of(Map.of(Cor.HOLDER_NAME, "Name " + number)));
  }

  private void insert() {
    rows.update("insert into change (body) values (?)", BODY);
  }

  private double write(Duration time, IntFunction<IntConsumer> change, IntConsumer more)
      throws InterruptedException, ExecutionException {
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<Integer>> all = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        IntConsumer own = change.apply(writer);
        all.add(
            threads.submit(
                () -> {
                  int done = 0;
                  while (System.nanoTime() < end) {
                    int number = done++;
                    store
                        .transactions()
                        .write(
                            () -> {
                              own.accept(number);
                              more.accept(number);
                            });
                  }
                  return done;
                }));
      }
      long done = 0;
      for (Future<Integer> one : all) {
        done += one.get();
      }
      return rate(done, begin);
    } finally {
      threads.shutdown();
    }
  }

  private void fill(AuditTrail trail, int entries) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int done = 0; done < entries; done += 1000) {
        int first = done;
        all.add(
            threads.submit(
                () ->
                    transactions.executeWithoutResult(
                        status -> {
                          for (int i = first; i < Math.min(first + 1000, entries); i++) {
                            trail.record(event(i));
                          }
                        })));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static AuditEvent event(int number) {
    return new AuditEvent(
        "user" + number % 50,
        Action.UPDATE,
        Optional.of(NodeId.random()),
        AuditEvent.Outcome.DONE,
        "192.0.2." + number % 250,
        Map.of("revision", String.valueOf(number), "properties", "cor:status"));
  }

  private static double rate(long count, long begin) {
    return count * 1e9 / (System.nanoTime() - begin);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
