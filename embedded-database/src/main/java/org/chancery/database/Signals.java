package org.chancery.database;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's signals, of which Java knows only the one that waits for all clients to leave. */
final class Signals {

  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
  private static final Duration HARD = Duration.ofSeconds(20);

  private Signals() {}

  /**
   * Fast shutdown: sessions end, everything is written, the process leaves. When it does not in
   * time, immediate shutdown, after which the next start recovers from the log.
   */
  static void stop(ProcessHandle postmaster, Duration patience) {
    send("INT", postmaster);
    if (gone(postmaster, patience)) {
      return;
    }
    LOG.warn("The database did not stop within {}; stopping it hard", patience);
    send("QUIT", postmaster);
    if (!gone(postmaster, HARD)) {
      throw new DatabaseException(
          "The database, process " + postmaster.pid() + ", does not stop; end it by hand.");
    }
  }

  static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("Interrupted while waiting for the database", e);
    }
  }

  private static void send(String signal, ProcessHandle process) {
    Command.Result result =
        new Command(List.of("sh", "-c", "kill -" + signal + " " + process.pid())).run();
    if (result.status() != 0 && process.isAlive()) {
      throw new DatabaseException(
          "Cannot stop the database, process " + process.pid() + ": " + result.said());
    }
  }

  private static boolean gone(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("Interrupted while stopping the database", e);
    } catch (ExecutionException e) {
      throw new DatabaseException("Cannot wait for the database to stop", e);
    }
  }
}
