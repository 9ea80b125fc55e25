package org.chancery.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Checks the whole ledger against itself, its key and its witness, read-only and on one snapshot;
 * the server may run meanwhile (requirement P8). Needs memory for twenty thousand rows and, for
 * each minute that was witnessed, about 150 bytes.
 *
 * <p>Found: every row that was edited, deleted, put in, moved or renumbered by hand, in whatever
 * tables and with whatever barriers taken away, and an end that was cut off, up to the last
 * witnessed head. Not found: what someone did who has both the database and the key's directory,
 * and a cut of what is younger than the last witnessed head.
 */
public final class LedgerVerification {
  /** A transaction may write its entry this long before it commits. */
  private static final Duration LONG_TRANSACTION = Duration.ofMinutes(10);

  /** The first head is witnessed a minute after the first start, or at close. */
  private static final Duration UNWITNESSED = Duration.ofMinutes(5);

  private static final int BLOCK = 10_000;
  private static final String UNSEALED =
      "select "
          + WrittenRow.COLUMNS
          + " from chancery_ledger_entry e where not exists"
          + " (select from chancery_ledger_seal s where s.entry = e.id)";
  private static final String BARRIERS =
      "select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid"
          + " where t.tgname = 'chancery_ledger_append_only' and t.tgenabled in ('O', 'A')"
          + " and c.relname in ('chancery_ledger_entry', 'chancery_ledger_seal',"
          + " 'chancery_ledger_key') and c.relnamespace = (select relnamespace from pg_class where"
          + " oid = 'chancery_ledger_entry'::regclass)";

  private final DataSource own;
  private final Path directory;
  private final int block;

  /**
   * A verification.
   *
   * @param own gives out connections that join no transaction
   * @param directory where the key and the witness are kept
   */
  public LedgerVerification(DataSource own, Path directory) {
    this(own, directory, BLOCK);
  }

  LedgerVerification(DataSource own, Path directory, int block) {
    this.own = own;
    this.directory = directory;
    this.block = block;
  }

  /**
   * Checks everything.
   *
   * @throws LedgerException when the database or the files cannot be read
   */
  public LedgerReport verify() {
    return new OwnTransactions(own)
        .commit(
            "The ledger cannot be verified",
            connection -> {
              try (PreparedStatement snapshot =
                  connection.prepareStatement(
                      "set transaction isolation level repeatable read, read only")) {
                snapshot.execute();
              }
              return verify(connection);
            });
  }

  private LedgerReport verify(Connection connection) throws SQLException {
    Findings findings = new Findings();
    Optional<LedgerKey> key = key(connection, findings);
    List<Head> witnessed = key.map(k -> witnessed(k, findings)).orElse(List.of());
    Chain chain = new Chain(key);
    ChainCheck check = new ChainCheck(chain, witnessed.iterator(), findings);
    seals(connection, check);
    check.end();
    account(connection, check, findings);
    Optional<Instant> latest = latest(check);
    long unsealed = unsealed(connection, chain, check.entries(), latest, findings);
    witnessPresent(check, key, findings);
    barriers(connection, findings);
    return new LedgerReport(
        check.count(),
        unsealed,
        check.head(),
        check.witnessed(),
        findings.listed(),
        findings.unlisted());
  }

  private Optional<LedgerKey> key(Connection connection, Findings findings) throws SQLException {
    Optional<String> bound = Ledger.boundFingerprint(connection);
    if (!Files.exists(directory.resolve(LedgerKey.FILE))) {
      if (bound.isPresent()) {
        findings.add(new Finding.KeyWrong("is missing from " + directory));
      }
      return Optional.empty();
    }
    LedgerKey key = LedgerKey.open(directory);
    if (bound.isPresent() && !bound.get().equals(key.fingerprint())) {
      findings.add(
          new Finding.KeyWrong("in " + directory + " is not the one this ledger was written with"));
      return Optional.empty();
    }
    return Optional.of(key);
  }

