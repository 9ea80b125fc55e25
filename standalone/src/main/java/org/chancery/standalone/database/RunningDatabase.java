package org.chancery.standalone.database;

import java.util.Objects;
import java.util.Optional;
import org.chancery.database.EmbeddedPostgres;
import org.chancery.standalone.ServerSettings;
import org.chancery.standalone.lifecycle.DataFolder;

/**
 * The database in use, and how to reach it.
 *
 * @param url for JDBC
 * @param user to sign in as; empty when the URL says it
 * @param password empty when the URL says it
 * @param own the server we started ourselves and stop again
 */
public record RunningDatabase(
    String url, Optional<String> user, Optional<String> password, Optional<EmbeddedPostgres> own)
    implements AutoCloseable {

  /**
   * The embedded one, started, unless the settings name an outside one.
   *
   * @param folder proof that the data folder is ours
   * @throws org.chancery.database.DatabaseException when it cannot be run
   */
  public static RunningDatabase of(ServerSettings settings, DataFolder folder) {
    Objects.requireNonNull(folder, "folder");
    if (settings.outsideDatabase().isPresent()) {
      return new RunningDatabase(
          settings.outsideDatabase().get(), Optional.empty(), Optional.empty(), Optional.empty());
    }
    EmbeddedPostgres own = EmbeddedPostgres.start(settings.databaseFolder());
    return new RunningDatabase(
        own.jdbcUrl(), Optional.of(own.user()), Optional.of(own.password()), Optional.of(own));
  }

  /** Stops the database when it is our own. */
  @Override
  public void close() {
    own.ifPresent(EmbeddedPostgres::close);
  }
}
