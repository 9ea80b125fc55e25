package org.chancery.core.stakeholders;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.core.issues.Issue;
import org.chancery.core.issues.IssueCatalogue;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.model.QName;

/** Which issues something is about: the relation to them, by their codes. */
public final class Engagement {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final IssueCatalogue catalogue;
  private final QName relation;

  /**
   * On these.
   *
   * @param relation from what it is about to the issue
   */
  public Engagement(Nodes nodes, IssueCatalogue catalogue, QName relation) {
    this.nodes = nodes;
    this.catalogue = catalogue;
    this.relation = relation;
  }

  /** Those of something, by title. */
  public List<Issue> of(NodeId id) {
    return nodes.targets(SYSTEM, id, relation).stream()
        .map(Issue::of)
        .sorted(Comparator.comparing(Issue::title))
        .toList();
  }

  /**
   * Relates it to exactly these, within the transaction in progress.
   *
   * @return the issues
   * @throws org.chancery.core.repository.Invalid when there is no issue of one of the codes
   */
  public List<Issue> set(Caller elevated, NodeId id, Collection<String> codes) {
    List<Issue> wanted = catalogue.require(codes);
    Set<NodeId> ids = wanted.stream().map(Issue::id).collect(Collectors.toSet());
    Set<NodeId> there =
        nodes.targets(SYSTEM, id, relation).stream().map(Node::id).collect(Collectors.toSet());
    there.stream()
        .filter(each -> !ids.contains(each))
        .forEach(each -> nodes.dissociate(elevated, id, relation, each));
    ids.stream()
        .filter(each -> !there.contains(each))
        .forEach(each -> nodes.associate(elevated, id, relation, each));
    return wanted;
  }
}
