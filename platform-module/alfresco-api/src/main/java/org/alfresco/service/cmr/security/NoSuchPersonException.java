package org.alfresco.service.cmr.security;

/** A person that the platform does not know. */
public class NoSuchPersonException {
  private NoSuchPersonException() {}

  private static final long serialVersionUID = 1L;

  public String getUserName() {
    throw new UnsupportedOperationException();
  }
}
