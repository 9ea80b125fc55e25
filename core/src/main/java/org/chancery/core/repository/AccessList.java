package org.chancery.core.repository;

import java.util.Set;

/**
 * Who may do what on a node, as set on the node itself.
 *
 * @param inherits whether the parent's grants count here too; breaking this is what locking is
 *     (design § 4)
 * @param grants set here
 */
public record AccessList(boolean inherits, Set<Grant> grants) {

  /** Copies the grants. */
  public AccessList {
    grants = Set.copyOf(grants);
  }

  /** Nothing set here. */
  public static AccessList inherited() {
    return new AccessList(true, Set.of());
  }
}
