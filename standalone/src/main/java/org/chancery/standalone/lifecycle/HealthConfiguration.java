package org.chancery.standalone.lifecycle;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.chancery.core.http.HealthCheck;
import org.chancery.core.http.HealthChecks;
import org.chancery.core.search.Indexer;
import org.chancery.ledger.Ledger;
import org.chancery.standalone.ServerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the checks of what the server needs; what they say may be read by everyone. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {
  private static final int SECONDS = 2;

  /** Less than this and originals can soon no longer be stored, bytes. */
  private static final long DISK_LEFT = 1L << 30;

  @Bean
  HealthCheck databaseCheck(HikariDataSource pool) {
    return HealthChecks.database(() -> answers(pool));
  }

  private static boolean answers(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(SECONDS);
    }
  }

  @Bean
  HealthCheck indexCheck(Indexer indexer, Clock clock) {
    return HealthChecks.searchIndex(indexer::status, clock);
  }

  @Bean
  HealthCheck ledgerCheck(Ledger ledger) {
    return HealthChecks.ledger(ledger::trouble);
  }

  @Bean
  HealthCheck diskCheck(ServerSettings settings) {
    return HealthChecks.disk(
        settings.data(), DISK_LEFT, "Less than 1 GB is left on the disk of the data folder.");
  }
}
