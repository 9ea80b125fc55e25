package org.alfresco.util.transaction;

/** Hears of the end of a transaction and does nothing. */
public abstract class TransactionListenerAdapter implements TransactionListener {
  public TransactionListenerAdapter() {
    throw new UnsupportedOperationException();
  }

  public void beforeCommit(boolean flag) {
    throw new UnsupportedOperationException();
  }

  public void beforeCompletion() {
    throw new UnsupportedOperationException();
  }

  public void afterCommit() {
    throw new UnsupportedOperationException();
  }

  public void afterRollback() {
    throw new UnsupportedOperationException();
  }
}
