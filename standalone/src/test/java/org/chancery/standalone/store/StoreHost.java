package org.chancery.standalone.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.contract.HostPorts;
import org.chancery.database.EmbeddedPostgres;
import org.chancery.model.ContentModels;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A store with a database of its own, for tests. */
final class StoreHost implements AutoCloseable {

  private final Path folder;
  private final EmbeddedPostgres database;
  private final HikariDataSource pool;
  private final PostgresStore store;

  private StoreHost(Path folder, EmbeddedPostgres database, HikariDataSource pool, Clock clock) {
    this.folder = folder;
    this.database = database;
    this.pool = pool;
    Flyway.configure().dataSource(pool).locations(PostgresStore.MIGRATIONS).load().migrate();
    this.store = open(clock, Checkpoint.NONE, () -> {});
  }

  /** On the embedded database as the server uses it. */
  static StoreHost embedded() {
    return embedded(Clock.systemUTC());
  }

  static StoreHost embedded(Clock clock) {
    Path folder = temporaryFolder();
    EmbeddedPostgres database = EmbeddedPostgres.start(folder.resolve("database"));
    return new StoreHost(
        folder, database, pool(database.jdbcUrl(), database.user(), database.password()), clock);
  }

  /**
   * On a database as an operator's own may be: another locale, and an account that owns nothing
   * else.
   */
  static StoreHost outside() {
    Path folder = temporaryFolder();
    EmbeddedPostgres server = EmbeddedPostgres.start(folder.resolve("database"));
    try (HikariDataSource owner = pool(server.jdbcUrl(), server.user(), server.password())) {
      JdbcClient jdbc = JdbcClient.create(owner);
      jdbc.sql("CREATE ROLE office LOGIN PASSWORD 'office'").update();
      jdbc.sql(
              """
              CREATE DATABASE outside OWNER office TEMPLATE template0
              LOCALE_PROVIDER icu ICU_LOCALE 'de-DE'
              """)
          .update();
    }
    String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/outside";
    return new StoreHost(folder, server, pool(url, "office", "office"), Clock.systemUTC());
  }

  /** Another store on the same database and bytes. */
  PostgresStore open(Clock clock, Checkpoint checkpoint, Runnable onCommit) {
    return new PostgresStore(
        pool,
        unsynced(),
        new JdbcTransactionManager(pool),
        ContentModels.shipped(),
        blobs(),
        clock,
        checkpoint,
        onCommit);
  }

  PostgresStore store() {
    return store;
  }

  HikariDataSource pool() {
    return pool;
  }

  /** As the server has them: commits that do not wait for the disk. */
  private DataSource unsynced() {
    DriverManagerDataSource connections =
        new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    Properties options = new Properties();
    options.setProperty("options", "-c synchronous_commit=off");
    connections.setConnectionProperties(options);
    return connections;
  }

  Path blobs() {
    return folder.resolve("blobs");
  }

  HostPorts ports() {
    return new HostPorts(
        store.nodes(),
        store.contents(),
        store.versions(),
        store.permissions(),
        store.transactions(),
        store.feed());
  }

  @Override
  public void close() {
    pool.close();
    database.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("chancery-store-test-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HikariDataSource pool(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(10);
    return new HikariDataSource(config);
  }
}
