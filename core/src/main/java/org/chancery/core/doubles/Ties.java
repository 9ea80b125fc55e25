package org.chancery.core.doubles;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.AssociationDefinition;
import org.chancery.model.ContentModel;
import org.chancery.model.QName;

/**
 * The relations of an entry to whatever there is, as the model knows them: a relation that comes
 * with a later model is not forgotten.
 */
final class Ties {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final ContentModel model;

  Ties(Nodes nodes, ContentModel model) {
    this.nodes = nodes;
    this.model = model;
  }

  /** Gives all relations of one entry to the other, as far as it does not have them. */
  void give(Caller elevated, Node from, Node into, Journal journal) {
    for (AssociationDefinition each : leadingTo(from.type())) {
      List<Node> sources = nodes.sources(SYSTEM, from.id(), each.name());
      if (!sources.isEmpty()) {
        Set<NodeId> there = ids(nodes.sources(SYSTEM, into.id(), each.name()));
        sources.forEach(
            source -> redirect(elevated, source, each.name(), from, into, there, journal));
      }
    }
    for (AssociationDefinition each : comingFrom(from)) {
      Set<NodeId> there = ids(nodes.targets(SYSTEM, into.id(), each.name()));
      for (Node target : nodes.targets(SYSTEM, from.id(), each.name())) {
        untie(elevated, Journal.How.LOOSED, from.id(), each.name(), target.id(), journal);
        // Whom somebody belongs to now follows from the affiliations.
        boolean wanted =
            !target.id().equals(into.id())
                && !each.name().equals(Stk.MEMBER_OF)
                && (each.targetMany() || there.isEmpty());
        if (wanted && there.add(target.id())) {
          tie(elevated, into.id(), each.name(), target.id(), journal);
        }
      }
    }
  }

  private void redirect(
      Caller elevated,
      Node source,
      QName relation,
      Node from,
      Node into,
      Set<NodeId> there,
      Journal journal) {
    boolean between = source.id().equals(into.id());
    untie(
        elevated,
        between ? Journal.How.LOOSED : Journal.How.UNTIED,
        source.id(),
        relation,
        from.id(),
        journal);
    if (!between && there.add(source.id())) {
      tie(elevated, source.id(), relation, into.id(), journal);
    }
  }

  private void untie(
      Caller elevated,
      Journal.How how,
      NodeId source,
      QName relation,
      NodeId target,
      Journal journal) {
    nodes.dissociate(elevated, source, relation, target);
    journal.add(new Journal.Tie(how, source, relation, target));
  }

  private void tie(Caller elevated, NodeId source, QName relation, NodeId target, Journal journal) {
    nodes.associate(elevated, source, relation, target);
    journal.add(new Journal.Tie(Journal.How.TIED, source, relation, target));
  }

  /**
   * Ends one that is between the two themselves, which are to be one.
   *
   * @param source what has it
   */
  void loose(Caller elevated, NodeId source, QName relation, NodeId target, Journal journal) {
    untie(elevated, Journal.How.LOOSED, source, relation, target, journal);
  }

  /**
   * Takes back what {@link #give} did. What somebody took away from the other entry since is not
   * given back.
   */
  void takeBack(Caller elevated, NodeId into, List<Journal.Tie> ties) {
    Map<QName, Set<NodeId>> now = new LinkedHashMap<>();
    for (Journal.Tie each : ties) {
      if (each.how() == Journal.How.UNTIED) {
        now.computeIfAbsent(
            each.relation(), relation -> ids(nodes.sources(SYSTEM, into, relation)));
      }
    }
    for (int i = ties.size() - 1; i >= 0; i--) {
      Journal.Tie each = ties.get(i);
      if (each.how() == Journal.How.TIED) {
        if (isThere(each.source())) {
          nodes.dissociate(elevated, each.source(), each.relation(), each.target());
        }
      } else if (each.how() == Journal.How.LOOSED
          || now.get(each.relation()).contains(each.source())) {
        if (isThere(each.source()) && isThere(each.target())) {
          nodes.associate(elevated, each.source(), each.relation(), each.target());
        }
      }
    }
  }

  private boolean isThere(NodeId id) {
    return nodes.find(SYSTEM, id).isPresent();
  }

  private List<AssociationDefinition> leadingTo(QName type) {
    Set<QName> aspects = model.mandatoryAspects(type);
    return associations(each -> model.isA(type, each.target()) || aspects.contains(each.target()));
  }

  /** Of the type and of whatever aspects it has. */
  List<AssociationDefinition> comingFrom(Node node) {
    Set<QName> aspects = new HashSet<>(node.aspects());
    aspects.addAll(model.mandatoryAspects(node.type()));
    return associations(
        each -> model.isA(node.type(), each.declaredBy()) || aspects.contains(each.declaredBy()));
  }

  private List<AssociationDefinition> associations(Predicate<AssociationDefinition> wanted) {
    return model.classes().stream()
        .flatMap(each -> each.associations().stream())
        .filter(each -> !each.child() && !each.name().equals(Stk.MERGED_INTO))
        .filter(wanted)
        .toList();
  }

  private static Set<NodeId> ids(List<Node> found) {
    return found.stream().map(Node::id).collect(Collectors.toSet());
  }
}
