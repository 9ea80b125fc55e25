package org.alfresco.service.cmr.security;

import java.util.HashSet;
import org.alfresco.service.namespace.QName;

/** What a permission is asked about. */
public class PermissionContext {
  private PermissionContext() {}

  public HashSet<QName> getAspects() {
    throw new UnsupportedOperationException();
  }

  public QName getType() {
    throw new UnsupportedOperationException();
  }
}
