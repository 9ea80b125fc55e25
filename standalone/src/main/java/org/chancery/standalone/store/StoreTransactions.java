package org.chancery.standalone.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.chancery.core.repository.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions on the host's database. Writers see each statement's newest state and lock what they
 * change; what the database breaks off (a deadlock, an overtaken write) is done again from the
 * start. Actions for after the commit run when the connection has been given back, so that they can
 * begin transactions of their own.
 */
final class StoreTransactions implements Transactions {

  private static final Logger LOG = LoggerFactory.getLogger(StoreTransactions.class);
  private static final Set<String> PASSING = Set.of("40001", "40P01");
  private static final int ATTEMPTS = 8;

  private final DataSource database;
  private final DataSource unsynced;
  private final TransactionTemplate required;
  private final TransactionTemplate apart;
  private final TransactionTemplate reading;
  private final TransactionTemplate savepoint;
  private final Runnable onCommit;
  private final ThreadLocal<Outermost> outermost = new ThreadLocal<>();

  /**
   * @param database the host's
   * @param unsynced the same, by connections whose commits do not wait for the disk
   * @param manager of the host's database
   * @param onCommit run after every commit of a change to the store, before any {@link
   *     #afterCommit} action; must be quick
   */
  StoreTransactions(
      DataSource database,
      DataSource unsynced,
      PlatformTransactionManager manager,
      Runnable onCommit) {
    this.database = database;
    this.unsynced = unsynced;
    this.required = template(manager, TransactionDefinition.PROPAGATION_REQUIRED);
    this.apart = template(manager, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.savepoint = template(manager, TransactionDefinition.PROPAGATION_NESTED);
    this.reading = template(manager, TransactionDefinition.PROPAGATION_REQUIRED);
    this.reading.setReadOnly(true);
    this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.onCommit = onCommit;
  }

  private static TransactionTemplate template(PlatformTransactionManager manager, int propagation) {
    TransactionTemplate template = new TransactionTemplate(manager);
    template.setPropagationBehavior(propagation);
    return template;
  }

  /** What is known of the outermost transaction on this thread. */
  private static final class Outermost {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean changes;
    private boolean committing;
  }

  /**
   * Thrown when a concurrent change has made the work's view of things untrue; it is done again.
   */
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken(Throwable cause) {
      super("Overtaken by a concurrent change", cause);
    }
  }

  @Override
  public <T> T write(Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      refuseReading();
      return required.execute(status -> work.get());
    }
    return repeatedly(required, work);
  }

  @Override
  public <T> T writeApart(Supplier<T> work) {
    return repeatedly(apart, work);
  }

  @Override
  public void note(Runnable work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      write(work);
      return;
    }
    try (Connection connection = unsynced.getConnection()) {
      TransactionSynchronizationManager.bindResource(database, new ConnectionHolder(connection));
      try {
        work.run();
      } finally {
        TransactionSynchronizationManager.unbindResource(database);
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("The database cannot be reached", e);
    }
  }

  @Override
  public <T> T read(Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return work.get();
    }
    return reading.execute(status -> work.get());
  }

  @Override
  public void afterCommit(Runnable action) {
    Outermost mine = outermost.get();
    if (mine != null) {
      mine.actions.add(action);
    } else if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              quietly(action);
            }
          });
    } else {
      throw new IllegalStateException("There is no transaction in progress to wait for");
    }
  }

  /**
   * To be called before a change of the store. Refuses one outside a write transaction, which would
   * be half done when it fails.
   */
  void requireWriting() {
    refuseReading();
    Outermost mine = outermost.get();
    if (mine != null) {
      mine.changes = true;
    }
  }

  private static void refuseReading() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      throw new IllegalStateException("Changes need a write transaction");
    }
  }

  /** Runs a statement whose failure must leave the transaction in progress usable. */
  <T> T attempt(Supplier<T> statement) {
    return savepoint.execute(status -> statement.get());
  }

  private <T> T repeatedly(TransactionTemplate template, Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      Outermost outer = outermost.get();
      Outermost mine = new Outermost();
      T result;
      outermost.set(mine);
      try {
        result =
            template.execute(
                status -> {
                  T done = work.get();
                  mine.committing = true;
                  return done;
                });
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !isPassing(e)) {
          if (mine.committing) {
            signal(mine); // A commit whose answer was lost may have happened all the same.
          }
          throw e;
        }
        LOG.debug("Doing a transaction again, attempt {}", attempt, e);
        backOff(attempt);
        continue;
      } finally {
        restore(outer);
      }
      signal(mine);
      mine.actions.forEach(StoreTransactions::quietly);
      return result;
    }
  }

  /** A row in the ledger alone, as each search leaves one, is nothing for the index. */
  private void signal(Outermost transaction) {
    if (transaction.changes) {
      quietly(onCommit);
    }
  }

  private void restore(Outermost outer) {
    if (outer == null) {
      outermost.remove();
    } else {
      outermost.set(outer);
    }
  }

  private static boolean isPassing(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof Overtaken
          || at instanceof SQLException sql
              && PASSING.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  private static void backOff(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1, 20L * attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while repeating a transaction", e);
    }
  }

  /** The change is committed: a failing follow-up must not be reported as a failed change. */
  private static void quietly(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.error("An action after a commit failed", e);
    }
  }
}
