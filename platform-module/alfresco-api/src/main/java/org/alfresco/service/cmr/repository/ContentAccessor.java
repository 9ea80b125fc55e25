package org.alfresco.service.cmr.repository;

/** What reading and writing a stream have in common. */
public interface ContentAccessor {
  long getSize();

  String getContentUrl();

  String getMimetype();
}
