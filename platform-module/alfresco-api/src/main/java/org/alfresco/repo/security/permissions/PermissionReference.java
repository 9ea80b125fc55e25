package org.alfresco.repo.security.permissions;

import java.io.Serializable;
import org.alfresco.service.namespace.QName;

/** A permission and the type that defines it. */
public interface PermissionReference extends Serializable {
  QName getQName();

  String getName();
}
