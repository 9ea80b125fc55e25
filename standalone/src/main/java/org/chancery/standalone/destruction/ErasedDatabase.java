package org.chancery.standalone.destruction;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.chancery.core.destruction.Eraser;
import org.chancery.core.destruction.Removed;
import org.chancery.core.repository.Checkpoint;

/**
 * Erases what the database keeps of deleted rows. Deleting leaves a row's bytes in its table, in
 * the table's indexes, in the statistics of its columns and in the write-ahead log; so the tables
 * that hold words are rewritten, their statistics made anew, and, where the database is our own,
 * the log turned over until none of its files is from before.
 *
 * <p>While a table is rewritten everybody who needs it waits; that is why all removed folders of a
 * batch are erased at once. It is waited for a moment when the table is free.
 */
final class ErasedDatabase implements Eraser {
  private final DataSource database;
  private final Optional<Path> own;
  private final Checkpoint checkpoint;

  /**
   * In this database.
   *
   * @param database connections that commit by themselves
   * @param own the folder of our own database server; empty when it is somebody else's, whose log
   *     and backups its operator answers for
   * @param checkpoint told {@code erase-statistics} and {@code erase-log}
   */
  ErasedDatabase(DataSource database, Optional<Path> own, Checkpoint checkpoint) {
    this.database = database;
    this.own = own;
    this.checkpoint = checkpoint;
  }

  @Override
  public String where() {
    return "database";
  }

  @Override
  public List<String> erase(Removed removed) {
    try (Connection connection = database.getConnection()) {
      List<String> still = new ArrayList<>();
      Rewriting rewriting = new Rewriting(connection, own);
      rewriting.awaitOldTransactions().ifPresent(still::add);
      if (still.isEmpty()) {
        rewriting.tables().forEach(table -> rewriting.rewrite(table).ifPresent(still::add));
      }
      if (still.isEmpty()) {
        checkpoint.reached("erase-statistics");
        rewriting.statistics(own.isPresent());
      }
      if (still.isEmpty() && own.isPresent()) {
        checkpoint.reached("erase-log");
        new WriteAheadLog(connection).turnOver().ifPresent(still::add);
      }
      return still;
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be rewritten", e);
    }
  }
}
