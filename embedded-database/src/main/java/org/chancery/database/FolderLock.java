package org.chancery.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a second server away from a folder for as long as this process lives or until closed. */
final class FolderLock implements AutoCloseable {

  /**
   * Folders held by this process. A file lock belongs to the process, and closing any second handle
   * on the file gives it up; so the file must not even be opened twice in one process.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the folder.
   *
   * @param folder its real path
   * @throws DatabaseException when another process has it, or this one already
   */
  static FolderLock take(Path folder) {
    if (!HELD.add(folder)) {
      throw refusal(folder);
    }
    try {
      FolderLock lock = new FolderLock(folder, open(folder));
      if (lock.channel.tryLock() == null) {
        lock.close();
        throw refusal(folder);
      }
      return lock;
    } catch (IOException e) {
      HELD.remove(folder);
      throw new DatabaseException("Cannot write to the data folder " + folder, e);
    }
  }

  private static FileChannel open(Path folder) throws IOException {
    Path file = folder.resolve("lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    RunAs.matchOwner(file, folder);
    return channel;
  }

  private static DatabaseException refusal(Path folder) {
    return new DatabaseException(
        "Another server is already running on the data folder " + folder + "; stop it first.");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new DatabaseException("Cannot let go of the data folder " + folder, e);
    } finally {
      HELD.remove(folder);
    }
  }
}
