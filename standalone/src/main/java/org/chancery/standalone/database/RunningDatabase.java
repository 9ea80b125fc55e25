package org.chancery.standalone.database;

import java.util.Optional;
import org.chancery.database.EmbeddedPostgres;

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

  static RunningDatabase embedded(EmbeddedPostgres own) {
    return new RunningDatabase(
        own.jdbcUrl(), Optional.of(own.user()), Optional.of(own.password()), Optional.of(own));
  }

  static RunningDatabase outside(String url) {
    return new RunningDatabase(url, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Stops the database when it is our own. */
  @Override
  public void close() {
    own.ifPresent(EmbeddedPostgres::close);
  }
}
