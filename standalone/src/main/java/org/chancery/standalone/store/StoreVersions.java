package org.chancery.standalone.store;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Versions;
import org.chancery.model.QName;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kept states in the database; their bytes stay in the blob store as long as they are kept. */
final class StoreVersions implements Versions {

  private static final String SELECT =
      """
      SELECT v.major, v.minor, v.kept_at, v.kept_by, v.comment, v.properties::text AS properties,
        (SELECT jsonb_object_agg(c.property, jsonb_build_object(
                  'sha256', c.sha256, 'size', c.size, 'mediaType', c.media_type))
           FROM version_content c WHERE c.version = v.key)::text AS contents
      FROM version v WHERE v.node = :node
      """;

  private final JdbcClient jdbc;
  private final NodeTable table;
  private final PropertyJson json;
  private final StoreTransactions transactions;
  private final BlobStore blobs;
  private final Clock clock;

  StoreVersions(
      JdbcClient jdbc,
      NodeTable table,
      PropertyJson json,
      StoreTransactions transactions,
      BlobStore blobs,
      Clock clock) {
    this.jdbc = jdbc;
    this.table = table;
    this.json = json;
    this.transactions = transactions;
    this.blobs = blobs;
    this.clock = clock;
  }

  private record Number(int major, int minor) {

    static final Number FIRST = new Number(1, 0);

    Number next(boolean greater) {
      return greater ? new Number(major + 1, 0) : new Number(major, minor + 1);
    }
  }

  @Override
  public Version keep(Caller caller, NodeId id, boolean major, String comment) {
    transactions.requireWriting();
    Found found = table.lock(caller, id).require(caller, Permission.WRITE);
    Number number = latest(found.key()).map(last -> last.next(major)).orElse(Number.FIRST);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    jdbc.sql(
            """
            WITH kept AS (
              INSERT INTO version (node, major, minor, kept_at, kept_by, comment, properties)
              SELECT n.key, :major, :minor, :now, :user, :comment, n.properties
              FROM node n WHERE n.key = :node
              RETURNING key)
            INSERT INTO version_content (version, property, sha256, size, media_type)
            SELECT kept.key, c.property, c.sha256, c.size, c.media_type
            FROM kept, content c WHERE c.node = :node
            """)
        .param("node", found.key())
        .param("major", number.major())
        .param("minor", number.minor())
        .param("now", NodeTable.utc(now))
        .param("user", caller.user())
        .param("comment", comment)
        .update();
    return new Version(
        label(number),
        now,
        caller.user(),
        comment,
        found.node().properties(),
        found.node().contents());
  }

  private Optional<Number> latest(long node) {
    return jdbc.sql(
            """
            SELECT major, minor FROM version WHERE node = :node
            ORDER BY major DESC, minor DESC LIMIT 1
            """)
        .param("node", node)
        .query((rows, row) -> new Number(rows.getInt("major"), rows.getInt("minor")))
        .optional();
  }

  @Override
  public List<Version> list(Caller caller, NodeId id) {
    return jdbc.sql(SELECT + " ORDER BY v.major DESC, v.minor DESC")
        .param("node", table.get(caller, id).key())
        .query((rows, row) -> version(rows))
        .list();
  }

  @Override
  public InputStream open(Caller caller, NodeId id, String label, QName property) {
    return jdbc.sql(SELECT + " AND v.major || '.' || v.minor = :label")
        .param("node", table.get(caller, id).key())
        .param("label", label)
        .query((rows, row) -> version(rows))
        .optional()
        .map(version -> version.contents().get(property))
        .map(info -> blobs.open(info.sha256()))
        .orElseThrow(() -> new NotFound(id));
  }

  private Version version(ResultSet rows) throws SQLException {
    return new Version(
        label(new Number(rows.getInt("major"), rows.getInt("minor"))),
        NodeTable.instant(rows, "kept_at"),
        rows.getString("kept_by"),
        rows.getString("comment"),
        json.read(rows.getString("properties")),
        json.readContents(rows.getString("contents")));
  }

  private static String label(Number number) {
    return number.major() + "." + number.minor();
  }
}
