package org.chancery.standalone.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Requests to a running server, as files in its data folder: whoever may write there owns all that
 * the server keeps. A request holds the account's name and the encoded password, never the password
 * itself; the answer takes its place and is removed by whoever asked.
 */
final class ResetRequests {
  private static final String FOLDER = "requests";
  private static final String REQUEST = ".reset-password";
  private static final String ANSWER = ".answer";
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Path folder;

  /** Below that data folder. */
  ResetRequests(Path data) {
    this.folder = data.resolve(FOLDER);
  }

  /**
   * A request.
   *
   * @param file where it lies
   * @param user the account
   * @param encoded its new password
   */
  record Request(Path file, String user, String encoded) {}

  /** Those that wait; one that cannot be read is removed. */
  List<Request> waiting() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(REQUEST))
          .flatMap(file -> read(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Request> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      if (lines.size() == 2) {
        return Optional.of(new Request(file, lines.get(0), lines.get(1)));
      }
      Files.delete(file);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the answer in the place of the request. */
  void answer(Request request, PasswordReset.Answer answer) {
    String name = request.file().getFileName().toString().replace(REQUEST, ANSWER);
    write(folder.resolve(name), List.of(String.valueOf(answer.done()), answer.text()));
    try {
      Files.delete(request.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Asks a running server and waits for its answer.
   *
   * @return empty when none came in time; the request is taken back then
   */
  Optional<PasswordReset.Answer> ask(String user, String encoded, Duration patience) {
    String id = UUID.randomUUID().toString();
    Path request = folder.resolve(id + REQUEST);
    Path answer = folder.resolve(id + ANSWER);
    write(request, List.of(user, encoded));
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (System.nanoTime() < end) {
        if (Files.exists(answer)) {
          List<String> lines = Files.readAllLines(answer, StandardCharsets.UTF_8);
          Files.delete(answer);
          return Optional.of(
              new PasswordReset.Answer(Boolean.parseBoolean(lines.get(0)), lines.get(1)));
        }
        Thread.sleep(LOOK.toMillis());
      }
      Files.deleteIfExists(request);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Seen whole or not at all, by its owner alone. */
  private void write(Path file, List<String> lines) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      Path part =
          Files.createTempFile(
              folder,
              "part",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(part, lines, StandardCharsets.UTF_8);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IllegalStateException("Within a folder files can be renamed", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
