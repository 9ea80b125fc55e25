package org.chancery.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.chancery.core.destruction.Eraser;
import org.chancery.core.destruction.Removed;

/**
 * Erases queued work on what was removed: papers to be read, letters to be printed or mailed, locks
 * that end, and why each was put back. Work that somebody holds is waited for.
 */
public final class ErasedWork implements Eraser {
  private static final int FETCHED = 500;
  private static final String ALL =
      "select id, queue, key, lease is not null and due > now() from chancery_queue_work";
  private static final String DELETE =
      "delete from chancery_queue_work where id = ? and (lease is null or due <= now())";

  private final OwnTransactions own;

  /**
   * In the host's database.
   *
   * @param own gives out connections that join nobody's transaction
   */
  public ErasedWork(DataSource own) {
    this.own = new OwnTransactions(own);
  }

  @Override
  public String where() {
    return "queues";
  }

  @Override
  public List<String> erase(Removed removed) {
    NamedIds removedIds = new NamedIds(removed.nodes());
    return own.commit(
        "Queued work cannot be erased",
        connection -> {
          List<String> still = new ArrayList<>();
          List<Long> free = new ArrayList<>();
          try (PreparedStatement all = connection.prepareStatement(ALL)) {
            all.setFetchSize(FETCHED);
            try (ResultSet rows = all.executeQuery()) {
              while (rows.next()) {
                if (!removedIds.in(rows.getString(3))) {
                  continue;
                }
                if (rows.getBoolean(4)) {
                  still.add(
                      "Work of the queue "
                          + rows.getString(2)
                          + " is still under way; it ends within minutes. Try again.");
                } else {
                  free.add(rows.getLong(1));
                }
              }
            }
          }
          try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (long id : free) {
              delete.setLong(1, id);
              delete.addBatch();
            }
            delete.executeBatch();
          }
          return still;
        });
  }
}
