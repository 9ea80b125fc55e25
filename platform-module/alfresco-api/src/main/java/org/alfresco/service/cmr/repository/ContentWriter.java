package org.alfresco.service.cmr.repository;

import java.io.OutputStream;

/** Writes one stream, once. */
public interface ContentWriter extends ContentAccessor {
  ContentReader getReader() throws ContentIOException;

  OutputStream getContentOutputStream() throws ContentIOException;
}
