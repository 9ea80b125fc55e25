package org.chancery.core.records;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Declared;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Held;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Placed;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/** A tree whose records stay as and where they are, and what is under a hold where it is. */
record GuardedNodes(Nodes host, HoldRule holds) implements Nodes {
  private static final Caller SYSTEM = Caller.ofSystem();

  @Override
  public Node create(Caller caller, NewNode node) {
    Node created = host.create(caller, node);
    requireNone(node.parent());
    return created;
  }

  @Override
  public void createAll(Caller caller, List<NewNode> nodes) {
    host.createAll(caller, nodes);
    requireNone(nodes.stream().map(NewNode::parent).distinct().toList());
  }

  @Override
  public Node update(Caller caller, NodeId id, Optional<Long> expectedRevision, Change change) {
    if (change.removeAspects().contains(Rec.DECLARED)
        || change.removeAspects().contains(Rec.HOLDS_RECORDS)) {
      throw new Declared("A declaration is not taken back.");
    }
    if (change.removeAspects().contains(Rec.HELD)
        || change.removeAspects().contains(Rec.HOLDS_HELD)
        || change.set().containsKey(Rec.HELD_BY)
        || change.set().containsKey(Rec.HELD_BELOW)
        || change.remove().contains(Rec.HELD_BY)) {
      throw new Held("A hold ends by being released.");
    }
    Node changed = host.update(caller, id, expectedRevision, change);
    DeclaredRecord.requireNone(changed);
    return changed;
  }

  @Override
  public Node move(Caller caller, NodeId id, NodeId newParent, String newName) {
    Optional<NodeId> from = host.find(SYSTEM, id).flatMap(Node::parent);
    List<Node> above = from.isPresent() ? host.ancestors(SYSTEM, id) : List.of();
    Node moved = host.move(caller, id, newParent, newName);
    // Asked for anew: where it is now, the caller may not read it.
    Node now = host.get(SYSTEM, id);
    DeclaredRecord.requireNone(now);
    requireNone(newParent);
    if (!from.equals(Optional.of(newParent))) {
      requireHoldsNone(caller, now);
      holds.requireMovable(caller, now, above, newParent);
    }
    return moved;
  }

  @Override
  public void delete(Caller caller, NodeId id, Optional<Long> expectedRevision) {
    if (host.find(caller, id).isPresent()) {
      // Held first: afterwards there is nothing left to look at.
      Node node = host.hold(caller.elevated(), id);
      DeclaredRecord.requireNone(node);
      requireHoldsNone(caller, node);
      holds.requireFree(caller, node);
    }
    host.delete(caller, id, expectedRevision);
  }

  @Override
  public void associate(Caller caller, NodeId source, QName association, NodeId target) {
    host.associate(caller, source, association, target);
    requireNone(source);
    requireNone(target);
  }

  @Override
  public void associateAll(Caller caller, List<Relation> relations) {
    host.associateAll(caller, relations);
    requireNone(
        relations.stream()
            .flatMap(each -> Stream.of(each.source(), each.target()))
            .distinct()
            .toList());
  }

  private void requireNone(List<NodeId> ids) {
    host.findAll(SYSTEM, ids).forEach(DeclaredRecord::requireNone);
  }

  @Override
  public void dissociate(Caller caller, NodeId source, QName association, NodeId target) {
    host.dissociate(caller, source, association, target);
    requireNone(source);
    requireNone(target);
  }

  private void requireNone(NodeId id) {
    host.find(SYSTEM, id).ifPresent(DeclaredRecord::requireNone);
  }

  /** To those who see no record in it, a refusal like any other (requirement P4). */
  private void requireHoldsNone(Caller caller, Node folder) {
    if (!folder.aspects().contains(Rec.HOLDS_RECORDS)) {
      return;
    }
    if (showsRecord(caller, folder.id())) {
      throw new Declared(
          "'"
              + folder.name()
              + "' holds a declared record: it stays where it is and is not deleted.");
    }
    throw new Denied(
        "You may see '" + folder.name() + "', but not delete or move it; ask its owner.");
  }

  private boolean showsRecord(Caller caller, NodeId folder) {
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = host.children(caller, folder, cursor, 500);
      for (Node child : page.items()) {
        boolean declared = child.aspects().contains(Rec.DECLARED);
        boolean marked = child.aspects().contains(Rec.HOLDS_RECORDS);
        if (declared || marked && showsRecord(caller, child.id())) {
          return true;
        }
      }
      cursor = page.cursor();
    } while (cursor.isPresent());
    return false;
  }

  @Override
  public NodeId root() {
    return host.root();
  }

  @Override
  public Optional<Node> find(Caller caller, NodeId id) {
    return host.find(caller, id);
  }

  @Override
  public List<Node> findAll(Caller caller, List<NodeId> ids) {
    return host.findAll(caller, ids);
  }

  @Override
  public Optional<Node> child(Caller caller, NodeId parent, String name) {
    return host.child(caller, parent, name);
  }

  @Override
  public Page<Node> children(Caller caller, NodeId parent, Optional<String> cursor, int limit) {
    return host.children(caller, parent, cursor, limit);
  }

  @Override
  public List<Node> childrenOfAll(Caller caller, List<NodeId> parents, QName type) {
    return host.childrenOfAll(caller, parents, type);
  }

  @Override
  public List<Node> ancestors(Caller caller, NodeId id) {
    return host.ancestors(caller, id);
  }

  @Override
  public Node hold(Caller caller, NodeId id) {
    return host.hold(caller, id);
  }

  @Override
  public List<Node> holdAll(Caller caller, NodeId id) {
    return host.holdAll(caller, id);
  }

  @Override
  public List<Placed> placed(Caller caller, List<NodeId> ids) {
    return host.placed(caller, ids);
  }

  @Override
  public List<Node> targets(Caller caller, NodeId source, QName association) {
    return host.targets(caller, source, association);
  }

  @Override
  public List<Node> sources(Caller caller, NodeId target, QName association) {
    return host.sources(caller, target, association);
  }

  @Override
  public List<Node> byProperty(Caller caller, QName property, String value, int limit) {
    return host.byProperty(caller, property, value, limit);
  }
}
