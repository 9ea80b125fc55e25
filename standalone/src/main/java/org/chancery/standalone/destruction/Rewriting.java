package org.chancery.standalone.destruction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rewrites tables, so that nothing of deleted rows is left in their files. */
final class Rewriting {
  private static final Logger LOG = LoggerFactory.getLogger(Rewriting.class);

  /** Those that hold words; all others hold ids, hashes, days and the names of accounts. */
  private static final String TABLES =
      """
      SELECT c.oid::regclass::text FROM pg_class c
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
        AND (c.relname IN ('node', 'version', 'chancery_idempotency', 'chancery_queue_work')
             OR c.relname ~ '^act_(ru|hi|ge_bytearray)')
      ORDER BY 1
      """;

  /** Who may still see rows that were deleted since; the vacuum processes are no readers. */
  private static final String READERS =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE pid <> pg_backend_pid() AND datname = current_database()
        AND backend_type = 'client backend'
        AND (age(backend_xmin) >= age('%1$s'::xid) OR age(backend_xid) >= age('%1$s'::xid))
      """;

  private static final Duration READERS_END = Duration.ofSeconds(60);
  private static final String FREE_WITHIN = "15s";
  private static final int ATTEMPTS = 4;
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** Room for the copy of a table and the log of its writing. */
  private static final int TIMES_ITS_SIZE = 2;

  private static final long MEGABYTE = 1 << 20;

  private final Connection connection;
  private final Optional<Path> own;

  Rewriting(Connection connection, Optional<Path> own) {
    this.connection = connection;
    this.own = own;
  }

  /** A row that a transaction may still see is copied with its table, deleted or not. */
  Optional<String> awaitOldTransactions() throws SQLException {
    String now = text("SELECT pg_current_xact_id()::xid::text");
    long end = System.nanoTime() + READERS_END.toNanos();
    while (number(READERS.formatted(now)) > 0) {
      if (System.nanoTime() >= end) {
        return Optional.of(
            "A transaction has been open since before the removal and keeps what was deleted. Try"
                + " again when it has ended, such as after the backup or the report that is"
                + " running.");
      }
      pause();
    }
    return Optional.empty();
  }

  List<String> tables() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  /** Says why not. */
  Optional<String> rewrite(String table) {
    try {
      Optional<String> small = noRoom(table);
      if (small.isPresent()) {
        return small;
      }
      long from = System.nanoTime();
      boolean done = false;
      execute("SET lock_timeout = '" + FREE_WITHIN + "'");
      try {
        for (int attempt = 1; !done && attempt <= ATTEMPTS; attempt++) {
          done = attempt("VACUUM (FULL) " + table);
        }
      } finally {
        execute("RESET lock_timeout");
      }
      LOG.debug("{} rewritten in {} ms", table, (System.nanoTime() - from) / 1_000_000);
      return done
          ? Optional.empty()
          : Optional.of("The table " + table + " is in use all the time. Try again at night.");
    } catch (SQLException e) {
      throw new IllegalStateException("The table " + table + " cannot be rewritten", e);
    }
  }

  private boolean attempt(String sql) throws SQLException {
    try {
      execute(sql);
      return true;
    } catch (SQLException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private Optional<String> noRoom(String table) throws SQLException {
    if (own.isEmpty()) {
      return Optional.empty();
    }
    try {
      long needed =
          TIMES_ITS_SIZE * number("SELECT pg_total_relation_size('" + table + "'::regclass)");
      long free = Files.getFileStore(own.get()).getUsableSpace();
      return free >= needed
          ? Optional.empty()
          : Optional.of(
              "To rewrite the table "
                  + table
                  + " takes "
                  + needed / MEGABYTE
                  + " MB of free space, and there are "
                  + free / MEGABYTE
                  + ". Make room, and try again.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The most frequent values of columns lie in the statistics, also those that are gone: of a table
   * that is empty now nothing new is ever computed.
   *
   * @param ours whether we may rewrite the server's own tables
   */
  void statistics(boolean ours) throws SQLException {
    String all = tables().stream().collect(Collectors.joining(", "));
    connection.setAutoCommit(false);
    try {
      if (ours) {
        execute(
            """
            DELETE FROM pg_statistic WHERE starelid IN (
              SELECT t.oid FROM unnest('{%1$s}'::regclass[]) AS t (oid)
              UNION ALL
              SELECT i.indexrelid FROM pg_index i
              WHERE i.indrelid = ANY ('{%1$s}'::regclass[]))
            """
                .formatted(all));
      }
      execute("ANALYZE " + all);
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
    if (ours) {
      execute("VACUUM (FULL) pg_catalog.pg_statistic");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the database was to be rewritten", e);
    }
  }
}
