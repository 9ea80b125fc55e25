package org.alfresco.service.cmr.repository;

import java.io.InputStream;

/** Reads one stream. */
public interface ContentReader extends ContentAccessor {
  boolean exists();

  InputStream getContentInputStream() throws ContentIOException;
}
