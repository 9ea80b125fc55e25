package org.alfresco.service.cmr.version;

import org.alfresco.error.AlfrescoRuntimeException;

/** Something wrong with versions. */
public class VersionServiceException extends AlfrescoRuntimeException {
  private static final long serialVersionUID = 1L;

  public VersionServiceException(String message, Throwable cause) {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public VersionServiceException(String text, Object[] object, Throwable throwable) {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public VersionServiceException(String text, Object[] object) {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public VersionServiceException(String text) {
    super((String) null);
    throw new UnsupportedOperationException();
  }
}
