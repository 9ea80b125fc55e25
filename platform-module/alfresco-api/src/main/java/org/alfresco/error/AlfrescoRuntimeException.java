package org.alfresco.error;

/** What the platform throws. */
public class AlfrescoRuntimeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AlfrescoRuntimeException(String text) {
    throw new UnsupportedOperationException();
  }

  public AlfrescoRuntimeException(String text, Object[] object) {
    throw new UnsupportedOperationException();
  }

  public AlfrescoRuntimeException(String message, Throwable cause) {
    throw new UnsupportedOperationException();
  }

  public AlfrescoRuntimeException(String text, Object[] object, Throwable throwable) {
    throw new UnsupportedOperationException();
  }
}
