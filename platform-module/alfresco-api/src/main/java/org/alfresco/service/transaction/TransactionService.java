package org.alfresco.service.transaction;

import org.alfresco.repo.transaction.RetryingTransactionHelper;

/** The repository's transactions. */
public interface TransactionService {

  RetryingTransactionHelper getRetryingTransactionHelper();
}
