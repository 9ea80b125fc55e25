package org.chancery.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.chancery.core.destruction.Left;
import org.chancery.core.destruction.Remains;

/** What is left of removed folders, on PostgreSQL; in the transaction in progress. */
public final class JdbcRemains implements Remains {
  private static final String ADD =
      "insert into chancery_remains (kind, value) select * from unnest(?::text[], ?::text[])"
          + " on conflict do nothing";
  private static final String ALL = "select kind, value from chancery_remains";
  private static final String FORGET =
      "delete from chancery_remains r using unnest(?::text[], ?::text[]) as each (kind, value)"
          + " where r.kind = each.kind and r.value = each.value";

  private final DataSource joined;

  /**
   * Over the host's database.
   *
   * @param joined gives out the connection of the transaction in progress
   */
  public JdbcRemains(DataSource joined) {
    this.joined = joined;
  }

  @Override
  public void add(Collection<Left> left) {
    update(ADD, List.copyOf(new LinkedHashSet<>(left)), "What is left cannot be noted");
  }

  @Override
  public Set<Left> all() {
    try (Connection connection = joined.getConnection();
        PreparedStatement all = connection.prepareStatement(ALL);
        ResultSet rows = all.executeQuery()) {
      Set<Left> found = new LinkedHashSet<>();
      while (rows.next()) {
        found.add(
            new Left(
                Left.Kind.valueOf(rows.getString(1).toUpperCase(Locale.ROOT)), rows.getString(2)));
      }
      return found;
    } catch (SQLException e) {
      throw LedgerException.of("What is left cannot be read", e);
    }
  }

  @Override
  public void forget(Collection<Left> erased) {
    update(FORGET, List.copyOf(erased), "What was erased cannot be forgotten");
  }

  private void update(String sql, List<Left> all, String failure) {
    try (Connection connection = joined.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setArray(
          1,
          connection.createArrayOf(
              "text",
              all.stream().map(each -> each.kind().name().toLowerCase(Locale.ROOT)).toArray()));
      update.setArray(2, connection.createArrayOf("text", all.stream().map(Left::value).toArray()));
      update.executeUpdate();
    } catch (SQLException e) {
      throw LedgerException.of(failure, e);
    }
  }
}
