package org.chancery.core.repository;

import java.util.Set;

/**
 * Who may do what. Allow-only grants, inherited unless broken. A change takes effect with its
 * commit, for every descendant, on every path, search included, however many nodes lie below
 * (requirement P3).
 */
public interface Permissions {

  /** Whether the caller may; false for what does not exist. */
  boolean allowed(Caller caller, NodeId id, Permission permission);

  /** What is set on the node itself. Needs {@link Permission#READ}. */
  AccessList get(Caller caller, NodeId id);

  /** Every grant in force on the node, inherited ones included. Needs {@link Permission#READ}. */
  Set<Grant> effective(Caller caller, NodeId id);

  /** Replaces what is set on the node itself. Needs {@link Permission#CHANGE_PERMISSIONS}. */
  void set(Caller caller, NodeId id, AccessList accessList);
}
