package org.chancery.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.chancery.core.repository.NodeId;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.schedule.ClockRegister;
import org.chancery.core.schedule.ClockState;

/**
 * The clocks of folders on PostgreSQL, for either host. What is due is read by an index on state,
 * day and folder, whatever the number of clocks.
 */
public final class JdbcClockRegister implements ClockRegister {
  private static final String COLUMNS =
      "folder, series, plan, activity_at, activity_kind, activity_of, open_files, closed_at,"
          + " cutoff_on, eligible_on, state, since";
  private static final String SELECT = "select " + COLUMNS + " from chancery_clock ";
  private static final String PUT =
      "insert into chancery_clock ("
          + COLUMNS
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (folder) do update set"
          + " series = excluded.series, plan = excluded.plan, activity_at = excluded.activity_at,"
          + " activity_kind = excluded.activity_kind, activity_of = excluded.activity_of,"
          + " open_files = excluded.open_files, closed_at = excluded.closed_at, cutoff_on ="
          + " excluded.cutoff_on, eligible_on = excluded.eligible_on, state = excluded.state, since"
          + " = excluded.since";
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  private final DataSource joined;

  /**
   * Over the host's database.
   *
   * @param joined gives out the connection of the transaction in progress
   */
  public JdbcClockRegister(DataSource joined) {
    this.joined = joined;
  }

  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private <T> T with(String sql, Work<T> work) {
    try (Connection connection = joined.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.on(statement);
    } catch (SQLException e) {
      throw LedgerException.of("The register of clocks cannot be used", e);
    }
  }

  private void change(String sql, Object... values) {
    with(
        sql,
        statement -> {
          set(statement, values);
          return statement.executeUpdate();
        });
  }

