package org.alfresco.repo.security.authentication;

import org.alfresco.error.AlfrescoRuntimeException;

/** Somebody who is not who they say, or may not sign in. */
public class AuthenticationException extends AlfrescoRuntimeException {
  private static final long serialVersionUID = 1L;

  public AuthenticationException(String text) {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public AuthenticationException(String text, Object[] object) {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public AuthenticationException(String message, Throwable cause) {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public AuthenticationException(String text, Object[] object, Throwable throwable) {
    super((String) null);
    throw new UnsupportedOperationException();
  }
}
