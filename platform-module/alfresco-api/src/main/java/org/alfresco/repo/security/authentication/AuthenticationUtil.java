package org.alfresco.repo.security.authentication;

import net.sf.acegisecurity.Authentication;
import org.springframework.beans.factory.InitializingBean;

/** On whose behalf the thread works. */
public class AuthenticationUtil implements InitializingBean {
  public static final java.lang.String SYSTEM_USER_NAME = "System";

  public void afterPropertiesSet() throws Exception {
    throw new UnsupportedOperationException();
  }

  public void setDefaultAdminUserName(String text) {
    throw new UnsupportedOperationException();
  }

  public void setDefaultGuestUserName(String text) {
    throw new UnsupportedOperationException();
  }

  public static void setMtEnabled(boolean flag) {
    throw new UnsupportedOperationException();
  }

  public static boolean isMtEnabled() {
    throw new UnsupportedOperationException();
  }

  public static String maskUsername(String text) {
    throw new UnsupportedOperationException();
  }

  public static String getMaskedUsername(Authentication authentication) {
    throw new UnsupportedOperationException();
  }

  public AuthenticationUtil() {
    throw new UnsupportedOperationException();
  }

  public static Authentication setAdminUserAsFullyAuthenticatedUser() {
    throw new UnsupportedOperationException();
  }

  public static Authentication setFullyAuthenticatedUser(String text) {
    throw new UnsupportedOperationException();
  }

  public static Authentication setFullAuthentication(Authentication authentication) {
    throw new UnsupportedOperationException();
  }

  public static Authentication setRunAsUserSystem() {
    throw new UnsupportedOperationException();
  }

  public static Authentication setRunAsUser(String text) {
    throw new UnsupportedOperationException();
  }

  public static Authentication getRunAsAuthentication() throws AuthenticationException {
    throw new UnsupportedOperationException();
  }

  public static Authentication getFullAuthentication() throws AuthenticationException {
    throw new UnsupportedOperationException();
  }

  public static String getRunAsUser() throws AuthenticationException {
    throw new UnsupportedOperationException();
  }

  public static boolean isRunAsUserTheSystemUser() {
    throw new UnsupportedOperationException();
  }

  public static String getFullyAuthenticatedUser() throws AuthenticationException {
    throw new UnsupportedOperationException();
  }

  public static String getSystemUserName() {
    throw new UnsupportedOperationException();
  }

  public static String getAdminUserName() {
    throw new UnsupportedOperationException();
  }

  public static String getAdminRoleName() {
    throw new UnsupportedOperationException();
  }

  public static String getGuestUserName() {
    throw new UnsupportedOperationException();
  }

  public static String getGuestRoleName() {
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

  public static void logAuthenticatedUsers() {
    throw new UnsupportedOperationException();
  }

  public static void logNDC(String text) {
    throw new UnsupportedOperationException();
  }

  /** Work to be done on somebody's behalf. */
  public interface RunAsWork<Result> {
    Result doWork() throws Exception;
  }
}
