package org.chancery.core.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for what can be done beside a request's own. */
final class Beside {
  private Beside() {}

  /** As many threads as are asked for at once; they end when idle, and with the process. */
  static ExecutorService threads() {
    return Executors.newCachedThreadPool(
        work -> {
          Thread thread = new Thread(work, "beside a request");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** The result, or what was thrown, as if it had been done on this thread. */
  static <T> T await(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
