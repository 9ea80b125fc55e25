package org.chancery.standalone.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Grants in the database. Nothing is copied down to descendants: every check walks up, so a change
 * costs the same however many nodes lie below, and holds with its commit.
 */
final class StorePermissions implements Permissions {

  private final JdbcClient jdbc;
  private final NodeTable table;
  private final StoreTransactions transactions;
  private final CommitLog log;

  StorePermissions(
      JdbcClient jdbc, NodeTable table, StoreTransactions transactions, CommitLog log) {
    this.jdbc = jdbc;
    this.table = table;
    this.transactions = transactions;
    this.log = log;
  }

  @Override
  public boolean allowed(Caller caller, NodeId id, Permission permission) {
    return table.find(caller, id).filter(found -> found.allows(permission)).isPresent();
  }

  @Override
  public Map<NodeId, Set<Permission>> allowed(Caller caller, List<NodeId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<NodeId, Set<Permission>> allowed = new HashMap<>();
    table
        .found(caller, ids.stream().map(NodeTable::uuid).toArray(UUID[]::new))
        .forEach(found -> allowed.put(found.node().id(), found.allowed()));
    return allowed;
  }

  @Override
  public AccessList get(Caller caller, NodeId id) {
    Found found = table.get(caller, id);
    return new AccessList(found.inherits(), own(found.key()));
  }

  @Override
  public Set<Grant> effective(Caller caller, NodeId id) {
    return new HashSet<>(
        jdbc.sql(
                """
                WITH RECURSIVE up (key, parent, inherits) AS (
                  SELECT n.key, n.parent, n.inherits FROM node n WHERE n.key = :key
                  UNION ALL
                  SELECT n.key, n.parent, n.inherits
                  FROM up JOIN node n ON n.key = up.parent WHERE up.inherits)
                SELECT DISTINCT g.authority, g.role FROM up JOIN access_grant g ON g.node = up.key
                """)
            .param("key", table.get(caller, id).key())
            .query((rows, number) -> grant(rows))
            .list());
  }

  @Override
  public void set(Caller caller, NodeId id, AccessList accessList) {
    transactions.requireWriting();
    Found found = table.lock(caller, id).require(caller, Permission.CHANGE_PERMISSIONS);
    if (new AccessList(found.inherits(), own(found.key())).equals(accessList)) {
      return;
    }
    jdbc.sql("UPDATE node SET inherits = :inherits WHERE key = :key")
        .param("inherits", accessList.inherits())
        .param("key", found.key())
        .update();
    jdbc.sql("DELETE FROM access_grant WHERE node = :key").param("key", found.key()).update();
    jdbc.sql(
            """
            INSERT INTO access_grant (node, authority, role)
            SELECT :key, each.authority, each.role
            FROM unnest(:authorities::text[], :roles::text[]) AS each (authority, role)
            """)
        .param("key", found.key())
        .param(
            "authorities",
            accessList.grants().stream().map(Grant::authority).toArray(String[]::new))
        .param(
            "roles",
            accessList.grants().stream().map(grant -> grant.role().name()).toArray(String[]::new))
        .update();
    log.changed(id);
    log.accessChanged(id);
  }

  @Override
  public void setAll(Caller caller, Map<NodeId, AccessList> accessLists) {
    transactions.requireWriting();
    if (accessLists.isEmpty()) {
      return;
    }
    UUID[] ids = accessLists.keySet().stream().map(NodeTable::uuid).toArray(UUID[]::new);
    Map<NodeId, Found> there = new HashMap<>();
    table.found(caller, ids).forEach(found -> there.put(found.node().id(), found));
    List<Long> keys = new ArrayList<>();
    List<Boolean> inherits = new ArrayList<>();
    List<Long> granted = new ArrayList<>();
    List<String> authorities = new ArrayList<>();
    List<String> roles = new ArrayList<>();
    accessLists.forEach(
        (id, accessList) -> {
          Found found =
              Optional.ofNullable(there.get(id))
                  .orElseThrow(() -> new NotFound(id))
                  .require(caller, Permission.CHANGE_PERMISSIONS);
          keys.add(found.key());
          inherits.add(accessList.inherits());
          accessList
              .grants()
              .forEach(
                  grant -> {
                    granted.add(found.key());
                    authorities.add(grant.authority());
                    roles.add(grant.role().name());
                  });
        });
    Long[] all = keys.toArray(Long[]::new);
    jdbc.sql(
            """
            UPDATE node SET inherits = w.inherits
            FROM unnest(:keys::bigint[], :inherits::boolean[]) AS w (key, inherits)
            WHERE node.key = w.key
            """)
        .param("keys", all)
        .param("inherits", inherits.toArray(Boolean[]::new))
        .update();
    jdbc.sql("DELETE FROM access_grant WHERE node = ANY (:keys::bigint[])")
        .param("keys", all)
        .update();
    jdbc.sql(
            """
            INSERT INTO access_grant (node, authority, role)
            SELECT * FROM unnest(:nodes::bigint[], :authorities::text[], :roles::text[])
            """)
        .param("nodes", granted.toArray(Long[]::new))
        .param("authorities", authorities.toArray(String[]::new))
        .param("roles", roles.toArray(String[]::new))
        .update();
    log.accessChanged(ids);
  }

  private Set<Grant> own(long key) {
    return new HashSet<>(
        jdbc.sql("SELECT authority, role FROM access_grant WHERE node = :key")
            .param("key", key)
            .query((rows, number) -> grant(rows))
            .list());
  }

  private static Grant grant(ResultSet rows) throws SQLException {
    return new Grant(rows.getString("authority"), Grant.Role.valueOf(rows.getString("role")));
  }
}
