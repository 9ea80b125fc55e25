package org.chancery.alfresco.search;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose the feed is, and whether it holds each transaction of the platform. */
final class FeedOrigin {

  private static final Logger LOG = LoggerFactory.getLogger(FeedOrigin.class);

  /** Transactions in progress have numbers that are at most so much smaller than the greatest. */
  private static final long IN_PROGRESS = 100_000;

  private final JdbcClient jdbc;
  private final FeedRows rows;
  private volatile String identity = "";

  FeedOrigin(JdbcClient jdbc, FeedRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  private record Proved(long cluster, long transaction, long changeSet, boolean pruned) {}

  /** Changes only by {@link #adopt}, so that it need not be asked for with every search. */
  String identity() {
    if (identity.isEmpty()) {
      identity =
          jdbc.sql("SELECT identity::text FROM chancery_feed_origin").query(String.class).single();
    }
    return identity;
  }

  /**
   * Makes the feed this database's own when it has come here as a dump from another, whose numbers
   * would never be reached or were passed long ago; and writes down the transactions that left no
   * row, since they were made while the module was not there.
   *
   * @return whether there were such
   */
  boolean adopt() {
    jdbc.sql("LOCK TABLE chancery_feed_origin").update();
    long cluster =
        jdbc.sql("SELECT system_identifier FROM pg_control_system()").query(Long.class).single();
    long transactions = greatest("alf_transaction");
    long changeSets = greatest("alf_acl_change_set");
    Optional<Proved> proved =
        jdbc.sql("SELECT * FROM chancery_feed_origin")
            .query(
                (found, number) ->
                    new Proved(
                        found.getLong("cluster"),
                        found.getLong("proved_transaction"),
                        found.getLong("proved_acl_change_set"),
                        found.getString("pruned") != null))
            .optional();
    if (proved.isEmpty()) {
      insert(cluster, transactions, changeSets);
      return false;
    }
    if (proved.get().cluster() != cluster) {
      jdbc.sql("UPDATE chancery_feed SET transaction = pg_current_xact_id()").update();
      jdbc.sql("DELETE FROM chancery_feed_origin").update();
      insert(cluster, proved.get().transaction(), proved.get().changeSet());
      if (proved.get().pruned()) {
        // The beginning is lost, no more.
        jdbc.sql("UPDATE chancery_feed_origin SET pruned = '3'").update();
      }
      identity = "";
    }
    boolean missed = fill(proved.get());
    jdbc.sql(
            """
            UPDATE chancery_feed_origin
            SET proved_transaction = greatest(proved_transaction, :transaction),
                proved_acl_change_set = greatest(proved_acl_change_set, :changeSet)
            """)
        .param("transaction", transactions - IN_PROGRESS)
        .param("changeSet", changeSets - IN_PROGRESS)
        .update();
    return missed;
  }

  /**
   * Takes away the rows written before, and remembers up to where. The platform's transactions up
   * to the last of them count as proved: whatever was numbered before it has long been committed.
   *
   * @return how many rows went
   */
  int prune(Instant before) {
    jdbc.sql("LOCK TABLE chancery_feed_origin").update();
    return jdbc.sql(
            """
            WITH gone AS (
              DELETE FROM chancery_feed WHERE written < :before
              RETURNING transaction, alf_transaction, acl_change_set),
            marked AS (
              UPDATE chancery_feed_origin SET
                pruned = greatest(
                  pruned, (SELECT transaction FROM gone ORDER BY transaction DESC LIMIT 1)),
                proved_transaction =
                  greatest(proved_transaction, (SELECT max(alf_transaction) FROM gone)),
                proved_acl_change_set =
                  greatest(proved_acl_change_set, (SELECT max(acl_change_set) FROM gone))
              WHERE EXISTS (SELECT 1 FROM gone))
            SELECT count(*) FROM gone
            """)
        .param("before", Timestamp.from(before))
        .query(Integer.class)
        .single();
  }

  /** Whether rows that lie after the position have been taken away. */
  boolean lost(FeedPosition position) {
    return jdbc.sql(
                """
            SELECT count(*) FROM chancery_feed_origin
            WHERE pruned >= pg_snapshot_xmin(:seen::pg_snapshot)
              AND NOT pg_visible_in_snapshot(pruned, :seen::pg_snapshot)
            """)
            .param("seen", position.seen())
            .query(Integer.class)
            .single()
        > 0;
  }

  private void insert(long cluster, long transaction, long changeSet) {
    jdbc.sql(
            """
            INSERT INTO chancery_feed_origin
              (identity, cluster, proved_transaction, proved_acl_change_set)
            VALUES (:identity, :cluster, :transaction, :changeSet)
            """)
        .param("identity", UUID.randomUUID())
        .param("cluster", cluster)
        .param("transaction", transaction)
        .param("changeSet", changeSet)
        .update();
  }

  private boolean fill(Proved proved) {
    int transactions =
        jdbc.sql(
                """
                INSERT INTO chancery_feed (alf_transaction, whole)
                SELECT t.id, true FROM alf_transaction t
                WHERE t.id > :proved AND NOT EXISTS (
                  SELECT 1 FROM chancery_feed f WHERE f.alf_transaction = t.id)
                """)
            .param("proved", proved.transaction())
            .update();
    List<Long> changeSets =
        jdbc.sql(
                """
                SELECT s.id FROM alf_acl_change_set s
                WHERE s.id > :proved AND NOT EXISTS (
                  SELECT 1 FROM chancery_feed f WHERE f.acl_change_set = s.id)
                """)
            .param("proved", proved.changeSet())
            .query(Long.class)
            .list();
    changeSets.forEach(rows::writeMissed);
    if (transactions > 0 || !changeSets.isEmpty()) {
      LOG.warn(
          "{} transactions and {} changes of access were made without the module; the search index"
              + " is brought up to date with them",
          transactions,
          changeSets.size());
      return true;
    }
    return false;
  }

  private long greatest(String table) {
    return jdbc.sql("SELECT coalesce(max(id), 0) FROM " + table).query(Long.class).single();
  }
}
