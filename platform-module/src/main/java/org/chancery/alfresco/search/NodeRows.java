package org.chancery.alfresco.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.ChangeFeed.Readers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The platform's rows of nodes, upwards to the root and downwards. */
final class NodeRows {

  /** What the system makes is nobody's. */
  private static final String SYSTEM = "System";

  private final JdbcClient jdbc;
  private final NameNumbers names;
  private final PlatformTree tree;
  private final AclReaders readers;

  NodeRows(JdbcClient jdbc, NameNumbers names, PlatformTree tree, AclReaders readers) {
    this.jdbc = jdbc;
    this.names = names;
    this.tree = tree;
    this.readers = readers;
  }

  /**
   * A node's row.
   *
   * @param number in the platform's table
   * @param uuid its identity
   * @param parent number of the folder whose child it is; empty when it is not a folder's child
   * @param name empty when it has none
   * @param type number of its type
   * @param acl number of its access list
   * @param hidden whether the platform hides it from its clients
   * @param creator account
   * @param created moment, as the platform writes it
   * @param modified moment, as the platform writes it
   */
  record Row(
      long number,
      String uuid,
      Optional<Long> parent,
      String name,
      long type,
      Optional<Long> acl,
      boolean hidden,
      String creator,
      String created,
      String modified) {}

  /** The nodes of those ids and all above them up to the root, by number. */
  Map<Long, Row> withAbove(Collection<NodeId> ids) {
    PlatformTree.Place place = tree.place();
    Map<Long, Row> rows = new HashMap<>();
    jdbc.sql(
            """
            WITH RECURSIVE up (id) AS (
              SELECT n.id FROM alf_node n WHERE n.store_id = :store AND n.uuid = ANY (:ids)
              UNION
              SELECT a.parent_node_id FROM up JOIN alf_child_assoc a
                ON a.child_node_id = up.id AND a.is_primary AND a.type_qname_id = :contains
              WHERE up.id <> :root)
            SELECT n.id, n.uuid, n.type_qname_id, n.acl_id, n.audit_creator, n.audit_created,
                   n.audit_modified, a.parent_node_id, p.string_value AS name,
                   EXISTS (
                     SELECT 1 FROM alf_node_aspects s
                     WHERE s.node_id = n.id AND s.qname_id = :hidden) AS hidden
            FROM up JOIN alf_node n ON n.id = up.id
              LEFT JOIN alf_child_assoc a
                ON a.child_node_id = n.id AND a.is_primary AND a.type_qname_id = :contains
              LEFT JOIN alf_node_properties p ON p.node_id = n.id AND p.qname_id = :name
            """)
        .param("store", place.store())
        .param("ids", ids.stream().map(NodeId::value).toArray(String[]::new))
        .param("contains", place.contains())
        .param("root", place.root())
        .param("name", place.name())
        .param("hidden", names.number(ContentModel.ASPECT_HIDDEN).orElse(-1L))
        .query(
            found -> {
              add(rows, found);
            });
    return rows;
  }

  private static void add(Map<Long, Row> rows, ResultSet found) throws SQLException {
    long number = found.getLong("id");
    String name = found.getString("name");
    rows.put(
        number,
        new Row(
            number,
            found.getString("uuid"),
            number(found, "parent_node_id"),
            name == null ? "" : name,
            found.getLong("type_qname_id"),
            number(found, "acl_id"),
            found.getBoolean("hidden"),
            found.getString("audit_creator"),
            found.getString("audit_created"),
            found.getString("audit_modified")));
  }

  private static Optional<Long> number(ResultSet rows, String column) throws SQLException {
    return Optional.ofNullable(rows.getObject(column, Long.class));
  }

  /**
   * Every folder's child in the store of live nodes, in the order of the ids, after the given one.
   */
  List<NodeId> all(Optional<NodeId> after, int limit) {
    PlatformTree.Place place = tree.place();
    return jdbc.sql(
            """
            SELECT n.uuid FROM alf_node n
            WHERE n.store_id = :store AND n.uuid > :after AND n.uuid ~ :canonical AND n.id <> :root
              AND EXISTS (
                SELECT 1 FROM alf_child_assoc a
                WHERE a.child_node_id = n.id AND a.is_primary AND a.type_qname_id = :contains)
            ORDER BY n.uuid LIMIT :limit
            """)
        .param("store", place.store())
        .param("after", after.map(NodeId::value).orElse(""))
        .param("canonical", PlatformTree.CANONICAL)
        .param("root", place.root())
        .param("contains", place.contains())
        .param("limit", limit)
        .query((rows, number) -> NodeId.of(rows.getString(1)))
        .list();
  }

