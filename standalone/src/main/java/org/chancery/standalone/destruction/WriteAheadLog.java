package org.chancery.standalone.destruction;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The write-ahead log of a database server that is our own. */
final class WriteAheadLog {
  private static final String FILES =
      "SELECT name FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}(\\..*)?$'";

  /** Files made ahead are gone through one by one; there are never more than some dozens. */
  private static final int MOST_SWITCHES = 200;

  private final Connection connection;

  WriteAheadLog(Connection connection) {
    this.connection = connection;
  }

  /**
   * Goes on to new files until none of those of now is left, the ones made ahead included: an older
   * server may have made them from ones that were full. Says why that did not come to an end.
   */
  Optional<String> turnOver() throws SQLException {
    Set<String> before = files();
    Set<String> left = before;
    for (int turn = 0; !left.isEmpty() && turn < MOST_SWITCHES; turn++) {
      // A log that nothing was written to since is not switched.
      execute("SELECT pg_logical_emit_message(true, 'chancery', '')");
      execute("SELECT pg_switch_wal()");
      execute("CHECKPOINT");
      left = files();
      left.retainAll(before);
    }
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            left.size()
                + " files of the database's write-ahead log are still kept, such as for a"
                + " replication slot, an archive command or a standby. See to that they go, and try"
                + " again.");
  }

  private Set<String> files() throws SQLException {
    Set<String> found = new LinkedHashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(FILES)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
