package org.chancery.ledger;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reads one step ahead of whoever takes what was read, on a thread of its own. The source is asked
 * by that thread alone, one question at a time.
 *
 * @param <T> what is read
 */
final class ReadAhead<T> implements AutoCloseable {

  /**
   * Where it is read from.
   *
   * @param <T> what is read
   */
  @FunctionalInterface
  interface Source<T> {
    T next() throws SQLException;
  }

  private final ExecutorService reader = Executors.newSingleThreadExecutor();
  private final Source<T> source;
  private CompletableFuture<T> ahead;

  /** Begins to read. */
  ReadAhead(Source<T> source) {
    this.source = source;
    ahead = read();
  }

  /**
   * What was read, in its order; the next is being read when this returns.
   *
   * @throws LedgerException when the source failed
   */
  T next() {
    try {
      T read = ahead.join();
      ahead = read();
      return read;
    } catch (CompletionException e) {
      if (e.getCause() instanceof LedgerException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Lets go of the source: nothing reads from it any more when this returns. */
  @Override
  public void close() {
    // A failure to read what nobody takes any more is nobody's.
    ahead.handle((read, failure) -> read).join();
    reader.shutdown();
  }

  private CompletableFuture<T> read() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return source.next();
          } catch (SQLException e) {
            throw LedgerException.of("The ledger cannot be read", e);
          }
        },
        reader);
  }
}
