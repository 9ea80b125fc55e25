package org.chancery.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads seals with their entries, some thousands at a time, by rising number. Seals and entries are
 * read apart and joined here: entries sealed together have neighbouring ids, so that one stretch of
 * their index holds them, which a join in the database would not know and look through all of them.
 */
final class SealBlocks {
  private static final String SEALS =
      "select sequence, entry, sealed_at, followed, hash from chancery_ledger_seal"
          + " where sequence > ? order by sequence limit ?";
  private static final String ENTRIES =
      "select "
          + WrittenRow.COLUMNS
          + " from chancery_ledger_entry e where e.id between ? and ? order by e.id";

  private final Connection connection;
  private final int size;
  private long last = Long.MIN_VALUE;

  SealBlocks(Connection connection, int size) {
    this.connection = connection;
    this.size = size;
  }

  /** The next block; empty behind the last. */
  List<Seal> next() throws SQLException {
    List<Seal> seals = seals();
    if (seals.isEmpty()) {
      return seals;
    }
    last = seals.get(seals.size() - 1).link().sequence();
    Map<UUID, Chain.Written> entries = new HashMap<>(2 * seals.size());
    seals.forEach(seal -> entries.put(seal.entry(), null));
    List<UUID> twice = entries(seals, entries);
    List<Seal> joined = new ArrayList<>(seals.size());
    for (Seal seal : seals) {
      Seal whole = new Seal(seal.link(), seal.entry(), seal.hash(), entries.get(seal.entry()));
      joined.add(whole);
      if (twice.contains(seal.entry())) {
        joined.add(whole);
      }
    }
    return joined;
  }

  private List<Seal> seals() throws SQLException {
    List<Seal> seals = new ArrayList<>(size);
    try (PreparedStatement select = connection.prepareStatement(SEALS)) {
      select.setLong(1, last);
      select.setInt(2, size);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Chain.Link link =
              new Chain.Link(
                  rows.getLong(1),
                  WrittenRow.micros(rows, 3),
                  Long.parseUnsignedLong(rows.getString(4)));
          seals.add(new Seal(link, rows.getObject(2, UUID.class), rows.getBytes(5), null));
        }
      }
    }
    return seals;
  }

  /** Fills in the entries of these seals, and tells the ids that are there twice. */
  private List<UUID> entries(List<Seal> seals, Map<UUID, Chain.Written> entries)
      throws SQLException {
    UUID least = seals.get(0).entry();
    UUID greatest = least;
    for (Seal seal : seals) {
      if (compare(seal.entry(), least) < 0) {
        least = seal.entry();
      } else if (compare(seal.entry(), greatest) > 0) {
        greatest = seal.entry();
      }
    }
    List<UUID> twice = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
      select.setFetchSize(size);
      select.setObject(1, least);
      select.setObject(2, greatest);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Chain.Written written = WrittenRow.read(rows, 1);
          UUID id = written.entry().id();
          if (entries.containsKey(id) && entries.put(id, written) != null) {
            twice.add(id);
          }
        }
      }
    }
    return twice;
  }

  /** As PostgreSQL compares them: as sixteen bytes without sign. */
  private static int compare(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }

  /**
   * A seal.
   *
   * @param written its entry; null when it is not there
   */
  record Seal(Chain.Link link, UUID entry, byte[] hash, Chain.Written written) {}
}
