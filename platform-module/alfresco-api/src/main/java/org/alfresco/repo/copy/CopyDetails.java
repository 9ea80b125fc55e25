package org.alfresco.repo.copy;

/** A copy that is being made. */
public class CopyDetails {

  CopyDetails() {
    throw new UnsupportedOperationException();
  }
}
