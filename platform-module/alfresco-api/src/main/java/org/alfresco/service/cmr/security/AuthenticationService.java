package org.alfresco.service.cmr.security;

import org.alfresco.repo.security.authentication.AuthenticationException;

/** Who somebody is: passwords and tickets. */
public interface AuthenticationService {

  void authenticate(String text, char[] password) throws AuthenticationException;

  String getCurrentUserName() throws AuthenticationException;

  void validate(String text) throws AuthenticationException;

  void clearCurrentSecurityContext();
}
