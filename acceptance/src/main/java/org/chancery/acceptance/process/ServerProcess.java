package org.chancery.acceptance.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One standalone server, {@code ./chancery run}, with its own port, data folder and watched folder.
 */
public final class ServerProcess implements AutoCloseable {
  /** The administrator's password of every server that is first started here. */
  public static final String ADMIN_PASSWORD = "Acceptance-2007-suite!";

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final Path home;
  private final int port;
  private final LauncherProcess process;

  private ServerProcess(Path home, int port, LauncherProcess process) {
    this.home = home;
    this.port = port;
    this.process = process;
  }

  /**
   * Prepares a server over a folder; nothing runs yet.
   *
   * @param home an existing folder, for data, watched folder and log
   * @param more further arguments of {@code chancery run}
   */
  public static ServerProcess over(Path home, String... more) {
    int port = freePort();
    List<String> arguments =
        new ArrayList<>(List.of("run", "--data", home.resolve("data").toString()));
    arguments.addAll(List.of("--inbox", home.resolve("inbox").toString()));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--port", String.valueOf(port)));
    return new ServerProcess(
        home, port, new LauncherProcess(arguments, home.resolve("server.log")));
  }

  /** Starts and waits until the launcher says that it is ready. */
  public ServerProcess start() {
    return start(Map.of());
  }

  /**
   * Starts with further environment variables and waits until the launcher says that it is ready.
   *
   * @throws IllegalStateException when it ends instead, or takes more than three minutes
   */
  public ServerProcess start(Map<String, String> environment) {
    try {
      Files.createDirectories(inbox());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> all = new LinkedHashMap<>();
    all.put("CHANCERY_ADMIN_PASSWORD", ADMIN_PASSWORD);
    all.putAll(environment);
    process.start(all);
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!logText().contains("Chancery is ready at " + url())) {
      if (process.awaitEnd(LOOK_EVERY)) {
        throw new IllegalStateException(
            "The server ended with " + process.exitValue() + ":\n" + logText());
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "The server was not ready within " + START_LIMIT + ":\n" + logText());
      }
    }
    return this;
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
    return process.logText();
  }

  /** Whether it lives. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for it to end by itself; false when it still lives. */
  public boolean awaitEnd(Duration limit) {
    return process.awaitEnd(limit);
  }

  /** Kills it as a power cut would, its reading workers too. Its database is left an orphan. */
  public void kill() {
    process.kill();
  }

  /** Kills the server's process alone: its database and its workers are left orphans. */
  public void killAlone() {
    process.killAlone();
  }

  /** What {@code chancery verify} says of the stopped server's data. */
  public CommandLine.Result verify() {
    return CommandLine.run("verify", "--data", data().toString());
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
    process.close();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
