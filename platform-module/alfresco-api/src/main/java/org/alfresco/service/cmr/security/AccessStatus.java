package org.alfresco.service.cmr.security;

/** The answer to whether something is allowed. */
public enum AccessStatus {
  DENIED,
  ALLOWED,
  UNDETERMINED
}
