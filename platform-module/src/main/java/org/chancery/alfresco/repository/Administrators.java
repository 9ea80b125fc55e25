package org.chancery.alfresco.repository;

import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AccessStatus;
import org.alfresco.service.cmr.security.PermissionService;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Permission;

/**
 * The platform lets its administrators do anything with any node. Through the ports they may do
 * with what is nobody's own (see {@link Ownership}: Chancery's tree, and what was locked) what its
 * grants allow them, like everyone: what is hidden is hidden from them, too (requirement P4). What
 * others manage has no owner for reasons of theirs.
 */
final class Administrators {
  private final NodeService nodes;
  private final PermissionService permissions;
  private final Governed governed;

  Administrators(NodeService nodes, PermissionService permissions, Governed governed) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.governed = governed;
  }

  /**
   * Whether the platform's leave is an administrator's alone, for which no grant speaks. Called
   * while the thread acts as the caller, and only for what the platform allows.
   */
  boolean overreach(Caller caller, NodeRef node, Permission permission) {
    return permissions.getAuthorisations().contains(PermissionService.ADMINISTRATOR_AUTHORITY)
        && isNobodys(node)
        && permissions.getAllSetPermissions(node).stream()
            .filter(set -> set.getAccessStatus() == AccessStatus.ALLOWED)
            .filter(set -> caller.authorities().contains(set.getAuthority()))
            .flatMap(set -> Roles.fromPlatform(set.getPermission()).stream())
            .noneMatch(role -> role.permissions().contains(permission));
  }

  private boolean isNobodys(NodeRef node) {
    return nodes.hasAspect(node, ContentModel.ASPECT_OWNABLE)
        && Ownership.NOBODY.equals(nodes.getProperty(node, ContentModel.PROP_OWNER))
        && !governed.manages(node);
  }
}
