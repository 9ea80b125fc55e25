package org.alfresco.service.cmr.repository;

import java.io.File;

/** Reads a stream that is a file. */
public interface FileContentReader extends ContentReader {
  File getFile();
}
