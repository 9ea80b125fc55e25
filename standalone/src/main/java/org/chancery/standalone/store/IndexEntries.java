package org.chancery.standalone.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.IndexEntry;
import org.chancery.model.ContentModel;
import org.chancery.model.PropertyDefinition;
import org.chancery.model.QName;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the index holds of nodes, read for many at once. */
final class IndexEntries {

  private static final QName TEXT = QName.of("cor:text");
  private static final List<QName> TITLES =
      List.of(
          QName.of("cm:title"),
          QName.of("cor:subject"),
          QName.of("cor:letterSubject"),
          QName.of("cor:holderName"),
          QName.of("stk:organizationName"));

  private final JdbcClient jdbc;
  private final NodeTable table;
  private final ContentModel model;
  private final BlobStore blobs;

  IndexEntries(JdbcClient jdbc, NodeTable table, ContentModel model, BlobStore blobs) {
    this.jdbc = jdbc;
    this.table = table;
    this.model = model;
    this.blobs = blobs;
  }

  /** A node on the way up. */
  private record Step(
      String id, Long parent, String name, boolean inherits, Set<String> authorities) {}

  List<IndexEntry> of(List<NodeId> ids) {
    UUID[] wanted =
        ids.stream()
            .filter(id -> !id.equals(NodeTable.ROOT))
            .distinct()
            .map(NodeTable::uuid)
            .toArray(UUID[]::new);
    Map<Long, Step> steps = steps(wanted);
    Map<String, Step> byId =
        steps.values().stream().collect(Collectors.toMap(Step::id, step -> step));
    return table.all(wanted).stream()
        .map(node -> entry(node, byId.get(node.id().value()), steps))
        .toList();
  }

  /** The nodes and all above them, each once. */
  private Map<Long, Step> steps(UUID[] ids) {
    Map<Long, Step> steps = new HashMap<>();
    jdbc.sql(
            """
            SELECT w.key, w.id::text AS id, w.parent, w.name, w.inherits,
                   ARRAY(SELECT g.authority FROM access_grant g WHERE g.node = w.key) AS authorities
            FROM chancery_walk_up(:ids, true, '{}') AS w
            """)
        .param("ids", ids)
        .query((ResultSet rows) -> put(steps, rows));
    return steps;
  }

  private static void put(Map<Long, Step> steps, ResultSet rows) throws SQLException {
    steps.put(
        rows.getLong("key"),
        new Step(
            rows.getString("id"),
            rows.getObject("parent", Long.class),
            rows.getString("name"),
            rows.getBoolean("inherits"),
            NodeTable.texts(rows, "authorities")));
  }

  private IndexEntry entry(Node node, Step self, Map<Long, Step> steps) {
    Deque<String> names = new ArrayDeque<>();
    Deque<NodeId> ancestors = new ArrayDeque<>();
    Set<String> readers = new HashSet<>(self.authorities());
    names.addFirst(self.name());
    boolean inherits = self.inherits();
    for (Step at = steps.get(self.parent()); at != null; at = steps.get(at.parent())) {
      ancestors.addFirst(NodeId.of(at.id()));
      if (at.parent() != null) {
        names.addFirst(at.name());
      }
      if (inherits) {
        readers.addAll(at.authorities());
      }
      inherits = inherits && at.inherits();
    }
    return new IndexEntry(
        node.id(),
        model.lineage(node.type()),
        node.aspects(),
        title(node),
        String.join("/", names),
        List.copyOf(ancestors),
        readers,
        indexed(node.properties()),
        pages(node.contents().get(TEXT)),
        node.createdAt(),
        node.modifiedAt());
  }

  private static String title(Node node) {
    return Stream.concat(
            TITLES.stream()
                .map(node.properties()::get)
                .filter(Objects::nonNull)
                .map(Object::toString),
            Stream.of(node.name()))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElseThrow();
  }

  private Map<QName, Object> indexed(Map<QName, Object> properties) {
    Map<QName, Object> indexed = new HashMap<>(properties);
    indexed
        .keySet()
        .removeIf(
            name ->
                model
                    .property(name)
                    .map(PropertyDefinition::index)
                    .filter(PropertyDefinition.IndexHint::indexed)
                    .isEmpty());
    return indexed;
  }

  /** Recognised text, its pages parted by form feeds. */
  private List<String> pages(ContentInfo text) {
    if (text == null) {
      return List.of();
    }
    try (InputStream bytes = new BufferedInputStream(blobs.open(text.sha256()))) {
      String all = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.asList(all.split("\f", -1));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the text " + text.sha256(), e);
    }
  }
}
