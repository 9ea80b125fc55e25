package org.chancery.standalone.destruction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.core.destruction.Eraser;
import org.chancery.core.destruction.Removed;

/**
 * Erases what reading, printing and comparing left in their working folders. What they are at work
 * on they have written to a moment ago; it belongs to something that is there.
 *
 * @param folders the working folders
 */
record ErasedWorkFiles(List<Path> folders) implements Eraser {
  /** No file is worked on for longer without being written to. */
  private static final Duration AT_WORK = Duration.ofMinutes(10);

  ErasedWorkFiles {
    folders = List.copyOf(folders);
  }

  @Override
  public String where() {
    return "working-files";
  }

  @Override
  public List<String> erase(Removed removed) {
    Instant latest = Instant.now().minus(AT_WORK);
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        erase(folder, latest);
      }
    }
    return List.of();
  }

  private static void erase(Path folder, Instant latest) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!each.equals(folder) && isOlder(each, latest) && isErasable(each)) {
          Files.deleteIfExists(each);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot erase working files in " + folder, e);
    }
  }

  private static boolean isOlder(Path file, Instant latest) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(latest);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static boolean isErasable(Path file) throws IOException {
    if (!Files.isDirectory(file)) {
      return true;
    }
    try (Stream<Path> in = Files.list(file)) {
      return in.findAny().isEmpty();
    }
  }
}
