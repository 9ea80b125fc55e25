package org.chancery.standalone.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Conflict;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NameTaken;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Placed;
import org.chancery.core.repository.Typing;
import org.chancery.model.QName;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tree of nodes in the database. */
final class StoreNodes implements Nodes {

  /** How many nodes may lie above one; deeper trees are mistakes, and every check walks them. */
  static final int DEEPEST = 100;

  private static final int LARGEST_PAGE = 1000;
  private static final Set<String> INDEXED =
      Set.of("cor:sha256", "cor:claimId", "cor:fileNumber", "rec:correctionOf", "rec:supersededBy");

  private final JdbcClient jdbc;
  private final NodeTable table;
  private final PropertyJson json;
  private final Typing typing;
  private final StoreTransactions transactions;
  private final CommitLog log;
  private final Clock clock;

  StoreNodes(
      JdbcClient jdbc,
      NodeTable table,
      PropertyJson json,
      Typing typing,
      StoreTransactions transactions,
      CommitLog log,
      Clock clock) {
    this.jdbc = jdbc;
    this.table = table;
    this.json = json;
    this.typing = typing;
    this.transactions = transactions;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public NodeId root() {
    return NodeTable.ROOT;
  }

  @Override
  public Optional<Node> find(Caller caller, NodeId id) {
    return table.find(caller, id).map(Found::node);
  }

  @Override
  public List<Node> findAll(Caller caller, List<NodeId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    UUID[] wanted = uuids(ids);
    Map<NodeId, Node> found = new HashMap<>();
    table.readable(caller, wanted).forEach(node -> found.put(node.id(), node));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  @Override
  public Optional<Node> child(Caller caller, NodeId parent, String name) {
    return table.child(caller, parent, Typing.key(name)).map(Found::node);
  }

  @Override
  public Page<Node> children(Caller caller, NodeId parent, Optional<String> cursor, int limit) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new IllegalArgumentException("A page holds 1 to " + LARGEST_PAGE + " items");
    }
    Found folder = table.get(caller, parent);
    String after = cursor.map(StoreNodes::fromCursor).orElse("");
    List<Node> found = table.children(caller, folder, after, limit + 1);
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    List<Node> page = found.subList(0, limit);
    return new Page<>(page, Optional.of(toCursor(Typing.key(page.get(limit - 1).name()))));
  }

  @Override
  public List<Node> childrenOfAll(Caller caller, List<NodeId> parents, QName type) {
    return parents.isEmpty() ? List.of() : table.childrenOfAll(caller, uuids(parents), type);
  }

  @Override
  public List<Node> ancestors(Caller caller, NodeId id) {
    return table.ancestors(caller, table.get(caller, id).key());
  }

  @Override
  public Node create(Caller caller, NewNode node) {
    transactions.requireWriting();
    Found parent = table.get(caller, node.parent()).require(caller, Permission.ADD_CHILD);
    Typing.Values values = typing.ofNew(node);
    Instant now = now();
    insert(caller, node, parent.key(), values, now);
    return new Node(
        node.id(),
        node.type(),
        values.aspects(),
        Optional.of(node.parent()),
        node.name(),
        values.properties(),
        Map.of(),
        1,
        caller.user(),
        now,
        caller.user(),
        now);
  }

