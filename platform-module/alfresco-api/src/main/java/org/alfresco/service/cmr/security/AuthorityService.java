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

  boolean isAdminAuthority(String text);

  Set<String> getAuthorities();

  Set<String> getAuthoritiesForUser(String text);

  PagingResults<String> getAuthorities(
      AuthorityType type,
      String zone,
      String displayNameFilter,
      boolean sorted,
      boolean ascending,
      PagingRequest paging);

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

  Set<String> getContainedAuthorities(AuthorityType authorityType, String text, boolean flag);

  String getShortName(String text);

  String getName(AuthorityType authorityType, String text);

  boolean authorityExists(String text);

  String getAuthorityDisplayName(String text);

  NodeRef getZone(String text);

  Set<String> getDefaultZones();
}
