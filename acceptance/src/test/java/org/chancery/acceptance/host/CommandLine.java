package org.chancery.acceptance.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    List<String> command = new ArrayList<>();
    command.add(Installation.root().resolve("chancery").toString());
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
              .start();
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
