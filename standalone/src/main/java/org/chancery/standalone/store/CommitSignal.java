package org.chancery.standalone.store;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells one listener of every commit. Stands between the store, which is made first, and the
 * indexer, which follows it.
 */
public final class CommitSignal implements Runnable {
  private final AtomicReference<Runnable> listener = new AtomicReference<>(() -> {});

  /** Who is told from now on; must be quick. */
  public void tell(Runnable newListener) {
    listener.set(newListener);
  }

  @Override
  public void run() {
    listener.get().run();
  }
}
