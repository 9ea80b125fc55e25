package org.chancery.standalone.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Placed;
import org.chancery.model.QName;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Reads nodes together with what the caller may do to them, in one statement, so that no node can
 * be had without the question having been asked.
 */
final class NodeTable {

  static final NodeId ROOT = NodeId.of("00000000-0000-4000-8000-000000000000");

  private static final String COLUMNS =
      """
      n.key, n.id, p.id AS parent_id, n.name, n.type, n.aspects, n.properties::text AS properties,
      n.inherits, n.revision, n.created_by, n.created_at, n.modified_by, n.modified_at,
      (SELECT jsonb_object_agg(c.property, jsonb_build_object(
                'sha256', c.sha256, 'size', c.size, 'mediaType', c.media_type))
         FROM content c WHERE c.node = n.key)::text AS contents
      """;

  /** What a caller must not see is filtered here, in every list that crosses folders. */
  private static final String READABLE =
      "(:system OR n.parent IS NULL OR chancery_roles(n.key, :authorities) <> '{}')";

  private final JdbcClient jdbc;
  private final PropertyJson json;

  NodeTable(JdbcClient jdbc, PropertyJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The node, when the caller may read it. */
  Optional<Found> find(Caller caller, NodeId id) {
    return one(caller, "n.id = :id", Map.of("id", uuid(id)));
  }

  /** The node, for a change: locked, so that its state stays what is read here. */
  Found lock(Caller caller, NodeId id) {
    // In a statement of its own, so that the next one sees what the lock's last holder committed.
    jdbc.sql("SELECT key FROM node WHERE id = :id FOR NO KEY UPDATE")
        .param("id", uuid(id))
        .query(Long.class)
        .optional();
    return get(caller, id);
  }

  /**
   * Locks the node and all below it against changes and against new children: whoever is adding one
   * holds its parent's key, so that this waits and then sees it.
   */
  void lockAll(long top) {
    Long[] level = {top};
    while (level.length > 0) {
      jdbc.sql("SELECT key FROM node WHERE key = ANY (:level) ORDER BY key FOR UPDATE")
          .param("level", level)
          .query(Long.class)
          .list();
      level =
          jdbc.sql("SELECT key FROM node WHERE parent = ANY (:level) ORDER BY key")
              .param("level", level)
              .query(Long.class)
              .list()
              .toArray(Long[]::new);
    }
  }

  /** The node and all below it, each before what it holds. */
  List<Node> below(long top) {
    return jdbc.sql(
            """
            WITH RECURSIVE down (key, depth) AS (
              SELECT :top::bigint, 0
              UNION ALL
              SELECT n.key, down.depth + 1 FROM down JOIN node n ON n.parent = down.key)
            SELECT
            """
                + COLUMNS
                + " FROM down JOIN node n ON n.key = down.key LEFT JOIN node p ON p.key = n.parent"
                + " ORDER BY down.depth, n.key")
        .param("top", top)
        .query(nodes())
        .list();
  }

  Found get(Caller caller, NodeId id) {
    return find(caller, id).orElseThrow(() -> new NotFound(id));
  }

  Optional<Found> child(Caller caller, NodeId parent, String nameKey) {
    return one(
        caller,
        "p.id = :parent AND n.name_key = :name",
        Map.of("parent", uuid(parent), "name", nameKey));
  }

  /** Those of the nodes that the caller may read, each with what else the caller may do. */
  List<Found> found(Caller caller, UUID[] ids) {
    return found(caller, "n.id = ANY (:ids)", Map.of("ids", ids)).list().stream()
        .filter(found -> found.allows(Permission.READ))
        .toList();
  }

  private Optional<Found> one(Caller caller, String condition, Map<String, Object> parameters) {
    return found(caller, condition, parameters)
        .optional()
        .filter(found -> found.allows(Permission.READ));
  }

  private MappedQuerySpec<Found> found(
      Caller caller, String condition, Map<String, Object> parameters) {
    return asCaller(
            jdbc.sql(
                "SELECT "
                    + COLUMNS
                    + ", CASE WHEN :system THEN '{}' ELSE chancery_roles(n.key, :authorities) END"
                    + " AS roles FROM node n LEFT JOIN node p ON p.key = n.parent WHERE "
                    + condition),
            caller)
        .params(parameters)
        .query((rows, number) -> found(rows, caller));
  }

  /**
   * Children the caller may read, by name. The parent's roles have been asked for once; only a
   * child's own grants are looked at beyond that.
   */
  List<Node> children(Caller caller, Found parent, String afterNameKey, int limit) {
    boolean inherited = parent.all() || !parent.roles().isEmpty();
    return asCaller(
            jdbc.sql(
                "SELECT "
                    + COLUMNS
                    + """
                    FROM node n JOIN node p ON p.key = n.parent
                    WHERE n.parent = :parent AND n.name_key > :after
                      AND (:system OR (n.inherits AND :inherited)
                           OR EXISTS (SELECT 1 FROM access_grant g
                                      WHERE g.node = n.key AND g.authority = ANY (:authorities)))
                    ORDER BY n.name_key LIMIT :limit
                    """),
            caller)
        .param("parent", parent.key())
        .param("inherited", inherited)
        .param("after", afterNameKey)
        .param("limit", limit)
        .query(nodes())
        .list();
  }

  /** Children of one type of several parents, as far as the caller may read both; in any order. */
  List<Node> childrenOfAll(Caller caller, UUID[] parents, QName type) {
    return asCaller(
            jdbc.sql(
                "SELECT "
                    + COLUMNS
                    + """
                    FROM node p JOIN node n ON n.parent = p.key
                    WHERE p.id = ANY (:parents) AND n.type = :type
                      AND (:system
                           OR (p.parent IS NULL
                               OR p.key IN (SELECT chancery_readable(:parents, :authorities)))
                              AND n.key IN (SELECT chancery_readable(
                                    ARRAY (SELECT c.id FROM node f JOIN node c ON c.parent = f.key
                                           WHERE f.id = ANY (:parents) AND c.type = :type),
                                    :authorities)))
                    """),
            caller)
        .param("parents", parents)
        .param("type", type.toString())
        .query(nodes())
        .list();
  }

  /** The readable ones among the nodes above, the root first. */
  List<Node> ancestors(Caller caller, long key) {
    return asCaller(
            jdbc.sql(
                """
                WITH RECURSIVE up (key, parent, distance) AS (
                  SELECT n.key, n.parent, 0 FROM node n WHERE n.key = :key
                  UNION ALL
                  SELECT n.key, n.parent, up.distance + 1 FROM up JOIN node n ON n.key = up.parent)
                SELECT
                """
                    + COLUMNS
                    + " FROM up JOIN node n ON n.key = up.key LEFT JOIN node p ON p.key = n.parent"
                    + " WHERE up.distance > 0 AND "
                    + READABLE
                    + " ORDER BY up.distance DESC"),
            caller)
        .param("key", key)
        .query(nodes())
        .list();
  }

  /** Those of the nodes that the caller may read, in any order, with what lies above each. */
  List<Placed> placed(Caller caller, UUID[] ids) {
    WalkUp walk = new WalkUp();
    asCaller(
            jdbc.sql(
                """
                SELECT w.key, w.parent, w.name, w.inherits, w.granted,
                       n.id, n.type, n.properties::text AS properties
                FROM chancery_walk_up(:ids, :system, :authorities) AS w
                LEFT JOIN node n ON n.key = w.key AND w.id = ANY (:ids)
                """),
            caller)
        .param("ids", ids)
        .query(
            rows -> {
              walk.add(rows.getLong("key"), step(rows), asked(rows));
            });
    return walk.placed();
  }

  private static WalkUp.Step step(ResultSet rows) throws SQLException {
    return new WalkUp.Step(
        rows.getLong("parent"),
        rows.getString("name"),
        rows.getBoolean("inherits"),
        rows.getBoolean("granted"));
  }

  private Optional<WalkUp.Asked> asked(ResultSet rows) throws SQLException {
    String id = rows.getString("id");
    return id == null
        ? Optional.empty()
        : Optional.of(
            new WalkUp.Asked(
                NodeId.of(id),
                QName.of(rows.getString("type")),
                json.read(rows.getString("properties"))));
  }

  /** Whether the caller may delete everything below a node that the caller may delete. */
  boolean mayDeleteAllBelow(Caller caller, Found top) {
    if (caller.system()) {
      return true;
    }
    return jdbc.sql(
            """
            WITH RECURSIVE down (key, may) AS (
              SELECT :top::bigint, true
              UNION ALL
              SELECT n.key, n.inherits AND down.may
                            OR EXISTS (SELECT 1 FROM access_grant g
                                       WHERE g.node = n.key AND g.authority = ANY (:authorities)
                                         AND g.role = ANY (:roles))
              FROM down JOIN node n ON n.parent = down.key)
            SELECT bool_and(may) FROM down
            """)
        .param("top", top.key())
        .param("authorities", caller.authorities().toArray(String[]::new))
        .param(
            "roles",
            Arrays.stream(Grant.Role.values())
                .filter(role -> role.permissions().contains(Permission.DELETE))
                .map(Grant.Role::name)
                .toArray(String[]::new))
        .query(Boolean.class)
        .single();
  }

  /** Those of the nodes that the caller may read, in any order; who may is asked once for all. */
  List<Node> readable(Caller caller, UUID[] ids) {
    return asCaller(
            jdbc.sql(
                "SELECT "
                    + COLUMNS
                    + """
                    FROM node n LEFT JOIN node p ON p.key = n.parent
                    WHERE n.id = ANY (:ids)
                      AND (:system OR n.parent IS NULL
                           OR n.key IN (SELECT chancery_readable(:ids, :authorities)))
                    """),
            caller)
        .param("ids", ids)
        .query(nodes())
        .list();
  }

  /** Readable nodes by a condition on {@code n}, oldest first. */
  List<Node> readable(
      Caller caller, String join, String condition, Map<String, Object> parameters, int limit) {
    return asCaller(
            jdbc.sql(
                "SELECT "
                    + COLUMNS
                    + " FROM node n LEFT JOIN node p ON p.key = n.parent "
                    + join
                    + " WHERE "
                    + condition
                    + " AND "
                    + READABLE
                    + " ORDER BY n.key LIMIT :limit"),
            caller)
        .params(parameters)
        .param("limit", limit)
        .query(nodes())
        .list();
  }

  /** Nodes by their ids, without a question: for the index, which keeps who may read each. */
  List<Node> all(UUID[] ids) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM node n LEFT JOIN node p ON p.key = n.parent WHERE n.id = ANY (:ids)")
        .param("ids", ids)
        .query(nodes())
        .list();
  }

