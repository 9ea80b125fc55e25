package org.chancery.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.chancery.core.intake.WorkQueue;

/**
 * The durable queue on PostgreSQL. Any number of threads and processes may take from it: each piece
 * of work is leased to one of them at a time. Time is the database's, so that machines whose clocks
 * differ agree on when a lease ends.
 *
 * <p>What happens to a key that is added again:
 *
 * <ul>
 *   <li>while it waits: nothing, but that a delay it was put back with is over;
 *   <li>while it is leased: it will run once more after {@link #done} or {@link #later}, since
 *       whoever works on it may have read what is now outdated;
 *   <li>while a transaction that calls {@code done} is about to commit: the addition waits for that
 *       transaction and is then new work. No addition is ever lost.
 * </ul>
 */
public final class JdbcWorkQueue implements WorkQueue {
  private static final String ADD =
      "insert into chancery_queue_work as work (queue, key) values (?, ?)"
          + " on conflict (queue, key) do update set"
          + " again = work.lease is not null,"
          + " due = case when work.lease is null then least(work.due, now()) else work.due end";
  // "materialized", so that the row to lock is chosen once, whatever plan is made.
  private static final String TAKE =
      "with next as materialized (select id from chancery_queue_work where queue = ? and due <="
          + " now() order by due, id limit 1 for update skip locked) update chancery_queue_work"
          + " work set lease = ?, due = clock_timestamp() + ? * interval '1 millisecond', attempt ="
          + " attempt + 1, again = false from next where work.id = next.id returning work.id,"
          + " work.key, work.attempt";
  private static final String EXTEND =
      "update chancery_queue_work set due = clock_timestamp() + ? * interval '1 millisecond'"
          + " where id = ? and lease = ?";
  private static final String LEASED =
      "select again from chancery_queue_work where id = ? and lease = ? for update";
  private static final String HELD =
      "select key, attempt from chancery_queue_work where queue = ? and id = ? and lease = ?";
  private static final String RELEASE =
      "update chancery_queue_work set lease = null, again = false, attempt = attempt - 1, due ="
          + " clock_timestamp() where id = ? and lease = ?";
  private static final String RELEASE_ALL =
      "update chancery_queue_work set lease = null, again = false, due = clock_timestamp() where"
          + " queue = ? and lease is not null";
  private static final String ONCE_MORE =
      "update chancery_queue_work set lease = null, again = false, attempt = 0, reason = null,"
          + " due = clock_timestamp() where id = ?";
  private static final String REMOVE = "delete from chancery_queue_work where id = ?";
  private static final String LATER =
      "update chancery_queue_work set lease = null, again = false, reason = ?, due ="
          + " clock_timestamp() + case when again then 0 else ? end * interval '1 millisecond'"
          + " where id = ? and lease = ?";

  private final DataSource joined;
  private final OwnTransactions own;

  /**
   * A queue over the host's database.
   *
   * @param joined gives out the connection of the transaction in progress, for {@link #add} and
   *     {@link #done}
   * @param own gives out other connections, for what commits at once: {@link #take}, {@link
   *     #extend}, {@link #leased}, {@link #later}, {@link #release}, {@link #releaseAll}, {@link
   *     #size}
   */
  public JdbcWorkQueue(DataSource joined, DataSource own) {
    this.joined = joined;
    this.own = new OwnTransactions(own);
  }

  @Override
  public void add(String queue, String key) {
    try (Connection connection = joined.getConnection();
        PreparedStatement add = connection.prepareStatement(ADD)) {
      add.setString(1, queue);
      add.setString(2, key);
      add.executeUpdate();
    } catch (SQLException e) {
      throw LedgerException.of("Work cannot be added to the queue " + queue, e);
    }
  }

