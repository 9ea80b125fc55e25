package org.chancery.alfresco.access;

import java.time.Duration;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What keeps changes of access and newcomers apart, held until the transaction in progress ends. A
 * change of access walks the nodes below and cannot see those that others have made and not
 * committed: they would keep the access of before, for good. So who changes access holds the lock
 * alone, and who has made nodes shares it for the moment of its commit.
 */
final class AccessLock {
  private static final String KEY = "hashtextextended('chancery.access', 0)";

  private final JdbcClient jdbc;
  private final Duration patience;

  /**
   * @param patience the longest wait; beyond it the statement fails, and the platform tries the
   *     transaction again
   */
  AccessLock(JdbcClient jdbc, Duration patience) {
    this.jdbc = jdbc;
    this.patience = patience;
  }

  /** Waits for the commits under way. */
  void alone() {
    take("xact_lock");
  }

  /** Waits for the change of access under way. */
  void shared() {
    take("xact_lock_shared");
  }

  private void take(String which) {
    if (jdbc.sql("SELECT pg_try_advisory_" + which + "(" + KEY + ")")
        .query(Boolean.class)
        .single()) {
      return;
    }
    jdbc.sql("SELECT set_config('lock_timeout', :millis, true)")
        .param("millis", Long.toString(patience.toMillis()))
        .query(String.class)
        .single();
    jdbc.sql("SELECT pg_advisory_" + which + "(" + KEY + ")::text").query(String.class).single();
    // The platform's own waits are as long as they were.
    jdbc.sql("SET LOCAL lock_timeout TO DEFAULT").update();
  }

  /**
   * Whether each of the nodes that inherits its access has that of the node it lies in, as
   * committed by now. What is not in the live store is not looked at.
   */
  boolean inherited(Collection<String> uuids) {
    return jdbc.sql(
                """
                SELECT count(*)
                FROM alf_node n
                  JOIN alf_store s ON s.id = n.store_id
                    AND s.protocol = 'workspace' AND s.identifier = 'SpacesStore'
                  JOIN alf_child_assoc a ON a.child_node_id = n.id AND a.is_primary
                  JOIN alf_node p ON p.id = a.parent_node_id
                  JOIN alf_access_control_list own ON own.id = n.acl_id
                  JOIN alf_access_control_list above ON above.id = p.acl_id
                WHERE n.uuid = ANY (:uuids) AND own.inherits
                  AND CASE WHEN own.type = 2 THEN own.id ELSE own.inherits_from END
                    IS DISTINCT FROM above.inherited_acl
                """)
            .param("uuids", uuids.toArray(String[]::new))
            .query(Integer.class)
            .single()
        == 0;
  }
}
