package org.chancery.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.schedule.ClockRegister;
import org.chancery.core.schedule.ClockState;
import org.chancery.core.schedule.Schedule;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.database.EmbeddedPostgres;
import org.chancery.ledger.JdbcClockRegister;
import org.chancery.ledger.Ledger;
import org.chancery.ledger.LedgerSchema;
import org.chancery.model.ContentModels;
import org.chancery.standalone.store.PostgresStore;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The daily job of records (requirement R3): of many case folders, some due. Tells its time, and
 * how many rows of the register and of the store the database read for it; those must follow what
 * is due, not what is there.
 */
public final class ClockBenchmark {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int BATCH = 200;
  private static final Instant LONG_AGO = Instant.parse("2010-06-15T12:00:00Z");

  private final HikariDataSource pool;
  private final PostgresStore store;
  private final ClockRegister register;
  private final Schedule schedule;

  private ClockBenchmark(HikariDataSource pool, Path place) {
    this.pool = pool;
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:" + LedgerSchema.LOCATION, PostgresStore.MIGRATIONS)
        .outOfOrder(true)
        .load()
        .migrate();
    Clock clock = Clock.systemUTC();
    store =
        new PostgresStore(
            pool,
            pool,
            new JdbcTransactionManager(pool),
            ContentModels.shipped(),
            place.resolve("blobs"),
            clock,
            Checkpoint.NONE,
            () -> {});
    DataSource joined = new TransactionAwareDataSourceProxy(pool);
    register = new JdbcClockRegister(joined);
    schedule =
        new Schedule(
            new Schedule.Ports(
                store.nodes(),
                store.nodes(),
                store.contents(),
                store.versions(),
                store.permissions(),
                store.transactions(),
                register,
                folder -> {},
                Ledger.open(joined, pool, place.resolve("witness"), clock).auditTrail(),
                ZoneId.of("America/New_York"),
                clock),
            new Schedule.Places(
                Place.RECORDS.below("File plan"), Place.CASE_FOLDERS.id(), Place.LIBRARY.id()));
  }

  /** Arguments: how many case folders (100000), how many of them due (1000). */
  public static void main(String[] arguments) throws IOException, SQLException {
    int folders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int due = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
    Path place = Files.createTempDirectory("chancery-clock-benchmark-");
    try (EmbeddedPostgres database = EmbeddedPostgres.start(place.resolve("database"))) {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(database.jdbcUrl());
      config.setUsername(database.user());
      config.setPassword(database.password());
      config.setMaximumPoolSize(4);
      try (HikariDataSource pool = new HikariDataSource(config)) {
        new ClockBenchmark(pool, place).run(folders, due);
      }
    } finally {
      try (Stream<Path> all = Files.walk(place)) {
        for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(path);
        }
      }
    }
  }

  private void run(int folders, int due) throws SQLException {
    tree();
    for (int from = 0; from < folders; from += BATCH) {
      int first = from;
      store
          .transactions()
          .write(
              () -> {
                for (int i = first; i < Math.min(folders, first + BATCH); i++) {
                  folder(i, i % (folders / due) == 0);
                }
              });
    }
    sql("analyze");
    long registerBefore = read("chancery_clock");
    long nodesBefore = read("node");
    long begun = System.nanoTime();
    Schedule.Run run = schedule.fallDue();
    double seconds = (System.nanoTime() - begun) / 1e9;
    sql("select pg_stat_force_next_flush()");
    System.out.printf(
        Locale.ROOT,
        "%,d case folders, %,d due: settled in %.1f s (%d failed); rows read: %,d of the register,"
            + " %,d of the store%n",
        folders,
        run.eligible(),
        seconds,
        run.failed(),
        read("chancery_clock") - registerBefore,
        read("node") - nodesBefore);
    long again = System.nanoTime();
    Schedule.Run nothing = schedule.fallDue();
    System.out.printf(
        Locale.ROOT,
        "with nothing due (%d): %.1f ms%n",
        nothing.looked(),
        (System.nanoTime() - again) / 1e6);
  }

  /** The well-known folders, and the series. */
  private void tree() {
    store
        .transactions()
        .write(
            () -> {
              NodeId root = store.nodes().root();
              make(Place.CASE_FOLDERS.id(), root, "Case folders");
              make(Place.LIBRARY.id(), root, "Library");
              make(Place.RECORDS.id(), root, "Records");
              store
                  .nodes()
                  .create(
                      SYSTEM,
                      new NewNode(
                          Place.RECORDS.below("File plan"),
                          Place.RECORDS.id(),
                          Rec.FILE_PLAN,
                          "File plan",
                          Set.of(),
                          Map.of()));
              schedule.seed();
              make(Place.CASE_FOLDERS.below("2010"), Place.CASE_FOLDERS.id(), "2010");
            });
  }

  private void make(NodeId id, NodeId parent, String name) {
    store.nodes().create(SYSTEM, new NewNode(id, parent, Cm.FOLDER, name, Set.of(), Map.of()));
  }

  private void folder(int number, boolean due) {
    NodeId id = NodeId.random();
    String name = "Holder " + number;
    store
        .nodes()
        .create(
            SYSTEM,
            new NewNode(
                id,
                Place.CASE_FOLDERS.below("2010"),
                Cor.CASE_FOLDER,
                name,
                Set.of(),
                Map.of(
                    Cor.HOLDER_KIND, "individual",
                    Cor.HOLDER_NAME, name,
                    Cor.LAST_ACTIVITY, LONG_AGO)));
    Instant at = due ? LONG_AGO : Instant.now();
    LocalDate cutoff = LocalDate.ofInstant(at, ZoneId.of("America/New_York"));
    register.put(
        new ClockRegister.Row(
            id,
            Optional.of(Schedule.DEFAULT),
            Long.MAX_VALUE,
            at,
            ActivityKind.CLOSE,
            Optional.empty(),
            0,
            Optional.of(at),
            Optional.of(cutoff),
            Optional.of(cutoff.plusYears(10)),
            ClockState.RUNNING,
            at));
  }

  /** How many rows of a table the database has read so far, by index or not. */
  private long read(String table) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) from"
                    + " pg_stat_user_tables where relname = '"
                    + table
                    + "'")) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private void sql(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
