package org.chancery.ocr.worker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.io.file.PathUtils;

/** Removes what is needed only for a while. */
public final class TemporaryFiles {
  private static final String PREFIX = "worker-";

  private TemporaryFiles() {}

  /** A fresh directory for a worker, named after this process, which answers for it. */
  static Path forWorker(Path cache) throws IOException {
    return Files.createTempDirectory(cache, PREFIX + ProcessHandle.current().pid() + "-");
  }

  /** Deletes what workers have left behind whose parent was killed. */
  static void deleteOrphans(Path cache) throws IOException {
    List<Path> left;
    try (DirectoryStream<Path> found = Files.newDirectoryStream(cache, PREFIX + "*-*")) {
      left = StreamSupport.stream(found.spliterator(), false).toList();
    }
    for (Path directory : left) {
      String owner = directory.getFileName().toString().split("-")[1];
      if (owner.matches("[0-9]{1,18}")
          && ProcessHandle.of(Long.parseLong(owner)).filter(ProcessHandle::isAlive).isEmpty()) {
        delete(directory);
      }
    }
  }

  /** Deletes a directory and all in it; nothing happens when it does not exist. */
  public static void delete(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      PathUtils.deleteDirectory(directory);
    }
  }
}
