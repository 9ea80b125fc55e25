package org.chancery.standalone.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.chancery.ledger.LedgerSchema;
import org.chancery.standalone.ServerSettings;
import org.chancery.standalone.lifecycle.DataFolder;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the database: starts it, brings its tables up to date, hands out connections. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {
  /** The embedded one, unless an outside one was named; needs the data folder to be ours. */
  @Bean
  RunningDatabase runningDatabase(ServerSettings settings, DataFolder folder) {
    return RunningDatabase.of(settings, folder);
  }

  /** Connections of their own; with all tables in place. */
  @Bean
  HikariDataSource dataSource(RunningDatabase database) {
    HikariDataSource pool = Connections.open(database);
    migrate(pool);
    return pool;
  }

  private static void migrate(DataSource pool) {
    Flyway.configure()
        .dataSource(pool)
        .locations(
            "classpath:" + LedgerSchema.LOCATION, "classpath:org/chancery/standalone/migration")
        // Each module counts its migrations in a range of its own.
        .outOfOrder(true)
        .load()
        .migrate();
  }

  /** For what speaks plain JDBC and has to join the transaction in progress. */
  @Bean
  @Qualifier("joined")
  DataSource joinedDataSource(HikariDataSource pool) {
    return new TransactionAwareDataSourceProxy(pool);
  }

  /** For single rows that need not have reached the disk. */
  @Bean(defaultCandidate = false)
  @Qualifier("unsynced")
  HikariDataSource unsyncedDataSource(RunningDatabase database) {
    return Connections.openUnsynced(database);
  }

  @Bean
  PlatformTransactionManager transactionManager(HikariDataSource pool) {
    return new JdbcTransactionManager(pool);
  }

  @Bean
  JdbcClient jdbcClient(HikariDataSource pool) {
    return JdbcClient.create(pool);
  }
}
