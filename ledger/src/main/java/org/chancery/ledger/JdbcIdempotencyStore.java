package org.chancery.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.chancery.core.http.IdempotencyStore;
import org.chancery.core.repository.Sha256;

/**
 * Remembered answers on PostgreSQL. A key is held by an advisory lock that ends with the
 * transaction, so a second request learns at once that the first is still at work instead of
 * waiting for it. Answers older than 24 hours are forgotten, and deleted a few at a time by later
 * requests.
 */
public final class JdbcIdempotencyStore implements IdempotencyStore {
  private static final int LONGEST_KEY = 255;
  private static final String YOUNG = "at > now() - interval '24 hours'";
  private static final String FIND =
      "select request, status, headers, body from chancery_idempotency"
          + " where actor = ? and key = ? and status is not null and "
          + YOUNG;
  private static final String HOLD =
      "insert into chancery_idempotency (actor, key, request) values (?, ?, ?)"
          + " on conflict (actor, key) do update set request = excluded.request, at = excluded.at,"
          + " status = null, headers = null, body = null";
  private static final String ANSWER =
      "update chancery_idempotency set status = ?, headers = ?, body = ?"
          + " where actor = ? and key = ? and status is null and at = now()";
  private static final String FORGET =
      "delete from chancery_idempotency where (actor, key) in (select actor, key from"
          + " chancery_idempotency where at <= now() - interval '24 hours' order by at limit 100"
          + " for update skip locked)";

  private final DataSource joined;
  private final JsonTexts headers = new JsonTexts();

  /**
   * Remembers in the host's database.
   *
   * @param joined gives out the connection of the transaction in progress
   */
  public JdbcIdempotencyStore(DataSource joined) {
    this.joined = joined;
  }

  @Override
  public Reservation reserve(String user, String key, String requestHash) {
    if (key.isEmpty() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "An idempotency key has 1 to " + LONGEST_KEY + " characters, none of them zero");
    }
    try (Connection connection = joined.getConnection()) {
      // Lock first, look then: what another request committed is seen by the later statement.
      if (!lock(connection, user, key)) {
        return new InProgress();
      }
      try (PreparedStatement find = connection.prepareStatement(FIND)) {
        find.setString(1, user);
        find.setString(2, key);
        try (ResultSet row = find.executeQuery()) {
          if (row.next()) {
            return row.getString(1).equals(requestHash)
                ? new Replay(
                    new Answer(row.getInt(2), headers.read(row.getString(3)), row.getString(4)))
                : new Mismatch();
          }
        }
      }
      try (PreparedStatement hold = connection.prepareStatement(HOLD)) {
        hold.setString(1, user);
        hold.setString(2, key);
        hold.setString(3, requestHash);
        hold.executeUpdate();
      }
      try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
        forget.executeUpdate();
      }
      return new Fresh();
    } catch (SQLException e) {
      throw LedgerException.of("An idempotency key cannot be reserved", e);
    }
  }

  @Override
  public void complete(String user, String key, Answer answer) {
    try (Connection connection = joined.getConnection();
        PreparedStatement complete = connection.prepareStatement(ANSWER)) {
      complete.setInt(1, answer.status());
      complete.setString(2, headers.write(answer.headers()));
      complete.setString(3, answer.body());
      complete.setString(4, user);
      complete.setString(5, key);
      if (complete.executeUpdate() != 1) {
        throw new IllegalStateException(
            "The idempotency key was not reserved in the transaction in progress");
      }
    } catch (SQLException e) {
      throw LedgerException.of("An answer cannot be kept", e);
    }
  }

  private static boolean lock(Connection connection, String user, String key) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
      lock.setLong(1, lockNumber(user, key));
      try (ResultSet row = lock.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** 64 bits of a hash: should two keys ever share them, one request is told to try again. */
  private static long lockNumber(String user, String key) {
    byte[] hash =
        Sha256.computation()
            .digest(
                new Encoding()
                    .bytes("idempotency".getBytes(StandardCharsets.US_ASCII))
                    .text(user)
                    .text(key)
                    .toBytes());
    return ByteBuffer.wrap(hash).getLong();
  }
}
