package org.alfresco.service.cmr.security;

import java.util.Set;
import org.alfresco.repo.security.authentication.AuthenticationException;

/** Who somebody is: passwords and tickets. */
public interface AuthenticationService {
  boolean getAuthenticationEnabled(String text) throws AuthenticationException;

  void authenticate(String text, char[] password) throws AuthenticationException;

  void authenticateAsGuest() throws AuthenticationException;

  boolean guestUserAuthenticationAllowed();

  boolean authenticationExists(String text);

  String getCurrentUserName() throws AuthenticationException;

  void invalidateUserSession(String text) throws AuthenticationException;

  void invalidateTicket(String text) throws AuthenticationException;

  void validate(String text) throws AuthenticationException;

  String getCurrentTicket();

  String getNewTicket();

  void clearCurrentSecurityContext();

  boolean isCurrentUserTheSystemUser();

  Set<String> getDomains();

  Set<String> getDomainsThatAllowUserCreation();

  Set<String> getDomainsThatAllowUserDeletion();

  Set<String> getDomiansThatAllowUserPasswordChanges();

  Set<String> getDefaultAdministratorUserNames();

  Set<String> getDefaultGuestUserNames();
}
