package org.alfresco.service.cmr.repository;

import org.alfresco.error.AlfrescoRuntimeException;

/** A stream that cannot be read or written. */
public class ContentIOException extends AlfrescoRuntimeException {
  private static final long serialVersionUID = 1L;

  public ContentIOException(String text) {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public ContentIOException(String message, Throwable cause) {
    super((String) null);
    throw new UnsupportedOperationException();
  }
}
