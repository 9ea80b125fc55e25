package org.chancery.core.repository;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.chancery.model.QName;

/**
 * What a list shows of a node: its own values, and where it lies.
 *
 * @param id of a node that is readable for whoever asked
 * @param type its type
 * @param name unique within its parent
 * @param properties values by property, as {@link Node#properties} has them
 * @param above the names of what it lies in, the uppermost first, as far up as whoever asked may
 *     read without a gap; the root is not among them
 */
public record Placed(
    NodeId id, QName type, String name, Map<QName, Object> properties, List<String> above) {

  /** Copies the collections. */
  public Placed {
    properties = Map.copyOf(properties);
    above = List.copyOf(above);
  }

  /**
   * Places a node by walking up from it.
   *
   * @param parent what to look a node's parent up with; empty for the root, and for what must not
   *     be seen
   */
  public static Placed of(Node node, Function<Node, Optional<Node>> parent) {
    Deque<String> above = new ArrayDeque<>();
    Optional<Node> at = parent.apply(node);
    while (at.isPresent() && at.get().parent().isPresent()) {
      above.addFirst(at.get().name());
      at = parent.apply(at.get());
    }
    return new Placed(node.id(), node.type(), node.name(), node.properties(), List.copyOf(above));
  }

  /** The names down to the node's own, parted by slashes. */
  public String path() {
    return above.isEmpty() ? name : String.join("/", above) + "/" + name;
  }
}
