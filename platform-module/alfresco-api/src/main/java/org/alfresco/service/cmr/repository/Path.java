package org.alfresco.service.cmr.repository;

import java.io.Serializable;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.namespace.NamespacePrefixResolver;

/** The names from the root of a store to a node. */
public final class Path implements Serializable {
  private Path() {}

  private static final long serialVersionUID = 1L;

  public int size() {
    throw new UnsupportedOperationException();
  }

  public String toPrefixString(NamespacePrefixResolver namespacePrefixResolver) {
    throw new UnsupportedOperationException();
  }

  public String toDisplayPath(NodeService nodeService, PermissionService permissionService) {
    throw new UnsupportedOperationException();
  }
}
