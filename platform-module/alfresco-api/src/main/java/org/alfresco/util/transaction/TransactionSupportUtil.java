package org.alfresco.util.transaction;

/** What is bound to the transaction in progress on the thread. */
public abstract class TransactionSupportUtil {

  public static boolean isActualTransactionActive() {
    throw new UnsupportedOperationException();
  }

  public static <R> R getResource(Object object) {
    throw new UnsupportedOperationException();
  }

  public static void bindResource(Object object, Object object2) {
    throw new UnsupportedOperationException();
  }
}
