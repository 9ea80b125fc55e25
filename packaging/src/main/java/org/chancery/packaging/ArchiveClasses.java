package org.chancery.packaging;

import java.io.IOException;

/** Where the archive's classes are, with those that it checks PDF/A by. */
@FunctionalInterface
public interface ArchiveClasses {

  /** A class path for a Java process. */
  String path() throws IOException;

  /** This process' own. */
  static ArchiveClasses ofThisProcess() {
    return () -> System.getProperty("java.class.path");
  }
}
