package org.chancery.standalone.store;

import java.util.UUID;
import org.chancery.core.repository.NodeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what the index has to follow, in the change's own transaction. */
final class CommitLog {

  private final JdbcClient jdbc;

  CommitLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void changed(NodeId id) {
    record(id, false);
  }

  /** Moved, renamed or deleted: everything below changed with it. */
  void subtreeChanged(NodeId id) {
    record(id, true);
  }

  /**
   * Who may read the node and those below has changed. Until the index has caught up, they are
   * masked. A node made in this same transaction needs no mask: nobody has seen it yet.
   */
  void accessChanged(NodeId id) {
    jdbc.sql(
            """
            INSERT INTO access_change (top)
            SELECT :id WHERE NOT EXISTS (
              SELECT 1 FROM commit_log
              WHERE transaction = pg_current_xact_id() AND node = :id AND created)
            """)
        .param("id", NodeTable.uuid(id))
        .update();
  }

  /** The same of many, each changed as well. */
  void accessChanged(UUID[] ids) {
    jdbc.sql(
            """
            INSERT INTO access_change (top)
            SELECT each.id FROM unnest(:ids::uuid[]) AS each (id) WHERE NOT EXISTS (
              SELECT 1 FROM commit_log
              WHERE transaction = pg_current_xact_id() AND node = each.id AND created)
            """)
        .param("ids", ids)
        .update();
    jdbc.sql(
            """
            INSERT INTO commit_log (node, created, subtree)
            SELECT each.id, false, false FROM unnest(:ids::uuid[]) AS each (id)
            """)
        .param("ids", ids)
        .update();
  }

  private void record(NodeId id, boolean subtree) {
    jdbc.sql("INSERT INTO commit_log (node, created, subtree) VALUES (:node, false, :subtree)")
        .param("node", NodeTable.uuid(id))
        .param("subtree", subtree)
        .update();
  }
}
