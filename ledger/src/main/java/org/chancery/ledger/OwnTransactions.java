package org.chancery.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Transactions that belong to this module alone, on a data source that joins nobody's. The
 * connection's automatic commit is put back as it was, since pools differ in what they expect.
 */
final class OwnTransactions {
  private final DataSource own;

  OwnTransactions(DataSource own) {
    this.own = own;
  }

  /** Runs the work and commits; rolls back when it throws. */
  <T> T commit(String failure, Work<T> work) {
    try (Connection connection = own.getConnection()) {
      boolean automatic = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        T result = work.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        try {
          connection.rollback();
        } catch (SQLException rollback) {
          e.addSuppressed(rollback);
        }
        throw e;
      } finally {
        connection.setAutoCommit(automatic);
      }
    } catch (SQLException e) {
      throw LedgerException.of(failure, e);
    }
  }

  /** Something done on a connection. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }
}
