package org.alfresco.service.cmr.version;

/** A version that does not exist. */
public class VersionDoesNotExistException extends VersionServiceException {
  private static final long serialVersionUID = 1L;

  public VersionDoesNotExistException(String text) {
    super((String) null);
    throw new UnsupportedOperationException();
  }
}
