package org.alfresco.repo.security.permissions.impl;

import java.util.Set;
import org.alfresco.repo.security.permissions.PermissionReference;
import org.alfresco.service.namespace.QName;

/** What the permissions are and which of them contain which. */
public interface ModelDAO {
  Set<PermissionReference> getGrantingPermissions(PermissionReference permissionReference);

  PermissionReference getPermissionReference(QName name, String text);
}
