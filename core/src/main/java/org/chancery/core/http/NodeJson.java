package org.chancery.core.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.records.DeclaredRecord;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.ClassDefinition;
import org.chancery.model.ContentModel;
import org.chancery.model.QName;

/** Shows nodes as JSON, as the caller may see them. */
final class NodeJson {
  /** Nobody, whatever their grants, does more with a record. */
  private static final Set<Permission> ON_RECORDS =
      Set.of(Permission.READ, Permission.CHANGE_PERMISSIONS);

  private final Nodes nodes;
  private final Permissions permissions;
  private final ContentModel model;

  NodeJson(Nodes nodes, Permissions permissions, ContentModel model) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.model = model;
  }

  /** A node, as openapi.yaml says. */
  record Body(
      NodeId id,
      String type,
      String typeLabel,
      List<String> aspects,
      String name,
      String title,
      Optional<NodeId> parent,
      List<Step> path,
      Map<String, Object> properties,
      Map<String, ContentInfo> contents,
      long revision,
      String createdBy,
      Instant createdAt,
      String modifiedBy,
      Instant modifiedAt,
      List<Permission> allowed,
      boolean locked,
      Optional<RecordBody> record) {}

  /** What is known of a declared record. */
  record RecordBody(
      String recordId,
      Instant declaredAt,
      String declaredBy,
      Optional<NodeId> with,
      String digest) {
    static RecordBody of(DeclaredRecord record) {
      return new RecordBody(
          record.recordId(), record.at(), record.by(), record.whole(), record.digest());
    }
  }

  /** One step of a path. */
  record Step(NodeId id, String name) {}

  Body of(Caller caller, Node node) {
    Map<NodeId, Set<Permission>> allowed = permissions.allowed(caller, List.of(node.id()));
    return of(node, path(caller, node.id()), allowed);
  }

  /** Children of one folder share their path. */
  List<Body> all(Caller caller, NodeId parent, List<Node> children) {
    List<Step> path = new ArrayList<>(path(caller, parent));
    nodes
        .find(caller, parent)
        .ifPresent(folder -> path.add(new Step(folder.id(), Title.of(folder))));
    Map<NodeId, Set<Permission>> allowed =
        permissions.allowed(caller, children.stream().map(Node::id).toList());
    return children.stream().map(child -> of(child, path, allowed)).toList();
  }

  /** The node with its entity tag. */
  Response response(int status, Caller caller, Node node) {
    return Response.json(status, of(caller, node)).withRevision(node.revision());
  }

  private List<Step> path(Caller caller, NodeId id) {
    return nodes.ancestors(caller, id).stream()
        .map(each -> new Step(each.id(), Title.of(each)))
        .toList();
  }

  private Body of(Node node, List<Step> path, Map<NodeId, Set<Permission>> allowed) {
    Optional<DeclaredRecord> record = DeclaredRecord.of(node);
    return new Body(
        node.id(),
        node.type().toString(),
        label(node.type()),
        // The mark on a folder would tell of a record in it that is hidden.
        node.aspects().stream()
            .filter(aspect -> !aspect.equals(Rec.HOLDS_RECORDS))
            .map(QName::toString)
            .sorted()
            .toList(),
        node.name(),
        Title.of(node),
        // A folder that is hidden is not named by its id either.
        node.parent().filter(id -> path.stream().anyMatch(step -> step.id().equals(id))),
        path,
        PropertyJson.of(node.properties()),
        PropertyJson.contents(node.contents()),
        node.revision(),
        node.createdBy(),
        node.createdAt(),
        node.modifiedBy(),
        node.modifiedAt(),
        allowed.getOrDefault(node.id(), Set.of()).stream()
            .filter(each -> record.isEmpty() || ON_RECORDS.contains(each))
            .sorted()
            .toList(),
        node.aspects().contains(Cor.LOCKED),
        record.map(RecordBody::of));
  }

  private String label(QName type) {
    return model.find(type).map(ClassDefinition::title).orElse(type.toString());
  }
}
