package org.alfresco.repo.security.authentication;

/** Signs the thread in. */
public interface AuthenticationComponent {
  void authenticate(String text, char[] password) throws AuthenticationException;

  boolean guestUserAuthenticationAllowed();
}
