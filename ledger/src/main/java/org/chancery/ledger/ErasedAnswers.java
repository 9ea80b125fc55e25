package org.chancery.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.chancery.core.destruction.Eraser;
import org.chancery.core.destruction.Removed;

/**
 * Erases the answers kept for requests that may be sent again, where they name something removed;
 * and those kept for longer than they are of use.
 */
public final class ErasedAnswers implements Eraser {
  private static final int FETCHED = 500;
  private static final String OLD =
      "delete from chancery_idempotency where at <= now() - interval '24 hours'";
  private static final String ALL =
      "select actor, key, coalesce(headers, '') || ' ' || coalesce(body, '')"
          + " from chancery_idempotency";
  private static final String DELETE =
      "delete from chancery_idempotency where actor = ? and key = ?";

  private final OwnTransactions own;

  /**
   * In the host's database.
   *
   * @param own gives out connections that join nobody's transaction
   */
  public ErasedAnswers(DataSource own) {
    this.own = new OwnTransactions(own);
  }

  private record Key(String actor, String key) {}

  @Override
  public String where() {
    return "answers";
  }

  @Override
  public List<String> erase(Removed removed) {
    NamedIds removedIds = new NamedIds(removed.nodes());
    return own.commit(
        "Kept answers cannot be erased",
        connection -> {
          try (PreparedStatement old = connection.prepareStatement(OLD)) {
            old.executeUpdate();
          }
          List<Key> found = new ArrayList<>();
          try (PreparedStatement all = connection.prepareStatement(ALL)) {
            all.setFetchSize(FETCHED);
            try (ResultSet rows = all.executeQuery()) {
              while (rows.next()) {
                if (removedIds.in(rows.getString(3))) {
                  found.add(new Key(rows.getString(1), rows.getString(2)));
                }
              }
            }
          }
          try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (Key each : found) {
              delete.setString(1, each.actor());
              delete.setString(2, each.key());
              delete.addBatch();
            }
            delete.executeBatch();
          }
          return List.of();
        });
  }
}
