package org.alfresco.repo.security.authentication;

import net.sf.acegisecurity.Authentication;
import org.springframework.beans.factory.InitializingBean;

/** On whose behalf the thread works. */
public class AuthenticationUtil implements InitializingBean {

  public void afterPropertiesSet() throws Exception {
    throw new UnsupportedOperationException();
  }

  public AuthenticationUtil() {
    throw new UnsupportedOperationException();
  }

  public static Authentication setFullyAuthenticatedUser(String text) {
    throw new UnsupportedOperationException();
  }

  public static String getFullyAuthenticatedUser() throws AuthenticationException {
    throw new UnsupportedOperationException();
  }

  public static String getSystemUserName() {
    throw new UnsupportedOperationException();
  }

  public static void clearCurrentSecurityContext() {
    throw new UnsupportedOperationException();
  }

  public static <R> R runAs(AuthenticationUtil.RunAsWork<R> runAsWork, String text) {
    throw new UnsupportedOperationException();
  }

  public static <R> R runAsSystem(AuthenticationUtil.RunAsWork<R> runAsWork) {
    throw new UnsupportedOperationException();
  }

  public static void pushAuthentication() {
    throw new UnsupportedOperationException();
  }

  public static void popAuthentication() {
    throw new UnsupportedOperationException();
  }

  /** Work to be done on somebody's behalf. */
  public interface RunAsWork<Result> {
    Result doWork() throws Exception;
  }
}
