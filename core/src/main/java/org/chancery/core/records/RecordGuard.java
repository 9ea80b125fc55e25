package org.chancery.core.records;

import org.chancery.core.holds.HoldRule;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Declared;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Versions;

/**
 * THE rule that a declared record is not changed, moved or deleted by anyone, the system included,
 * and that nothing is added to it (requirement R4), and that nothing under a hold is deleted or
 * moved out (requirement R5, {@link HoldRule}), put around a host's ports: what would break it ends
 * in {@link Declared}. Locking and declaring alone work on the host's own ports.
 *
 * <p>A change is made first and looked at then, in its own transaction, which rolls back when the
 * rule was broken: by then the host holds the node, so that a declaration that comes at the same
 * moment is seen. Whoever catches {@link Declared} must therefore let the transaction roll back.
 */
public final class RecordGuard {
  private final Nodes nodes;
  private final Contents contents;
  private final Versions versions;
  private final Permissions permissions;

  /** Around the ports of a host. */
  public RecordGuard(Nodes nodes, Contents contents, Versions versions, Permissions permissions) {
    this.nodes = new GuardedNodes(nodes, new HoldRule(nodes));
    this.contents = new GuardedContents(contents);
    this.versions = new GuardedVersions(versions, nodes);
    this.permissions = new GuardedPermissions(permissions, nodes);
  }

  /** The tree, guarded. */
  public Nodes nodes() {
    return nodes;
  }

  /** The streams, guarded. */
  public Contents contents() {
    return contents;
  }

  /** Earlier states, guarded: a record gets no further one. */
  public Versions versions() {
    return versions;
  }

  /** Who may do what, guarded: a record's is changed by lock and unlock alone. */
  public Permissions permissions() {
    return permissions;
  }
}
