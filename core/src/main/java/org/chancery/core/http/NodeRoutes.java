package org.chancery.core.http;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.correspondence.ClosedFiles;
import org.chancery.core.correspondence.GivingWay;
import org.chancery.core.correspondence.Removal;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Conflict;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Versions;
import org.chancery.core.schedule.Activity;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.ClassDefinition;
import org.chancery.model.ContentModel;
import org.chancery.model.PropertyDefinition;
import org.chancery.model.QName;

/** Nodes as such: read, change, create, move, delete, versions. */
final class NodeRoutes {
  /** Of stakeholders: entered past their own routes, they would be unscreened or not counted. */
  private static final Set<QName> KEPT_BY_DOMAIN =
      Set.of(
          Stk.PERSON,
          Stk.ORGANIZATION,
          Stk.PRIVATE_CONTACT,
          Stk.AFFILIATION,
          Stk.RELATION,
          Stk.HAPPENING,
          Stk.NOTE,
          Stk.INTERACTION,
          Stk.EVENT,
          Stk.PRIORITY,
          Stk.ISSUE,
          Stk.POLICY_UPDATE);

  private final Nodes nodes;
  private final Versions versions;
  private final Permissions permissions;
  private final GivingWay room;
  private final Removal removal;
  private final ClosedFiles closed;
  private final Activity activity;
  private final ContentModel model;
  private final PropertyJson properties;
  private final NodeJson json;

  NodeRoutes(
      Nodes nodes,
      Permissions permissions,
      Versions versions,
      GivingWay room,
      Removal removal,
      Activity activity,
      ContentModel model,
      NodeJson json) {
    this.activity = activity;
    this.permissions = permissions;
    this.room = room;
    this.nodes = nodes;
    this.versions = versions;
    this.removal = removal;
    this.closed = new ClosedFiles(nodes);
    this.model = model;
    this.properties = new PropertyJson(model);
    this.json = json;
  }

  Response get(Exchange exchange) {
    Caller caller = exchange.caller();
    return json.response(200, caller, nodes.get(caller, idOf(exchange)));
  }

  Response delete(Exchange exchange) {
    removal.remove(exchange.actor(), exchange.id(), exchange.revisionSeen());
    return Response.empty(204);
  }

  /** Body of {@link #putProperties}. */
  record PropertyChange(Map<String, Object> properties) {}

  Response putProperties(Exchange exchange) {
    long revision = exchange.ifMatch();
    PropertyChange change = exchange.json(PropertyChange.class);
    if (change.properties() == null) {
      throw new Invalid(Map.of("properties", "is missing"));
    }
    Caller caller = exchange.caller();
    NodeId id = exchange.id();
    Node node = nodes.get(caller, id);
    closed.requireOpen(id);
    Change values = Change.of(properties.read(change.properties()));
    Set<QName> missing = missingAspects(node.aspects(), values.set().keySet());
    Change whole = new Change(values.set(), values.remove(), missing);
    Node changed = nodes.update(caller, id, Optional.of(revision), whole);
    if (node.type().equals(Cor.CASE_FILE)) {
      // Whether it is open may be among what was changed.
      activity.changed(caller.elevated(), node.parent().orElseThrow());
    }
    return json.response(200, caller, changed);
  }

  /** A property of an aspect brings the aspect with it. */
  private Set<QName> missingAspects(Set<QName> present, Set<QName> written) {
    Set<QName> missing = new HashSet<>();
    for (QName name : written) {
      model
          .property(name)
          .map(PropertyDefinition::declaredBy)
          .flatMap(model::find)
          .filter(owner -> owner.kind() == ClassDefinition.Kind.ASPECT)
          .filter(owner -> !present.contains(owner.name()))
          .ifPresent(owner -> missing.add(owner.name()));
    }
    return missing;
  }

  /** A page of nodes. */
  record NodePage(List<NodeJson.Body> items, Optional<String> cursor) {}

  Response children(Exchange exchange) {
    Caller caller = exchange.caller();
    NodeId parent = idOf(exchange);
    int limit = exchange.limit(100, 1000);
    Page<Node> page =
        exchange.page(() -> nodes.children(caller, parent, exchange.parameter("cursor"), limit));
    return Response.json(200, new NodePage(json.all(caller, parent, page.items()), page.cursor()));
  }

