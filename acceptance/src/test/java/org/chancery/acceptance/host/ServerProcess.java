package org.chancery.acceptance.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One standalone server as a process of its own, started by the launcher as a user would, with its
 * own port, data folder and watched folder.
 */
public final class ServerProcess implements AutoCloseable {
  /** The administrator's password of every server the suite starts. */
  public static final String ADMIN_PASSWORD = "Acceptance-2007-suite!";

  private static final Duration START_LIMIT = Duration.ofSeconds(120);

  private final Path home;
  private final int port;
  private final List<String> arguments;
  private final Path log;
  private Process process;

  private ServerProcess(Path home, int port, List<String> arguments) {
    this.home = home;
    this.port = port;
    this.arguments = arguments;
    this.log = home.resolve("server.log");
  }

  /**
   * Prepares a server over a folder; nothing runs yet.
   *
   * @param home holds data, watched folder and log
   * @param more further arguments of {@code chancery run}
   */
  public static ServerProcess over(Path home, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--data", home.resolve("data").toString()));
    arguments.addAll(List.of("--inbox", home.resolve("inbox").toString()));
    arguments.addAll(List.of(more));
    return new ServerProcess(home, freePort(), arguments);
  }

  /** Starts and waits until the launcher says that it is ready. */
  public ServerProcess start() {
    return start(Map.of());
  }

  /**
   * Starts with further environment variables and waits until the launcher says that it is ready.
   */
  public ServerProcess start(Map<String, String> environment) {
    launch(environment);
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!logText().contains("Chancery is ready at " + url())) {
      if (!process.isAlive()) {
        throw new IllegalStateException(
            "The server ended with " + process.exitValue() + ":\n" + logText());
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "The server was not ready within " + START_LIMIT + ":\n" + logText());
      }
      pause(Duration.ofMillis(50));
    }
    return this;
  }

  /** Starts without waiting for anything. */
  public void launch(Map<String, String> environment) {
    try {
      Files.createDirectories(inbox());
      List<String> command = new ArrayList<>();
      command.add(Installation.root().resolve("chancery").toString());
      command.addAll(arguments);
      command.addAll(List.of("--port", String.valueOf(port)));
      Files.writeString(log, "");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().put("CHANCERY_ADMIN_PASSWORD", ADMIN_PASSWORD);
      builder.environment().putAll(environment);
      builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it answers. */
  public URI url() {
    return URI.create("http://localhost:" + port);
  }

  /** The watched folder. */
  public Path inbox() {
    return home.resolve("inbox");
  }

  /** The data folder. */
  public Path data() {
    return home.resolve("data");
  }

  /** What it has printed since the last start. */
  public String logText() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the launcher's process lives. */
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

  /** The exit code of the ended process. */
  public int exitValue() {
    return process.exitValue();
  }

  /**
   * Kills it as a power cut would: the server and its launcher at once, nothing gets a word in. Its
   * database is left an orphan.
   */
  public void kill() {
    ProcessHandle handle = process.toHandle();
    List<ProcessHandle> below =
        handle
            .descendants()
            .filter(each -> each.info().command().orElse("").endsWith("/java"))
            .toList();
    handle.destroyForcibly();
    below.forEach(ProcessHandle::destroyForcibly);
    awaitEnd(Duration.ofSeconds(10));
  }

  @Override
  public void close() {
    stop();
  }

  /**
   * Asks it to end and waits; a server that does not is a failure. Nothing happens when it has
   * ended already.
   */
  public void stop() {
    if (isAlive()) {
      process.destroy();
      if (!awaitEnd(Duration.ofSeconds(60))) {
        kill();
        throw new IllegalStateException(
            "The server did not stop within 60 s of SIGTERM:\n" + logText());
      }
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
