package org.chancery.alfresco.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down, in the changing transaction and just before its commit, what the index follows. */
final class FeedRows {

  /**
   * Up to so many nodes of a change of access are indexed before the next search is answered; of
   * more, those that got new readers only are masked and come after it.
   */
  private static final int AT_ONCE = 500;

  /** The kind of access list that children share and that is never one node's own. */
  private static final int SHARED = 2;

  private final JdbcClient jdbc;
  private volatile Optional<Long> liveStore = Optional.empty();

  FeedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param transaction the platform's number of the transaction in progress, when it wrote nodes
   * @param accessTime the time it gave its change of access, when it made one
   */
  void write(Optional<Long> transaction, Optional<Long> accessTime, Touched touched) {
    Optional<Long> changeSet = accessTime.flatMap(this::changeSet);
    if (changeSet.isEmpty() && touched.renamed().isEmpty()) {
      commit(transaction, changeSet, true);
      return;
    }
    Set<String> tops = new LinkedHashSet<>(live(touched.moved()));
    changeSet.ifPresent(number -> tops.addAll(ownLists(number)));
    tops.removeAll(touched.created());
    boolean late = !tops.isEmpty() && transaction.filter(this::many).isPresent();
    commit(transaction, changeSet, !late);
    if (late) {
      changedThemselves(transaction.get(), tops, touched.changed());
    }
    Set<String> subtrees = new LinkedHashSet<>(withChildren(touched.renamed()));
    if (late) {
      subtrees.addAll(tops);
    }
    Set<String> nodes = new LinkedHashSet<>(tops);
    nodes.addAll(subtrees);
    nodes.forEach(node -> node(node, subtrees.contains(node)));
    tops.forEach(this::accessChange);
  }

  /** A change of access that was made while nobody listened. */
  void writeMissed(long changeSet) {
    commit(Optional.empty(), Optional.of(changeSet), false);
    for (String top : ownLists(changeSet)) {
      node(top, true);
      accessChange(top);
    }
  }

  private void commit(Optional<Long> transaction, Optional<Long> changeSet, boolean whole) {
    jdbc.sql(
            """
            INSERT INTO chancery_feed (alf_transaction, acl_change_set, whole)
            VALUES (:transaction::bigint, :changeSet::bigint, :whole)
            """)
        .param("transaction", transaction.orElse(null))
        .param("changeSet", changeSet.orElse(null))
        .param("whole", whole)
        .update();
  }

  private void node(String node, boolean subtree) {
    jdbc.sql("INSERT INTO chancery_feed (whole, node, subtree) VALUES (false, :node, :subtree)")
        .param("node", node)
        .param("subtree", subtree)
        .update();
  }

  private void accessChange(String top) {
    jdbc.sql("INSERT INTO chancery_access_change (top) VALUES (:top)").param("top", top).update();
  }

  /** This transaction's own, though another may have written the same time. */
  private Optional<Long> changeSet(long time) {
    return jdbc.sql(
            """
            SELECT id FROM alf_acl_change_set
            WHERE commit_time_ms = :time
              AND xmin::text::bigint = (pg_current_xact_id()::text::bigint & 4294967295)
            """)
        .param("time", time)
        .query(Long.class)
        .optional();
  }

  /**
   * The nodes whose own access list changed, without those that only took over what changed above.
   */
  private List<String> ownLists(long changeSet) {
    return jdbc.sql(
            """
            SELECT DISTINCT n.uuid
            FROM alf_access_control_list a
              JOIN alf_node n ON n.acl_id = a.id AND n.store_id = :store
              LEFT JOIN alf_access_control_list above
                ON above.id = a.inherits_from AND above.acl_change_set = :changeSet AND a.inherits
            WHERE a.acl_change_set = :changeSet AND a.type <> :shared AND above.id IS NULL
              AND n.uuid ~ :canonical
            """)
        .param("store", store())
        .param("changeSet", changeSet)
        .param("shared", SHARED)
        .param("canonical", PlatformTree.CANONICAL)
        .query(String.class)
        .list();
  }

  private boolean many(long transaction) {
    return jdbc.sql(
                """
                SELECT count(*) FROM (
                  SELECT 1 FROM alf_node WHERE transaction_id = :transaction LIMIT :limit) AS first
                """)
            .param("transaction", transaction)
            .param("limit", AT_ONCE + 1)
            .query(Integer.class)
            .single()
        > AT_ONCE;
  }

  /** All the transaction wrote but those below the tops that no behaviour saw. */
  private void changedThemselves(long transaction, Set<String> tops, Set<String> changed) {
    jdbc.sql(
            """
            WITH RECURSIVE below (id) AS (
              SELECT a.child_node_id FROM alf_node n
                JOIN alf_child_assoc a ON a.parent_node_id = n.id AND a.is_primary
              WHERE n.store_id = :store AND n.uuid = ANY (:tops)
              UNION
              SELECT a.child_node_id FROM below
                JOIN alf_child_assoc a ON a.parent_node_id = below.id AND a.is_primary)
            INSERT INTO chancery_feed (whole, node)
            SELECT false, n.uuid FROM alf_node n
            WHERE n.transaction_id = :transaction AND n.store_id = :store AND n.uuid ~ :canonical
              AND (n.uuid = ANY (:changed) OR n.id NOT IN (SELECT id FROM below))
            """)
        .param("store", store())
        .param("tops", array(tops))
        .param("transaction", transaction)
        .param("canonical", PlatformTree.CANONICAL)
        .param("changed", array(changed))
        .update();
  }

  /**
   * Those that are still there: a deleted node has moved to the archive, and leaves a mark only.
   */
  private List<String> live(Set<String> nodes) {
    return select(
        nodes,
        """
        SELECT n.uuid FROM alf_node n
        WHERE n.store_id = :store AND n.uuid = ANY (:nodes) AND n.uuid ~ :canonical
          AND n.acl_id IS NOT NULL
        """);
  }

  private List<String> withChildren(Set<String> nodes) {
    return select(
        nodes,
        """
        SELECT n.uuid FROM alf_node n
        WHERE n.store_id = :store AND n.uuid = ANY (:nodes) AND n.uuid ~ :canonical
          AND EXISTS (
            SELECT 1 FROM alf_child_assoc a WHERE a.parent_node_id = n.id AND a.is_primary)
        """);
  }

  private List<String> select(Set<String> nodes, String query) {
    return nodes.isEmpty()
        ? List.of()
        : jdbc.sql(query)
            .param("store", store())
            .param("nodes", array(nodes))
            .param("canonical", PlatformTree.CANONICAL)
            .query(String.class)
            .list();
  }

  /** No number has it before the repository has filled its database for the first time. */
  private long store() {
    if (liveStore.isEmpty()) {
      liveStore =
          jdbc.sql(
                  """
                  SELECT id FROM alf_store
                  WHERE protocol = 'workspace' AND identifier = 'SpacesStore'
                  """)
              .query(Long.class)
              .optional();
    }
    return liveStore.orElse(-1L);
  }

  private static String[] array(Collection<String> texts) {
    return texts.toArray(String[]::new);
  }
}
