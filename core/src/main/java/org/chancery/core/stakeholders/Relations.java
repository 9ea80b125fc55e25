package org.chancery.core.stakeholders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.QName;

/** How people work together; of nothing else between two people is a note kept. */
public final class Relations {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final AuditTrail audit;

  Relations(Nodes nodes, AuditTrail audit) {
    this.nodes = nodes;
    this.audit = audit;
  }

  /** A person's, those entered at the others included, by the others' names. */
  public List<Relation> of(NodeId person) {
    List<Relation> found = new ArrayList<>();
    for (Node node : nodes.childrenOfAll(SYSTEM, List.of(person), Stk.RELATION)) {
      nodes.targets(SYSTEM, node.id(), Stk.RELATES_TO).stream()
          .findFirst()
          .ifPresent(other -> found.add(read(node, other, false)));
    }
    for (Node node : nodes.sources(SYSTEM, person, Stk.RELATES_TO)) {
      node.parent()
          .flatMap(parent -> nodes.find(SYSTEM, parent))
          .ifPresent(other -> found.add(read(node, other, true)));
    }
    found.sort(Comparator.comparing(Relation::name));
    return found;
  }

  private static Relation read(Node node, Node other, boolean inverse) {
    return new Relation(
        node.id(),
        node.text(Stk.RELATION_KIND).orElseThrow(),
        other.id(),
        Title.of(other),
        inverse,
        node.date(Stk.FROM),
        node.date(Stk.TO));
  }

  /**
   * Adds one, within the transaction in progress.
   *
   * @param kind seen from the person
   * @throws Invalid for an unknown kind, the person themselves, or an end before the beginning
   */
  public NodeId add(
      Actor actor,
      NodeId person,
      String kind,
      NodeId other,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {
    if (other.equals(person)) {
      throw new Invalid(Map.of("person", "must be somebody else"));
    }
    Affiliations.checkDays(from, to);
    if (nodes
        .find(actor.caller(), other)
        .filter(node -> node.type().equals(Stk.PERSON))
        .isEmpty()) {
      throw new NotFound(other);
    }
    Caller elevated = actor.caller().elevated();
    NodeId id = NodeId.random();
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(Stk.RELATION_KIND, kind);
    from.ifPresent(day -> values.put(Stk.FROM, day));
    to.ifPresent(day -> values.put(Stk.TO, day));
    NewNode node =
        new NewNode(id, person, Stk.RELATION, Drawers.name("Relation", id), Set.of(), values);
    Fields.naming(() -> nodes.create(elevated, node));
    nodes.associate(elevated, id, Stk.RELATES_TO, other);
    audit.record(actor.did(Action.PERSON_AFFILIATE, person, Map.of("change", "related")));
    return id;
  }

  /**
   * Takes one away, within the transaction in progress, at whichever of the two it was entered.
   *
   * @throws NotFound when the person has none of that id
   */
  public void remove(Actor actor, NodeId person, NodeId id) {
    if (of(person).stream().noneMatch(each -> each.id().equals(id))) {
      throw new NotFound(id);
    }
    nodes.delete(actor.caller().elevated(), id, Optional.empty());
    audit.record(actor.did(Action.PERSON_AFFILIATE, person, Map.of("change", "unrelated")));
  }
}
