package org.chancery.standalone;

import java.util.Optional;
import org.chancery.database.DatabaseException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the standalone server; the launcher's {@code ./chancery run} ends here. */
public final class ChanceryServer {
  /** System property: start, then stop; the launcher does so once after each build. */
  private static final String REHEARSAL = "chancery.rehearsal";

  private ChanceryServer() {}

  /**
   * Starts the server, which then runs until it is told to stop. What can be put right by whoever
   * started it is said in one line on the error output; the exit code is then 1.
   *
   * @param args settings, such as {@code --server.port=8080 --chancery.data=DIR}
   */
  public static void main(String[] args) {
    try {
      ConfigurableApplicationContext server =
          new SpringApplication(ServerConfiguration.class).run(args);
      if (Boolean.getBoolean(REHEARSAL)) {
        server.close();
      }
    } catch (RuntimeException e) {
      System.err.println(
          "chancery: " + reason(e).orElseGet(() -> "the server could not start: " + root(e)));
      System.exit(1);
    }
  }

  /** What the person at the command line can understand and put right. */
  private static Optional<String> reason(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof PortInUseException inUse) {
        return Optional.of("port " + inUse.getPort() + " is in use; choose another with --port");
      }
      if (each instanceof StartRefused || each instanceof DatabaseException) {
        return Optional.of(each.getMessage());
      }
    }
    return Optional.empty();
  }

  private static Throwable root(Throwable thrown) {
    return thrown.getCause() == null ? thrown : root(thrown.getCause());
  }
}
