package org.chancery.ocr;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Pools for tests; natives are unpacked once below the build directory. */
final class Pools {
  private Pools() {}

  static ReadingSettings settings(int workers) {
    return ReadingSettings.standard(Path.of("target", "test-cache")).withWorkers(workers);
  }

  static Outcome.Read read(ReadingPool pool, Path file, Path directory) {
    Outcome outcome = pool.read(file, file.getFileName().toString(), directory, (done, of) -> {});
    if (outcome instanceof Outcome.Read read) {
      return read;
    }
    throw new AssertionError(file + " was refused: " + outcome);
  }

  static Outcome.Refused refused(ReadingPool pool, Path file, Path directory) {
    Outcome outcome = pool.read(file, file.getFileName().toString(), directory, (done, of) -> {});
    if (outcome instanceof Outcome.Refused refused) {
      return refused;
    }
    throw new AssertionError(file + " was read: " + outcome);
  }

  static String text(Outcome.Read read) {
    return String.join("\f", read.pages());
  }

  /** The shared scans, or nothing where they are not at hand. */
  static List<Path> scans() throws java.io.IOException {
    String told = System.getProperty("chancery.shared", System.getenv("CHANCERY_SHARED"));
    Path shared = told != null ? Path.of(told) : Path.of("..", "..", "shared");
    Path scans = shared.resolve("data").resolve("scans");
    if (!Files.isDirectory(scans)) {
      return List.of();
    }
    try (var files = Files.list(scans)) {
      return files.filter(f -> !f.toString().endsWith(".truth.txt")).sorted().toList();
    }
  }
}
