package org.chancery.alfresco.destruction;

import java.util.List;
import javax.sql.DataSource;
import org.chancery.core.destruction.Eraser;
import org.chancery.core.destruction.Removed;
import org.chancery.core.repository.Transactions;
import org.chancery.core.search.Indexer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Erases what the indexes of all nodes of a cluster keep: of this one at once, and it notes in the
 * database that the others have to do so, too.
 */
public final class ErasedIndexes implements Eraser {
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Indexer indexer;
  private long done = -1;

  /**
   * Over this node's index.
   *
   * @param database bean {@code dataSource}
   */
  public ErasedIndexes(DataSource database, Transactions transactions, Indexer indexer) {
    this.jdbc = JdbcClient.create(database);
    this.transactions = transactions;
    this.indexer = indexer;
  }

  @Override
  public String where() {
    return "index";
  }

  @Override
  public List<String> erase(Removed removed) {
    transactions.write(() -> jdbc.sql("INSERT INTO chancery_erasure (at) VALUES (now())").update());
    return catchUp();
  }

  /**
   * Does what another node has noted; for a job of each node, every minute.
   *
   * @return why something is still there
   */
  public synchronized List<String> catchUp() {
    long last =
        transactions.read(
            () ->
                jdbc.sql("SELECT coalesce(max(id), 0) FROM chancery_erasure")
                    .query(Long.class)
                    .single());
    if (last == done) {
      return List.of();
    }
    List<String> still = indexer.expunge();
    if (still.isEmpty()) {
      done = last;
    }
    return still;
  }
}
