package org.chancery.acceptance.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An intake process with its own watched folder: {@code ./chancery intake}. */
public final class RemoteIntake implements AutoCloseable {
  private final Path home;
  private final String password;
  private final LauncherProcess process;

  private RemoteIntake(Path home, String password, LauncherProcess process) {
    this.home = home;
    this.password = password;
    this.process = process;
  }

  /**
   * Prepares one for a repository; nothing runs yet.
   *
   * @param repository its address, or its API's
   * @param user a program account
   * @param home an existing folder, for the watched folder, data and log
   */
  public static RemoteIntake of(URI repository, String user, String password, Path home) {
    List<String> arguments =
        List.of(
            "intake",
            "--repository",
            repository.toString(),
            "--inbox",
            home.resolve("dropped").toString(),
            "--data",
            home.resolve("intake-data").toString(),
            "--user",
            user);
    return new RemoteIntake(
        home, password, new LauncherProcess(arguments, home.resolve("intake.log")));
  }

  /** Starts with further environment variables; its first look at the folder is soon after. */
  public RemoteIntake start(Map<String, String> environment) {
    try {
      Files.createDirectories(inbox());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.put("CHANCERY_INTAKE_PASSWORD", password);
    process.start(all);
    return this;
  }

  /** Starts as a user would. */
  public RemoteIntake start() {
    return start(Map.of());
  }

  /** The watched folder. */
  public Path inbox() {
    return home.resolve("dropped");
  }

  /** What it prints goes there; emptied by each start. */
  public Path log() {
    return home.resolve("intake.log");
  }

  /** How it says it is doing. */
  public CommandLine.Result status() {
    return CommandLine.run("intake", "--status", "--data", home.resolve("intake-data").toString());
  }

  /** What it has last written down of how it is doing; empty text when nothing yet. */
  public String statusFile() {
    Path file = home.resolve("intake-data").resolve("status.json");
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for it to end by itself; false when it still lives. */
  public boolean awaitEnd(Duration limit) {
    return process.awaitEnd(limit);
  }

  /** Asks it to end and waits; nothing happens when it does not run. */
  @Override
  public void close() {
    process.close();
  }
}
