package org.chancery.alfresco.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.alfresco.repo.security.permissions.PermissionReference;
import org.alfresco.repo.security.permissions.impl.ModelDAO;
import org.alfresco.service.cmr.security.PermissionService;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who may read by an access list of the platform, as it is committed. The owner is not among them:
 * the platform lets an owner read whatever the list says.
 *
 * <p>The index knows grants alone. A list that denies anything to anybody therefore lets nobody
 * find the node but its owner: too little is found, never too much.
 */
final class AclReaders {

  private static final String ALL = "*";

  private final JdbcClient jdbc;
  private final ModelDAO permissions;

  AclReaders(JdbcClient jdbc, ModelDAO permissions) {
    this.jdbc = jdbc;
    this.permissions = permissions;
  }

  /** The readers by list; each of the lists is in the answer. */
  Map<Long, Set<String>> of(Collection<Long> lists) {
    Map<Long, Set<String>> readers = new HashMap<>();
    lists.forEach(list -> readers.put(list, new HashSet<>()));
    Set<Long> denying = new HashSet<>();
    Set<String> granting = granting();
    jdbc.sql(
            """
            SELECT m.acl_id, a.authority, e.allowed, n.uri, q.local_name, p.name
            FROM alf_acl_member m
              JOIN alf_access_control_entry e ON e.id = m.ace_id
              JOIN alf_authority a ON a.id = e.authority_id
              JOIN alf_permission p ON p.id = e.permission_id
              JOIN alf_qname q ON q.id = p.type_qname_id
              JOIN alf_namespace n ON n.id = q.ns_id
            WHERE m.acl_id = ANY (:lists)
            """)
        .param("lists", lists.toArray(Long[]::new))
        .query(
            rows -> {
              if (!rows.getBoolean("allowed")) {
                denying.add(rows.getLong("acl_id"));
              } else if (granting.contains(permission(rows))) {
                readers.get(rows.getLong("acl_id")).add(rows.getString("authority"));
              }
            });
    denying.forEach(list -> readers.get(list).clear());
    readers.values().forEach(each -> each.remove(PermissionService.OWNER_AUTHORITY));
    return readers;
  }

  private Set<String> granting() {
    PermissionReference read = permissions.getPermissionReference(null, PermissionService.READ);
    Set<String> granting =
        permissions.getGrantingPermissions(read).stream()
            .map(each -> each.getQName() + "/" + each.getName())
            .collect(Collectors.toCollection(HashSet::new));
    granting.add(read.getQName() + "/" + read.getName());
    granting.add(ALL);
    return granting;
  }

  private static String permission(ResultSet rows) throws SQLException {
    String name = rows.getString("name");
    String on = "{" + rows.getString("uri") + "}" + rows.getString("local_name");
    // Everything there is, now and later: written without a type of its own.
    return name.equals(PermissionService.ALL_PERMISSIONS) ? ALL : on + "/" + name;
  }
}
