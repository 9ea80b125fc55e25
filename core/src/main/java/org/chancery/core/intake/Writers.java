package org.chancery.core.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whether someone still writes to a file: by its locks, and on Linux by who has it open for
 * writing, as far as this process may see that. A writer on another machine shows in neither; for
 * it there is the quiet period.
 */
final class Writers {
  private static final Path PROC = Path.of("/proc");
  private static final int ACCESS_MODE = 3;

  private Writers() {}

  /** Whether another program holds a lock on the file. */
  static boolean locked(Path file) throws IOException {
    if (!Files.isWritable(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  /** Those of the files that some process has open for writing. */
  static Set<Path> openForWriting(Set<Path> files) {
    Set<Path> found = new HashSet<>();
    if (files.isEmpty() || !Files.isDirectory(PROC)) {
      return found;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        look(process, files, found);
      }
    } catch (IOException | RuntimeException e) {
      // The list of processes is a help, not a promise: the quiet period stands in for it.
      return found;
    }
    return found;
  }

  private static void look(Path process, Set<Path> files, Set<Path> found) {
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path descriptor : descriptors) {
        Path target = Files.readSymbolicLink(descriptor);
        if (files.contains(target) && writes(process, descriptor)) {
          found.add(target);
        }
      }
    } catch (IOException | RuntimeException e) {
      // Ended meanwhile, or another user's: not ours to see.
      return;
    }
  }

  private static boolean writes(Path process, Path descriptor) throws IOException {
    Path info = process.resolve("fdinfo").resolve(descriptor.getFileName().toString());
    List<String> lines = Files.readAllLines(info);
    return lines.stream()
        .filter(line -> line.startsWith("flags:"))
        .map(line -> Long.parseLong(line.substring("flags:".length()).strip(), 8))
        .anyMatch(flags -> (flags & ACCESS_MODE) != 0);
  }
}
