package org.alfresco.repo.transaction;

/** Runs work in a transaction and again when the database asks for it. */
public class RetryingTransactionHelper {
  public RetryingTransactionHelper() {
    throw new UnsupportedOperationException();
  }

  public <R> R doInTransaction(
      RetryingTransactionHelper.RetryingTransactionCallback<R> retryingTransactionCallback) {
    throw new UnsupportedOperationException();
  }

  public <R> R doInTransaction(
      RetryingTransactionHelper.RetryingTransactionCallback<R> retryingTransactionCallback,
      boolean flag) {
    throw new UnsupportedOperationException();
  }

  public <R> R doInTransaction(
      RetryingTransactionHelper.RetryingTransactionCallback<R> retryingTransactionCallback,
      boolean flag,
      boolean flag2) {
    throw new UnsupportedOperationException();
  }

  /** Work in a transaction. */
  public interface RetryingTransactionCallback<Result> {
    Result execute() throws Throwable;
  }
}
