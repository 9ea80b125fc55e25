package org.chancery.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chancery.acceptance.host.Client;

/** Many folders below one, made as any client could make them. */
final class LargeTree {
  /** How many descendants a lock has to reach at once. */
  static final int SIZE = 10_000;

  private LargeTree() {}

  /**
   * Makes so many folders below the top, a hundred to a folder, each with the word in its title.
   */
  static void fill(Client client, String top, String word, int size) {
    ExecutorService clients = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int made = 0; made < size; made += 100) {
        int below = Math.min(100, size - made) - 1;
        String name = "branch-" + made;
        work.add(clients.submit(() -> branch(client, top, name, word, below)));
      }
      for (Future<?> each : work) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      clients.shutdownNow();
    }
  }

  private static void branch(Client client, String top, String name, String word, int below) {
    String id = folder(client, top, name, word);
    for (int i = 0; i < below; i++) {
      folder(client, id, "leaf-" + i, word);
    }
  }

  private static String folder(Client client, String parent, String name, String word) {
    return client
        .post(
            "nodes/" + parent + "/children",
            Map.of(
                "type",
                "cm:folder",
                "name",
                name,
                "properties",
                Map.of("cm:title", word + " " + name)))
        .expect(201)
        .text("id");
  }
}
