package org.chancery.alfresco.repository;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.chancery.core.repository.NodeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the platform's services cannot answer at a sane price, or not as of now: read from its own
 * tables, in the transaction in progress. Ids only; everything else of a node comes from the
 * services.
 */
final class Tree {

  /** How many nodes may lie above one; deeper trees are mistakes, and every check walks them. */
  static final int DEEPEST = 100;

  private static final String STORE =
      """
      (SELECT s.id FROM alf_store s
       WHERE s.protocol = 'workspace' AND s.identifier = 'SpacesStore')
      """;

  private static final String QNAME =
      """
      (SELECT q.id FROM alf_qname q JOIN alf_namespace ns ON ns.id = q.ns_id
       WHERE ns.uri = :%1$sUri AND q.local_name = :%1$sName)
      """;

  private static final String DOWN =
      """
      WITH RECURSIVE down (id, level) AS (
        SELECT n.id, 0 FROM alf_node n WHERE n.uuid = :uuid AND n.store_id =
      """
          + STORE
          + """
        UNION ALL
        SELECT a.child_node_id, down.level + 1
        FROM down JOIN alf_child_assoc a ON a.parent_node_id = down.id AND a.is_primary)
      """;

  private static final String UP =
      """
      WITH RECURSIVE up (id, distance) AS (
        SELECT n.id, 0 FROM alf_node n WHERE n.uuid = :uuid AND n.store_id =
      """
          + STORE
          + """
        UNION ALL
        SELECT a.parent_node_id, up.distance + 1
        FROM up JOIN alf_child_assoc a ON a.child_node_id = up.id AND a.is_primary
        WHERE up.distance < 1000)
      """;

  /** How the platform marks the value of a content property: it is the number of its data. */
  private static final int CONTENT = 21;

  /** Of the platform's version store, whose histories bear the ids of their nodes as names. */
  private static final String VERSIONS = "http://www.alfresco.org/model/versionstore/2.0";

  private final JdbcClient jdbc;

