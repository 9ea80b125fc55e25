package org.chancery.alfresco.verification;

import java.lang.reflect.Field;
import java.util.concurrent.locks.ReentrantLock;
import org.chancery.core.search.Indexer;

/**
 * Keeps the repository's own indexer from taking what the feed's contract looks at: a change of
 * access is gone from the feed as soon as it is indexed.
 */
final class IndexerAtRest {

  private IndexerAtRest() {}

  /** Runs the work; searches wait meanwhile. */
  static void during(Indexer indexer, Runnable work) {
    ReentrantLock lock = lock(indexer);
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  private static ReentrantLock lock(Indexer indexer) {
    try {
      Field lock = Indexer.class.getDeclaredField("lock");
      lock.setAccessible(true);
      return (ReentrantLock) lock.get(indexer);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The indexer has no lock to hold", e);
    }
  }
}
