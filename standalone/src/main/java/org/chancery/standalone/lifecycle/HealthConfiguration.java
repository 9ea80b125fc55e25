package org.chancery.standalone.lifecycle;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.chancery.core.http.HealthCheck;
import org.chancery.core.search.Indexer;
import org.chancery.ledger.Ledger;
import org.chancery.standalone.ServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the checks of what the server needs; what they say may be read by everyone. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(HealthConfiguration.class);
  private static final int SECONDS = 2;
  private static final Duration INDEX_LAG = Duration.ofSeconds(30);

  /** Less than this and originals can soon no longer be stored, bytes. */
  private static final long DISK_LEFT = 1L << 30;

  private record Check(String name, Supplier<Optional<String>> look) implements HealthCheck {
    @Override
    public Optional<String> problem() {
      return look.get();
    }
  }

  @Bean
  HealthCheck databaseCheck(HikariDataSource pool) {
    return new Check("database", () -> database(pool));
  }

  private static Optional<String> database(HikariDataSource pool) {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(SECONDS)
          ? Optional.empty()
          : Optional.of("The database does not answer.");
    } catch (SQLException e) {
      LOG.warn("The database does not answer", e);
      return Optional.of("The database cannot be reached.");
    }
  }

  @Bean
  HealthCheck indexCheck(Indexer indexer, Clock clock) {
    return new Check("search-index", () -> index(indexer.status(), clock));
  }

  private static Optional<String> index(Indexer.Status status, Clock clock) {
    if (!status.running()) {
      return Optional.of("The search index is no longer kept up to date.");
    }
    boolean late =
        status.lastPass().filter(at -> at.plus(INDEX_LAG).isAfter(clock.instant())).isEmpty();
    if (status.problem().isPresent() || late && !status.building()) {
      return Optional.of("The search index lags behind.");
    }
    return Optional.empty();
  }

  @Bean
  HealthCheck ledgerCheck(Ledger ledger) {
    return new Check(
        "ledger", () -> ledger.trouble().map(why -> "The ledger is not being sealed."));
  }

  @Bean
  HealthCheck diskCheck(ServerSettings settings) {
    return new Check("disk", () -> disk(settings));
  }

  private static Optional<String> disk(ServerSettings settings) {
    // Asked of the path itself: in a container the list of mounts need not name it.
    long left = settings.data().toFile().getUsableSpace();
    return left >= DISK_LEFT
        ? Optional.empty()
        : Optional.of("Less than 1 GB is left on the disk of the data folder.");
  }
}
