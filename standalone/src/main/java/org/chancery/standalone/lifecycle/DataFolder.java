package org.chancery.standalone.lifecycle;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.standalone.StartRefused;

/**
 * The folder that holds everything a server keeps. One process has it at a time; the operating
 * system lets go of it when the process dies, however that happens.
 */
public final class DataFolder implements AutoCloseable {
  private static final String LOCK = "in-use";

  private final Path path;
  private final boolean fresh;
  private final FileChannel channel;

  private DataFolder(Path path, boolean fresh, FileChannel channel) {
    this.path = path;
    this.fresh = fresh;
    this.channel = channel;
  }

  /**
   * Takes the folder, made when it is missing: others may pass through it to what they know the
   * name of, since a server that runs as root has its database run as somebody else there.
   *
   * @throws StartRefused when another process has it, or it cannot be written
   */
  public static DataFolder take(Path path) {
    FileChannel channel = null;
    try {
      boolean fresh = isFresh(path);
      if (!Files.isDirectory(path)) {
        Files.createDirectories(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
      }
      channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        channel.close();
        throw new StartRefused("the data folder " + path + " is in use by another server");
      }
      return new DataFolder(path, fresh, channel);
    } catch (IOException e) {
      throw new StartRefused("the data folder " + path + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // another server in this very process
    }
  }

  /** Whether nothing was in it but what this class and the watched folder put there. */
  private static boolean isFresh(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .allMatch(name -> name.equals(LOCK) || name.equals("inbox"));
    }
  }

  /** Makes what lies in it, for its owner alone; what is there already stays as it is. */
  void makePrivate(List<Path> folders) {
    try {
      for (Path each : folders) {
        if (!Files.isDirectory(each)) {
          Files.createDirectories(
              each,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
      }
    } catch (IOException e) {
      throw new StartRefused("the data folder " + path + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Whether no server had used it before this one took it. */
  public boolean fresh() {
    return fresh;
  }

  /** Lets go of it. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
