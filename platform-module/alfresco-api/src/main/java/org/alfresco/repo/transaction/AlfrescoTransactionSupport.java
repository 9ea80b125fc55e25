package org.alfresco.repo.transaction;

import org.alfresco.util.transaction.TransactionListener;
import org.alfresco.util.transaction.TransactionSupportUtil;

/** The transaction in progress on the thread. */
public abstract class AlfrescoTransactionSupport extends TransactionSupportUtil {

  public static AlfrescoTransactionSupport.TxnReadState getTransactionReadState() {
    throw new UnsupportedOperationException();
  }

  public static void bindListener(TransactionListener transactionListener) {
    throw new UnsupportedOperationException();
  }

  /** Whether the transaction in progress may write. */
  public enum TxnReadState {
    TXN_NONE,
    TXN_READ_ONLY,
    TXN_READ_WRITE
  }
}
