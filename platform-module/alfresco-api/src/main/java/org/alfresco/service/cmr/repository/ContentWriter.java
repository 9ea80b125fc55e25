package org.alfresco.service.cmr.repository;

import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes one stream, once. */
public interface ContentWriter extends ContentAccessor {
  ContentReader getReader() throws ContentIOException;

  OutputStream getContentOutputStream() throws ContentIOException;

  void putContent(ContentReader contentReader) throws ContentIOException;

  void putContent(InputStream inputStream) throws ContentIOException;

  void putContent(File file) throws ContentIOException;

  void putContent(String text) throws ContentIOException;

  void guessMimetype(String text);
}
