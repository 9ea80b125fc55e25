package org.alfresco.repo.security.authentication;

import net.sf.acegisecurity.Authentication;

/** Signs the thread in. */
public interface AuthenticationComponent {
  void authenticate(String text, char[] password) throws AuthenticationException;

  Authentication setCurrentUser(String text);

  boolean guestUserAuthenticationAllowed();
}
