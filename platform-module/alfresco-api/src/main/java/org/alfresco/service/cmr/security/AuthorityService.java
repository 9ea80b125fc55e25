package org.alfresco.service.cmr.security;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.alfresco.query.PagingRequest;
import org.alfresco.query.PagingResults;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/** Groups and roles and who is in them. */
public interface AuthorityService {
  java.lang.String ZONE_APP_DEFAULT = "APP.DEFAULT";
  java.lang.String ZONE_APP_SHARE = "APP.SHARE";
  java.lang.String ZONE_AUTH_ALFRESCO = "AUTH.ALF";
  java.lang.String ZONE_AUTH_EXT_PREFIX = "AUTH.EXT.";

  boolean hasAdminAuthority();

  boolean isAdminAuthority(String text);

  boolean hasGuestAuthority();

  boolean isGuestAuthority(String text);

  long countUsers();

  long countGroups();

  Set<String> getAuthorities();

  Set<String> getAuthoritiesForUser(String text);

  PagingResults<String> getAuthorities(
      AuthorityType type,
      String zone,
      String displayNameFilter,
      boolean sorted,
      boolean ascending,
      PagingRequest paging);

  Set<String> getAllRootAuthorities(AuthorityType authorityType);

  String createAuthority(AuthorityType authorityType, String text);

  String createAuthority(AuthorityType authorityType, String text, Map<QName, Serializable> map);

  String createAuthority(AuthorityType authorityType, String text, String text2, Set<String> set);

  String createAuthority(
      AuthorityType authorityType,
      String text,
      String text2,
      Set<String> set,
      Map<QName, Serializable> map);

  void addAuthority(String text, String text2);

  void addAuthority(Collection<String> collection, String text);

  void removeAuthority(String text, String text2);

  void deleteAuthority(String text);

  void deleteAuthority(String text, boolean flag);

  Set<String> getContainedAuthorities(AuthorityType authorityType, String text, boolean flag);

  Set<String> getContainingAuthorities(AuthorityType authorityType, String text, boolean flag);

  String getShortName(String text);

  String getName(AuthorityType authorityType, String text);

  boolean authorityExists(String text);

  String getAuthorityDisplayName(String text);

  void setAuthorityDisplayName(String text, String text2);

  void setAuthorityDisplayNameAndDescription(String text, String text2, String text3);

  NodeRef getAuthorityNodeRef(String text);

  NodeRef getOrCreateZone(String text);

  NodeRef getZone(String text);

  Set<String> getAuthorityZones(String text);

  Set<String> getAllAuthoritiesInZone(String text, AuthorityType authorityType);

  Set<String> getAllRootAuthoritiesInZone(String text, AuthorityType authorityType);

  void addAuthorityToZones(String text, Set<String> set);

  void removeAuthorityFromZones(String text, Set<String> set);

  Set<String> getDefaultZones();

  Set<String> findAuthorities(
      AuthorityType authorityType, String text, boolean flag, String text2, String text3);

  default boolean hasSysAdminAuthority() {
    throw new UnsupportedOperationException();
  }
}
