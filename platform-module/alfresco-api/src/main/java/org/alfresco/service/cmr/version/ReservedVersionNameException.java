package org.alfresco.service.cmr.version;

/** A version property named as one of the platform's own. */
public class ReservedVersionNameException extends RuntimeException {
  private ReservedVersionNameException() {}

  private static final long serialVersionUID = 1L;
}
