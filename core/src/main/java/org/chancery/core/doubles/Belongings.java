package org.chancery.core.doubles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permissions;
import org.chancery.core.stakeholders.Fields;
import org.chancery.core.stakeholders.PrivateContacts;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** What lies at an entry: notes, affiliations, documents, private numbers and whatever else. */
final class Belongings {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int PAGE = 500;

  private final Nodes nodes;
  private final Permissions permissions;
  private final PrivateContacts privateContacts;
  private final Ties ties;

  Belongings(Nodes nodes, Permissions permissions, PrivateContacts privateContacts, Ties ties) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.privateContacts = privateContacts;
    this.ties = ties;
  }

  /** Gives all that lies at one entry to the other. */
  void give(Caller elevated, Node from, Node into, Journal journal) {
    Set<NodeId> own = between(elevated, from, into, journal);
    boolean sameOwner = from.text(Stk.OWNER_COMPONENT).equals(into.text(Stk.OWNER_COMPONENT));
    for (Node child : children(from.id())) {
      if (!own.contains(child.id()) && !child.type().equals(Stk.PRIVATE_CONTACT)) {
        if (!sameOwner && child.aspects().contains(Stk.CARD)) {
          own(elevated, child, from, journal);
        }
        move(elevated, child, into.id(), child.name(), journal);
      }
    }
    contacts(elevated, from, into, journal);
  }

  /** How the two work together cannot be said of one: it goes with the merged entry. */
  private Set<NodeId> between(Caller elevated, Node from, Node into, Journal journal) {
    Set<NodeId> found = new LinkedHashSet<>();
    for (Node relation : nodes.childrenOfAll(SYSTEM, List.of(from.id()), Stk.RELATION)) {
      if (leadsTo(relation, into.id())) {
        ties.loose(elevated, relation.id(), Stk.RELATES_TO, into.id(), journal);
        found.add(relation.id());
      }
    }
    for (Node relation : nodes.childrenOfAll(SYSTEM, List.of(into.id()), Stk.RELATION)) {
      if (leadsTo(relation, from.id())) {
        ties.loose(elevated, relation.id(), Stk.RELATES_TO, from.id(), journal);
        move(elevated, relation, from.id(), relation.name(), journal);
        found.add(relation.id());
      }
    }
    return found;
  }

  private boolean leadsTo(Node relation, NodeId person) {
    return nodes.targets(SYSTEM, relation.id(), Stk.RELATES_TO).stream()
        .anyMatch(each -> each.id().equals(person));
  }

  private List<Node> children(NodeId id) {
    List<Node> found = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(SYSTEM, id, cursor, PAGE);
      found.addAll(page.items());
      cursor = page.cursor();
    } while (cursor.isPresent());
    return found;
  }

  private void move(Caller elevated, Node node, NodeId to, String name, Journal journal) {
    journal.add(new Journal.Moved(node.id(), node.parent().orElseThrow(), node.name()));
    nodes.move(elevated, node.id(), to, NodeName.of(name).freeIn(nodes, SYSTEM, to).value());
  }

  /**
   * Private numbers stay with those who may see them: where one component owns both entries its
   * numbers are put together, otherwise each component keeps its own.
   */
  private void contacts(Caller elevated, Node from, Node into, Journal journal) {
    Optional<String> owner = from.text(Stk.OWNER_COMPONENT);
    Optional<Node> mine = privateContacts.main(SYSTEM, from.id());
    Optional<Node> theirs = privateContacts.main(SYSTEM, into.id());
    List<Node> brought = privateContacts.brought(SYSTEM, from.id());
    if (mine.isPresent()) {
      Node contact = mine.get();
      if (!owner.equals(into.text(Stk.OWNER_COMPONENT))) {
        keep(elevated, contact, from, into, journal);
      } else if (theirs.isPresent()) {
        union(elevated, contact, theirs.get(), journal);
        permissions.set(elevated, contact.id(), AccessList.inherited());
      } else {
        move(elevated, contact, into.id(), contact.name(), journal);
      }
    }
    brought.forEach(each -> move(elevated, each, into.id(), each.name(), journal));
  }

  private void keep(Caller elevated, Node contact, Node from, Node into, Journal journal) {
    own(elevated, contact, from, journal);
    String of = from.text(Stk.OWNER_COMPONENT).map(code -> " of " + code).orElse(" of nobody");
    move(elevated, contact, into.id(), contact.name() + of, journal);
  }

  /** Notes whose it is where the entry that it comes to is another component's. */
  private void own(Caller elevated, Node node, Node from, Journal journal) {
    if (node.aspects().contains(Stk.OWNED)) {
      return;
    }
    Map<QName, Object> owner = new LinkedHashMap<>();
    owner.put(Stk.OWNER_USER, from.text(Stk.OWNER_USER).orElse(from.createdBy()));
    from.text(Stk.OWNER_COMPONENT).ifPresent(code -> owner.put(Stk.OWNER_COMPONENT, code));
    nodes.update(
        elevated, node.id(), Optional.empty(), new Change(owner, Set.of(), Set.of(Stk.OWNED)));
    journal.add(new Journal.Kept(node.id()));
  }

  private void union(Caller elevated, Node contact, Node into, Journal journal) {
    Map<QName, Object> changed = new LinkedHashMap<>();
    for (QName property : Fields.OF_PRIVATE_CONTACT.properties().values()) {
      Object was = into.properties().get(property);
      Object is = MergeChoices.both(was, contact.properties().get(property));
      if (!Objects.equals(was, is)) {
        changed.put(property, is);
        journal.add(new Journal.Field(into.id(), property, was, is));
      }
    }
    nodes.update(elevated, into.id(), Optional.empty(), Change.of(changed));
  }

  /** Takes back what {@link #give} did, as far as it is where it was put; in reverse order. */
  void takeBack(Caller elevated, Node from, NodeId into, Journal.Entry entry) {
    if (entry instanceof Journal.Moved moved) {
      NodeId expected = moved.from().equals(from.id()) ? into : from.id();
      nodes
          .find(SYSTEM, moved.node())
          .filter(node -> node.parent().filter(expected::equals).isPresent())
          .ifPresent(
              node ->
                  nodes.move(
                      elevated,
                      node.id(),
                      moved.from(),
                      NodeName.of(moved.name()).freeIn(nodes, SYSTEM, moved.from()).value()));
    } else if (entry instanceof Journal.Kept kept && isThere(kept.node())) {
      nodes.update(
          elevated,
          kept.node(),
          Optional.empty(),
          new Change(Map.of(), Set.of(), Set.of(), Set.of(Stk.OWNED)));
    }
  }

  /** Its private numbers are for its own component again, whoever owned the other entry since. */
  Optional<Node> open(Caller elevated, Node from) {
    privateContacts.follow(elevated, from.id());
    return privateContacts.main(SYSTEM, from.id());
  }

  private boolean isThere(NodeId id) {
    return nodes.find(SYSTEM, id).isPresent();
  }
}
