package org.chancery.ledger;

import java.sql.SQLException;

/**
 * The ledger, a queue or its files could not be used. The transaction in progress must not commit:
 * what cannot be recorded does not happen. A database error is the {@linkplain #getCause() cause},
 * with its SQL state, so that a host can tell what is worth another try.
 */
public final class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LedgerException(String message) {
    super(message);
  }

  LedgerException(String message, Exception cause) {
    super(message + ": " + cause.getMessage(), cause);
  }

  static LedgerException of(String doing, SQLException e) {
    return new LedgerException(doing, e);
  }
}
