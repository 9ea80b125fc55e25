package org.chancery.standalone.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Sha256;
import org.chancery.model.QName;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Proves that every stream a node or a kept version refers to is there, whole and unchanged
 * (requirement C14). Reads only.
 */
public final class OriginalsVerification {

  private static final int TOGETHER = 500;

  private final JdbcClient jdbc;
  private final BlobStore blobs;

  /**
   * Over a database and a folder of bytes that no server is running on.
   *
   * @param database with the store's tables
   * @param blobs folder of the bytes
   */
  public static OriginalsVerification of(DataSource database, Path blobs) {
    return new OriginalsVerification(
        JdbcClient.create(database), new BlobStore(blobs, Clock.systemUTC(), Checkpoint.NONE));
  }

  OriginalsVerification(JdbcClient jdbc, BlobStore blobs) {
    this.jdbc = jdbc;
    this.blobs = blobs;
  }

  /** What can be wrong with a stream. */
  public enum Fault {
    /** There is no file. */
    MISSING,
    /** The file is shorter or longer than what was stored. */
    WRONG_SIZE,
    /** The file's bytes are not those that were stored. */
    CHANGED,
    /** The file cannot be read. */
    UNREADABLE
  }

  /**
   * One stream that is not as it was stored.
   *
   * @param fault what is wrong
   * @param node whose stream it is
   * @param version the kept version, when only that refers to it this way
   * @param property its content property
   * @param file where it should be
   * @param sha256 the hash it should have
   */
  public record Finding(
      Fault fault,
      NodeId node,
      Optional<String> version,
      QName property,
      Path file,
      String sha256) {}

  /**
   * What was found.
   *
   * @param files streams examined, each once
   * @param bytes bytes read
   * @param findings every reference to a stream that is not as it was stored; empty when all is
   *     well
   */
  public record Report(long files, long bytes, List<Finding> findings) {

    /** Copies the findings. */
    public Report {
      findings = List.copyOf(findings);
    }
  }

  private record Stored(String sha256, long size) {}

  /** Reads and hashes every stream that is referred to. */
  public Report run() {
    long files = 0;
    long bytes = 0;
    List<Finding> findings = new ArrayList<>();
    List<Stored> next = after("");
    while (!next.isEmpty()) {
      for (Stored stored : next) {
        files++;
        bytes += stored.size();
        examine(stored).ifPresent(fault -> findings.addAll(references(stored, fault)));
      }
      next = after(next.get(next.size() - 1).sha256());
    }
    return new Report(files, bytes, findings);
  }

  private List<Stored> after(String sha256) {
    return jdbc.sql(
            """
            SELECT sha256, max(size) AS size FROM (
              SELECT sha256, size FROM content UNION ALL SELECT sha256, size FROM version_content
            ) AS every
            WHERE sha256 > :after GROUP BY sha256 ORDER BY sha256 LIMIT :limit
            """)
        .param("after", sha256)
        .param("limit", TOGETHER)
        .query((rows, row) -> new Stored(rows.getString("sha256"), rows.getLong("size")))
        .list();
  }

  private Optional<Fault> examine(Stored stored) {
    Path file = blobs.path(stored.sha256());
    try {
      if (!Files.exists(file)) {
        return Optional.of(Fault.MISSING);
      }
      if (Files.size(file) != stored.size()) {
        return Optional.of(Fault.WRONG_SIZE);
      }
      return hash(file).equals(stored.sha256()) ? Optional.empty() : Optional.of(Fault.CHANGED);
    } catch (IOException | UncheckedIOException e) {
      return Optional.of(Fault.UNREADABLE);
    }
  }

  private static String hash(Path file) throws IOException {
    MessageDigest digest = Sha256.computation();
    byte[] buffer = new byte[1 << 16];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private List<Finding> references(Stored stored, Fault fault) {
    return jdbc.sql(
            """
            SELECT n.id::text AS id, NULL AS version, c.property
            FROM content c JOIN node n ON n.key = c.node WHERE c.sha256 = :sha256
            UNION ALL
            SELECT n.id::text, v.major || '.' || v.minor, c.property
            FROM version_content c JOIN version v ON v.key = c.version JOIN node n ON n.key = v.node
            WHERE c.sha256 = :sha256
            ORDER BY 1, 2 NULLS FIRST, 3
            """)
        .param("sha256", stored.sha256())
        .query((rows, row) -> finding(rows, stored, fault))
        .list();
  }

  private Finding finding(ResultSet rows, Stored stored, Fault fault) throws SQLException {
    return new Finding(
        fault,
        NodeId.of(rows.getString("id")),
        Optional.ofNullable(rows.getString("version")),
        QName.of(rows.getString("property")),
        blobs.path(stored.sha256()),
        stored.sha256());
  }
}
