package org.chancery.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.chancery.core.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger of one database in one process: entries are appended through {@link #auditTrail}, a
 * thread seals them within a second of their commit, and every minute and at the end the signed
 * head is written to the witness outside the database (requirement P8).
 *
 * <p>What it cannot show: a loss of what was written after the last witnessed head, by someone who
 * can write to the database.
 */
public final class Ledger implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
  private static final Duration PASS = Duration.ofMillis(400);
  private static final Duration WITNESS = Duration.ofMinutes(1);

  private final LedgerKey key;
  private final AuditTrail auditTrail;
  private final Sealer sealer;
  private final Witness witness;
  private final Clock clock;
  private final ScheduledExecutorService thread;
  private Instant witnessedAt;
  private volatile Optional<String> trouble = Optional.empty();

  private Ledger(DataSource joined, DataSource own, Witness witness, LedgerKey key, Clock clock) {
    this.key = key;
    this.auditTrail = new JdbcAuditTrail(joined, key, clock);
    this.witness = witness;
    // What a killed process sealed and did not witness is witnessed by the first pass.
    this.witnessedAt = Instant.EPOCH;
    this.sealer = new Sealer(own, clock, witness.last());
    this.clock = clock;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "ledger-sealer");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Opens the ledger, whose tables must be there ({@link LedgerSchema#LOCATION}). Makes the key in
   * an empty directory, and binds an empty ledger to it. Nothing is sealed before {@link #start}.
   *
   * @param joined gives out the connection of the host's transaction in progress
   * @param own gives out connections that join no transaction
   * @param directory where the key and the witness are kept, outside the database; made when
   *     missing
   * @param clock the time of entries
   * @throws LedgerException when the directory holds another key than the one this ledger was
   *     written with (the right one is then in a backup of that directory), or cannot be used
   */
  public static Ledger open(DataSource joined, DataSource own, Path directory, Clock clock) {
    LedgerKey key = boundKey(own, directory);
    return new Ledger(joined, own, new Witness(directory, key), key, clock);
  }

  /** Appends and reads entries; ready at once, whether or not the sealer has been started. */
  public AuditTrail auditTrail() {
    return auditTrail;
  }

  /**
   * Seals a text with a key of its own that comes from the ledger's secret, for the codes on
   * letters.
   *
   * @return 32 bytes, the same for the same text as long as the secret is the same
   */
  public byte[] letterSeal(byte[] text) {
    return key.letterSeal().doFinal(text);
  }

  /** Begins to seal and witness, until {@link #close}. */
  public void start() {
    thread.scheduleWithFixedDelay(this::tick, 0, PASS.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Seals everything that is committed now.
   *
   * @return the head; empty when another process is sealing at this moment
   * @throws LedgerException when the database fails, or the chain was cut or changed
   */
  public Optional<Head> sealNow() {
    return sealer.seal();
  }

  /**
   * Seals what is committed and writes the head to the witness, on the disk when this returns; does
   * nothing more when the head is there already.
   *
   * @throws LedgerException as {@link #sealNow}, and when the file cannot be written
   */
  public synchronized void witnessNow() {
    Optional<Head> head = sealNow();
    // Asked of the file each time: another process may have written to it.
    long witnessed = witness.last().map(Head::sequence).orElse(0L);
    head.filter(now -> now.sequence() > witnessed).ifPresent(witness::append);
    witnessedAt = clock.instant();
  }

  /** Why nothing is being sealed or witnessed; empty when all is well. For the health check. */
  public Optional<String> trouble() {
    return trouble;
  }

  /** Stops the thread, seals and witnesses a last time. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.warn("The ledger's sealer did not end within 30 seconds");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tell(this::witnessNow);
  }

  private void tick() {
    tell(
        () -> {
          if (!clock.instant().isBefore(witnessedAt.plus(WITNESS))) {
            witnessNow();
          } else {
            sealNow();
          }
        });
  }

  /** Runs it, and says once, not every half second, what is wrong. */
  private void tell(Runnable work) {
    try {
      work.run();
      if (trouble.isPresent()) {
        LOG.info("The ledger is being sealed again");
      }
      trouble = Optional.empty();
    } catch (RuntimeException e) {
      Optional<String> now = Optional.of(String.valueOf(e.getMessage()));
      if (!now.equals(trouble)) {
        LOG.error("The ledger is not being sealed", e);
      }
      trouble = now;
    }
  }

  /** The key the ledger was written with; a new one only for a ledger that has none. */
  private static LedgerKey boundKey(DataSource own, Path directory) {
    OwnTransactions transactions = new OwnTransactions(own);
    String failure = "The ledger cannot be opened";
    if (transactions.commit(failure, Ledger::boundFingerprint).isEmpty()) {
      LedgerKey key = LedgerKey.openOrCreate(directory);
      transactions.commit(
          failure,
          connection -> {
            try (PreparedStatement insert =
                connection.prepareStatement(
                    "insert into chancery_ledger_key (fingerprint) values (?)"
                        + " on conflict do nothing")) {
              insert.setString(1, key.fingerprint());
              return insert.executeUpdate();
            }
          });
    }
    LedgerKey key = LedgerKey.open(directory);
    if (!transactions
        .commit(failure, Ledger::boundFingerprint)
        .equals(Optional.of(key.fingerprint()))) {
      throw new LedgerException(
          "The key in "
              + directory
              + " is not the one this ledger was written with; put the right one back from a"
              + " backup");
    }
    return key;
  }

  static Optional<String> boundFingerprint(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("select fingerprint from chancery_ledger_key");
        ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }
}
