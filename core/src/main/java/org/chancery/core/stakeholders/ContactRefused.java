package org.chancery.core.stakeholders;

/** Somebody is not to be contacted, since they asked for that (requirement S17). */
public final class ContactRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says who, and what to do. */
  public ContactRefused(String message) {
    super(message);
  }
}
