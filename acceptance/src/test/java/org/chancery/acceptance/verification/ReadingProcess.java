package org.chancery.acceptance.verification;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.chancery.acceptance.host.Installation;

/** The watched folder and the reading, as {@code ./chancery intake} beside the repository. */
final class ReadingProcess implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final Path home;
  private final Process process;

  private ReadingProcess(Path home, Process process) {
    this.home = home;
    this.process = process;
  }

  /** Starts one for the API at that base. */
  static ReadingProcess start(URI api, String user, String password) {
    try {
      Path home = Files.createTempDirectory("chancery-verify-");
      Files.createDirectories(home.resolve("inbox"));
      ProcessBuilder builder =
          new ProcessBuilder(
                  Installation.root().resolve("chancery").toString(),
                  "intake",
                  "--repository",
                  api.toString(),
                  "--inbox",
                  home.resolve("inbox").toString(),
                  "--data",
                  home.resolve("data").toString(),
                  "--user",
                  user)
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("intake.log").toFile())
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
      builder.environment().put("CHANCERY_INTAKE_PASSWORD", password);
      return new ReadingProcess(home, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path inbox() {
    return home.resolve("inbox");
  }

  Path log() {
    return home.resolve("intake.log");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
