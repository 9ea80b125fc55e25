package org.chancery.alfresco.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.chancery.alfresco.configuration.ModuleSettings;
import org.chancery.core.http.HealthCheck;
import org.chancery.core.http.HealthChecks;
import org.chancery.core.search.Indexer;
import org.chancery.ledger.Ledger;

/** The checks of this host. */
public final class Checks {
  private static final int SECONDS = 2;

  private Checks() {}

  /**
   * All of them.
   *
   * @param dataSource the platform's
   * @param indexer keeps the index
   * @param ledger seals
   * @param settings where originals are kept
   * @param clock the time
   */
  public static List<HealthCheck> all(
      DataSource dataSource, Indexer indexer, Ledger ledger, ModuleSettings settings, Clock clock) {
    return List.of(
        HealthChecks.database(() -> answers(dataSource)),
        HealthChecks.searchIndex(indexer::status, clock),
        HealthChecks.ledger(ledger::trouble),
        HealthChecks.disk(
            settings.contents(),
            settings.leastRoom(),
            "The disk that originals are stored on is nearly full."));
  }

  private static boolean answers(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(SECONDS);
    }
  }
}
