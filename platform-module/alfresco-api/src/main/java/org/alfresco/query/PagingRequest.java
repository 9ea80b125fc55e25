package org.alfresco.query;

/** Which part of a long list is wanted. */
public class PagingRequest {
  public PagingRequest(int most) {
    throw new UnsupportedOperationException();
  }
}