  private List<Head> witnessed(LedgerKey key, Findings findings) {
    List<Head> heads = new ArrayList<>();
    new Witness(directory, key)
        .forEach(
            (line, head) -> {
              Head before = heads.isEmpty() ? null : heads.get(heads.size() - 1);
              if (head.isEmpty() || !follows(before, head.get())) {
                findings.add(new Finding.WitnessForged(line));
              } else {
                heads.add(head.get());
              }
            });
    return heads;
  }

  /** Written twice by two processes is no forgery, as long as both saw the same. */
  private static boolean follows(Head before, Head head) {
    return before == null
        || head.sequence() > before.sequence()
        || head.sequence() == before.sequence() && head.hash().equals(before.hash());
  }

  /** While one block is checked the next one is read: only one thread is ever at the connection. */
  private void seals(Connection connection, ChainCheck check) throws SQLException {
    SealBlocks blocks = new SealBlocks(connection, block);
    try (ReadAhead<List<SealBlocks.Seal>> ahead = new ReadAhead<>(blocks::next)) {
      for (List<SealBlocks.Seal> seals = ahead.next(); !seals.isEmpty(); seals = ahead.next()) {
        seals.forEach(check::seal);
      }
    }
  }

  /** Compares what was met by number with what there is. */
  private static void account(Connection connection, ChainCheck check, Findings findings)
      throws SQLException {
    try (PreparedStatement count =
            connection.prepareStatement(
                "select count(*), count(distinct entry) from chancery_ledger_seal");
        ResultSet row = count.executeQuery()) {
      row.next();
      long seals = Math.max(row.getLong(1), check.count());
      long met = Math.min(row.getLong(2), check.count());
      if (seals != met) {
        findings.add(new Finding.Unaccounted(seals, met));
      }
    }
  }

  private static Optional<Instant> latest(ChainCheck check) {
    Optional<Instant> sealed = check.head().map(Head::at);
    Optional<Instant> witnessed = check.witnessed().map(Head::at);
    return sealed.isPresent() && witnessed.isPresent() && witnessed.get().isAfter(sealed.get())
        ? witnessed
        : sealed.or(() -> witnessed);
  }

  private long unsealed(
      Connection connection, Chain chain, long met, Optional<Instant> latest, Findings findings)
      throws SQLException {
    long unsealed = 0;
    if (findings.listed().isEmpty() && met == entries(connection)) {
      // The chain is whole and every entry has been met in it: nothing to look for.
      return unsealed;
    }
    try (PreparedStatement select = connection.prepareStatement(UNSEALED)) {
      select.setFetchSize(block);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Chain.Written written = WrittenRow.read(rows, 1);
          Instant at = Entry.instant(written.entry().at());
          if (!chain.genuine(written)) {
            findings.add(new Finding.Forged(0, written.entry().id()));
          } else if (latest.isPresent() && at.isBefore(latest.get().minus(LONG_TRANSACTION))) {
            findings.add(new Finding.LeftOut(written.entry().id(), at));
          } else {
            unsealed++;
          }
        }
      }
    }
    return unsealed;
  }

  private static long entries(Connection connection) throws SQLException {
    try (PreparedStatement count =
            connection.prepareStatement("select count(*) from chancery_ledger_entry");
        ResultSet row = count.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void witnessPresent(ChainCheck check, Optional<LedgerKey> key, Findings findings) {
    if (key.isEmpty() || check.witnessed().isPresent() || check.head().isEmpty()) {
      return;
    }
    Instant from = check.firstSealedAt().orElseThrow();
    Instant to = check.head().orElseThrow().at();
    if (Duration.between(from, to).compareTo(UNWITNESSED) > 0) {
      findings.add(new Finding.WitnessMissing(from, to));
    }
  }

  private static void barriers(Connection connection, Findings findings) throws SQLException {
    Set<String> down =
        new TreeSet<>(
            Arrays.asList("chancery_ledger_entry", "chancery_ledger_key", "chancery_ledger_seal"));
    try (PreparedStatement select = connection.prepareStatement(BARRIERS);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        down.remove(rows.getString(1));
      }
    }
    down.forEach(table -> findings.add(new Finding.BarrierDown(table)));
  }
}
