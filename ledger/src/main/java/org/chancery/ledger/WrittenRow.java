package org.chancery.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Reads entries off result sets; texts as their bytes, undecoded. */
final class WrittenRow {

  /** The columns of an entry {@code e}, in the order {@link #read} expects. */
  static final String COLUMNS =
      "e.id, e.xid, e.at, e.actor, e.action, e.object, e.outcome, e.source, e.details, e.code";

  private WrittenRow() {}

  /** Reads the entry whose first column is the given one; null when there is none. */
  static Chain.Written read(ResultSet row, int first) throws SQLException {
    UUID id = row.getObject(first, UUID.class);
    if (id == null) {
      return null;
    }
    return new Chain.Written(
        new Entry(
            id,
            micros(row, first + 2),
            row.getBytes(first + 3),
            row.getBytes(first + 4),
            row.getObject(first + 5, UUID.class),
            row.getBytes(first + 6),
            row.getBytes(first + 7),
            row.getBytes(first + 8)),
        Long.parseUnsignedLong(row.getString(first + 1)),
        row.getBytes(first + 9));
  }

  static long micros(ResultSet row, int column) throws SQLException {
    return Entry.micros(row.getObject(column, OffsetDateTime.class).toInstant());
  }
}
