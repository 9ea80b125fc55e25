package org.chancery.standalone.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import javax.sql.DataSource;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Typing;
import org.chancery.core.repository.Versions;
import org.chancery.core.search.ChangeFeed;
import org.chancery.model.ContentModel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The standalone host's repository: every port on one database and one folder of bytes. The schema
 * comes from {@link #MIGRATIONS}, which must have run. Thread-safe.
 */
public final class PostgresStore {

  /** Where Flyway finds the schema; versions {@code 2_…}. */
  public static final String MIGRATIONS = "classpath:org/chancery/standalone/migration";

  private final StoreTransactions transactions;
  private final StoreNodes nodes;
  private final StoreContents contents;
  private final StoreVersions versions;
  private final StorePermissions permissions;
  private final StoreFeed feed;
  private final OriginalsVerification verification;
  private final BlobStore blobs;

  /**
   * Opens the store.
   *
   * @param database migrated; its connections join {@code manager}'s transactions
   * @param unsynced the same database, by connections whose commits do not wait for the disk
   * @param manager of that database
   * @param model what nodes are held to
   * @param blobs folder of the bytes; this store alone writes there
   * @param clock for times of change and for what may be swept
   * @param checkpoint told {@code after-hash} and {@code after-blob}
   * @param onCommit run after every commit, such as to wake the indexer; must be quick and not fail
   */
  public PostgresStore(
      DataSource database,
      DataSource unsynced,
      PlatformTransactionManager manager,
      ContentModel model,
      Path blobs,
      Clock clock,
      Checkpoint checkpoint,
      Runnable onCommit) {
    JdbcClient jdbc = JdbcClient.create(database);
    PropertyJson json = new PropertyJson(model);
    Typing typing = new Typing(model);
    NodeTable table = new NodeTable(jdbc, json);
    CommitLog log = new CommitLog(jdbc);
    this.blobs = new BlobStore(blobs, clock, checkpoint);
    transactions = new StoreTransactions(database, unsynced, manager, onCommit);
    nodes = new StoreNodes(jdbc, table, json, typing, transactions, log, clock);
    contents = new StoreContents(jdbc, table, typing, transactions, log, this.blobs, clock);
    versions = new StoreVersions(jdbc, table, json, transactions, this.blobs, clock);
    permissions = new StorePermissions(jdbc, table, transactions, log);
    feed = new StoreFeed(jdbc, transactions, new IndexEntries(jdbc, table, model, this.blobs));
    verification = new OriginalsVerification(jdbc, this.blobs);
    feed.adopt();
  }

  /** The tree of nodes. */
  public Nodes nodes() {
    return nodes;
  }

  /** The streams nodes hold. */
  public Contents contents() {
    return contents;
  }

  /** Kept states. */
  public Versions versions() {
    return versions;
  }

  /** Who may do what. */
  public Permissions permissions() {
    return permissions;
  }

  /** Transactions on the store's database. */
  public Transactions transactions() {
    return transactions;
  }

  /** What the index follows. */
  public ChangeFeed feed() {
    return feed;
  }

  /** The check of every stream against its hash. */
  public OriginalsVerification verification() {
    return verification;
  }

  /**
   * Deletes those of the bytes that nothing refers to any more, at once.
   *
   * @param sha256 what may go
   * @return how many streams went
   */
  public int erase(Collection<String> sha256) {
    return blobs.erase(sha256, contents::unreferenced);
  }

  /**
   * Deletes bytes that nothing refers to and that nobody stored or attached for a day; for a daily
   * job.
   *
   * @return how many streams went
   */
  public int sweep() {
    return blobs.sweep(contents::unreferenced);
  }
}
