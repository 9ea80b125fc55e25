package org.chancery.alfresco.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentService;
import org.chancery.core.repository.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells the SHA-256 of what lies at a content address. Bytes that other clients wrote are hashed
 * when first asked for, and remembered: an address never gets other bytes.
 */
final class ContentRegister {

  private static final Logger LOG = LoggerFactory.getLogger(ContentRegister.class);
  private static final int REMEMBERED = 20_000;

  private final JdbcClient jdbc;
  private final AlfrescoTransactions transactions;
  private final ContentService contents;
  private final Clock clock;
  private final Map<String, Stored> known = Collections.synchronizedMap(new Recent());

  ContentRegister(
      JdbcClient jdbc, AlfrescoTransactions transactions, ContentService contents, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.contents = contents;
    this.clock = clock;
  }

  /** What lies at an address. */
  record Stored(String sha256, long size) {}

  /** Forgets what was asked for longest ago. */
  private static final class Recent extends LinkedHashMap<String, Stored> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Stored> eldest) {
      return size() > REMEMBERED;
    }
  }

  /** What lies at the addresses; an address whose bytes are missing is left out, and logged. */
  Map<String, Stored> at(Collection<String> urls) {
    Map<String, Stored> found = new HashMap<>();
    for (String url : urls) {
      Stored stored = known.get(url);
      if (stored != null) {
        found.put(url, stored);
      }
    }
    if (found.size() < urls.size()) {
      jdbc.sql("SELECT url, sha256, size FROM chancery_content WHERE url = ANY (:urls)")
          .param(
              "urls", urls.stream().filter(url -> !found.containsKey(url)).toArray(String[]::new))
          .query(
              rows -> {
                found.put(rows.getString("url"), stored(rows));
              });
    }
    for (String url : urls) {
      if (!found.containsKey(url)) {
        hashed(url).ifPresent(stored -> found.put(url, stored));
      }
    }
    known.putAll(found);
    return found;
  }

  /** Remembers what lies at an address; stays whatever becomes of the transaction in progress. */
  void add(String url, Stored stored) {
    transactions.writeApart(
        () ->
            jdbc.sql(
                    """
                    INSERT INTO chancery_content (url, sha256, size, stored_at)
                    VALUES (:url, :sha256, :size, :now) ON CONFLICT (url) DO NOTHING
                    """)
                .param("url", url)
                .param("sha256", stored.sha256())
                .param("size", stored.size())
                .param("now", now())
                .update());
  }

  /** Where such bytes lie already, the oldest address first. */
  List<String> addresses(Stored stored) {
    return jdbc.sql(
            "SELECT url FROM chancery_content WHERE sha256 = :sha256 AND size = :size ORDER BY url")
        .param("sha256", stored.sha256())
        .param("size", stored.size())
        .query(String.class)
        .list();
  }

  /** Marks an address as used again, so that it is not swept; false when it has been meanwhile. */
  boolean use(String url) {
    return jdbc.sql("UPDATE chancery_content SET stored_at = :now WHERE url = :url")
            .param("now", now())
            .param("url", url)
            .update()
        == 1;
  }

  /** Forgets the addresses that no node refers to and that were not used since. */
  List<String> forget(Instant unusedSince) {
    List<String> forgotten =
        jdbc.sql(
                """
                DELETE FROM chancery_content c
                WHERE c.stored_at < :since
                  AND NOT EXISTS (SELECT 1 FROM alf_content_url u WHERE u.content_url = c.url)
                RETURNING c.url
                """)
            .param("since", unusedSince.atOffset(ZoneOffset.UTC))
            .query(String.class)
            .list();
    forgotten.forEach(known::remove);
    return forgotten;
  }

  /**
   * Forgets an address that no node refers to and that was not used since; what it never knew, it
   * has forgotten, too.
   */
  boolean forget(String url, Instant unusedSince) {
    if (referred(url)) {
      return false;
    }
    jdbc.sql("DELETE FROM chancery_content WHERE url = :url AND stored_at < :since")
        .param("url", url)
        .param("since", unusedSince.atOffset(ZoneOffset.UTC))
        .update();
    boolean forgotten =
        jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM chancery_content WHERE url = :url)")
            .param("url", url)
            .query(Boolean.class)
            .single();
    if (forgotten) {
      known.remove(url);
    }
    return forgotten;
  }

  /** Whether some node refers to the address. */
  boolean referred(String url) {
    return jdbc.sql(
            """
            SELECT EXISTS (
              SELECT 1 FROM alf_content_url u JOIN alf_content_data d ON d.content_url_id = u.id
              WHERE u.content_url = :url)
            """)
        .param("url", url)
        .query(Boolean.class)
        .single();
  }

  private Optional<Stored> hashed(String url) {
    ContentReader reader = contents.getRawReader(url);
    if (reader == null || !reader.exists()) {
      LOG.error("Content is missing from the store: {}", url);
      return Optional.empty();
    }
    MessageDigest digest = Sha256.computation();
    long size = 0;
    try (InputStream in = reader.getContentInputStream()) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        size += read;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read content at " + url, e);
    }
    Stored stored = new Stored(HexFormat.of().formatHex(digest.digest()), size);
    add(url, stored);
    return Optional.of(stored);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Stored stored(ResultSet rows) throws SQLException {
    return new Stored(rows.getString("sha256"), rows.getLong("size"));
  }
}
