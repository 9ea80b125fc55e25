package org.chancery.core.memory;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;

final class MemoryPermissions implements Permissions {
  private final MemoryHost host;

  MemoryPermissions(MemoryHost host) {
    this.host = host;
  }

  @Override
  public boolean allowed(Caller caller, NodeId id, Permission permission) {
    return host.within(
        () ->
            host.state.nodes.containsKey(id)
                && (caller.system()
                    || grants(id).stream()
                        .filter(grant -> caller.authorities().contains(grant.authority()))
                        .anyMatch(grant -> grant.role().permissions().contains(permission))));
  }

  @Override
  public AccessList get(Caller caller, NodeId id) {
    require(caller, id, Permission.READ);
    return host.within(() -> host.state.access.getOrDefault(id, AccessList.inherited()));
  }

  @Override
  public Set<Grant> effective(Caller caller, NodeId id) {
    require(caller, id, Permission.READ);
    return host.within(() -> grants(id));
  }

  @Override
  public void set(Caller caller, NodeId id, AccessList accessList) {
    host.requireTransaction();
    require(caller, id, Permission.CHANGE_PERMISSIONS);
    host.state.access.put(id, accessList);
  }

  void require(Caller caller, NodeId id, Permission permission) {
    if (!allowed(caller, id, Permission.READ)) {
      throw new NotFound(id);
    }
    if (!allowed(caller, id, permission)) {
      throw new Denied("Not allowed: " + permission);
    }
  }

  private Set<Grant> grants(NodeId id) {
    Set<Grant> grants = new HashSet<>();
    Optional<NodeId> at = Optional.of(id);
    while (at.isPresent()) {
      AccessList list = host.state.access.getOrDefault(at.get(), AccessList.inherited());
      grants.addAll(list.grants());
      at = list.inherits() ? host.state.nodes.get(at.get()).parent() : Optional.empty();
    }
    return grants;
  }

  boolean readable(Caller caller, Node node) {
    return allowed(caller, node.id(), Permission.READ);
  }
}
