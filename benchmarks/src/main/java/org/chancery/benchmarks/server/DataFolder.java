package org.chancery.benchmarks.server;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.chancery.acceptance.process.ServerProcess;
import org.chancery.core.search.Indexer;
import org.chancery.core.search.SearchUnavailable;
import org.chancery.standalone.ServerConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A server's data, filled in this process through the server's own parts before a server is started
 * on it.
 */
public final class DataFolder {
  private DataFolder() {}

  /**
   * Fills it; the index is complete and committed afterwards.
   *
   * @param data where a server will find it
   * @param what for the line that says how long it took
   * @param filling with the server's parts
   */
  public static void fill(Path data, String what, Consumer<ApplicationContext> filling) {
    long start = System.nanoTime();
    try (ConfigurableApplicationContext server =
        new SpringApplication(ServerConfiguration.class)
            .run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--chancery.data=" + data,
                "--chancery.admin-password=" + ServerProcess.ADMIN_PASSWORD)) {
      filling.accept(server);
      double stored = (System.nanoTime() - start) / 1e9;
      awaitIndexed(server.getBean(Indexer.class));
      System.out.printf(
          Locale.ROOT,
          "stored %s in %.1f s, indexed after %.1f s%n",
          what,
          stored,
          (System.nanoTime() - start) / 1e9);
    }
  }

  /** Everything can be found, and no lock is still to be written into the index. */
  private static void awaitIndexed(Indexer indexer) {
    boolean done = false;
    while (!done) {
      try {
        indexer.awaitCurrent();
        done = indexer.status().pending() == 0;
      } catch (SearchUnavailable e) {
        System.out.println("the index is catching up");
      }
    }
  }
}
