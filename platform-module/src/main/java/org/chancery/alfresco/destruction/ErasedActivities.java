package org.chancery.alfresco.destruction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.chancery.core.destruction.Eraser;
import org.chancery.core.destruction.Removed;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Erases what the platform's activity feeds tell of what was removed: they quote its names. */
final class ErasedActivities implements Eraser {
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private final JdbcClient jdbc;
  private final Transactions transactions;

  ErasedActivities(DataSource database, Transactions transactions) {
    this.jdbc = JdbcClient.create(database);
    this.transactions = transactions;
  }

  @Override
  public String where() {
    return "activities";
  }

  @Override
  public List<String> erase(Removed removed) {
    transactions.write(
        () -> {
          erase("alf_activity_feed", "id", "activity_summary", removed.nodes());
          erase("alf_activity_post", "sequence_id", "activity_data", removed.nodes());
        });
    return List.of();
  }

  private void erase(String table, String key, String text, Set<NodeId> removed) {
    List<Long> found = new ArrayList<>();
    jdbc.sql("SELECT " + key + ", " + text + " FROM " + table + " WHERE " + text + " IS NOT NULL")
        .query(
            rows -> {
              if (names(rows.getString(2), removed)) {
                found.add(rows.getLong(1));
              }
            });
    jdbc.sql("DELETE FROM " + table + " WHERE " + key + " = ANY (:keys)")
        .param("keys", found.toArray(Long[]::new))
        .update();
  }

  private static boolean names(String text, Set<NodeId> removed) {
    Matcher each = ID.matcher(text);
    while (each.find()) {
      if (removed.contains(NodeId.of(each.group().toLowerCase(Locale.ROOT)))) {
        return true;
      }
    }
    return false;
  }
}
