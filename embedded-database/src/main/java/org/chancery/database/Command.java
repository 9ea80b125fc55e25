package org.chancery.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program of the database, run in an environment that nothing outside can bend. */
record Command(List<String> words, Optional<Path> directory, String input) {

  /**
   * What came of it.
   *
   * @param status exit status, 0 for success
   * @param said all its output
   */
  record Result(int status, String said) {}

  Command(List<String> words) {
    this(words, Optional.empty(), "");
  }

  /** Starts it and leaves it running; its errors can be read from its output. */
  Process start() {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.directory(directory.map(Path::toFile).orElse(new File("/")));
    Map<String, String> environment = builder.environment();
    // PG… variables would redirect the programs, LD_LIBRARY_PATH would mix in foreign libraries.
    environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LD_"));
    environment.put("LC_ALL", "C");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new DatabaseException("Cannot start " + words.get(0) + ": " + e.getMessage(), e);
    }
  }

  /** Runs it to its end. */
  Result run() {
    Process process = start();
    try {
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Result(process.waitFor(), said);
    } catch (IOException e) {
      throw new DatabaseException("Cannot run " + words.get(0) + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new DatabaseException("Interrupted while running " + words.get(0), e);
    }
  }
}
