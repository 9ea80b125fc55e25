package org.chancery.core.correspondence;

import java.util.ArrayList;
import java.util.List;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Cor;

/** The taskings in the routing part of a case file, and the parts of each within it. */
public final class FileTaskings {
  private FileTaskings() {}

  /**
   * All of them that the caller may see, each after the one it is part of; asked for level by
   * level, however many there are.
   *
   * @param part the routing part
   */
  public static List<Node> in(Nodes nodes, Caller caller, NodeId part) {
    List<Node> all = new ArrayList<>();
    List<NodeId> level = List.of(part);
    while (!level.isEmpty()) {
      List<Node> below = nodes.childrenOfAll(caller, level, Cor.TASKING);
      all.addAll(below);
      level = below.stream().map(Node::id).toList();
    }
    return all;
  }
}
