package org.chancery.alfresco.health;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.chancery.alfresco.configuration.ModuleSettings;
import org.chancery.core.http.HealthCheck;
import org.chancery.core.search.Indexer;
import org.chancery.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checks of this host. */
public final class Checks {
  private static final Logger LOG = LoggerFactory.getLogger(Checks.class);
  private static final int SECONDS = 2;
  private static final Duration INDEX_LAG = Duration.ofSeconds(30);

  private record Check(String name, Supplier<Optional<String>> look) implements HealthCheck {
    @Override
    public Optional<String> problem() {
      return look.get();
    }
  }

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
        new Check("database", () -> database(dataSource)),
        new Check("search-index", () -> index(indexer.status(), clock)),
        new Check("ledger", () -> ledger.trouble().map(why -> "The ledger is not being sealed.")),
        new Check("disk", () -> disk(settings.contents(), settings.leastRoom())));
  }

  private static Optional<String> database(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(SECONDS)
          ? Optional.empty()
          : Optional.of("The database does not answer.");
    } catch (SQLException e) {
      LOG.warn("The database does not answer", e);
      return Optional.of("The database cannot be reached.");
    }
  }

  private static Optional<String> index(Indexer.Status status, Clock clock) {
    if (!status.running()) {
      return Optional.of("The search index is no longer kept up to date.");
    }
    boolean late =
        status.lastPass().filter(at -> at.plus(INDEX_LAG).isAfter(clock.instant())).isEmpty();
    return status.problem().isPresent() || late && !status.building()
        ? Optional.of("The search index lags behind.")
        : Optional.empty();
  }

  private static Optional<String> disk(Path originals, long least) {
    return originals.toFile().getUsableSpace() >= least
        ? Optional.empty()
        : Optional.of("The disk that originals are stored on is nearly full.");
  }
}
