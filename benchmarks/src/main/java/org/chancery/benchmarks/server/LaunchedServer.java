package org.chancery.benchmarks.server;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One server as a process of its own, started by the launcher, on a free port. */
public final class LaunchedServer implements AutoCloseable {
  /** The administrator's password when the server's first start is made here. */
  public static final String ADMIN_PASSWORD = "Benchmark-2007-server!";

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final Path home;
  private final int port;
  private Process process;

  /**
   * Prepares a server; nothing runs yet.
   *
   * @param home an existing folder, for data, watched folder and log
   * @throws IOException when no port is free
   */
  public LaunchedServer(Path home) throws IOException {
    this.home = home;
    try (ServerSocket socket = new ServerSocket(0)) {
      this.port = socket.getLocalPort();
    }
  }

  /**
   * Starts it and waits until it says that it is ready.
   *
   * @return seconds from the command to that line
   * @throws IOException when it ends instead, or takes more than three minutes
   */
  public double start() throws IOException, InterruptedException {
    Files.createDirectories(inbox());
    Files.writeString(log(), "");
    long begin = System.nanoTime();
    ProcessBuilder builder =
        launcher(
            List.of(
                "run",
                "--data",
                data().toString(),
                "--inbox",
                inbox().toString(),
                "--port",
                String.valueOf(port)));
    builder.redirectOutput(log().toFile());
    builder.environment().put("CHANCERY_ADMIN_PASSWORD", ADMIN_PASSWORD);
    process = builder.start();
    while (!Files.readString(log()).contains("Chancery is ready at ")) {
      if (process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)
          || System.nanoTime() - begin > START_LIMIT.toNanos()) {
        throw new IOException("The server did not start:\n" + Files.readString(log()));
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  /** SIGKILL to the server's process alone: its database and its workers are left orphans. */
  public void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /**
   * What {@code chancery verify} says of the stopped server's data.
   *
   * @param exit its exit code
   * @param output what it printed
   */
  public record Verification(int exit, String output) {}

  /** Checks the stopped server's data. */
  public Verification verify() throws IOException, InterruptedException {
    Process verify = launcher(List.of("verify", "--data", data().toString())).start();
    String output =
        new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return new Verification(verify.waitFor(), output);
  }

  private static ProcessBuilder launcher(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(root().resolve("chancery").toString());
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
  }

  /** The folder with the launcher: this one or one above. */
  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isExecutable(at.resolve("chancery"))) {
      at = at.getParent();
      if (at == null) {
        throw new IllegalStateException("Run this in the folder with the launcher, chancery");
      }
    }
    return at;
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

  /** What it has printed since its last start. */
  public Path log() {
    return home.resolve("server.log");
  }

  /** Stops it with SIGTERM and waits; nothing happens when it does not run. */
  @Override
  public void close() throws IOException {
    if (process == null || !process.isAlive()) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        kill();
        throw new IOException("The server did not stop:\n" + Files.readString(log()));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