  private static StatementSpec asCaller(StatementSpec statement, Caller caller) {
    return statement
        .param("system", caller.system())
        .param("authorities", caller.authorities().toArray(String[]::new));
  }

  private Found found(ResultSet rows, Caller caller) throws SQLException {
    Set<Grant.Role> roles = EnumSet.noneOf(Grant.Role.class);
    texts(rows, "roles").forEach(role -> roles.add(Grant.Role.valueOf(role)));
    return new Found(
        rows.getLong("key"), node(rows), rows.getBoolean("inherits"), roles, caller.system());
  }

  private RowMapper<Node> nodes() {
    return (rows, number) -> node(rows);
  }

  private Node node(ResultSet rows) throws SQLException {
    return new Node(
        NodeId.of(rows.getString("id")),
        QName.of(rows.getString("type")),
        texts(rows, "aspects").stream().map(QName::of).collect(Collectors.toSet()),
        Optional.ofNullable(rows.getString("parent_id")).map(NodeId::of),
        rows.getString("name"),
        json.read(rows.getString("properties")),
        json.readContents(rows.getString("contents")),
        rows.getLong("revision"),
        rows.getString("created_by"),
        instant(rows, "created_at"),
        rows.getString("modified_by"),
        instant(rows, "modified_at"));
  }

  static Set<String> texts(ResultSet rows, String column) throws SQLException {
    Array array = rows.getArray(column);
    return new LinkedHashSet<>(Arrays.asList((String[]) array.getArray()));
  }

  static Instant instant(ResultSet rows, String column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static UUID uuid(NodeId id) {
    return UUID.fromString(id.value());
  }
}
