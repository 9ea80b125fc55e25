package org.chancery.alfresco.identity;

import java.util.Optional;
import org.alfresco.repo.security.authentication.AuthenticationException;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.security.AuthenticationService;

/**
 * Has the platform compare names and passwords, by whatever it was configured with. The platform
 * itself slows down and locks out guessers ({@code authentication.protection.*}).
 */
public final class Passwords {
  private final AuthenticationService authentication;

  /**
   * On the platform's service.
   *
   * @param authentication bean {@code authenticationService}
   */
  public Passwords(AuthenticationService authentication) {
    this.authentication = authentication;
  }

  /** The account's name as the platform has it, when the password is the right one. */
  Optional<String> check(String user, String password) {
    if (user.isBlank() || password.isEmpty()) {
      return Optional.empty();
    }
    AuthenticationUtil.pushAuthentication();
    try {
      authentication.authenticate(user, password.toCharArray());
      return Optional.ofNullable(authentication.getCurrentUserName());
    } catch (AuthenticationException e) {
      return Optional.empty();
    } finally {
      // The platform also keeps the ticket on the thread.
      authentication.clearCurrentSecurityContext();
      AuthenticationUtil.popAuthentication();
    }
  }

  /** Whose ticket it is, while it lasts. */
  Optional<String> validate(String ticket) {
    AuthenticationUtil.pushAuthentication();
    try {
      authentication.validate(ticket);
      return Optional.ofNullable(authentication.getCurrentUserName());
    } catch (AuthenticationException e) {
      return Optional.empty();
    } finally {
      // The platform also keeps the ticket on the thread.
      authentication.clearCurrentSecurityContext();
      AuthenticationUtil.popAuthentication();
    }
  }
}
