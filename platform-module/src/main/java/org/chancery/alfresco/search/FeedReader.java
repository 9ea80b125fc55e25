package org.chancery.alfresco.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.ChangeFeed.Batch;
import org.chancery.core.search.ChangeFeed.Change;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the rows that transactions left, each as soon as it is committed and once. What was
 * followed is told by the database's own snapshots, not by numbers: a transaction that took its
 * number early and commits late is seen by the later snapshot only. The root is left out: it is
 * nothing to be found, and to the index what is not to be found is gone with all below.
 */
final class FeedReader {

  private final JdbcClient jdbc;
  private final Supplier<PlatformTree.Place> place;
  private final FeedOrigin origin;

  FeedReader(JdbcClient jdbc, Supplier<PlatformTree.Place> place, FeedOrigin origin) {
    this.jdbc = jdbc;
    this.place = place;
    this.origin = origin;
  }

  private record Row(
      String snapshot, String transaction, long sequence, long node, Change change) {}

  Batch after(String position, int limit) {
    FeedPosition start = FeedPosition.of(position, origin.identity());
    List<Row> rows = rows(start, limit + 1);
    boolean more = rows.size() > limit;
    List<Row> delivered = more ? rows.subList(0, limit) : rows;
    FeedPosition end = start;
    if (more) {
      Row last = delivered.get(limit - 1);
      end = start.within(last.snapshot(), last.transaction(), last.sequence(), last.node());
    } else if (!rows.isEmpty()) {
      end = FeedPosition.at(start.feed(), rows.get(0).snapshot());
    } else if (!start.next().isEmpty()) {
      end = FeedPosition.at(start.feed(), start.next());
    }
    // Where nothing is new the position stands still, and the index need not write it down.
    return new Batch(delivered.stream().map(Row::change).toList(), end.toString(), more);
  }

  String end() {
    return FeedPosition.at(
            origin.identity(),
            jdbc.sql("SELECT pg_current_snapshot()::text").query(String.class).single())
        .toString();
  }

  /**
   * One statement, thus one snapshot: it says itself which it was. A node that was written again
   * stands with the later transaction only, whose row the same snapshot shows or a later one.
   */
  private List<Row> rows(FeedPosition start, int limit) {
    PlatformTree.Place tree = place.get();
    return jdbc.sql(
            """
            WITH bounds AS (
              SELECT :seen::pg_snapshot AS seen,
                     coalesce(:next::pg_snapshot, pg_current_snapshot()) AS next)
            SELECT bounds.next::text AS snapshot, f.transaction::text AS transaction_text,
                   f.sequence, f.alf_transaction, c.number, c.node, f.subtree
            FROM bounds CROSS JOIN chancery_feed f CROSS JOIN LATERAL (
              SELECT 0 AS number, f.node AS node WHERE f.node <> :rootId
              UNION ALL
              SELECT n.id, n.uuid FROM alf_node n
              WHERE f.whole AND n.transaction_id = f.alf_transaction AND n.store_id = :store
                AND n.uuid ~ :canonical AND n.id <> :root) AS c
            WHERE f.transaction >= pg_snapshot_xmin(:seen::pg_snapshot)
              AND NOT pg_visible_in_snapshot(f.transaction, bounds.seen)
              AND pg_visible_in_snapshot(f.transaction, bounds.next)
              AND (f.transaction, f.sequence, c.number) > (:transaction::xid8, :sequence, :node)
            ORDER BY f.transaction, f.sequence, c.number LIMIT :limit
            """)
        .param("seen", start.seen())
        .param("next", Optional.of(start.next()).filter(each -> !each.isEmpty()).orElse(null))
        .param("store", tree.store())
        .param("canonical", PlatformTree.CANONICAL)
        .param("root", tree.root())
        .param("rootId", tree.rootId().value())
        .param("transaction", start.transaction())
        .param("sequence", start.sequence())
        .param("node", start.node())
        .param("limit", limit)
        .query((rows, number) -> row(rows))
        .list();
  }

  private static Row row(ResultSet rows) throws SQLException {
    long sequence = rows.getLong("sequence");
    long number = rows.getLong("number");
    // Every change keeps its number for ever: a row's own below zero, above it the platform's
    // numbers of the transaction and of the node.
    long change = number == 0 ? -sequence : rows.getLong("alf_transaction") << 32 | number;
    return new Row(
        rows.getString("snapshot"),
        rows.getString("transaction_text"),
        sequence,
        number,
        new Change(change, NodeId.of(rows.getString("node")), rows.getBoolean("subtree")));
  }
}
