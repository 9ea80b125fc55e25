package org.chancery.alfresco.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.ChangeFeed.Batch;
import org.chancery.core.search.ChangeFeed.Change;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the rows that each transaction left, in an order that nothing can overtake. The root is
 * left out: it is nothing to be found, and to the index what is not to be found is gone with all
 * below.
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

  private record Row(String transaction, long sequence, long node, boolean settled, Change change) {
    FeedPosition position(String feed) {
      return new FeedPosition(feed, transaction, sequence, node);
    }
  }

  Batch after(String position, int limit) {
    FeedPosition start = FeedPosition.of(position, origin.identity());
    List<Row> rows = rows(start, limit + 1);
    List<Row> settled = rows.stream().filter(Row::settled).toList();
    boolean more = settled.size() > limit;
    if (more) {
      settled = settled.subList(0, limit);
    }
    List<Change> changes = new ArrayList<>(settled.stream().map(Row::change).toList());
    rows.stream().filter(row -> !row.settled()).forEach(row -> changes.add(row.change()));
    FeedPosition end =
        settled.isEmpty() ? start : settled.get(settled.size() - 1).position(start.feed());
    return new Batch(changes, end.toString(), more);
  }

  String end() {
    String oldest =
        jdbc.sql("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")
            .query(String.class)
            .single();
    return new FeedPosition(origin.identity(), oldest, 0, 0).toString();
  }

  /**
   * So many that nothing can overtake any more, and all others. One statement, thus one snapshot: a
   * transaction that commits between two would be in neither, and a node that was written again
   * stands with the later transaction only, whose row the same snapshot shows.
   */
  private List<Row> rows(FeedPosition start, int limit) {
    return jdbc.sql(
            """
            WITH settled AS (
              SELECT f.transaction, f.sequence, f.alf_transaction, c.number, c.node, f.subtree,
                     true AS settled
              FROM chancery_feed f CROSS JOIN LATERAL (
                SELECT 0 AS number, f.node AS node WHERE f.node <> :rootId
                UNION ALL
                SELECT n.id, n.uuid FROM alf_node n
                WHERE f.whole AND n.transaction_id = f.alf_transaction AND n.store_id = :store
                  AND n.uuid ~ :canonical AND n.id <> :root) AS c
              WHERE (f.transaction, f.sequence) >= (:transaction::xid8, :sequence)
                AND (f.transaction, f.sequence, c.number) > (:transaction::xid8, :sequence, :node)
                AND f.transaction < pg_snapshot_xmin(pg_current_snapshot())
              ORDER BY f.transaction, f.sequence, c.number LIMIT :limit),
            unsettled AS (
              SELECT f.transaction, f.sequence, f.alf_transaction, c.number, c.node, f.subtree,
                     false AS settled
              FROM chancery_feed f CROSS JOIN LATERAL (
                SELECT 0 AS number, f.node AS node WHERE f.node <> :rootId
                UNION ALL
                SELECT n.id, n.uuid FROM alf_node n
                WHERE f.whole AND n.transaction_id = f.alf_transaction AND n.store_id = :store
                  AND n.uuid ~ :canonical AND n.id <> :root) AS c
              WHERE (f.transaction, f.sequence, c.number) > (:transaction::xid8, :sequence, :node)
                AND f.transaction >= pg_snapshot_xmin(pg_current_snapshot()))
            SELECT each.transaction::text AS transaction_text, sequence, alf_transaction, number,
                   node, subtree, settled
            FROM (SELECT * FROM settled UNION ALL SELECT * FROM unsettled) AS each
            ORDER BY settled DESC, each.transaction, sequence, number
            """)
        .param("store", place.get().store())
        .param("canonical", PlatformTree.CANONICAL)
        .param("root", place.get().root())
        .param("rootId", place.get().rootId().value())
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
    // numbers
    // of the transaction and of the node.
    long change = number == 0 ? -sequence : rows.getLong("alf_transaction") << 32 | number;
    return new Row(
        rows.getString("transaction_text"),
        sequence,
        number,
        rows.getBoolean("settled"),
        new Change(change, NodeId.of(rows.getString("node")), rows.getBoolean("subtree")));
  }
}
