package org.chancery.alfresco.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.chancery.database.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The lock in a real PostgreSQL. */
class AccessLockTest {
  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static JdbcClient jdbc;
  private static TransactionTemplate transactions;

  private final AccessLock lock = new AccessLock(jdbc, Duration.ofMillis(200));

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start(folder.resolve("database"));
    DriverManagerDataSource source =
        new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password());
    jdbc = JdbcClient.create(source);
    transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    transactions.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void nobodyWaitsForEverForAChangeOfAccess() {
    within(
        () -> {
          lock.alone();
          assertThatThrownBy(() -> within(lock::shared)).hasMessageContaining("lock timeout");
          assertThatThrownBy(() -> within(lock::alone)).hasMessageContaining("lock timeout");
        });
    within(lock::alone);
  }

  @Test
  void aChangeOfAccessDoesNotWaitForEverForCommits() {
    within(
        () -> {
          lock.shared();
          within(lock::shared);
          assertThatThrownBy(() -> within(lock::alone)).hasMessageContaining("lock timeout");
        });
  }

  @Test
  @Timeout(120)
  void afterTheWaitOtherWaitsAreAsLongAsTheyWere() throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    CompletableFuture<Void> committing =
        CompletableFuture.runAsync(
            () ->
                within(
                    () -> {
                      lock.shared();
                      held.countDown();
                      while (!somebodyWaits()) {
                        Thread.onSpinWait();
                      }
                    }));
    held.await();
    within(
        () -> {
          new AccessLock(jdbc, Duration.ofMinutes(1)).alone();
          assertThat(jdbc.sql("SHOW lock_timeout").query(String.class).single()).isEqualTo("0");
        });
    committing.join();
  }

  private static boolean somebodyWaits() {
    return jdbc.sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
            .query(Integer.class)
            .single()
        > 0;
  }

  private static void within(Runnable work) {
    transactions.executeWithoutResult(status -> work.run());
  }
}
