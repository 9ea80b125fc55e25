package org.chancery.intakeprocess;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that one process has at a time; the system lets go of it when the process dies. */
final class SoleUse implements AutoCloseable {
  private final FileChannel channel;

  private SoleUse(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder, made for its owner alone when it is missing.
   *
   * @throws StartRefused when another process has it, or it cannot be written
   */
  static SoleUse of(Path folder, String what) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      FileChannel channel =
          FileChannel.open(
              folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel)) {
        return new SoleUse(channel);
      }
      channel.close();
      throw new StartRefused(what + " is in use by another intake process");
    } catch (IOException e) {
      throw new StartRefused(what + " cannot be used: " + e.getMessage());
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
