package org.alfresco.repo.security.permissions;

import org.alfresco.error.AlfrescoRuntimeException;

/** Something that the caller may not do. */
public class AccessDeniedException extends AlfrescoRuntimeException {
  private static final long serialVersionUID = 1L;

  public AccessDeniedException(String text) {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public AccessDeniedException(String message, Throwable cause) {
    super((String) null);
    throw new UnsupportedOperationException();
  }
}
