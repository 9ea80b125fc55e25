package org.chancery.acceptance.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of the launcher that runs until it is ended, may be started again, and has a log. */
final class LauncherProcess implements AutoCloseable {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
  private static final Duration DEATH_LIMIT = Duration.ofSeconds(10);

  private final List<String> arguments;
  private final Path log;
  private Process process;

  /**
   * Prepares it; nothing runs yet.
   *
   * @param arguments of the launcher
   * @param log the file that what it prints goes to, emptied by each start
   */
  LauncherProcess(List<String> arguments, Path log) {
    this.arguments = List.copyOf(arguments);
    this.log = log;
  }

  /** A command of the launcher, with nothing to read and one stream of output. */
  static ProcessBuilder launcher(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Installation.root().resolve("chancery").toString());
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
  }

  /** Starts it with further environment variables, without waiting for anything. */
  void start(Map<String, String> environment) {
    try {
      Files.writeString(log, "");
      ProcessBuilder builder = launcher(arguments).redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it has printed since its last start. */
  String logText() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Waits for it to end by itself; false when it still lives. */
  boolean awaitEnd(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  int exitValue() {
    return process.exitValue();
  }

  /** SIGKILL to it and to every JVM below it at once: nothing gets a word in. */
  void kill() {
    List<ProcessHandle> below =
        process
            .toHandle()
            .descendants()
            .filter(each -> each.info().command().orElse("").endsWith("/java"))
            .toList();
    process.toHandle().destroyForcibly();
    below.forEach(ProcessHandle::destroyForcibly);
    awaitEnd(DEATH_LIMIT);
  }

  /** SIGKILL to it alone: whatever it started is left an orphan. */
  void killAlone() {
    process.toHandle().destroyForcibly();
    awaitEnd(DEATH_LIMIT);
  }

  /**
   * Asks it to end and waits; one that does not is killed, and a failure. Nothing happens when it
   * has ended already.
   */
  @Override
  public void close() {
    if (!isAlive()) {
      return;
    }
    process.destroy();
    if (!awaitEnd(STOP_LIMIT)) {
      kill();
      throw new IllegalStateException(
          "It did not stop within "
              + STOP_LIMIT.toSeconds()
              + " s of SIGTERM: chancery "
              + arguments.get(0)
              + "\n"
              + logText());
    }
  }
}
