package org.chancery.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.database.EmbeddedPostgres;
import org.chancery.model.ContentModels;
import org.chancery.model.QName;
import org.chancery.standalone.store.PostgresStore;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The node store beside bare JDBC inserts of the same values into the same database, on one client:
 * a commit for each node, and a commit for each hundred. Also a listing of 100 of 10,000 children,
 * and a lock of a folder with 10,000 descendants.
 */
public final class StoreBenchmark {

  private static final int SINGLE = 500;
  private static final int BATCHES = 100;
  private static final int BATCH = 100;
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final QName FOLDER = QName.of("cm:folder");
  private static final QName CASE_FILE = QName.of("cor:caseFile");

  private final HikariDataSource pool;
  private final PostgresStore store;
  private final NodeId folder;
  private int number;

  private StoreBenchmark(HikariDataSource pool, Path blobs) {
    this.pool = pool;
    Flyway.configure().dataSource(pool).locations(PostgresStore.MIGRATIONS).load().migrate();
    store =
        new PostgresStore(
            pool,
            pool,
            new JdbcTransactionManager(pool),
            ContentModels.shipped(),
            blobs,
            Clock.systemUTC(),
            Checkpoint.NONE,
            () -> {});
    folder =
        store
            .transactions()
            .write(
                () ->
                    store
                        .nodes()
                        .create(
                            SYSTEM,
                            NewNode.of(store.nodes().root(), FOLDER, "benchmark", Map.of())))
            .id();
  }

  /** No arguments. Prints a line for each figure. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path place = Files.createTempDirectory("chancery-store-benchmark-");
    try (EmbeddedPostgres database = EmbeddedPostgres.start(place.resolve("database"))) {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(database.jdbcUrl());
      config.setUsername(database.user());
      config.setPassword(database.password());
      config.setMaximumPoolSize(4);
      try (HikariDataSource pool = new HikariDataSource(config)) {
        new StoreBenchmark(pool, place.resolve("blobs")).run();
      }
    } finally {
      try (Stream<Path> all = Files.walk(place)) {
        for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(path);
        }
      }
    }
  }

  private void run() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection
          .createStatement()
          .execute(
              "CREATE TABLE bare (key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                  + " id uuid UNIQUE, parent bigint, name text, properties jsonb,"
                  + " UNIQUE (parent, name))");
    }
    // Both once without being counted, for the compilers and the caches.
    storeNodes(2, BATCH);
    bareRows(2, BATCH);
    report("store, one node a commit", SINGLE, rounds -> storeNodes(rounds, 1));
    report("bare rows, one a commit", SINGLE, rounds -> bareRows(rounds, 1));
    report("store, a hundred nodes a commit", BATCHES * BATCH, all -> storeNodes(BATCHES, BATCH));
    report("bare rows, a hundred a commit", BATCHES * BATCH, all -> bareRows(BATCHES, BATCH));
    report(
        "listings of the first 100 of 10,000",
        200,
        rounds -> {
          for (int i = 0; i < rounds; i++) {
            store.nodes().children(SYSTEM, folder, Optional.empty(), 100);
          }
        });
    report(
        "locks of a folder with 10,000 in it",
        200,
        rounds -> {
          for (int i = 0; i < rounds; i++) {
            boolean inherits = i % 2 == 0;
            store
                .transactions()
                .write(
                    () ->
                        store
                            .permissions()
                            .set(SYSTEM, folder, new AccessList(inherits, Set.of())));
          }
        });
  }

  private void storeNodes(int commits, int each) {
    for (int commit = 0; commit < commits; commit++) {
      store
          .transactions()
          .write(
              () -> {
                for (int i = 0; i < each; i++) {
                  String name = nextName();
                  store.nodes().create(SYSTEM, NewNode.of(folder, CASE_FILE, name, values(name)));
                }
              });
    }
  }

  private void bareRows(int commits, int each) {
    try (Connection connection = pool.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO bare (id, parent, name, properties) VALUES (?, 1, ?, ?::jsonb)")) {
      connection.setAutoCommit(false);
      for (int commit = 0; commit < commits; commit++) {
        for (int i = 0; i < each; i++) {
          String name = nextName();
          insert.setObject(1, UUID.randomUUID());
          insert.setString(2, name);
          insert.setString(3, json(values(name)));
          insert.executeUpdate();
        }
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String nextName() {
    return "24-" + ++number;
  }

  private static Map<QName, Object> values(String name) {
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(QName.of("cor:fileNumber"), name);
    values.put(QName.of("cor:subject"), "A constituent asks about relief after the spring floods");
    values.put(QName.of("cor:source"), "congress");
    values.put(QName.of("cor:status"), "open");
    return values;
  }

  private static String json(Map<QName, Object> values) {
    StringBuilder json = new StringBuilder("{");
    values.forEach(
        (name, value) ->
            json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":\"")
                .append(value)
                .append('"'));
    return json.append('}').toString();
  }

  private static void report(String what, int count, IntConsumer work) {
    long start = System.nanoTime();
    work.accept(count);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT, "%-40s %8.0f /s  (%d in %.2f s)%n", what, count / seconds, count, seconds);
  }
}
