package org.alfresco.repo.transaction;

import java.util.List;
import org.alfresco.service.transaction.TransactionService;

/** Runs work in a transaction and again when the database asks for it. */
public class RetryingTransactionHelper {
  public RetryingTransactionHelper() {
    throw new UnsupportedOperationException();
  }

  public void setTransactionService(TransactionService transactionService) {
    throw new UnsupportedOperationException();
  }

  public void setMaxRetries(int number) {
    throw new UnsupportedOperationException();
  }

  public void setMinRetryWaitMs(int number) {
    throw new UnsupportedOperationException();
  }

  public void setMaxRetryWaitMs(int number) {
    throw new UnsupportedOperationException();
  }

  public void setRetryWaitIncrementMs(int number) {
    throw new UnsupportedOperationException();
  }

  public void setMaxExecutionMs(long number) {
    throw new UnsupportedOperationException();
  }

  public void setReadOnly(boolean flag) {
    throw new UnsupportedOperationException();
  }

  public void setForceWritable(boolean flag) {
    throw new UnsupportedOperationException();
  }

  public void setExtraExceptions(List<Class<?>> list) {
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

  public static Throwable extractRetryCause(Throwable throwable) {
    throw new UnsupportedOperationException();
  }

  /** Work in a transaction. */
  public interface RetryingTransactionCallback<Result> {
    Result execute() throws Throwable;
  }
}
