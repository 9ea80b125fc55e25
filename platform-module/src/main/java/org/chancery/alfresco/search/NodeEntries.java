package org.chancery.alfresco.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentService;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.IndexEntry;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the index holds of nodes, read for many at once. */
final class NodeEntries {

  private static final QName TEXT = QName.of("cor:text");
  private static final List<QName> TITLES =
      List.of(
          Cm.TITLE,
          Cor.SUBJECT,
          QName.of("cor:letterSubject"),
          Cor.HOLDER_NAME,
          Stk.ORGANIZATION_NAME);

  private final JdbcClient jdbc;
  private final NameNumbers names;
  private final PlatformTree tree;
  private final NodeRows rows;
  private final AclReaders readers;
  private final TypeNames types;
  private final NodeValues values;
  private final ContentService contents;

  NodeEntries(
      JdbcClient jdbc,
      NameNumbers names,
      PlatformTree tree,
      NodeRows rows,
      AclReaders readers,
      TypeNames types,
      NodeValues values,
      ContentService contents) {
    this.jdbc = jdbc;
    this.names = names;
    this.tree = tree;
    this.rows = rows;
    this.readers = readers;
    this.types = types;
    this.values = values;
    this.contents = contents;
  }

  /** Whether the value of a property is needed for an entry. */
  static boolean needed(org.chancery.model.PropertyDefinition property) {
    return property.index().indexed()
        || TITLES.contains(property.name())
        || property.name().equals(TEXT);
  }

  /** A node on the way to its entry. */
  private record Found(NodeRows.Row row, List<QName> types, List<NodeRows.Row> above) {}

  List<IndexEntry> of(List<NodeId> ids) {
    Map<Long, NodeRows.Row> all = rows.withAbove(ids);
    Set<String> wanted = new HashSet<>(ids.stream().map(NodeId::value).toList());
    List<Found> found =
        all.values().stream()
            .filter(row -> wanted.contains(row.uuid()))
            .flatMap(row -> found(row, all).stream())
            .toList();
    List<Long> numbers = found.stream().map(each -> each.row().number()).toList();
    if (numbers.isEmpty()) {
      return List.of();
    }
    Map<Long, Set<QName>> aspects = aspects(numbers);
    Map<Long, Map<QName, Object>> properties = values.of(numbers);
    Map<Long, String> owners = rows.owners(numbers);
    Map<Long, Set<String>> byList =
        readers.of(
            new HashSet<>(found.stream().flatMap(each -> each.row().acl().stream()).toList()));
    return found.stream()
        .map(
            each ->
                entry(
                    each,
                    aspects.getOrDefault(each.row().number(), Set.of()),
                    properties.getOrDefault(each.row().number(), new HashMap<>()),
                    NodeRows.readers(
                        byList,
                        each.row().acl(),
                        owners.get(each.row().number()),
                        each.row().creator())))
        .toList();
  }

  /** With all above it, the root first; empty for what is nothing to be found. */
  private Optional<Found> found(NodeRows.Row row, Map<Long, NodeRows.Row> all) {
    PlatformTree.Place place = tree.place();
    Deque<NodeRows.Row> above = new ArrayDeque<>();
    NodeRows.Row at = row;
    while (at.number() != place.root()) {
      Optional<NodeRows.Row> parent = at.parent().map(all::get);
      if (parent.isEmpty() || !findable(at)) {
        return Optional.empty();
      }
      at = parent.get();
      above.addFirst(at);
    }
    return above.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(row, types.lineage(names.name(row.type())), List.copyOf(above)));
  }

  /** What is not findable is gone to the index, with all below. */
  private boolean findable(NodeRows.Row row) {
    return !row.hidden()
        && !tree.place().dictionary().equals(Optional.of(row.number()))
        && row.uuid().matches(PlatformTree.CANONICAL)
        && !types.lineage(names.name(row.type())).isEmpty();
  }

  private IndexEntry entry(
      Found found, Set<QName> aspects, Map<QName, Object> properties, Set<String> readers) {
    NodeRows.Row row = found.row();
    List<String> path = new ArrayList<>();
    found.above().stream().skip(1).map(NodeRows.Row::name).forEach(path::add);
    path.add(row.name());
    List<String> pages = pages(properties.remove(TEXT));
    Object title = title(properties, row.name());
    properties.keySet().removeIf(name -> !values.indexed(name));
    Instant created = NodeValues.moment(row.created());
    return new IndexEntry(
        NodeId.of(row.uuid()),
        found.types(),
        aspects,
        title.toString(),
        String.join("/", path),
        found.above().stream().map(each -> NodeId.of(each.uuid())).toList(),
        readers,
        properties,
        pages,
        created,
        NodeValues.moment(row.modified()));
  }

  private static Object title(Map<QName, Object> properties, String name) {
    return Stream.concat(TITLES.stream().map(properties::get), Stream.of(name))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse(name);
  }

  /** Those that our models define. */
  private Map<Long, Set<QName>> aspects(List<Long> numbers) {
    Map<Long, Set<QName>> aspects = new HashMap<>();
    jdbc.sql("SELECT node_id, qname_id FROM alf_node_aspects WHERE node_id = ANY (:nodes)")
        .param("nodes", numbers.toArray(Long[]::new))
        .query(
            found -> {
              Set<QName> own = aspects.computeIfAbsent(found.getLong(1), node -> new HashSet<>());
              types.known(names.name(found.getLong(2))).ifPresent(own::add);
            });
    return aspects;
  }

  /** Recognised text, its pages parted by form feeds. */
  private List<String> pages(Object data) {
    if (!(data instanceof Long number)) {
      return List.of();
    }
    Optional<String> url =
        jdbc.sql(
                """
                SELECT u.content_url FROM alf_content_data d
                  JOIN alf_content_url u ON u.id = d.content_url_id
                WHERE d.id = :data
                """)
            .param("data", number)
            .query(String.class)
            .optional();
    return url.map(this::read).orElse(List.of());
  }

  private List<String> read(String url) {
    ContentReader reader = contents.getRawReader(url);
    try (InputStream bytes = reader.getContentInputStream()) {
      return Arrays.asList(
          new String(bytes.readAllBytes(), StandardCharsets.UTF_8).split("\f", -1));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the text " + url, e);
    }
  }
}
