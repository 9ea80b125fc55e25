package org.chancery.alfresco.repository;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.AccessPermission;
import org.alfresco.service.cmr.security.AccessStatus;
import org.alfresco.service.cmr.security.PermissionService;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;

/** Grants in the platform's access lists, which it copies to every node below at once. */
final class AlfrescoPermissions implements Permissions {

  private final PermissionService permissions;
  private final Ownership ownership;
  private final NodeReader reader;
  private final NodeWriter writer;
  private final AlfrescoTransactions transactions;

  AlfrescoPermissions(
      PermissionService permissions,
      Ownership ownership,
      NodeReader reader,
      NodeWriter writer,
      AlfrescoTransactions transactions) {
    this.permissions = permissions;
    this.ownership = ownership;
    this.reader = reader;
    this.writer = writer;
    this.transactions = transactions;
  }

  @Override
  public boolean allowed(Caller caller, NodeId id, Permission permission) {
    return transactions.reading(
        caller, () -> reader.visible(caller, id) && reader.allows(caller, id, permission));
  }

  @Override
  public Map<NodeId, Set<Permission>> allowed(Caller caller, List<NodeId> ids) {
    return transactions.reading(
        caller,
        () -> {
          reader.load(ids);
          Map<NodeId, Set<Permission>> allowed = new HashMap<>();
          for (NodeId id : ids) {
            if (reader.visible(caller, id)) {
              allowed.put(id, all(caller, id));
            }
          }
          return allowed;
        });
  }

  private Set<Permission> all(Caller caller, NodeId id) {
    return Arrays.stream(Permission.values())
        .filter(permission -> reader.allows(caller, id, permission))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
  }

  @Override
  public AccessList get(Caller caller, NodeId id) {
    return transactions.reading(
        caller,
        () -> {
          NodeRef ref = visible(caller, id);
          return new AccessList(
              permissions.getInheritParentPermissions(ref),
              grants(ref, AccessPermission::isSetDirectly));
        });
  }

  @Override
  public Set<Grant> effective(Caller caller, NodeId id) {
    return transactions.reading(caller, () -> grants(visible(caller, id), each -> true));
  }

  @Override
  public void set(Caller caller, NodeId id, AccessList accessList) {
    transactions.writing(
        caller,
        () -> {
          writer.lock(caller, id, Permission.CHANGE_PERMISSIONS);
          replace(PlatformNames.ref(id), accessList);
          return null;
        });
  }

  private void replace(NodeRef ref, AccessList wanted) {
    Set<Grant> missing = new HashSet<>(wanted.grants());
    Set<AccessPermission> surplus = new HashSet<>();
    for (AccessPermission set : permissions.getAllSetPermissions(ref)) {
      if (set.isSetDirectly() && !missing.removeIf(grant -> is(set, grant))) {
        surplus.add(set);
      }
    }
    if (permissions.getInheritParentPermissions(ref) != wanted.inherits()) {
      permissions.setInheritParentPermissions(ref, wanted.inherits(), false);
    }
    surplus.forEach(
        set -> permissions.deletePermission(ref, set.getAuthority(), set.getPermission()));
    missing.forEach(
        grant ->
            permissions.setPermission(
                ref, grant.authority(), Roles.toPlatform(grant.role()), true));
    if (!wanted.inherits()) {
      ownership.takeAll(ref);
    }
  }

  private static boolean is(AccessPermission set, Grant grant) {
    return set.getAccessStatus() == AccessStatus.ALLOWED
        && set.getAuthority().equals(grant.authority())
        && set.getPermission().equals(Roles.toPlatform(grant.role()));
  }

  private NodeRef visible(Caller caller, NodeId id) {
    if (!reader.visible(caller, id)) {
      throw new NotFound(id);
    }
    return PlatformNames.ref(id);
  }

  private Set<Grant> grants(NodeRef ref, Predicate<AccessPermission> which) {
    return permissions.getAllSetPermissions(ref).stream()
        .filter(set -> set.getAccessStatus() == AccessStatus.ALLOWED)
        .filter(which)
        .flatMap(
            set ->
                Roles.fromPlatform(set.getPermission()).stream()
                    .map(role -> new Grant(set.getAuthority(), role)))
        .collect(Collectors.toSet());
  }
}
