package org.chancery.core.repository;

import java.util.function.Supplier;

/** The host's transactions. Ports join the one in progress on the thread. */
public interface Transactions {

  /**
   * Runs the work in a write transaction and commits it; any exception rolls everything back. Joins
   * the transaction in progress. May run the work again when the database asks for it, so work must
   * have no effects but those on ports.
   */
  <T> T write(Supplier<T> work);

  /** Like {@link #write}, without a result. */
  default void write(Runnable work) {
    write(
        () -> {
          work.run();
          return null;
        });
  }

  /**
   * Runs the work in a transaction of its own that commits whatever becomes of the one in progress
   * (denials in the ledger).
   */
  <T> T writeApart(Supplier<T> work);

  /**
   * Like {@link #write}, for what need not have reached the disk when this returns: everyone sees
   * it at once and it outlives this process, but when the database's machine fails within the next
   * second it may be gone. Only for one row of its own that is no change, such as the ledger's of a
   * search. A host without such a thing waits for the disk.
   */
  default void note(Runnable work) {
    write(work);
  }

  /** Runs the work on one consistent snapshot. */
  <T> T read(Supplier<T> work);

  /**
   * Runs the action after the transaction in progress (the outermost) has committed, in the order
   * of the calls; never when it rolls back. An action may begin a transaction; if it fails, that is
   * logged and changes nothing.
   *
   * @throws IllegalStateException when there is no transaction in progress
   */
  void afterCommit(Runnable action);
}
