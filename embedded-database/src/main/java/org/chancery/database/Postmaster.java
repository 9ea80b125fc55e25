package org.chancery.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running database server, a child of this process. */
final class Postmaster {

  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  // Recovery after a power failure may have much to replay.
  private static final Duration RECOVERY = Duration.ofMinutes(10);
  private static final int KEPT_LINES = 40;

  /** Durable first; memory for an office's server that shares its machine. */
  private static final List<String> SETTINGS =
      List.of(
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=60",
          "shared_buffers=128MB",
          "work_mem=8MB",
          "maintenance_work_mem=64MB",
          "effective_cache_size=512MB",
          "max_wal_size=512MB",
          // A log file that is done with is deleted, not renamed for later with its old contents.
          "wal_recycle=off",
          "huge_pages=off",
          // Compiling short queries costs more than it saves.
          "jit=off",
          "max_parallel_workers_per_gather=0",
          "timezone=UTC",
          "log_timezone=UTC",
          // A rejected statement is reported to the one who sent it; its values are personal data
          // and stay out of the log.
          "log_min_messages=log",
          "log_min_error_statement=panic",
          "log_error_verbosity=terse",
          "log_checkpoints=off",
          "log_line_prefix=");

  private final Path cluster;
  private final int port;
  private final Process process;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final Thread reader;

  Postmaster(Path home, Path cluster, RunAs runAs, int port) {
    this.cluster = cluster;
    this.port = port;
    List<String> words = new ArrayList<>(List.of(home.resolve("bin/postgres").toString()));
    words.addAll(List.of("-D", cluster.toString(), "-p", Integer.toString(port)));
    SETTINGS.forEach(setting -> words.addAll(List.of("-c", setting)));
    // A session of its own: Ctrl-C at the terminal is for the server, which then stops us in turn.
    List<String> command = new ArrayList<>(List.of("setsid"));
    command.addAll(runAs.command(words.toArray(String[]::new)));
    process = new Command(command, Optional.of(cluster.getParent()), "").start();
    reader = new Thread(this::read, "embedded-database-log");
    reader.setDaemon(true);
    reader.start();
  }

  int port() {
    return port;
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /** Waits until it accepts connections; what it said when it ended instead. */
  Optional<String> awaitReady() {
    long end = System.nanoTime() + RECOVERY.toNanos();
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        return Optional.of(lastWords());
      }
      Optional<PostmasterFile> file = PostmasterFile.read(cluster);
      if (file.isPresent() && file.get().pid() == process.pid() && file.get().ready()) {
        return Optional.empty();
      }
      Signals.pause();
    }
    stop();
    return Optional.of("it was not ready within " + RECOVERY + ". " + lastWords());
  }

  void stop() {
    if (process.isAlive()) {
      Signals.stop(process.toHandle(), PATIENCE);
    }
  }

  private String lastWords() {
    try {
      reader.join(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (lastLines) {
      return String.join("\n", lastLines);
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("FATAL") || line.startsWith("PANIC")) {
          LOG.warn("{}", line);
        } else {
          LOG.debug("{}", line);
        }
        synchronized (lastLines) {
          lastLines.addLast(line);
          if (lastLines.size() > KEPT_LINES) {
            lastLines.removeFirst();
          }
        }
      }
    } catch (IOException e) {
      LOG.debug("The database's output has ended", e);
    }
  }
}
