package org.chancery.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Page;

/**
 * Appends entries, not yet chained, within the host's transaction: a chain made there would let
 * only one writer go at a time. Chaining is the {@link Sealer}'s.
 */
final class JdbcAuditTrail implements AuditTrail {
  /** Longer account names and addresses are cut: an index cannot hold a text without a limit. */
  private static final int LONGEST = 255;

  private static final String INSERT =
      "insert into chancery_ledger_entry (id, at, actor, action, object, outcome, source, details,"
          + " code) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SELECT =
      "select s.sequence, e.id, e.at, e.actor, e.action, e.object, e.outcome, e.source, e.details"
          + " from chancery_ledger_entry e left join chancery_ledger_seal s on s.entry = e.id";

  private final DataSource joined;
  private final LedgerKey key;
  private final Clock clock;
  private final EntryIds ids;
  private final JsonTexts details = new JsonTexts();

  JdbcAuditTrail(DataSource joined, LedgerKey key, Clock clock) {
    this.joined = joined;
    this.key = key;
    this.clock = clock;
    this.ids = new EntryIds(clock);
  }

  @Override
  public void record(AuditEvent event) {
    long at = Entry.micros(clock.instant());
    String actor = storable(event.user());
    String source = storable(event.source());
    String detail = details.write(event.details());
    UUID object = event.object().map(id -> UUID.fromString(id.value())).orElse(null);
    Entry entry =
        new Entry(
            ids.next(),
            at,
            utf8(actor),
            utf8(event.action().name()),
            object,
            utf8(event.outcome().name()),
            utf8(source),
            utf8(detail));
    try (Connection connection = joined.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, entry.id());
      insert.setObject(2, utc(Entry.instant(at)));
      insert.setString(3, actor);
      insert.setString(4, event.action().name());
      insert.setObject(5, object);
      insert.setString(6, event.outcome().name());
      insert.setString(7, source);
      insert.setString(8, detail);
      insert.setBytes(9, new Chain(Optional.of(key)).code(entry));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw LedgerException.of("The ledger cannot be written", e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when the cursor is none of ours
   */
  @Override
  public Page<AuditEntry> read(Filter filter, Optional<String> cursor, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("A page has at least one entry, not " + limit);
    }
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    filter.user().ifPresent(user -> where(conditions, values, "e.actor = ?", storable(user)));
    if (filter.actions().size() == 1) {
      where(conditions, values, "e.action = ?", filter.actions().iterator().next().name());
    } else if (!filter.actions().isEmpty()) {
      String[] names = filter.actions().stream().map(Action::name).toArray(String[]::new);
      where(conditions, values, "e.action = any (?)", names);
    }
    filter
        .object()
        .ifPresent(id -> where(conditions, values, "e.object = ?", UUID.fromString(id.value())));
    filter
        .outcome()
        .ifPresent(outcome -> where(conditions, values, "e.outcome = ?", outcome.name()));
    // A literal, so that the planner sees that the index over the few others answers.
    if (filter.outcome().filter(outcome -> outcome != AuditEvent.Outcome.DONE).isPresent()) {
      conditions.add("e.outcome <> 'DONE'");
    }
    filter.from().ifPresent(from -> where(conditions, values, "e.at >= ?", utc(from)));
    filter.to().ifPresent(to -> where(conditions, values, "e.at < ?", utc(to)));
    cursor
        .map(Cursor::parse)
        .ifPresent(
            last -> {
              where(conditions, values, "(e.at, e.id) < (?, ?)", utc(Entry.instant(last.at())));
              values.add(last.id());
            });
    String sql =
        SELECT
            + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
            + " order by e.at desc, e.id desc limit ?";
    values.add(limit + 1);
    try (Connection connection = joined.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      List<AuditEntry> entries = new ArrayList<>();
      Optional<String> next = Optional.empty();
      try (ResultSet rows = select.executeQuery()) {
        Cursor last = null;
        while (rows.next()) {
          if (entries.size() == limit) {
            next = Optional.of(last.text());
            break;
          }
          entries.add(entry(rows));
          last = new Cursor(Entry.micros(at(rows)), rows.getObject("id", UUID.class));
        }
      }
      return new Page<>(entries, next);
    } catch (SQLException e) {
      throw LedgerException.of("The ledger cannot be read", e);
    }
  }

  private AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        Optional.ofNullable(row.getObject("sequence", Long.class)),
        at(row),
        new AuditEvent(
            row.getString("actor"),
            Action.valueOf(row.getString("action")),
            Optional.ofNullable(row.getString("object")).map(NodeId::of),
            AuditEvent.Outcome.valueOf(row.getString("outcome")),
            row.getString("source"),
            details.read(row.getString("details"))));
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }

  private static void where(
      List<String> conditions, List<Object> values, String condition, Object value) {
    conditions.add(condition);
    values.add(value);
  }

  /**
   * The text as the database can hold it: a failed sign-in may carry any name, and must be recorded
   * all the same.
   */
  private static String storable(String text) {
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    return cut.replace('\0', '\uFFFD');
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** The last entry of a page: the next one begins below it. */
  private record Cursor(long at, UUID id) {

    static Cursor parse(String text) {
      int dot = text.indexOf('.');
      if (dot < 0) {
        throw new IllegalArgumentException("Not a cursor of the ledger");
      }
      return new Cursor(
          Long.parseLong(text.substring(0, dot)), UUID.fromString(text.substring(dot + 1)));
    }

    String text() {
      return at + "." + id;
    }
  }
}
