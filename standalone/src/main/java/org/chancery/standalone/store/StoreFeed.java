package org.chancery.standalone.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.ChangeFeed;
import org.chancery.core.search.IndexEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The commit log as the index reads it. The root itself is nothing to be found and left out.
 *
 * <p>A position is {@code feed:transaction:sequence}: everything up to there belongs to
 * transactions older than every one that was still in progress, so nothing can appear before it any
 * more. A position of another feed (the database was restored from a dump) counts as the beginning.
 */
final class StoreFeed implements ChangeFeed {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final StoreTransactions transactions;
  private final IndexEntries entries;
  private volatile String identity = "";

  StoreFeed(JdbcClient jdbc, StoreTransactions transactions, IndexEntries entries) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.entries = entries;
  }

  /**
   * Makes the log's transaction numbers this database's own when it has come here as a dump from
   * another, whose numbers would never be reached or were passed long ago.
   */
  void adopt() {
    transactions.write(
        () -> {
          jdbc.sql("LOCK TABLE feed").update();
          long cluster =
              jdbc.sql("SELECT system_identifier FROM pg_control_system()")
                  .query(Long.class)
                  .single();
          Optional<Long> known = jdbc.sql("SELECT cluster FROM feed").query(Long.class).optional();
          if (known.isPresent() && known.get() == cluster) {
            return;
          }
          jdbc.sql("DELETE FROM feed").update();
          jdbc.sql("UPDATE commit_log SET transaction = pg_current_xact_id()").update();
          jdbc.sql("INSERT INTO feed (identity, cluster) VALUES (:identity, :cluster)")
              .param("identity", UUID.randomUUID())
              .param("cluster", cluster)
              .update();
        });
    identity = "";
  }

  private record Position(String feed, String transaction, long sequence) {

    static Position of(String text, String feed) {
      String[] parts = text.split(":", -1);
      return parts.length == 3 && parts[0].equals(feed)
          ? new Position(feed, parts[1], Long.parseLong(parts[2]))
          : new Position(feed, "0", 0);
    }

    @Override
    public String toString() {
      return feed + ":" + transaction + ":" + sequence;
    }
  }

  private record Row(String transaction, boolean settled, Change change) {}

  @Override
  public Batch after(String position, int limit) {
    Position start = Position.of(position, identity());
    List<Row> rows = rows(start, limit + 1);
    List<Row> settled = rows.stream().filter(Row::settled).toList();
    boolean more = settled.size() > limit;
    if (more) {
      settled = settled.subList(0, limit);
    }
    List<Change> changes = new ArrayList<>(settled.stream().map(Row::change).toList());
    rows.stream().filter(row -> !row.settled()).forEach(row -> changes.add(row.change()));
    Position end = start;
    if (!settled.isEmpty()) {
      Row last = settled.get(settled.size() - 1);
      end = new Position(start.feed(), last.transaction(), last.change().sequence());
    }
    return new Batch(changes, end.toString(), more);
  }

  /**
   * So many that nothing can overtake any more, and all others. One statement, thus one snapshot: a
   * transaction that commits between two would be in neither. And every search waits for it.
   */
  private List<Row> rows(Position start, int limit) {
    return jdbc.sql(
            """
            WITH settled AS (
              SELECT transaction, sequence, node, subtree, true AS settled FROM commit_log
              WHERE (transaction, sequence) > (:transaction::xid8, :sequence)
                AND transaction < pg_snapshot_xmin(pg_current_snapshot())
              ORDER BY transaction, sequence LIMIT :limit),
            unsettled AS (
              SELECT transaction, sequence, node, subtree, false AS settled FROM commit_log
              WHERE (transaction, sequence) > (:transaction::xid8, :sequence)
                AND transaction >= pg_snapshot_xmin(pg_current_snapshot()))
            SELECT each.transaction::text AS number, sequence, node, subtree, settled
            FROM (SELECT * FROM settled UNION ALL SELECT * FROM unsettled) AS each
            ORDER BY settled DESC, each.transaction, sequence
            """)
        .param("transaction", start.transaction())
        .param("sequence", start.sequence())
        .param("limit", limit)
        .query((rows, number) -> row(rows))
        .list();
  }

  private static Row row(ResultSet rows) throws SQLException {
    return new Row(
        rows.getString("number"),
        rows.getBoolean("settled"),
        new Change(
            rows.getLong("sequence"),
            NodeId.of(rows.getString("node")),
            rows.getBoolean("subtree")));
  }

  @Override
  public String end() {
    return transactions.read(
        () ->
            new Position(
                    identity(),
                    jdbc.sql("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")
                        .query(String.class)
                        .single(),
                    0)
                .toString());
  }

  /** Changes only by {@link #adopt}, so that it need not be asked for with every search. */
  private String identity() {
    if (identity.isEmpty()) {
      identity = jdbc.sql("SELECT identity::text FROM feed").query(String.class).single();
    }
    return identity;
  }

  @Override
  public Optional<IndexEntry> entry(NodeId id) {
    return entries(List.of(id)).stream().findFirst();
  }

  @Override
  public List<IndexEntry> entries(List<NodeId> ids) {
    return transactions.read(() -> entries.of(ids));
  }

  @Override
  public List<NodeId> all(Optional<NodeId> after, int limit) {
    return jdbc.sql(
            """
            SELECT id::text FROM node WHERE id > :after AND parent IS NOT NULL
            ORDER BY id LIMIT :limit
            """)
        .param("after", after.map(NodeTable::uuid).orElse(BEFORE_ALL))
        .param("limit", limit)
        .query((rows, number) -> NodeId.of(rows.getString(1)))
        .list();
  }

  @Override
  public List<Readers> readersBelow(NodeId top, Optional<NodeId> after, int limit) {
    return jdbc.sql(
            """
            WITH RECURSIVE up (key, parent, inherits) AS (
              SELECT n.key, n.parent, n.inherits FROM node n WHERE n.id = :top
              UNION ALL
              SELECT n.key, n.parent, n.inherits
              FROM up JOIN node n ON n.key = up.parent WHERE up.inherits),
            down (key, id, parent, readers) AS (
              SELECT n.key, n.id, n.parent,
                     ARRAY(SELECT DISTINCT g.authority
                           FROM up JOIN access_grant g ON g.node = up.key)
              FROM node n WHERE n.id = :top
              UNION ALL
              SELECT n.key, n.id, n.parent,
                     CASE WHEN n.inherits THEN down.readers ELSE '{}' END
                       || ARRAY(SELECT g.authority FROM access_grant g WHERE g.node = n.key)
              FROM down JOIN node n ON n.parent = down.key)
            SELECT id::text AS id, readers FROM down
            WHERE id > :after AND parent IS NOT NULL ORDER BY down.id LIMIT :limit
            """)
        .param("top", NodeTable.uuid(top))
        .param("after", after.map(NodeTable::uuid).orElse(BEFORE_ALL))
        .param("limit", limit)
        .query(
            (rows, number) ->
                new Readers(
                    NodeId.of(rows.getString("id")),
                    new HashSet<>(NodeTable.texts(rows, "readers"))))
        .list();
  }

  @Override
  public List<AccessChange> pendingAccessChanges() {
    return jdbc.sql("SELECT sequence, top::text AS top FROM access_change ORDER BY sequence")
        .query(
            (rows, number) ->
                new AccessChange(rows.getLong("sequence"), NodeId.of(rows.getString("top"))))
        .list();
  }

  @Override
  public void accessIndexed(AccessChange change) {
    // Not by way of the store's transactions: the indexer need not be woken by its own work.
    jdbc.sql("DELETE FROM access_change WHERE sequence = :sequence")
        .param("sequence", change.sequence())
        .update();
  }

  /** The data folder is one process's, and its transactions tell of each commit. */
  @Override
  public boolean announced() {
    return true;
  }

  @Override
  public Set<NodeId> maskedFor(Caller caller) {
    if (caller.system()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT DISTINCT a.top::text AS top
                FROM access_change a LEFT JOIN node n ON n.id = a.top
                WHERE n.key IS NULL
                   OR chancery_roles(n.key, :authorities) = '{}'
                """)
            .param("authorities", caller.authorities().toArray(String[]::new))
            .query((rows, number) -> NodeId.of(rows.getString("top")))
            .list());
  }
}
