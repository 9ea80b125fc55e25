package org.chancery.alfresco.repository;

import java.util.function.Supplier;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.chancery.core.repository.Caller;

/** Acts as a caller towards the platform, and names accounts as Chancery does. */
final class Accounts {

  private static final String SYSTEM = Caller.ofSystem().user();

  private Accounts() {}

  /**
   * Runs the work as the caller, whoever the thread acts for. Of an elevated caller the platform
   * records the name while it asks no leave.
   */
  static <T> T as(Caller caller, Supplier<T> work) {
    AuthenticationUtil.pushAuthentication();
    try {
      AuthenticationUtil.clearCurrentSecurityContext();
      return AuthenticationUtil.runAs(
          () -> caller.system() ? AuthenticationUtil.runAsSystem(work::get) : work.get(),
          toPlatform(caller.user()));
    } finally {
      AuthenticationUtil.popAuthentication();
    }
  }

  static String toPlatform(String account) {
    return account.equals(SYSTEM) ? AuthenticationUtil.getSystemUserName() : account;
  }

  static String fromPlatform(String account) {
    return AuthenticationUtil.getSystemUserName().equals(account) ? SYSTEM : account;
  }
}