  @Override
  public Optional<Work> take(String queue, Duration lease) {
    UUID token = UUID.randomUUID();
    return own.commit(
        "Work cannot be taken from the queue " + queue,
        connection -> {
          try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setString(1, queue);
            take.setObject(2, token);
            take.setLong(3, lease.toMillis());
            try (ResultSet row = take.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new Work(
                          row.getLong(1), queue, row.getString(2), row.getInt(3), token.toString()))
                  : Optional.empty();
            }
          }
        });
  }

  /** {@inheritDoc} Commits at once. A lease that was lost stays lost: then nothing happens. */
  @Override
  public boolean extend(Work work, Duration lease) {
    return own.commit(
        "A lease cannot be made longer in the queue " + work.queue(),
        connection -> {
          try (PreparedStatement extend = connection.prepareStatement(EXTEND)) {
            extend.setLong(1, lease.toMillis());
            extend.setLong(2, work.id());
            extend.setObject(3, UUID.fromString(work.lease()));
            return extend.executeUpdate() == 1;
          }
        });
  }

  /**
   * {@inheritDoc} A lease that has run out but that nobody has taken over is still held. Work whose
   * key was added again meanwhile is not removed but due at once, as new: its attempts begin again.
   */
  @Override
  public boolean done(Work work) {
    try (Connection connection = joined.getConnection()) {
      // Locked before it is decided: an addition comes either before, and is seen here, or after
      // this transaction, and finds the row gone.
      boolean again;
      try (PreparedStatement leased = connection.prepareStatement(LEASED)) {
        leased.setLong(1, work.id());
        leased.setObject(2, UUID.fromString(work.lease()));
        try (ResultSet row = leased.executeQuery()) {
          if (!row.next()) {
            return false;
          }
          again = row.getBoolean(1);
        }
      }
      try (PreparedStatement end = connection.prepareStatement(again ? ONCE_MORE : REMOVE)) {
        end.setLong(1, work.id());
        return end.executeUpdate() == 1;
      }
    } catch (SQLException e) {
      throw LedgerException.of("Work cannot be ended in the queue " + work.queue(), e);
    }
  }

  /**
   * {@inheritDoc} Commits at once. Due at once when the key was added again meanwhile. When the
   * lease was lost, nothing happens: the work is someone else's.
   */
  @Override
  public void later(Work work, Duration delay, String reason) {
    own.commit(
        "Work cannot be put back into the queue " + work.queue(),
        connection -> {
          try (PreparedStatement later = connection.prepareStatement(LATER)) {
            later.setString(1, reason.replace('\0', '\uFFFD'));
            later.setLong(2, delay.toMillis());
            later.setLong(3, work.id());
            later.setObject(4, UUID.fromString(work.lease()));
            return later.executeUpdate();
          }
        });
  }

  @Override
  public Optional<Work> leased(String queue, long id, String lease) {
    return own.commit(
        "Leased work cannot be looked up in the queue " + queue,
        connection -> {
          try (PreparedStatement held = connection.prepareStatement(HELD)) {
            held.setString(1, queue);
            held.setLong(2, id);
            held.setObject(3, UUID.fromString(lease));
            try (ResultSet row = held.executeQuery()) {
              return row.next()
                  ? Optional.of(new Work(id, queue, row.getString(1), row.getInt(2), lease))
                  : Optional.empty();
            }
          }
        });
  }

  /** {@inheritDoc} Commits at once. When the lease was lost, nothing happens. */
  @Override
  public void release(Work work) {
    own.commit(
        "Work cannot be given back to the queue " + work.queue(),
        connection -> {
          try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
            release.setLong(1, work.id());
            release.setObject(2, UUID.fromString(work.lease()));
            return release.executeUpdate();
          }
        });
  }

  /** {@inheritDoc} Commits at once. */
  @Override
  public int releaseAll(String queue) {
    return own.commit(
        "Leases cannot be ended in the queue " + queue,
        connection -> {
          try (PreparedStatement release = connection.prepareStatement(RELEASE_ALL)) {
            release.setString(1, queue);
            return release.executeUpdate();
          }
        });
  }

  @Override
  public long size(String queue) {
    return own.commit(
        "The queue " + queue + " cannot be counted",
        connection -> {
          try (PreparedStatement count =
              connection.prepareStatement(
                  "select count(*) from chancery_queue_work where queue = ?")) {
            count.setString(1, queue);
            try (ResultSet row = count.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }
}