  Tree(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One line of a listing: where it stands in the order, and which node it is. */
  record Line(String key, String uuid) {}

  /**
   * Holds the node's row until the transaction ends; waits for who holds it.
   *
   * @return the number of the node's last change; empty when there is no such row
   */
  Optional<Long> lock(NodeId id) {
    return lock(id.value());
  }

  /** The same for a node that the domain may not know. */
  Optional<Long> lock(String uuid) {
    return jdbc.sql(
            "SELECT n.transaction_id FROM alf_node n WHERE n.uuid = :uuid AND n.store_id = "
                + STORE
                + " FOR NO KEY UPDATE")
        .param("uuid", uuid)
        .query(Long.class)
        .optional();
  }

  /** Waits for who holds the same right, and holds it until the transaction ends. */
  void lockRight(String name) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))::text")
        .param("name", "chancery." + name)
        .query(String.class)
        .single();
  }

  /** A mark on a node or on one above it. */
  record Mark(String uuid, int distance, String aspect) {}

  /** Those of a model's aspects that the node and the nodes above it have, as committed by now. */
  List<Mark> marks(String uuid, String uri) {
    return jdbc.sql(
            UP
                + """
            SELECT n.uuid, up.distance, q.local_name
            FROM up JOIN alf_node n ON n.id = up.id
            JOIN alf_node_aspects a ON a.node_id = n.id
            JOIN alf_qname q ON q.id = a.qname_id
            JOIN alf_namespace ns ON ns.id = q.ns_id AND ns.uri = :uri
            """)
        .param("uuid", uuid)
        .param("uri", uri)
        .query(
            (rows, number) ->
                new Mark(
                    rows.getString("uuid"), rows.getInt("distance"), rows.getString("local_name")))
        .list();
  }

  /** Whether there may be anything of a model at all. */
  boolean known(String uri) {
    return !jdbc.sql("SELECT 1 FROM alf_namespace WHERE uri = :uri")
        .param("uri", uri)
        .query(Integer.class)
        .list()
        .isEmpty();
  }

  /**
   * Whether the node, one below it, or one that lies elsewhere and is shown below it, has one of a
   * model's aspects, as committed by now.
   */
  boolean markedBelow(String uuid, String uri, List<String> aspects) {
    return !jdbc.sql(
            DOWN
                + """
            , shown (id) AS (
              SELECT down.id FROM down
              UNION ALL
              SELECT a.child_node_id
              FROM down JOIN alf_child_assoc a ON a.parent_node_id = down.id AND NOT a.is_primary)
            SELECT 1 FROM shown
            JOIN alf_node_aspects a ON a.node_id = shown.id
            JOIN alf_qname q ON q.id = a.qname_id AND q.local_name = ANY (:aspects)
            JOIN alf_namespace ns ON ns.id = q.ns_id AND ns.uri = :uri LIMIT 1
            """)
        .param("uuid", uuid)
        .param("uri", uri)
        .param("aspects", aspects.toArray(String[]::new))
        .query(Integer.class)
        .list()
        .isEmpty();
  }

  /** The nodes above, the nearest first. */
  List<NodeId> above(NodeId id) {
    return jdbc
        .sql(
            UP
                + """
            SELECT n.uuid FROM up JOIN alf_node n ON n.id = up.id
            WHERE up.distance > 0 ORDER BY up.distance
            """)
        .param("uuid", id.value())
        .query(String.class)
        .list()
        .stream()
        .flatMap(uuid -> PlatformNames.id(uuid).stream())
        .toList();
  }

  /** The nodes and all above them, each once. */
  List<NodeId> withAbove(List<NodeId> ids) {
    return jdbc
        .sql(
            """
            WITH RECURSIVE up (id) AS (
              SELECT n.id FROM alf_node n WHERE n.uuid = ANY (:uuids) AND n.store_id =
            """
                + STORE
                + """
              UNION
              SELECT a.parent_node_id
              FROM up JOIN alf_child_assoc a ON a.child_node_id = up.id AND a.is_primary)
            SELECT n.uuid FROM up JOIN alf_node n ON n.id = up.id
            """)
        .param("uuids", uuids(ids))
        .query(String.class)
        .list()
        .stream()
        .flatMap(uuid -> PlatformNames.id(uuid).stream())
        .toList();
  }

  /** How many levels lie below the node. */
  int height(NodeId id) {
    return jdbc.sql(DOWN + " SELECT max(down.level) FROM down")
        .param("uuid", id.value())
        .query(Integer.class)
        .single();
  }

  /**
   * A node for each access list and owner that occurs below (and at) the node; all that share both
   * are allowed the same.
   */
  List<String> samplesBelow(NodeId id) {
    return jdbc.sql(
            DOWN
                + " SELECT min(n.uuid) FROM down JOIN alf_node n ON n.id = down.id"
                + " LEFT JOIN alf_node_properties o ON o.node_id = n.id AND o.qname_id = "
                + QNAME.formatted("owner")
                + " GROUP BY n.acl_id, coalesce(o.string_value, n.audit_creator)")
        .param("uuid", id.value())
        .params(qname("owner", org.alfresco.model.ContentModel.PROP_OWNER))
        .query(String.class)
        .list();
  }

  /** The nodes below (and at) the node that are somebody's own. */
  List<String> ownedBelow(String uuid) {
    return jdbc.sql(
            DOWN
                + " SELECT n.uuid FROM down JOIN alf_node n ON n.id = down.id"
                + " LEFT JOIN alf_node_properties o ON o.node_id = n.id AND o.qname_id = "
                + QNAME.formatted("owner")
                + " WHERE coalesce(o.string_value, n.audit_creator) <> ''")
        .param("uuid", uuid)
        .params(qname("owner", org.alfresco.model.ContentModel.PROP_OWNER))
        .query(String.class)
        .list();
  }

  /**
   * Where the platform keeps the bytes of the node and of all that hangs below it: by any kind of
   * child, such as renditions, and in the versions of each.
   */
  List<String> addressesBelow(NodeId id) {
    String[] below =
        jdbc.sql(DOWN + " SELECT n.uuid FROM down JOIN alf_node n ON n.id = down.id")
            .param("uuid", id.value())
            .query(String.class)
            .list()
            .toArray(String[]::new);
    return jdbc.sql(
            DOWN
                + """
                , kept (id) AS (
                  SELECT down.id FROM down
                  UNION ALL
                  SELECT v.child_node_id
                  FROM alf_store s
                  JOIN alf_child_assoc h ON h.parent_node_id = s.root_node_id
                  JOIN unnest(:below::text[], :sums::bigint[]) AS b (uuid, sum)
                    ON h.child_node_name_crc = b.sum AND h.child_node_name = b.uuid
                  JOIN alf_child_assoc v ON v.parent_node_id = h.child_node_id
                  WHERE s.protocol = 'workspace' AND s.identifier = 'version2Store'
                    AND h.type_qname_id = (
                      SELECT q.id FROM alf_qname q JOIN alf_namespace ns ON ns.id = q.ns_id
                      WHERE ns.uri = :versionsUri AND q.local_name = :versionsName))
                SELECT DISTINCT u.content_url
                FROM kept
                JOIN alf_node_properties p ON p.node_id = kept.id
                  AND p.actual_type_n = :content
                JOIN alf_content_data d ON d.id = p.long_value
                JOIN alf_content_url u ON u.id = d.content_url_id
                """)
        .param("uuid", id.value())
        .param("below", below)
        .param("sums", Arrays.stream(below).map(Tree::sum).toArray(Long[]::new))
        .param("versionsUri", VERSIONS)
        .param("versionsName", "versionHistory")
        .param("content", CONTENT)
        .query(String.class)
        .list();
  }

  /** By which the platform finds a child of that name. */
  private static long sum(String name) {
    CRC32 sum = new CRC32();
    sum.update(name.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  /** What lies in the folder, by name without case. */
  List<Line> children(NodeId parent, Optional<Line> after, int limit) {
    Line start = after.orElse(new Line("", ""));
    return jdbc.sql(
            """
            SELECT listed.key, listed.uuid FROM (
              SELECT lower(coalesce(p.string_value, n.uuid)) COLLATE "C" AS key, n.uuid
              FROM alf_node f
              JOIN alf_child_assoc a ON a.parent_node_id = f.id AND a.is_primary
                AND a.type_qname_id =
            """
                + QNAME.formatted("contains")
                + " JOIN alf_node n ON n.id = a.child_node_id"
                + " LEFT JOIN alf_node_properties p ON p.node_id = n.id AND p.qname_id = "
                + QNAME.formatted("name")
                + " WHERE f.uuid = :parent AND f.store_id = "
                + STORE
                + """
            ) AS listed
            WHERE (listed.key, listed.uuid) > (:key COLLATE "C", :uuid)
            ORDER BY listed.key, listed.uuid LIMIT :limit
            """)
        .params(qname("contains", org.alfresco.model.ContentModel.ASSOC_CONTAINS))
        .params(qname("name", org.alfresco.model.ContentModel.PROP_NAME))
        .param("parent", parent.value())
        .param("key", start.key())
        .param("uuid", start.uuid())
        .param("limit", limit)
        .query((rows, number) -> new Line(rows.getString("key"), rows.getString("uuid")))
        .list();
  }

  /** What lies in the folders and is of that type, in no order. */
  List<NodeId> childrenOfAll(List<NodeId> parents, org.alfresco.service.namespace.QName type) {
    return jdbc
        .sql(
            "SELECT DISTINCT n.uuid FROM alf_node f"
                + " JOIN alf_child_assoc a ON a.parent_node_id = f.id AND a.is_primary"
                + " AND a.type_qname_id = "
                + QNAME.formatted("contains")
                + " JOIN alf_node n ON n.id = a.child_node_id AND n.type_qname_id = "
                + QNAME.formatted("type")
                + " WHERE f.uuid = ANY (:uuids) AND f.store_id = "
                + STORE)
        .params(qname("contains", org.alfresco.model.ContentModel.ASSOC_CONTAINS))
        .params(qname("type", type))
        .param("uuids", uuids(parents))
        .query(String.class)
        .list()
        .stream()
        .flatMap(uuid -> PlatformNames.id(uuid).stream())
        .toList();
  }

  /** The nodes that have the value, oldest first. */
  List<NodeId> byProperty(org.alfresco.service.namespace.QName property, String value) {
    return jdbc
        .sql(
            "SELECT n.uuid FROM alf_node_properties p JOIN alf_node n ON n.id = p.node_id"
                + " WHERE p.qname_id = "
                + QNAME.formatted("property")
                + " AND p.string_value = :value AND n.store_id = "
                + STORE
                + " ORDER BY n.id")
        .params(qname("property", property))
        .param("value", value)
        .query(String.class)
        .list()
        .stream()
        .flatMap(uuid -> PlatformNames.id(uuid).stream())
        .toList();
  }

  private static Map<String, Object> qname(
      String parameter, org.alfresco.service.namespace.QName name) {
    return Map.of(
        parameter + "Uri", name.getNamespaceURI(), parameter + "Name", name.getLocalName());
  }

  private static String[] uuids(List<NodeId> ids) {
    return ids.stream().map(NodeId::value).toArray(String[]::new);
  }
}
