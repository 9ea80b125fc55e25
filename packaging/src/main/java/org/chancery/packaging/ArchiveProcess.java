package org.chancery.packaging;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A Java process of its own on the archive's class path, for what parses files from outside: its
 * heap and its time are bounded, and what a file does to it is done to nobody else.
 */
final class ArchiveProcess implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final String END = "\0end";

  private final Process process;
  private final BufferedWriter in;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(10_000);

  private ArchiveProcess(Process process) {
    this.process = process;
    this.in =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Starts one.
   *
   * @param classPath of the archive
   * @param heapMegabytes it may have
   */
  static ArchiveProcess start(
      String classPath, int heapMegabytes, String main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-cp",
            classPath,
            main));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    // Names in any script must reach it as they are.
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().keySet().removeIf(name -> name.startsWith("CHANCERY_"));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    ArchiveProcess started = new ArchiveProcess(builder.start());
    Thread reader = new Thread(started::read, "archive-process");
    reader.setDaemon(true);
    reader.start();
    return started;
  }

  private void read() {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.put(line);
      }
    } catch (IOException e) {
      // It was ended; that there is no more is told below.
      lines.offer(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lines.offer(END);
    }
  }

  /** Asks it something. */
  void ask(String line) throws IOException {
    in.write(line + "\n");
    in.flush();
  }

  /**
   * The next line that it says; null when it says no more.
   *
   * @param patience how long it may take
   * @throws IOException when it takes longer, or nobody wants it any more
   */
  String next(Duration patience, BooleanSupplier alive) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (System.nanoTime() < end) {
        String line = lines.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (line != null) {
          return line.equals(END) ? null : line;
        }
        if (!alive.getAsBoolean()) {
          throw new IOException("It was ended.");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("It was interrupted.", e);
    }
    throw new TooLong(patience);
  }

  /** It did not answer in time. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong(Duration patience) {
      super("There was no answer within " + patience.toSeconds() + " seconds.");
    }
  }

  /** How it ended, once it has said its last line. */
  int status() throws IOException {
    try {
      if (process.waitFor(10, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      throw new IOException("The process does not end.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("It was interrupted.", e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
