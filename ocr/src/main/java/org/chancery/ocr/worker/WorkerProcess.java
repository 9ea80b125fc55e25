package org.chancery.ocr.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parent's side of one worker process. Jobs are run by one thread; another may kill it. */
final class WorkerProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A longer answer is not ours: it would fill the parent's memory. */
  private static final int LONGEST_ANSWER = 100_000_000;

  /** Standard output becomes descriptor 3; what native code prints goes to standard error. */
  private static final String REDIRECT = "exec \"$0\" \"$@\" 3>&1 1>&2";

  private final WorkerSettings settings;
  private final Process process;
  private final Path temporary;
  private final BufferedReader answers;
  private volatile long stepBegan;
  private volatile boolean busy;
  private volatile String killedBecause;

  private WorkerProcess(WorkerSettings settings, Process process, Path temporary) {
    this.settings = settings;
    this.process = process;
    this.temporary = temporary;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a process and waits until it can work. */
  static WorkerProcess start(WorkerSettings settings, Consumer<WorkerProcess> watch) {
    try {
      Path natives = NativeLibraries.unpackedIn(settings.cache());
      Path temporary = TemporaryFiles.forWorker(settings.cache());
      ProcessBuilder builder = new ProcessBuilder(command(settings, natives, temporary));
      Map<String, String> environment = builder.environment();
      // A process that parses untrusted files has no business with the server's secrets.
      environment.clear();
      environment.put("PATH", "/usr/bin:/bin");
      environment.put("LANG", "C.UTF-8");
      environment.put("LD_LIBRARY_PATH", natives.toString());
      environment.put("OMP_THREAD_LIMIT", "1");
      environment.put("MALLOC_ARENA_MAX", "2");
      Process process = builder.directory(temporary.toFile()).start();
      WorkerProcess worker = new WorkerProcess(settings, process, temporary);
      Thread drain = new Thread(worker::drainErrors, "worker-errors-" + process.pid());
      drain.setDaemon(true);
      drain.start();
      watch.accept(worker);
      worker.awaitReady();
      return worker;
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private void awaitReady() throws IOException {
    begin();
    try {
      answer();
    } catch (WorkerDied e) {
      close();
      throw unavailable(e);
    } finally {
      busy = false;
    }
  }

  private static WorkerUnavailable unavailable(Exception cause) {
    return new WorkerUnavailable(
        "A reading worker cannot be started: "
            + cause.getMessage()
            + " (Is Tesseract's language data installed?)",
        cause);
  }

  private static List<String> command(WorkerSettings settings, Path natives, Path temporary) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", REDIRECT));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-Xms32m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + temporary.resolve("crash.log"),
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + temporary,
            "-Djna.tmpdir=" + temporary,
            "-Djna.library.path=" + natives));
    command.addAll(settings.javaOptions());
    command.addAll(
        List.of(
            "-cp", absoluteClassPath(), settings.mainClass(), settings.languageData().toString()));
    return command;
  }

  /** The parent's own; the worker runs in another directory. */
  private static String absoluteClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Runs one job to its end. */
  Reply run(Request request) throws WorkerDied {
    begin();
    try {
      OutputStream requests = process.getOutputStream();
      requests.write(
          (JSON.writerFor(Request.class).writeValueAsString(request) + "\n")
              .getBytes(StandardCharsets.UTF_8));
      requests.flush();
      while (true) {
        Reply reply = answer();
        if (!(reply instanceof Reply.Alive)) {
          return reply;
        }
        stepBegan = System.nanoTime();
      }
    } catch (IOException e) {
      throw new WorkerDied(howItEnded());
    } finally {
      busy = false;
    }
  }

  private void begin() {
    stepBegan = System.nanoTime();
    busy = true;
  }

  private Reply answer() throws IOException, WorkerDied {
    StringBuilder line = new StringBuilder();
    for (int c = answers.read(); c != '\n'; c = answers.read()) {
      if (c < 0 || line.length() > LONGEST_ANSWER) {
        throw new WorkerDied(howItEnded());
      }
      line.append((char) c);
    }
    return JSON.readValue(line.toString(), Reply.class);
  }

  /** Kills the process when it has taken too long or too much memory. */
  void check() {
    if (busy && System.nanoTime() - stepBegan > settings.timePerStep().toNanos()) {
      kill("It took longer than " + settings.timePerStep().toSeconds() + " s.");
    } else {
      long resident = process.isAlive() ? ResidentMemory.ofProcess(process.pid()) : 0;
      if (resident > settings.mostResidentBytes()) {
        kill("It took " + resident / 1_000_000 + " MB of memory.");
      }
    }
  }

  void kill(String why) {
    killedBecause = why;
    process.destroyForcibly();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private String howItEnded() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String why = killedBecause;
    return why != null ? why : "It ended with status " + process.exitValue() + ".";
  }

  private void drainErrors() {
    try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = errors.readLine(); line != null; line = errors.readLine()) {
        LOG.debug("worker {}: {}", process.pid(), line);
      }
    } catch (IOException e) {
      LOG.debug("worker {}: its messages end: {}", process.pid(), e.toString());
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
      TemporaryFiles.delete(temporary);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("temporary files of a worker stay in {}: {}", temporary, e.toString());
    }
  }
}
