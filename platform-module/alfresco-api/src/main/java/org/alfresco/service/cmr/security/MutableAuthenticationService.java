package org.alfresco.service.cmr.security;

import org.alfresco.repo.security.authentication.AuthenticationException;

/** Changes passwords. */
public interface MutableAuthenticationService extends AuthenticationService {
  boolean isAuthenticationMutable(String text);

  void createAuthentication(String text, char[] password) throws AuthenticationException;

  void updateAuthentication(String text, char[] password, char[] password2)
      throws AuthenticationException;

  void setAuthentication(String text, char[] password) throws AuthenticationException;

  void deleteAuthentication(String text) throws AuthenticationException;

  void setAuthenticationEnabled(String text, boolean flag) throws AuthenticationException;
}