  private List<Row> rows(String where, Object... values) {
    return with(
        SELECT + where,
        statement -> {
          set(statement, values);
          List<Row> rows = new ArrayList<>();
          try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
              rows.add(row(found));
            }
          }
          return List.copyOf(rows);
        });
  }

  private long count(String sql, Object... values) {
    return with(
        sql,
        statement -> {
          set(statement, values);
          try (ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getLong(1);
          }
        });
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static UUID uuid(NodeId id) {
    return UUID.fromString(id.value());
  }

  private static Timestamp time(Instant instant) {
    return Timestamp.from(instant);
  }

  private static Optional<NodeId> id(ResultSet found, String column) throws SQLException {
    return Optional.ofNullable(found.getObject(column, UUID.class))
        .map(each -> NodeId.of(each.toString()));
  }

  private static Optional<Instant> instant(ResultSet found, String column) throws SQLException {
    return Optional.ofNullable(found.getTimestamp(column)).map(Timestamp::toInstant);
  }

  private static Optional<LocalDate> day(ResultSet found, String column) throws SQLException {
    return Optional.ofNullable(found.getObject(column, LocalDate.class));
  }

  private static Row row(ResultSet found) throws SQLException {
    return new Row(
        id(found, "folder").orElseThrow(),
        Optional.ofNullable(found.getString("series")),
        found.getLong("plan"),
        instant(found, "activity_at").orElseThrow(),
        ActivityKind.of(found.getString("activity_kind")),
        id(found, "activity_of"),
        found.getInt("open_files"),
        instant(found, "closed_at"),
        day(found, "cutoff_on"),
        day(found, "eligible_on"),
        ClockState.of(found.getString("state")),
        instant(found, "since").orElseThrow());
  }

  @Override
  public Optional<Row> find(NodeId folder) {
    return rows("where folder = ?", uuid(folder)).stream().findFirst();
  }

  @Override
  public void put(Row row) {
    change(
        PUT,
        uuid(row.folder()),
        row.series().orElse(null),
        row.plan(),
        time(row.activityAt()),
        row.activityKind().code(),
        row.activityOf().map(JdbcClockRegister::uuid).orElse(null),
        row.openFiles(),
        row.closedAt().map(JdbcClockRegister::time).orElse(null),
        row.cutoffOn().orElse(null),
        row.eligibleOn().orElse(null),
        row.state().code(),
        time(row.since()));
  }

  @Override
  public void remove(NodeId folder) {
    change("delete from chancery_clock where folder = ?", uuid(folder));
    change("delete from chancery_clock_event where folder = ?", uuid(folder));
  }

  @Override
  public void keep(NodeId folder, Event event) {
    change(
        "insert into chancery_clock_event (folder, at, kind, of_node, effect, eligible_on) values"
            + " (?, ?, ?, ?, ?, ?)",
        uuid(folder),
        time(event.at()),
        event.kind(),
        event.of().map(JdbcClockRegister::uuid).orElse(null),
        event.effect(),
        event.eligibleOn().orElse(null));
  }

  @Override
  public List<Event> events(NodeId folder, int limit) {
    return with(
        "select at, kind, of_node, effect, eligible_on from chancery_clock_event where folder = ?"
            + " order by id desc limit ?",
        statement -> {
          set(statement, uuid(folder), limit);
          List<Event> events = new ArrayList<>();
          try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
              events.add(
                  new Event(
                      instant(found, "at").orElseThrow(),
                      found.getString("kind"),
                      id(found, "of_node"),
                      found.getString("effect"),
                      day(found, "eligible_on")));
            }
          }
          return List.copyOf(events);
        });
  }

  @Override
  public List<Row> due(LocalDate day, Optional<Row> after, int limit) {
    if (after.isEmpty()) {
      return rows(
          "where state = 'running' and eligible_on <= ? order by eligible_on, folder limit ?",
          day,
          limit);
    }
    return rows(
        "where state = 'running' and eligible_on <= ? and (eligible_on, folder) > (?, ?) order by"
            + " eligible_on, folder limit ?",
        day,
        after.get().eligibleOn().orElse(NEVER),
        uuid(after.get().folder()),
        limit);
  }

  @Override
  public List<Row> standing(ClockState state, Optional<Row> after, int limit) {
    // Those without a day come last, as PostgreSQL's index has them.
    if (after.isEmpty()) {
      return rows("where state = ? order by eligible_on, folder limit ?", state.code(), limit);
    }
    UUID last = uuid(after.get().folder());
    if (after.get().eligibleOn().isEmpty()) {
      return rows(
          "where state = ? and eligible_on is null and folder > ? order by eligible_on, folder"
              + " limit ?",
          state.code(),
          last,
          limit);
    }
    List<Row> rows =
        new ArrayList<>(
            rows(
                "where state = ? and (eligible_on, folder) > (?, ?) order by eligible_on, folder"
                    + " limit ?",
                state.code(),
                after.get().eligibleOn().get(),
                last,
                limit));
    if (rows.size() < limit) {
      rows.addAll(
          rows(
              "where state = ? and eligible_on is null order by eligible_on, folder limit ?",
              state.code(),
              limit - rows.size()));
    }
    return List.copyOf(rows);
  }

  @Override
  public void reviewed(NodeId folder, boolean done) {
    change("update chancery_clock set reviewed = ? where folder = ?", done, uuid(folder));
  }

  @Override
  public List<Row> eligible(boolean reviewed, Optional<Row> after, int limit) {
    if (after.isEmpty()) {
      return rows(
          "where state = 'eligible' and reviewed = ? order by eligible_on, folder limit ?",
          reviewed,
          limit);
    }
    return rows(
        "where state = 'eligible' and reviewed = ? and (eligible_on, folder) > (?, ?) order by"
            + " eligible_on, folder limit ?",
        reviewed,
        after.get().eligibleOn().orElse(NEVER),
        uuid(after.get().folder()),
        limit);
  }

  @Override
  public long countUnreviewed() {
    return count("select count(*) from chancery_clock where state = 'eligible' and not reviewed");
  }

  @Override
  public Map<ClockState, Long> countWaiting() {
    return with(
        "select state, count(*) as many from chancery_clock where state in ('eligible', 'proposed',"
            + " 'approved', 'in-transfer', 'exception') group by state",
        statement -> {
          Map<ClockState, Long> counts = new EnumMap<>(ClockState.class);
          try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
              counts.put(ClockState.of(found.getString("state")), found.getLong("many"));
            }
          }
          return counts;
        });
  }

  @Override
  public void held(NodeId folder, boolean held) {
    change(
        "update chancery_clock set held = ? where folder = ? and held <> ?",
        held,
        uuid(folder),
        held);
  }

  @Override
  public List<Row> held(Optional<NodeId> after, int limit) {
    return after.isEmpty()
        ? rows("where held order by folder limit ?", limit)
        : rows("where held and folder > ? order by folder limit ?", uuid(after.get()), limit);
  }

  @Override
  public long countHeld() {
    return count("select count(*) from chancery_clock where held");
  }

  @Override
  public Map<String, Map<ClockState, Long>> counts() {
    return with(
        "select coalesce(series, '') as series, state, count(*) as many from chancery_clock group"
            + " by 1, 2",
        statement -> {
          Map<String, Map<ClockState, Long>> counts = new HashMap<>();
          try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
              counts
                  .computeIfAbsent(
                      found.getString("series"), unused -> new EnumMap<>(ClockState.class))
                  .put(ClockState.of(found.getString("state")), found.getLong("many"));
            }
          }
          return counts;
        });
  }

  @Override
  public List<Row> outdated(String series, long plan, int limit) {
    return rows("where series = ? and plan < ? order by plan, folder limit ?", series, plan, limit);
  }

  @Override
  public long countOutdated(String series, long plan) {
    return count("select count(*) from chancery_clock where series = ? and plan < ?", series, plan);
  }

  @Override
  public void applied(NodeId folder, Optional<String> series) {
    if (series.isEmpty()) {
      change("delete from chancery_clock_applied where folder = ?", uuid(folder));
    } else {
      change(
          "insert into chancery_clock_applied (folder, series) values (?, ?) on conflict (folder)"
              + " do update set series = excluded.series",
          uuid(folder),
          series.get());
    }
  }

  @Override
  public long countApplied(String series) {
    return count("select count(*) from chancery_clock_applied where series = ?", series);
  }
}