  /** Body of {@link #create}. */
  record NewChild(String type, String name, Optional<Map<String, Object>> properties) {}

  Response create(Exchange exchange) {
    NewChild child = exchange.json(NewChild.class);
    if (child.type() == null || child.name() == null || child.name().isBlank()) {
      throw new Invalid(Map.of(child.type() == null ? "type" : "name", "is missing"));
    }
    Caller caller = exchange.caller();
    NodeId parent = idOf(exchange);
    nodes.get(caller, parent);
    closed.requireOpen(parent);
    Map<QName, Object> values = properties.read(child.properties().orElse(Map.of()));
    values.values().removeIf(value -> value == null);
    QName type = type(child.type());
    if (KEPT_BY_DOMAIN.contains(type)) {
      throw new Invalid(Map.of("type", "is entered by a route of its own, not as a mere item"));
    }
    Set<QName> aspects = missingAspects(model.mandatoryAspects(type), values.keySet());
    String name = requirePortable(child.name());
    String free = room.makeRoom(caller, parent, name);
    NewNode wanted = new NewNode(NodeId.random(), parent, type, free, aspects, values);
    Node created = nodes.create(caller, wanted);
    exchange.about(created.id());
    if (type.equals(Cor.NOTE)) {
      activity.at(caller.elevated(), created.id(), ActivityKind.NOTE);
    }
    return json.response(201, caller, created);
  }

  private QName type(String name) {
    try {
      return QName.of(name);
    } catch (IllegalArgumentException e) {
      throw new Invalid(Map.of("type", "is not the name of a type"));
    }
  }

  private static String requirePortable(String name) {
    if (!NodeName.of(name).value().equals(name)) {
      throw new Invalid(
          Map.of(
              "name",
              "must have at most 200 characters, none of \" * \\ > < ? / : |, and no dot or space"
                  + " at the end"));
    }
    return name;
  }

  /** Body of {@link #move}. */
  record Move(Optional<NodeId> parent, Optional<String> name) {}

  Response move(Exchange exchange) {
    long revision = exchange.ifMatch();
    Move move = exchange.json(Move.class);
    Caller caller = exchange.caller();
    Node node = nodes.get(caller, exchange.id());
    NodeId parent = move.parent().or(node::parent).orElse(node.id());
    nodes.get(caller, parent);
    String name = move.name().map(NodeRoutes::requirePortable).orElse(node.name());
    removal.requireMovable(node, parent);
    if (node.revision() != revision) {
      throw new Conflict(node.id(), node.revision());
    }
    boolean mayMove = permissions.allowed(caller, node.id(), Permission.DELETE);
    boolean elsewhere = node.parent().filter(parent::equals).isEmpty();
    String free =
        mayMove && (elsewhere || !name.equals(node.name()))
            ? room.makeRoom(caller, parent, name)
            : name;
    Node moved = nodes.move(caller, node.id(), parent, free);
    if (elsewhere) {
      activity.filed(caller.elevated(), node.id(), node.parent().orElseThrow());
    }
    if (elsewhere && node.type().equals(Cm.FOLDER)) {
      // Another series may hold where it lies now.
      activity.changed(caller.elevated(), node.id());
    }
    return json.response(200, caller, moved);
  }

  /** The versions of a node. */
  record VersionList(List<VersionBody> items) {}

  /** One version. */
  record VersionBody(
      String label,
      Instant at,
      String by,
      String comment,
      Map<String, Object> properties,
      Map<String, ContentInfo> contents) {}

  Response versions(Exchange exchange) {
    Caller caller = exchange.caller();
    nodes.get(caller, exchange.id());
    List<VersionBody> items =
        versions.list(caller, exchange.id()).stream()
            .map(
                version ->
                    new VersionBody(
                        version.label(),
                        version.at(),
                        version.by(),
                        version.comment(),
                        PropertyJson.of(version.properties()),
                        PropertyJson.contents(version.contents())))
            .toList();
    return Response.json(200, new VersionList(items));
  }

  /** The id in the path; {@code root} stands for the root's. */
  private NodeId idOf(Exchange exchange) {
    return exchange.isRoot() ? nodes.root() : exchange.id();
  }
}
