package org.chancery.core.memory;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Conflict;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NameTaken;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permission;
import org.chancery.model.ClassDefinition;
import org.chancery.model.ContentModel;
import org.chancery.model.DataType;
import org.chancery.model.NodeRules;
import org.chancery.model.PropertyDefinition;
import org.chancery.model.QName;

final class MemoryNodes implements Nodes {
  private static final int DEEPEST = 100;
  private static final Set<String> INDEXED =
      Set.of("cor:sha256", "cor:claimId", "cor:fileNumber", "rec:correctionOf", "rec:supersededBy");

  private final MemoryHost host;
  private final MemoryPermissions permissions;
  private final ContentModel model;
  private final NodeRules rules;

  MemoryNodes(MemoryHost host, MemoryPermissions permissions, ContentModel model) {
    this.host = host;
    this.permissions = permissions;
    this.model = model;
    this.rules = new NodeRules(model);
  }

  @Override
  public NodeId root() {
    return host.root();
  }

  @Override
  public Optional<Node> find(Caller caller, NodeId id) {
    return host.within(
        () ->
            Optional.ofNullable(host.state.nodes.get(id))
                .filter(node -> permissions.readable(caller, node)));
  }

  @Override
  public Optional<Node> child(Caller caller, NodeId parent, String name) {
    return host.within(
        () ->
            childrenOf(parent)
                .filter(node -> folded(node.name()).equals(folded(name)))
                .filter(node -> permissions.readable(caller, node))
                .findFirst());
  }

  @Override
  public Page<Node> children(Caller caller, NodeId parent, Optional<String> cursor, int limit) {
    return host.within(
        () -> {
          get(caller, parent);
          if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit");
          }
          List<Node> all =
              childrenOf(parent)
                  .filter(node -> permissions.readable(caller, node))
                  .sorted(Comparator.comparing(node -> node.name().toLowerCase(Locale.ROOT)))
                  .toList();
          int from = cursor.map(Integer::parseInt).orElse(0);
          int to = Math.min(all.size(), from + limit);
          return new Page<>(
              all.subList(from, to),
              to < all.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
        });
  }

  private Stream<Node> childrenOf(NodeId parent) {
    return host.state.nodes.values().stream()
        .filter(node -> node.parent().filter(parent::equals).isPresent());
  }

  @Override
  public List<Node> ancestors(Caller caller, NodeId id) {
    return host.within(
        () -> {
          List<Node> above = new ArrayList<>();
          Optional<NodeId> at = get(caller, id).parent();
          while (at.isPresent()) {
            Node node = host.state.nodes.get(at.get());
            if (permissions.readable(caller, node)) {
              above.add(0, node);
            }
            at = node.parent();
          }
          return above;
        });
  }

  @Override
  public Node create(Caller caller, NewNode node) {
    host.requireTransaction();
    permissions.require(caller, node.parent(), Permission.ADD_CHILD);
    requireFree(node.parent(), node.name(), node.id());
    if (ancestors(Caller.ofSystem(), node.parent()).size() >= DEEPEST) {
      throw new Invalid(Map.of("parent", "lies too deep"));
    }
    Set<QName> aspects = new HashSet<>(node.aspects());
    aspects.addAll(model.mandatoryAspects(node.type()));
    Map<QName, Object> properties = new HashMap<>(node.properties());
    for (PropertyDefinition property : model.propertiesOf(node.type(), aspects)) {
      property
          .defaultValue()
          .ifPresent(preset -> properties.putIfAbsent(property.name(), preset(property, preset)));
    }
    Instant now = host.clock().instant();
    Node created =
        new Node(
            node.id(),
            node.type(),
            aspects,
            Optional.of(node.parent()),
            node.name(),
            properties,
            Map.of(),
            1,
            caller.user(),
            now,
            caller.user(),
            now);
    return put(created);
  }

  private static Object preset(PropertyDefinition property, String text) {
    return switch (property.type()) {
      case BOOLEAN -> Boolean.valueOf(text);
      case INT -> Integer.valueOf(text);
      default -> text;
    };
  }

