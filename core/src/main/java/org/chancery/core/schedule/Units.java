package org.chancery.core.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;

/**
 * What is disposed of as one: a case folder, or a folder of the library that a series was applied
 * to (requirement R3); and which series holds where.
 */
final class Units {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final NodeId library;

  Units(Nodes nodes, NodeId library) {
    this.nodes = nodes;
    this.library = library;
  }

  /**
   * A node and what is above it.
   *
   * @param nearest itself first, the root last
   */
  record Line(List<Node> nearest, NodeId library) {

    /** The unit that it belongs to, which may be itself. */
    Optional<Node> unit() {
      boolean shelved = nearest.stream().anyMatch(node -> node.id().equals(library));
      return nearest.stream()
          .filter(
              node ->
                  node.type().equals(Cor.CASE_FOLDER)
                      || shelved
                          && node.aspects().contains(Rec.SCHEDULED)
                          && !node.id().equals(library))
          .findFirst();
    }

    /** Where the series that holds for it is applied. */
    Optional<Node> appliedAt() {
      return nearest.stream().filter(node -> node.aspects().contains(Rec.SCHEDULED)).findFirst();
    }
  }

  Line line(Node node) {
    List<Node> nearest = new ArrayList<>(nodes.ancestors(SYSTEM, node.id()));
    nearest.add(node);
    Collections.reverse(nearest);
    return new Line(List.copyOf(nearest), library);
  }

  /** Whether a folder below it is a unit of its own. */
  boolean holdsOther(NodeId folder) {
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(SYSTEM, folder, cursor, 1000);
      for (Node child : page.items()) {
        boolean own =
            child.aspects().contains(Rec.SCHEDULED) || child.type().equals(Cor.CASE_FOLDER);
        if (own || holdsOther(child.id())) {
          return true;
        }
      }
      cursor = page.cursor();
    } while (cursor.isPresent());
    return false;
  }
}
