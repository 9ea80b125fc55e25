package org.chancery.core.repository;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what. Allow-only grants, inherited unless broken. A change takes effect with its
 * commit, for every descendant, on every path, search included, however many nodes lie below
 * (requirement P3).
 */
public interface Permissions {

  /** Whether the caller may; false for what does not exist. */
  boolean allowed(Caller caller, NodeId id, Permission permission);

  /**
   * All that the caller may do with each of the nodes; a node that is not there for the caller is
   * not in the answer. Hosts answer many ids at the price of one.
   */
  default Map<NodeId, Set<Permission>> allowed(Caller caller, List<NodeId> ids) {
    Map<NodeId, Set<Permission>> allowed = new HashMap<>();
    for (NodeId id : ids) {
      Set<Permission> each = EnumSet.noneOf(Permission.class);
      for (Permission permission : Permission.values()) {
        if (allowed(caller, id, permission)) {
          each.add(permission);
        }
      }
      if (!each.isEmpty()) {
        allowed.put(id, each);
      }
    }
    return allowed;
  }

  /** What is set on the node itself. Needs {@link Permission#READ}. */
  AccessList get(Caller caller, NodeId id);

  /** Every grant in force on the node, inherited ones included. Needs {@link Permission#READ}. */
  Set<Grant> effective(Caller caller, NodeId id);

  /** Replaces what is set on the node itself. Needs {@link Permission#CHANGE_PERMISSIONS}. */
  void set(Caller caller, NodeId id, AccessList accessList);

  /** Replaces what is set on many nodes, each as {@link #set} does. Hosts do many at once. */
  default void setAll(Caller caller, Map<NodeId, AccessList> accessLists) {
    accessLists.forEach((id, accessList) -> set(caller, id, accessList));
  }
}