  private Node put(Node node) {
    Map<String, String> problems = rules.problems(node.type(), node.aspects(), node.properties());
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
    host.state.nodes.put(node.id(), node);
    return node;
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  private void requireFree(NodeId parent, String name, NodeId self) {
    boolean fit =
        !name.isBlank()
            && name.length() <= 255
            && !name.matches("\\.\\.?")
            && !name.matches("(?s).*[/\\p{Cntrl}\\p{Cs}].*");
    if (!fit) {
      throw new Invalid(Map.of("name", "is no name"));
    }
    boolean taken =
        childrenOf(parent)
            .anyMatch(node -> folded(node.name()).equals(folded(name)) && !node.id().equals(self));
    if (taken) {
      throw new NameTaken(name);
    }
  }

  @Override
  public Node hold(Caller caller, NodeId id) {
    host.requireTransaction();
    permissions.require(caller, id, Permission.WRITE);
    return host.state.nodes.get(id);
  }

  @Override
  public Node update(Caller caller, NodeId id, Optional<Long> expectedRevision, Change change) {
    host.requireTransaction();
    permissions.require(caller, id, Permission.WRITE);
    requireNotRoot(id);
    Node node = host.state.nodes.get(id);
    requireRevision(node, expectedRevision);
    Set<QName> aspects = new HashSet<>(node.aspects());
    aspects.addAll(change.addAspects());
    Map<QName, Object> properties = new HashMap<>(node.properties());
    Map<QName, ContentInfo> contents = new HashMap<>(node.contents());
    for (QName away : change.removeAspects()) {
      aspects.remove(away);
      model
          .find(away)
          .map(ClassDefinition::properties)
          .orElse(List.of())
          .forEach(
              property -> {
                properties.remove(property.name());
                contents.remove(property.name());
              });
    }
    properties.putAll(change.set());
    properties.keySet().removeAll(change.remove());
    return put(changed(caller, node, aspects, node.parent(), node.name(), properties, contents));
  }

  private static void requireRevision(Node node, Optional<Long> expected) {
    if (expected.isPresent() && expected.get() != node.revision()) {
      throw new Conflict(node.id(), node.revision());
    }
  }

  private Node changed(
      Caller caller,
      Node node,
      Set<QName> aspects,
      Optional<NodeId> parent,
      String name,
      Map<QName, Object> properties,
      Map<QName, ContentInfo> contents) {
    return new Node(
        node.id(),
        node.type(),
        aspects,
        parent,
        name,
        properties,
        contents,
        node.revision() + 1,
        node.createdBy(),
        node.createdAt(),
        caller.user(),
        host.clock().instant());
  }

  Node attached(Caller caller, NodeId id, QName property, ContentInfo stored) {
    host.requireTransaction();
    permissions.require(caller, id, Permission.WRITE);
    Node node = host.state.nodes.get(id);
    boolean holdsContent =
        model.propertiesOf(node.type(), node.aspects()).stream()
            .anyMatch(each -> each.name().equals(property) && each.type() == DataType.CONTENT);
    if (!holdsContent) {
      throw new Invalid(Map.of(property.toString(), "holds no content here"));
    }
    Map<QName, ContentInfo> contents = new HashMap<>(node.contents());
    contents.put(property, stored);
    return put(
        changed(
            caller, node, node.aspects(), node.parent(), node.name(), node.properties(), contents));
  }

  @Override
  public Node move(Caller caller, NodeId id, NodeId newParent, String newName) {
    host.requireTransaction();
    permissions.require(caller, id, Permission.DELETE);
    permissions.require(caller, newParent, Permission.ADD_CHILD);
    requireNotRoot(id);
    boolean intoItself =
        newParent.equals(id)
            || ancestors(Caller.ofSystem(), newParent).stream().anyMatch(n -> n.id().equals(id));
    if (intoItself) {
      throw new Invalid(Map.of("parent", "lies below the item itself"));
    }
    requireFree(newParent, newName, id);
    Node node = host.state.nodes.get(id);
    return put(
        changed(
            caller,
            node,
            node.aspects(),
            Optional.of(newParent),
            newName,
            node.properties(),
            node.contents()));
  }

  @Override
  public void delete(Caller caller, NodeId id, Optional<Long> expectedRevision) {
    host.requireTransaction();
    permissions.require(caller, id, Permission.DELETE);
    requireNotRoot(id);
    requireRevision(host.state.nodes.get(id), expectedRevision);
    requireDeletable(caller, id);
    remove(id);
  }

  private void requireNotRoot(NodeId id) {
    if (id.equals(host.root())) {
      throw new Denied("The root stays");
    }
  }

  private void requireDeletable(Caller caller, NodeId id) {
    for (Node child : childrenOf(id).toList()) {
      if (!permissions.allowed(caller, child.id(), Permission.DELETE)) {
        throw new Denied("Not all of it may be deleted");
      }
      requireDeletable(caller, child.id());
    }
  }

  private void remove(NodeId id) {
    childrenOf(id).map(Node::id).toList().forEach(this::remove);
    host.state.nodes.remove(id);
    host.state.access.remove(id);
    host.state.versions.remove(id);
    host.state.relations.removeIf(
        relation -> relation.source().equals(id) || relation.target().equals(id));
  }

  @Override
  public void associate(Caller caller, NodeId source, QName association, NodeId target) {
    host.requireTransaction();
    permissions.require(caller, source, Permission.WRITE);
    get(caller, target);
    MemoryState.Relation wanted = new MemoryState.Relation(source, association, target);
    if (!host.state.relations.contains(wanted)) {
      host.state.relations.add(wanted);
    }
  }

  @Override
  public void dissociate(Caller caller, NodeId source, QName association, NodeId target) {
    host.requireTransaction();
    permissions.require(caller, source, Permission.WRITE);
    host.state.relations.remove(new MemoryState.Relation(source, association, target));
  }

  @Override
  public List<Node> targets(Caller caller, NodeId source, QName association) {
    return host.within(
        () ->
            host.state.relations.stream()
                .filter(each -> each.source().equals(source) && each.name().equals(association))
                .flatMap(each -> find(caller, each.target()).stream())
                .toList());
  }

  @Override
  public List<Node> sources(Caller caller, NodeId target, QName association) {
    return host.within(
        () ->
            host.state.relations.stream()
                .filter(each -> each.target().equals(target) && each.name().equals(association))
                .flatMap(each -> find(caller, each.source()).stream())
                .toList());
  }

  @Override
  public List<Node> byProperty(Caller caller, QName property, String value, int limit) {
    if (!INDEXED.contains(property.toString())) {
      throw new IllegalArgumentException("There is no index of " + property);
    }
    return host.within(
        () ->
            host.state.nodes.values().stream()
                .filter(node -> value.equals(node.properties().get(property)))
                .filter(node -> permissions.readable(caller, node))
                .limit(limit)
                .toList());
  }
}
