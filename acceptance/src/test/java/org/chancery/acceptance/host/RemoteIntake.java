package org.chancery.acceptance.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An intake process with its own watched folder, started by the launcher as a user would. */
public final class RemoteIntake implements AutoCloseable {
  private final Path home;
  private final Path log;
  private final List<String> arguments;
  private Process process;

  private RemoteIntake(Path home, List<String> arguments) {
    this.home = home;
    this.log = home.resolve("intake.log");
    this.arguments = arguments;
  }

  /** Prepares one for a repository; nothing runs yet. */
  public static RemoteIntake of(URI repository, Path home) {
    List<String> arguments = new ArrayList<>(List.of("intake"));
    arguments.addAll(List.of("--repository", repository.toString()));
    arguments.addAll(List.of("--inbox", home.resolve("dropped").toString()));
    arguments.addAll(List.of("--data", home.resolve("intake-data").toString()));
    return new RemoteIntake(home, arguments);
  }

  /** Starts; its first look at the folder comes within seconds. */
  public RemoteIntake start(Map<String, String> environment) {
    try {
      List<String> command = new ArrayList<>();
      command.add(Installation.root().resolve("chancery").toString());
      command.addAll(arguments);
      Files.createDirectories(inbox());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
      builder.environment().put("CHANCERY_INTAKE_PASSWORD", ServerProcess.ADMIN_PASSWORD);
      builder.environment().putAll(environment);
      process = builder.start();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts as a user would. */
  public RemoteIntake start() {
    return start(Map.of());
  }

  /** The watched folder. */
  public Path inbox() {
    return home.resolve("dropped");
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

  /** What it has printed since the first start. */
  public String logText() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it lives. */
  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Waits for it to end by itself; false when it still lives. */
  public boolean awaitEnd(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Kills it as a power cut would. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd(Duration.ofSeconds(10));
  }

  /** Asks it to end and waits. */
  @Override
  public void close() {
    if (isAlive()) {
      process.destroy();
      if (!awaitEnd(Duration.ofSeconds(60))) {
        kill();
        throw new IllegalStateException("It did not stop within 60 s of SIGTERM:\n" + logText());
      }
    }
  }
}
