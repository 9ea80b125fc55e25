package org.chancery.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Numbers and chains entries after they have been committed, in the order in which they became
 * visible: what a pass finds is chained behind everything an earlier pass found, whatever order
 * their transactions began in. One sealer is at work per database at a time, however many processes
 * have one: an advisory lock, held for one pass, sees to it.
 *
 * <p>How nothing is missed: before a pass looks, it asks for the oldest transaction still running
 * ({@code pg_snapshot_xmin}). What lies below can no longer change, so once the pass is done the
 * next one need not look there. What lies above is looked at again each time, less what has a seal.
 * A transaction that commits late is therefore sealed late, and delays no other.
 *
 * <p>The sealer does not go on when the chain no longer contains the head it knows: sealing on top
 * of a cut would hide it.
 */
final class Sealer {
  private static final int BATCH = 10_000;

  private static final UUID FIRST = new UUID(0, 0);

  /** One number for all sealers: "chancery" in ASCII. */
  private static final long LOCK = 0x6368_616E_6365_7279L;

  private static final String HEAD =
      "select sequence, hash, followed from chancery_ledger_seal order by sequence desc limit 1";

  /**
   * The next so many entries, sealed or not: limited before they are joined, so that no plan can
   * look through more than that, however long the ledger.
   */
  private static final String BATCH_OF_ENTRIES =
      "select s.sequence is not null, "
          + WrittenRow.COLUMNS
          + " from (select * from chancery_ledger_entry where (xid, id) > (?, ?) order by xid, id"
          + " limit ?) e left join chancery_ledger_seal s on s.entry = e.id order by e.xid, e.id";

  private static final String SEAL =
      "insert into chancery_ledger_seal (sequence, entry, sealed_at, followed, hash)"
          + " select ? + place, entry, ?, ?, hash"
          + " from unnest(?, ?) with ordinality as sealed (entry, hash, place)";

  private final OwnTransactions own;
  private final Clock clock;
  private final int batchSize;
  private Head known;

  /**
   * A sealer.
   *
   * @param known the last head that was witnessed, which the chain must contain
   */
  Sealer(DataSource own, Clock clock, Optional<Head> known) {
    this(own, clock, known, BATCH);
  }

  Sealer(DataSource own, Clock clock, Optional<Head> known, int batchSize) {
    this.own = new OwnTransactions(own);
    this.clock = clock;
    this.batchSize = batchSize;
    this.known = known.orElse(Head.of(0, Chain.beginning(), Instant.EPOCH));
  }

  /**
   * Seals everything that is committed now.
   *
   * @return the head afterwards; empty when another sealer is at work
   * @throws LedgerException when the database fails, or the chain was cut or changed
   */
  synchronized Optional<Head> seal() {
    Optional<Position> position = Optional.empty();
    do {
      Optional<Position> from = position;
      Pass pass = own.commit("The ledger cannot be sealed", connection -> pass(connection, from));
      if (pass == null) {
        return Optional.empty();
      }
      known = pass.head();
      position = pass.next();
    } while (position.isPresent());
    return Optional.of(known);
  }

  /**
   * One batch; null when another sealer is at work.
   *
   * @param from where the batch before ended; empty for the first
   */
  private Pass pass(Connection connection, Optional<Position> from) throws SQLException {
    if (!lock(connection)) {
      return null;
    }
    checkKnown(connection);
    // Asked for before looking, and not again for later batches: whatever ends in between is looked
    // at by the next pass.
    long running = from.isPresent() ? from.get().running() : running(connection);
    long sequence = 0;
    byte[] hash = Chain.beginning();
    long followed = 0;
    try (PreparedStatement select = connection.prepareStatement(HEAD);
        ResultSet row = select.executeQuery()) {
      if (row.next()) {
        sequence = row.getLong(1);
        hash = row.getBytes(2);
        followed = Long.parseUnsignedLong(row.getString(3));
      }
    }
    if (followed > running) {
      // Restored into a database whose transactions are counted anew.
      followed = 0;
    }
    long begin = followed;
    Batch batch = batch(connection, from.orElseGet(() -> new Position(begin, FIRST, running)));
    Instant now = clock.instant();
    if (!batch.unsealed().isEmpty()) {
      long reached = batch.next().isPresent() ? followed : running;
      hash = append(connection, sequence, hash, now, reached, batch.unsealed());
    }
    return new Pass(Head.of(sequence + batch.unsealed().size(), hash, now), batch.next());
  }

  private static boolean lock(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      try (ResultSet row = lock.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private void checkKnown(Connection connection) throws SQLException {
    if (known.sequence() == 0) {
      return;
    }
    try (PreparedStatement select =
        connection.prepareStatement("select hash from chancery_ledger_seal where sequence = ?")) {
      select.setLong(1, known.sequence());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next() || !HexFormat.of().formatHex(row.getBytes(1)).equals(known.hash())) {
          throw new LedgerException(
              "The ledger was cut or changed: it no longer contains the seal "
                  + known.sequence()
                  + " of "
                  + known.at()
                  + " as it was; nothing more is sealed until that is cleared up");
        }
      }
    }
  }

  private static long running(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("select pg_snapshot_xmin(pg_current_snapshot())");
        ResultSet row = select.executeQuery()) {
      row.next();
      return Long.parseUnsignedLong(row.getString(1));
    }
  }

  private Batch batch(Connection connection, Position from) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(BATCH_OF_ENTRIES)) {
      select.setObject(1, Long.toUnsignedString(from.xid()), Types.OTHER);
      select.setObject(2, from.id());
      select.setInt(3, batchSize);
      List<Chain.Written> unsealed = new ArrayList<>();
      int count = 0;
      Optional<Position> next = Optional.empty();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Chain.Written written = WrittenRow.read(rows, 2);
          if (!rows.getBoolean(1)) {
            unsealed.add(written);
          }
          if (++count == batchSize) {
            next = Optional.of(new Position(written.xid(), written.entry().id(), from.running()));
          }
        }
      }
      return new Batch(unsealed, next);
    }
  }

  private byte[] append(
      Connection connection,
      long sequence,
      byte[] previous,
      Instant now,
      long followed,
      List<Chain.Written> unsealed)
      throws SQLException {
    Chain chain = new Chain(Optional.empty());
    UUID[] entries = new UUID[unsealed.size()];
    byte[][] hashes = new byte[unsealed.size()][];
    byte[] hash = previous;
    for (int i = 0; i < entries.length; i++) {
      Chain.Written written = unsealed.get(i);
      hash =
          chain.hash(hash, new Chain.Link(sequence + 1 + i, Entry.micros(now), followed), written);
      entries[i] = written.entry().id();
      hashes[i] = hash;
    }
    try (PreparedStatement seal = connection.prepareStatement(SEAL)) {
      seal.setLong(1, sequence);
      seal.setObject(2, Entry.instant(Entry.micros(now)).atOffset(ZoneOffset.UTC));
      seal.setObject(3, Long.toUnsignedString(followed), Types.OTHER);
      seal.setArray(4, connection.createArrayOf("uuid", entries));
      seal.setArray(5, connection.createArrayOf("bytea", hashes));
      seal.executeUpdate();
    }
    return hash;
  }

  /**
   * Where to look on.
   *
   * @param running the oldest transaction that was running when the pass began
   */
  private record Position(long xid, UUID id, long running) {}

  private record Batch(List<Chain.Written> unsealed, Optional<Position> next) {}

  private record Pass(Head head, Optional<Position> next) {}
}
