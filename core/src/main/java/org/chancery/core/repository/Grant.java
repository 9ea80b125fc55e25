package org.chancery.core.repository;

import java.util.EnumSet;
import java.util.Set;

/**
 * A role given to an authority on a node and, by inheritance, on all below it. Grants only allow;
 * there is no deny.
 *
 * @param authority a user's name or a {@code GROUP_…} name
 * @param role what is allowed
 */
public record Grant(String authority, Role role) {

  /**
   * The roles, each containing the one before. Names are those of the permission model both hosts
   * load.
   */
  public enum Role {
    /** Read only. */
    READER(EnumSet.of(Permission.READ)),
    /** Read, and add things. */
    CONTRIBUTOR(EnumSet.of(Permission.READ, Permission.ADD_CHILD)),
    /** Read, add, change and delete. */
    EDITOR(EnumSet.of(Permission.READ, Permission.ADD_CHILD, Permission.WRITE, Permission.DELETE)),
    /** Everything, permissions included. */
    COORDINATOR(EnumSet.allOf(Permission.class));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
      this.permissions = Set.copyOf(permissions);
    }

    /** What the role allows. */
    public Set<Permission> permissions() {
      return permissions;
    }
  }
}
