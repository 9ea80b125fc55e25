package org.alfresco.service.cmr.security;

/** One entry of an access list. */
public interface AccessPermission {
  String getPermission();

  AccessStatus getAccessStatus();

  String getAuthority();

  boolean isSetDirectly();
}
