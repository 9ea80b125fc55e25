package org.alfresco.service.cmr.security;

/** What kind of authority a name is. */
public enum AuthorityType {
  ADMIN,
  EVERYONE,
  OWNER,
  GUEST,
  GROUP,
  ROLE,
  USER,
  WILDCARD
}
