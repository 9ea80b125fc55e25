package org.chancery.standalone.store;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Typing;
import org.chancery.model.QName;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References to bytes in the database, the bytes in the blob store. */
final class StoreContents implements Contents {

  private final JdbcClient jdbc;
  private final NodeTable table;
  private final Typing typing;
  private final StoreTransactions transactions;
  private final CommitLog log;
  private final BlobStore blobs;
  private final Clock clock;

  StoreContents(
      JdbcClient jdbc,
      NodeTable table,
      Typing typing,
      StoreTransactions transactions,
      CommitLog log,
      BlobStore blobs,
      Clock clock) {
    this.jdbc = jdbc;
    this.table = table;
    this.typing = typing;
    this.transactions = transactions;
    this.log = log;
    this.blobs = blobs;
    this.clock = clock;
  }

  @Override
  public ContentInfo store(InputStream bytes, String mediaType) {
    if (mediaType.isBlank()) {
      throw new IllegalArgumentException("Content needs a media type");
    }
    BlobStore.Stored stored = blobs.store(bytes);
    return new ContentInfo(stored.sha256(), stored.size(), mediaType);
  }

  @Override
  public Node attach(Caller caller, NodeId id, QName property, ContentInfo stored) {
    transactions.requireWriting();
    Found found = table.lock(caller, id).require(caller, Permission.WRITE);
    if (found.isRoot()) {
      throw new Denied("The root of everything cannot be changed.");
    }
    typing.checkContent(found.node(), property);
    blobs.use(stored.sha256(), stored.size());
    jdbc.sql(
            """
            INSERT INTO content (node, property, sha256, size, media_type)
            VALUES (:node, :property, :sha256, :size, :mediaType)
            ON CONFLICT (node, property) DO UPDATE
            SET sha256 = excluded.sha256, size = excluded.size, media_type = excluded.media_type
            """)
        .param("node", found.key())
        .param("property", property.toString())
        .param("sha256", stored.sha256())
        .param("size", stored.size())
        .param("mediaType", stored.mediaType())
        .update();
    jdbc.sql(
            """
            UPDATE node SET revision = revision + 1, modified_by = :user, modified_at = :now
            WHERE key = :key
            """)
        .param("user", caller.user())
        .param("now", NodeTable.utc(clock.instant().truncatedTo(ChronoUnit.MICROS)))
        .param("key", found.key())
        .update();
    log.changed(id);
    return table.get(caller, id).node();
  }

  @Override
  public InputStream open(Caller caller, NodeId id, QName property) {
    return blobs.open(info(caller, id, property).sha256());
  }

  @Override
  public Path file(Caller caller, NodeId id, QName property) {
    return blobs.path(info(caller, id, property).sha256());
  }

  private ContentInfo info(Caller caller, NodeId id, QName property) {
    return Optional.ofNullable(table.get(caller, id).node().contents().get(property))
        .orElseThrow(() -> new NotFound(id));
  }

  /** Those of the hashes that no node and no kept version refers to. */
  List<String> unreferenced(List<String> hashes) {
    return jdbc.sql(
            """
            SELECT each.hash FROM unnest(:hashes::text[]) AS each (hash)
            WHERE NOT EXISTS (SELECT 1 FROM content c WHERE c.sha256 = each.hash)
              AND NOT EXISTS (SELECT 1 FROM version_content v WHERE v.sha256 = each.hash)
            """)
        .param("hashes", hashes.toArray(String[]::new))
        .query(String.class)
        .list();
  }
}