  private void insert(Caller caller, NewNode node, long parent, Typing.Values values, Instant now) {
    int made;
    try {
      // One statement for the node and its line in the log: loads make many of them.
      made =
          jdbc.sql(
                  """
                  WITH made AS (
                    INSERT INTO node (id, parent, name, name_key, type, aspects, properties,
                                      created_by, created_at, modified_by, modified_at)
                    SELECT :id, :parent, :name, :nameKey, :type, :aspects, :properties::jsonb,
                           :user, :now, :user, :now
                    WHERE chancery_depth(:parent) < :deepest
                    ON CONFLICT (parent, name_key) DO NOTHING
                    RETURNING id)
                  INSERT INTO commit_log (node, created, subtree) SELECT id, true, false FROM made
                  """)
              .param("id", NodeTable.uuid(node.id()))
              .param("parent", parent)
              .param("name", node.name())
              .param("nameKey", Typing.key(node.name()))
              .param("type", node.type().toString())
              .param("aspects", texts(values.aspects()))
              .param("properties", json.write(values.properties()))
              .param("user", caller.user())
              .param("now", NodeTable.utc(now))
              .param("deepest", DEEPEST)
              .update();
    } catch (DuplicateKeyException e) {
      throw new IllegalArgumentException("There is an item " + node.id() + " already", e);
    } catch (DataIntegrityViolationException e) {
      // The parent was deleted meanwhile; done again, it is not found.
      throw new StoreTransactions.Overtaken(e);
    }
    if (made == 0) {
      checkDepth("parent", depth(parent) + 1);
      throw new NameTaken(node.name());
    }
  }

  @Override
  public void createAll(Caller caller, List<NewNode> nodes) {
    transactions.requireWriting();
    // A child of one that is made here has to come after it.
    List<NewNode> level = new ArrayList<>();
    Set<NodeId> made = new HashSet<>();
    for (NewNode node : nodes) {
      if (made.contains(node.parent())) {
        insertAll(caller, level);
        level.clear();
        made.clear();
      }
      level.add(node);
      made.add(node.id());
    }
    insertAll(caller, level);
  }

  private void insertAll(Caller caller, List<NewNode> nodes) {
    if (nodes.isEmpty()) {
      return;
    }
    List<NodeId> parents = nodes.stream().map(NewNode::parent).distinct().toList();
    Map<NodeId, Found> there = found(caller, parents);
    parents.forEach(
        each ->
            Optional.ofNullable(there.get(each))
                .orElseThrow(() -> new NotFound(each))
                .require(caller, Permission.ADD_CHILD));
    List<Typing.Values> values = nodes.stream().map(typing::ofNew).toList();
    int made;
    try {
      made =
          jdbc.sql(
                  """
                  WITH made AS (
                    INSERT INTO node (id, parent, name, name_key, type, aspects, properties,
                                      created_by, created_at, modified_by, modified_at)
                    SELECT w.id, p.key, w.name, w.name_key, w.type,
                           string_to_array(w.aspects, ' '), w.properties::jsonb,
                           :user, :now, :user, :now
                    FROM unnest(:ids::uuid[], :parents::uuid[], :names::text[], :keys::text[],
                                :types::text[], :aspects::text[], :properties::text[])
                         AS w (id, parent, name, name_key, type, aspects, properties)
                    JOIN node p ON p.id = w.parent
                    WHERE chancery_depth(p.key) < :deepest
                    ON CONFLICT (parent, name_key) DO NOTHING
                    RETURNING id)
                  INSERT INTO commit_log (node, created, subtree) SELECT id, true, false FROM made
                  """)
              .param("ids", uuids(nodes.stream().map(NewNode::id).toList()))
              .param("parents", uuids(nodes.stream().map(NewNode::parent).toList()))
              .param("names", nodes.stream().map(NewNode::name).toArray(String[]::new))
              .param(
                  "keys",
                  nodes.stream().map(each -> Typing.key(each.name())).toArray(String[]::new))
              .param(
                  "types",
                  nodes.stream().map(each -> each.type().toString()).toArray(String[]::new))
              .param(
                  "aspects",
                  values.stream()
                      .map(each -> String.join(" ", texts(each.aspects())))
                      .toArray(String[]::new))
              .param(
                  "properties",
                  values.stream().map(each -> json.write(each.properties())).toArray(String[]::new))
              .param("user", caller.user())
              .param("now", NodeTable.utc(now()))
              .param("deepest", DEEPEST)
              .update();
    } catch (DuplicateKeyException e) {
      throw new IllegalArgumentException("There is one of these items already", e);
    } catch (DataIntegrityViolationException e) {
      throw new StoreTransactions.Overtaken(e);
    }
    if (made < nodes.size()) {
      throw new NameTaken(nodes.get(0).name());
    }
  }

