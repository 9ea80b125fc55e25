package org.chancery.core.records;

import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/**
 * What corrects or supersedes what. Only the newer one of two says so, or a note on the older: the
 * record itself stays as it is. What the caller may not see is left out as if it never was.
 */
public final class Relations {
  private static final int MOST = 200;

  private final Nodes nodes;

  /** On this tree. */
  public Relations(Nodes nodes) {
    this.nodes = nodes;
  }

  /**
   * Those of one node.
   *
   * @param corrects what it corrects
   * @param correctedBy its corrections, the first one first; at most two hundred
   * @param supersededBy what has taken its place
   * @param supersedes whose place it has taken; at most two hundred
   */
  public record Of(
      Optional<Node> corrects,
      List<Node> correctedBy,
      Optional<Node> supersededBy,
      List<Node> supersedes) {}

  /** Those that the caller may see. */
  public Of of(Caller caller, Node node) {
    return new Of(
        target(caller, node, Rec.CORRECTION_OF),
        sources(caller, node, Rec.CORRECTION_OF),
        target(caller, node, Rec.SUPERSEDED_BY),
        sources(caller, node, Rec.SUPERSEDED_BY));
  }

  private Optional<Node> target(Caller caller, Node node, QName property) {
    return node.text(property).flatMap(id -> nodes.find(caller, NodeId.of(id)));
  }

  private List<Node> sources(Caller caller, Node node, QName property) {
    return nodes.byProperty(caller, property, node.id().value(), MOST).stream()
        .sorted((one, other) -> one.createdAt().compareTo(other.createdAt()))
        .toList();
  }
}
