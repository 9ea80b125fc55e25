package org.chancery.intakeprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the process is doing, as it writes it down every few seconds.
 *
 * @param at when this was written, UTC
 * @param pid the process
 * @param repository the API's base
 * @param since since when the repository has been reachable, or not
 * @param problem why the repository cannot be worked with
 * @param folderProblem what is wrong with the watched folder
 * @param waiting what lies in the folder and why
 * @param reading what is being read
 * @param received files handed in since the start
 * @param readings how many were read, refused and failed since the start
 */
record Status(
    Instant at,
    long pid,
    String repository,
    Instant since,
    Optional<String> problem,
    Optional<String> folderProblem,
    List<Waiting> waiting,
    List<Reading> reading,
    long received,
    Map<String, Long> readings) {

  /** A file that waits. */
  record Waiting(String name, String code, String explanation, Instant since) {}

  /** A document being read. */
  record Reading(String name, int done, int of) {}

  private static Path file(Path data) {
    return data.resolve("status.json");
  }

  /** Whoever reads it sees the old one or the new one, whole. */
  void write(Path data) throws IOException {
    Path fresh = data.resolve("status.json.new");
    Files.write(fresh, Wire.bytes(this));
    Files.move(
        fresh, file(data), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What was last written; empty when nothing was. */
  static Optional<Status> read(Path data) throws IOException {
    try {
      return Optional.of(Wire.JSON.readValue(Files.readAllBytes(file(data)), Status.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
