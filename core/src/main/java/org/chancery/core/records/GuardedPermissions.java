package org.chancery.core.records;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;

/** Permissions that nobody sets on a record but by lock and unlock. */
record GuardedPermissions(Permissions host, Nodes nodes) implements Permissions {
  @Override
  public boolean allowed(Caller caller, NodeId id, Permission permission) {
    return host.allowed(caller, id, permission);
  }

  @Override
  public Map<NodeId, Set<Permission>> allowed(Caller caller, List<NodeId> ids) {
    return host.allowed(caller, ids);
  }

  @Override
  public AccessList get(Caller caller, NodeId id) {
    return host.get(caller, id);
  }

  @Override
  public Set<Grant> effective(Caller caller, NodeId id) {
    return host.effective(caller, id);
  }

  @Override
  public void set(Caller caller, NodeId id, AccessList accessList) {
    host.set(caller, id, accessList);
    nodes.find(Caller.ofSystem(), id).ifPresent(DeclaredRecord::requireNone);
  }

  @Override
  public void setAll(Caller caller, Map<NodeId, AccessList> accessLists) {
    host.setAll(caller, accessLists);
    nodes
        .findAll(Caller.ofSystem(), List.copyOf(accessLists.keySet()))
        .forEach(DeclaredRecord::requireNone);
  }
}
