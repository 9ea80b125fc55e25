package org.chancery.acceptance.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The launcher, called as a user would at a prompt. */
public final class CommandLine {
  private CommandLine() {}

  /**
   * What a command did.
   *
   * @param exit its exit code
   * @param output what it printed, on either stream
   */
  public record Result(int exit, String output) {}

  /** Runs a command to its end. */
  public static Result run(String... arguments) {
    try {
      Process process = LauncherProcess.launcher(List.of(arguments)).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