  /** The ids of the node and of every folder's child below it, in their order; empty when gone. */
  List<NodeId> below(NodeId top) {
    PlatformTree.Place place = tree.place();
    List<NodeId> found =
        jdbc.sql(
                """
                WITH RECURSIVE down (id) AS (
                  SELECT n.id FROM alf_node n
                  WHERE n.store_id = :store AND n.uuid = :top AND n.acl_id IS NOT NULL
                  UNION
                  SELECT a.child_node_id FROM down JOIN alf_child_assoc a
                    ON a.parent_node_id = down.id AND a.is_primary AND a.type_qname_id = :contains)
                SELECT n.uuid FROM down JOIN alf_node n ON n.id = down.id
                WHERE n.uuid ~ :canonical AND n.id <> :root
                """)
            .param("store", place.store())
            .param("top", top.value())
            .param("contains", place.contains())
            .param("root", place.root())
            .param("canonical", PlatformTree.CANONICAL)
            .query((rows, number) -> NodeId.of(rows.getString(1)))
            .list();
    List<NodeId> ordered = new ArrayList<>(found);
    ordered.sort((one, other) -> one.value().compareTo(other.value()));
    return ordered;
  }

  /** Who may read each of the nodes now, in the given order; those that are gone left out. */
  List<Readers> readers(List<NodeId> ids) {
    record Access(long number, Long acl, String creator) {}
    Map<NodeId, Access> access = new HashMap<>();
    jdbc.sql(
            """
            SELECT n.uuid, n.id, n.acl_id, n.audit_creator FROM alf_node n
            WHERE n.store_id = :store AND n.uuid = ANY (:ids) AND n.acl_id IS NOT NULL
            """)
        .param("store", tree.place().store())
        .param("ids", ids.stream().map(NodeId::value).toArray(String[]::new))
        .query(
            rows -> {
              access.put(
                  NodeId.of(rows.getString("uuid")),
                  new Access(
                      rows.getLong("id"), rows.getLong("acl_id"), rows.getString("audit_creator")));
            });
    Map<Long, Set<String>> byList =
        readers.of(new HashSet<>(access.values().stream().map(Access::acl).toList()));
    Map<Long, String> owners = owners(access.values().stream().map(Access::number).toList());
    return ids.stream()
        .filter(access::containsKey)
        .map(
            id -> {
              Access own = access.get(id);
              return new Readers(
                  id,
                  readers(byList, Optional.of(own.acl()), owners.get(own.number()), own.creator()));
            })
        .toList();
  }

  /** Who may read by the list, and the owner: who is named so, else who made it. */
  static Set<String> readers(
      Map<Long, Set<String>> byList, Optional<Long> acl, String owner, String creator) {
    Set<String> all = new HashSet<>(acl.map(byList::get).orElse(Collections.emptySet()));
    String owning = owner == null ? creator : owner;
    if (owning != null && !owning.isEmpty() && !owning.equals(SYSTEM)) {
      all.add(owning);
    }
    return all;
  }

  /** Who is named as the owner, by node. */
  Map<Long, String> owners(Collection<Long> nodes) {
    Map<Long, String> owners = new HashMap<>();
    names
        .number(ContentModel.PROP_OWNER)
        .ifPresent(
            property ->
                jdbc.sql(
                        """
                        SELECT node_id, string_value FROM alf_node_properties
                        WHERE node_id = ANY (:nodes) AND qname_id = :property
                        """)
                    .param("nodes", nodes.toArray(Long[]::new))
                    .param("property", property)
                    .query(
                        rows -> {
                          owners.put(rows.getLong(1), String.valueOf(rows.getString(2)));
                        }));
    return owners;
  }
}
