package org.alfresco.util.transaction;

/** Hears of the end of a transaction. */
public interface TransactionListener {
  void beforeCommit(boolean flag);

  void beforeCompletion();

  void afterCommit();

  void afterRollback();
}
