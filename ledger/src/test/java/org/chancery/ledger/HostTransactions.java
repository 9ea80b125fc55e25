package org.chancery.ledger;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * What a host does: a transaction belongs to a thread, and the data source handed to the module
 * gives out its connection, whose {@code close} does nothing and whose {@code commit} is forbidden.
 */
final class HostTransactions {
  private final DataSource raw;
  private final ThreadLocal<Connection> current = new ThreadLocal<>();

  HostTransactions(DataSource raw) {
    this.raw = raw;
  }

  /** Runs the work in a transaction and commits it; rolls back when it throws. */
  void write(Runnable work) {
    begin();
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      rollback();
      throw e;
    }
    commit();
  }

  void begin() {
    try {
      Connection connection = raw.getConnection();
      connection.setAutoCommit(false);
      current.set(connection);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  void commit() {
    end(true);
  }

  void rollback() {
    end(false);
  }

  private void end(boolean commit) {
    try (Connection connection = current.get()) {
      current.remove();
      if (commit) {
        connection.commit();
      } else {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Gives out the connection of the transaction in progress. */
  DataSource joined() {
    return new DataSource() {
      @Override
      public Connection getConnection() throws SQLException {
        Connection connection = current.get();
        return connection == null ? raw.getConnection() : guarded(connection);
      }

      @Override
      public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("not used");
      }

      @Override
      public PrintWriter getLogWriter() {
        return null;
      }

      @Override
      public void setLogWriter(PrintWriter out) {}

      @Override
      public void setLoginTimeout(int seconds) {}

      @Override
      public int getLoginTimeout() {
        return 0;
      }

      @Override
      public Logger getParentLogger() {
        return Logger.getLogger("joined");
      }

      @Override
      public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("not used");
      }

      @Override
      public boolean isWrapperFor(Class<?> type) {
        return false;
      }
    };
  }

  private static Connection guarded(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            HostTransactions.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "close":
                  return null;
                case "commit", "rollback", "setAutoCommit", "setTransactionIsolation":
                  throw new AssertionError(method.getName() + " is the host's");
                default:
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
              }
            });
  }
}
