package org.alfresco.service.cmr.repository;

import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;

/** Reads one stream. */
public interface ContentReader extends ContentAccessor {
  boolean exists();

  long getLastModified();

  boolean isClosed();

  FileChannel getFileChannel() throws ContentIOException;

  InputStream getContentInputStream() throws ContentIOException;

  void getContent(OutputStream outputStream) throws ContentIOException;

  void getContent(File file) throws ContentIOException;

  String getContentString() throws ContentIOException;

  String getContentString(int number) throws ContentIOException;
}