  private Map<NodeId, Found> found(Caller caller, List<NodeId> ids) {
    Map<NodeId, Found> found = new HashMap<>();
    table.found(caller, uuids(ids)).forEach(each -> found.put(each.node().id(), each));
    return found;
  }

  @Override
  public void associateAll(Caller caller, List<Relation> relations) {
    transactions.requireWriting();
    if (relations.isEmpty()) {
      return;
    }
    Map<NodeId, Found> there =
        found(
            caller,
            relations.stream()
                .flatMap(each -> Stream.of(each.source(), each.target()))
                .distinct()
                .toList());
    Long[] sources = new Long[relations.size()];
    Long[] targets = new Long[relations.size()];
    for (int i = 0; i < sources.length; i++) {
      Relation each = relations.get(i);
      Found from =
          Optional.ofNullable(there.get(each.source()))
              .orElseThrow(() -> new NotFound(each.source()))
              .require(caller, Permission.WRITE);
      Found to =
          Optional.ofNullable(there.get(each.target()))
              .orElseThrow(() -> new NotFound(each.target()));
      typing.checkAssociation(from.node(), each.association(), to.node());
      sources[i] = from.key();
      targets[i] = to.key();
    }
    try {
      jdbc.sql(
              """
              WITH related AS (
                INSERT INTO association (source, type, target)
                SELECT * FROM unnest(:sources::bigint[], :types::text[], :targets::bigint[])
                ON CONFLICT DO NOTHING)
              INSERT INTO commit_log (node, created, subtree)
              SELECT DISTINCT n.id, false, false FROM node n WHERE n.key = ANY (:sources::bigint[])
              """)
          .param("sources", sources)
          .param(
              "types",
              relations.stream().map(each -> each.association().toString()).toArray(String[]::new))
          .param("targets", targets)
          .update();
    } catch (DataIntegrityViolationException e) {
      throw new StoreTransactions.Overtaken(e);
    }
  }

  @Override
  public Node hold(Caller caller, NodeId id) {
    transactions.requireWriting();
    return table.lock(caller, id).require(caller, Permission.WRITE).node();
  }

  @Override
  public List<Node> holdAll(Caller caller, NodeId id) {
    transactions.requireWriting();
    Found top = table.lock(caller, id).require(caller, Permission.WRITE);
    table.lockAll(top.key());
    List<Node> all = table.below(top.key());
    long allowed =
        table.found(caller, uuids(all.stream().map(Node::id).toList())).stream()
            .filter(found -> found.allows(Permission.WRITE))
            .count();
    if (allowed < all.size()) {
      // In the words of every refusal, so that they do not tell of something hidden inside.
      throw top.refusal(Permission.WRITE);
    }
    return all;
  }

  @Override
  public List<Placed> placed(Caller caller, List<NodeId> ids) {
    return ids.isEmpty() ? List.of() : table.placed(caller, uuids(ids));
  }

  private static UUID[] uuids(List<NodeId> ids) {
    return ids.stream().map(NodeTable::uuid).toArray(UUID[]::new);
  }

  @Override
  public Node update(Caller caller, NodeId id, Optional<Long> expectedRevision, Change change) {
    transactions.requireWriting();
    Found found = table.lock(caller, id).require(caller, Permission.WRITE);
    refuseRoot(found);
    expect(found, expectedRevision);
    Typing.Values values = typing.changed(found.node(), change);
    jdbc.sql(
            """
            UPDATE node SET aspects = :aspects, properties = :properties::jsonb,
                            revision = revision + 1, modified_by = :user, modified_at = :now
            WHERE key = :key
            """)
        .param("aspects", texts(values.aspects()))
        .param("properties", json.write(values.properties()))
        .param("user", caller.user())
        .param("now", NodeTable.utc(now()))
        .param("key", found.key())
        .update();
    if (!change.removeAspects().isEmpty()) {
      jdbc.sql("DELETE FROM content WHERE node = :key AND property <> ALL (:allowed)")
          .param("key", found.key())
          .param("allowed", texts(typing.allowed(found.node().type(), values.aspects())))
          .update();
    }
    log.changed(id);
    return table.get(caller, id).node();
  }

