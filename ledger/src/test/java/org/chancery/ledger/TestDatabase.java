package org.chancery.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.database.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A database of its own with the module's tables, made by the migrations as a host runs them. All
 * of them live in one real PostgreSQL server that is started with the first test and stopped with
 * the last.
 */
final class TestDatabase implements AutoCloseable, ExtensionContext.Store.CloseableResource {
  private final Server server;
  private final String schema;
  private final HikariDataSource pool;
  private final HostTransactions host;

  private TestDatabase(Server server, String schema, HikariDataSource pool) {
    this.server = server;
    this.schema = schema;
    this.pool = pool;
    this.host = new HostTransactions(pool);
  }

  /** Connections that join no transaction. */
  DataSource own() {
    return pool;
  }

  /** Transactions as a host has them. */
  HostTransactions host() {
    return host;
  }

  /** Runs one statement as the owner of the database, who can do anything. */
  void sql(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** Does by hand what the triggers would refuse. */
  void tamper(String sql) {
    sql("set session_replication_role = replica; " + sql + "; reset session_replication_role");
  }

  /** The first column of the first row, as text. */
  String one(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** One on a server of its own, which ends with {@link #closeAll}; for who is no Jupiter test. */
  static TestDatabase alone() {
    return new Server().database();
  }

  /** Closes this and the server. */
  void closeAll() throws IOException {
    close();
    server.close();
  }

  /** Makes the ledger here what it is there, whatever was done to it. */
  void become(TestDatabase other) {
    StringBuilder all =
        new StringBuilder(
            "truncate chancery_ledger_entry, chancery_ledger_seal, chancery_ledger_key;");
    for (String table :
        List.of("chancery_ledger_entry", "chancery_ledger_seal", "chancery_ledger_key")) {
      all.append("insert into " + table + " select * from " + other.schema + "." + table + ";");
    }
    tamper(all.toString());
  }

  /** Another one with the same ledger in it. */
  TestDatabase copy() {
    TestDatabase copy = server.database();
    for (String table :
        List.of("chancery_ledger_entry", "chancery_ledger_seal", "chancery_ledger_key")) {
      copy.sql("insert into " + table + " select * from " + schema + "." + table);
    }
    return copy;
  }

  @Override
  public void close() {
    sql("drop schema " + schema + " cascade");
    pool.close();
  }

  /** Gives each test that asks for one a database. */
  static final class Resolver implements ParameterResolver {
    private static final ExtensionContext.Namespace SPACE =
        ExtensionContext.Namespace.create(TestDatabase.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      Server server =
          context
              .getRoot()
              .getStore(SPACE)
              .getOrComputeIfAbsent("server", s -> new Server(), Server.class);
      return context
          .getStore(SPACE)
          .getOrComputeIfAbsent("database", d -> server.database(), TestDatabase.class);
    }
  }

  private static final class Server implements ExtensionContext.Store.CloseableResource {
    private final Path folder;
    private final EmbeddedPostgres postgres;

    Server() {
      try {
        folder = Files.createTempDirectory("ledger-test");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      postgres = EmbeddedPostgres.start(folder.resolve("database"));
    }

    TestDatabase database() {
      String schema = "t" + UUID.randomUUID().toString().replace("-", "");
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(postgres.jdbcUrl() + "?currentSchema=" + schema);
      config.setUsername(postgres.user());
      config.setPassword(postgres.password());
      config.setMaximumPoolSize(20);
      config.setMinimumIdle(0);
      HikariDataSource pool = new HikariDataSource(config);
      Flyway.configure()
          .dataSource(pool)
          .schemas(schema)
          .locations("classpath:" + LedgerSchema.LOCATION)
          .load()
          .migrate();
      return new TestDatabase(this, schema, pool);
    }

    @Override
    public void close() throws IOException {
      postgres.close();
      List<Path> paths;
      try (Stream<Path> all = Files.walk(folder)) {
        paths = all.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : paths) {
        Files.delete(path);
      }
    }
  }
}
