package org.chancery.standalone.store;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.Permission;

/**
 * A node that the caller may read, with what else the caller may do.
 *
 * @param key the database's own
 * @param node as it is
 * @param inherits whether its parent's grants count on it
 * @param roles what the caller holds on it, by grants
 * @param all whether everything is allowed without grants
 */
record Found(long key, Node node, boolean inherits, Set<Grant.Role> roles, boolean all) {

  boolean allows(Permission permission) {
    return all
        || roles.stream().anyMatch(role -> role.permissions().contains(permission))
        || permission == Permission.READ && isRoot();
  }

  /** All that is allowed. */
  Set<Permission> allowed() {
    return Arrays.stream(Permission.values())
        .filter(this::allows)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
  }

  boolean isRoot() {
    return node.parent().isEmpty();
  }

  /** Itself, when the permission is there. */
  Found require(Caller caller, Permission permission) {
    if (allows(permission)) {
      return this;
    }
    throw refusal(permission);
  }

  Denied refusal(Permission permission) {
    return Denied.of(permission, node.name());
  }
}