  @Override
  public Node move(Caller caller, NodeId id, NodeId newParent, String newName) {
    transactions.requireWriting();
    boolean elsewhere =
        table
            .get(caller, id)
            .node()
            .parent()
            .filter(parent -> !parent.equals(newParent))
            .isPresent();
    if (elsewhere) {
      // One at a time: two moves, each sound by itself, can together close a circle.
      jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('chancery.move'))::text")
          .query(String.class)
          .single();
    }
    Found found = table.lock(caller, id).require(caller, Permission.DELETE);
    refuseRoot(found);
    Found parent = table.get(caller, newParent).require(caller, Permission.ADD_CHILD);
    typing.checkName(newName);
    if (elsewhere) {
      refuseCircle(found.key(), parent.key());
      checkDepth("parent", depth(parent.key()) + 1 + height(found.key()));
    }
    try {
      transactions.attempt(() -> place(caller, found.key(), parent.key(), newName));
    } catch (DuplicateKeyException e) {
      throw new NameTaken(newName);
    } catch (DataIntegrityViolationException e) {
      throw new StoreTransactions.Overtaken(e);
    }
    log.subtreeChanged(id);
    if (elsewhere) {
      log.accessChanged(id);
    }
    return table
        .find(caller, id)
        .map(Found::node)
        .orElseGet(() -> table.get(Caller.ofSystem(), id).node());
  }

  private int place(Caller caller, long key, long parent, String name) {
    return jdbc.sql(
            """
            UPDATE node SET parent = :parent, name = :name, name_key = :nameKey,
                            revision = revision + 1, modified_by = :user, modified_at = :now
            WHERE key = :key
            """)
        .param("parent", parent)
        .param("name", name)
        .param("nameKey", Typing.key(name))
        .param("user", caller.user())
        .param("now", NodeTable.utc(now()))
        .param("key", key)
        .update();
  }

  @Override
  public void delete(Caller caller, NodeId id, Optional<Long> expectedRevision) {
    transactions.requireWriting();
    Found found = table.lock(caller, id).require(caller, Permission.DELETE);
    refuseRoot(found);
    expect(found, expectedRevision);
    if (!table.mayDeleteAllBelow(caller, found)) {
      // In the words of every refusal, so that they do not tell of something hidden inside.
      throw found.refusal(Permission.DELETE);
    }
    try {
      jdbc.sql(
              """
              WITH RECURSIVE down (key) AS (
                SELECT n.key FROM node n WHERE n.key = :key
                UNION ALL
                SELECT n.key FROM down JOIN node n ON n.parent = down.key)
              DELETE FROM node WHERE key IN (SELECT key FROM down)
              """)
          .param("key", found.key())
          .update();
    } catch (DataIntegrityViolationException e) {
      // Something was added below meanwhile; done again, it goes too.
      throw new StoreTransactions.Overtaken(e);
    }
    log.subtreeChanged(id);
  }

  @Override
  public void associate(Caller caller, NodeId source, QName association, NodeId target) {
    transactions.requireWriting();
    Found from = table.get(caller, source).require(caller, Permission.WRITE);
    Found to = table.get(caller, target);
    typing.checkAssociation(from.node(), association, to.node());
    try {
      jdbc.sql(
              """
              INSERT INTO association (source, type, target) VALUES (:source, :type, :target)
              ON CONFLICT DO NOTHING
              """)
          .param("source", from.key())
          .param("type", association.toString())
          .param("target", to.key())
          .update();
    } catch (DataIntegrityViolationException e) {
      throw new StoreTransactions.Overtaken(e);
    }
    log.changed(source);
  }

  @Override
  public void dissociate(Caller caller, NodeId source, QName association, NodeId target) {
    transactions.requireWriting();
    Found from = table.get(caller, source).require(caller, Permission.WRITE);
    int ended =
        jdbc.sql(
                """
                DELETE FROM association a USING node n
                WHERE a.source = :source AND a.type = :type AND a.target = n.key AND n.id = :target
                """)
            .param("source", from.key())
            .param("type", association.toString())
            .param("target", NodeTable.uuid(target))
            .update();
    if (ended > 0) {
      log.changed(source);
    }
  }

  @Override
  public List<Node> targets(Caller caller, NodeId source, QName association) {
    return related(
        caller, source, association, "JOIN association a ON a.target = n.key", "a.source = :key");
  }

  @Override
  public List<Node> sources(Caller caller, NodeId target, QName association) {
    return related(
        caller, target, association, "JOIN association a ON a.source = n.key", "a.target = :key");
  }

  private List<Node> related(
      Caller caller, NodeId id, QName association, String join, String condition) {
    return table.readable(
        caller,
        join,
        condition + " AND a.type = :type",
        Map.of("key", table.get(caller, id).key(), "type", association.toString()),
        Integer.MAX_VALUE);
  }

  @Override
  public List<Node> byProperty(Caller caller, QName property, String value, int limit) {
    if (!INDEXED.contains(property.toString())) {
      throw new IllegalArgumentException("There is no index of " + property);
    }
    // The property stands in the statement itself, or its index would not be used; and apart from
    // the order, or the planner walks all nodes in that order until it has met enough of them.
    return table.readable(
        caller,
        "",
        "n.key = ANY (ARRAY (SELECT h.key FROM node h WHERE h.properties ->> '"
            + property
            + "' = :value))",
        Map.of("value", value),
        limit);
  }

  private void refuseCircle(long key, long newParent) {
    boolean below =
        jdbc.sql(
                """
                WITH RECURSIVE up (key, parent) AS (
                  SELECT n.key, n.parent FROM node n WHERE n.key = :start
                  UNION ALL
                  SELECT n.key, n.parent FROM up JOIN node n ON n.key = up.parent)
                SELECT EXISTS (SELECT 1 FROM up WHERE key = :key)
                """)
            .param("start", newParent)
            .param("key", key)
            .query(Boolean.class)
            .single();
    if (below) {
      throw new Invalid(Map.of("parent", "lies within the item itself"));
    }
  }

  private int depth(long key) {
    return jdbc.sql("SELECT chancery_depth(:key)").param("key", key).query(Integer.class).single();
  }

  private int height(long key) {
    return jdbc.sql(
            """
            WITH RECURSIVE down (key, height) AS (
              SELECT :key::bigint, 0
              UNION ALL
              SELECT n.key, down.height + 1 FROM down JOIN node n ON n.parent = down.key)
            SELECT max(height) FROM down
            """)
        .param("key", key)
        .query(Integer.class)
        .single();
  }

  private static void checkDepth(String field, int depth) {
    if (depth > DEEPEST) {
      throw new Invalid(Map.of(field, "lies too deep: at most " + DEEPEST + " levels are kept"));
    }
  }

  private static void refuseRoot(Found found) {
    if (found.isRoot()) {
      throw new Denied("The root of everything cannot be changed.");
    }
  }

  private static void expect(Found found, Optional<Long> revision) {
    long current = found.node().revision();
    if (revision.isPresent() && revision.get() != current) {
      throw new Conflict(found.node().id(), current);
    }
  }

  private Instant now() {
    // What the database keeps of it, so that a node reads back as it was answered.
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String[] texts(Set<QName> names) {
    return names.stream().map(QName::toString).toArray(String[]::new);
  }

  private static String toCursor(String nameKey) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(nameKey.getBytes(StandardCharsets.UTF_8));
  }

  private static String fromCursor(String cursor) {
    String nameKey = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    if (nameKey.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("No name is like this");
    }
    return nameKey;
  }
}
