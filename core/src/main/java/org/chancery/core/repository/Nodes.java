package org.chancery.core.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.model.QName;

/**
 * The tree of nodes. Every method asks the caller's permission first: what the caller may not read
 * is answered exactly as what does not exist ({@link NotFound}, an empty result), what the caller
 * may read but not do is {@link Denied} (requirement P4). Writes happen inside {@link
 * Transactions#write} and are validated against the content model: {@link Invalid} says what is
 * wrong.
 */
public interface Nodes {

  /** The root of everything; readable by everyone. */
  NodeId root();

  /** The node, when it exists and the caller may read it. */
  Optional<Node> find(Caller caller, NodeId id);

  /**
   * The node.
   *
   * @throws NotFound when it does not exist or the caller may not read it
   */
  default Node get(Caller caller, NodeId id) {
    return find(caller, id).orElseThrow(() -> new NotFound(id));
  }

  /**
   * Those of the nodes that exist and the caller may read, in the order of the ids. Hosts answer
   * many ids at the price of one.
   */
  default List<Node> findAll(Caller caller, List<NodeId> ids) {
    return ids.stream().flatMap(id -> find(caller, id).stream()).toList();
  }

  /** The child of that name (compared without case), when the caller may read it. */
  Optional<Node> child(Caller caller, NodeId parent, String name);

  /**
   * The readable children, by name.
   *
   * @param cursor from the page before, or empty
   * @param limit 1 to 1000
   * @throws NotFound when the parent is not there for the caller
   */
  Page<Node> children(Caller caller, NodeId parent, Optional<String> cursor, int limit);

  /**
   * The readable children of that type of all the parents, in no order; a parent that is not there
   * for the caller has none. Hosts answer many parents at the price of one.
   *
   * @param type exactly this one
   */
  default List<Node> childrenOfAll(Caller caller, List<NodeId> parents, QName type) {
    List<Node> found = new ArrayList<>();
    for (Node parent : findAll(caller, parents.stream().distinct().toList())) {
      Optional<String> cursor = Optional.empty();
      do {
        Page<Node> page = children(caller, parent.id(), cursor, 1000);
        page.items().stream().filter(child -> child.type().equals(type)).forEach(found::add);
        cursor = page.cursor();
      } while (cursor.isPresent());
    }
    return found;
  }

  /**
   * The node's ancestors that the caller may read, the root first, the node itself not included.
   */
  List<Node> ancestors(Caller caller, NodeId id);

  /**
   * Creates a node. Needs {@link Permission#ADD_CHILD} on the parent.
   *
   * @throws NameTaken when the parent has a child of that name
   * @throws Invalid when the model forbids it
   */
  Node create(Caller caller, NewNode node);

  /**
   * Creates many nodes, each as {@link #create} does; a parent stands before its children. Hosts
   * create many at the price of a few.
   */
  default void createAll(Caller caller, List<NewNode> nodes) {
    nodes.forEach(node -> create(caller, node));
  }

  /**
   * A relation of two nodes.
   *
   * @param source from which
   * @param association of which kind
   * @param target to which
   */
  record Relation(NodeId source, QName association, NodeId target) {}

  /**
   * Relates many nodes, each as {@link #associate} does. Hosts relate many at the price of a few.
   */
  default void associateAll(Caller caller, List<Relation> relations) {
    relations.forEach(each -> associate(caller, each.source(), each.association(), each.target()));
  }

  /**
   * The node as it is now, kept from changing until the transaction in progress ends: who holds it
   * too waits, then sees what the first has made of it. To be called before a decision on the
   * node's state that a change follows. Needs {@link Permission#WRITE}. Holding changes nothing,
   * the revision included.
   *
   * @throws NotFound when it does not exist or the caller may not read it
   */
  Node hold(Caller caller, NodeId id);

  /**
   * The node and all below it, each before what it holds, kept from changing and from being added
   * to until the transaction in progress ends. Needs {@link Permission#WRITE} on all of it. Hosts
   * that can hold a whole tree at once do so.
   *
   * @throws NotFound when it does not exist or the caller may not read it
   */
  default List<Node> holdAll(Caller caller, NodeId id) {
    List<Node> held = new ArrayList<>();
    held.add(hold(caller, id));
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = children(caller, id, cursor, 1000);
      page.items().forEach(child -> held.addAll(holdAll(caller, child.id())));
      cursor = page.cursor();
    } while (cursor.isPresent());
    return held;
  }

  /**
   * Those of the given nodes that exist and the caller may read, each once, in no order, with what
   * may be seen of the way to each. Hosts answer many ids at the price of one.
   */
  default List<Placed> placed(Caller caller, List<NodeId> ids) {
    return findAll(caller, ids.stream().distinct().toList()).stream()
        .map(
            node -> {
              Map<NodeId, Node> above =
                  ancestors(caller, node.id()).stream()
                      .collect(Collectors.toMap(Node::id, each -> each));
              return Placed.of(node, each -> each.parent().map(above::get));
            })
        .toList();
  }

  /**
   * Changes a node's own properties. Needs {@link Permission#WRITE}.
   *
   * @param expectedRevision what the caller saw; empty to overwrite whatever is there
   * @throws Conflict when the node has moved on since
   */
  Node update(Caller caller, NodeId id, Optional<Long> expectedRevision, Change change);

  /**
   * Moves and/or renames. Needs {@link Permission#DELETE} on the node and {@link
   * Permission#ADD_CHILD} on the new parent.
   */
  Node move(Caller caller, NodeId id, NodeId newParent, String newName);

  /**
   * Deletes the node and everything below it. Needs {@link Permission#DELETE} on all of it, so that
   * what was locked away from somebody cannot be deleted by them with the folder around it.
   */
  void delete(Caller caller, NodeId id, Optional<Long> expectedRevision);

  /**
   * Relates two nodes (not parent and child); doing it twice is the same as once. Needs {@link
   * Permission#WRITE} on the source.
   */
  void associate(Caller caller, NodeId source, QName association, NodeId target);

  /**
   * Ends the relation; nothing happens when there is none. Needs {@link Permission#WRITE} on the
   * source.
   */
  void dissociate(Caller caller, NodeId source, QName association, NodeId target);

  /** The readable nodes the source is related to. */
  List<Node> targets(Caller caller, NodeId source, QName association);

  /** The readable nodes that are related to the target. */
  List<Node> sources(Caller caller, NodeId target, QName association);

  /**
   * The readable nodes whose single-valued text property has exactly that value, oldest first; at
   * most {@code limit}. Only for properties the host keeps a database index of: {@code cor:sha256},
   * {@code cor:claimId}, {@code cor:fileNumber}, {@code rec:correctionOf}, {@code
   * rec:supersededBy}.
   */
  List<Node> byProperty(Caller caller, QName property, String value, int limit);
}
