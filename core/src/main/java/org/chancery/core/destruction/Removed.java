package org.chancery.core.destruction;

import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.core.repository.NodeId;

/**
 * What is to be erased together.
 *
 * @param nodes that are gone
 * @param bytes SHA-256 of what they and their versions referred to; others may refer to it, too
 * @param addresses where the host keeps bytes, in its own terms; others may refer to them, too
 * @param processes the engine's, that ran for them
 */
public record Removed(
    Set<NodeId> nodes, Set<String> bytes, Set<String> addresses, Set<String> processes) {

  /** Copies the sets. */
  public Removed {
    nodes = Set.copyOf(nodes);
    bytes = Set.copyOf(bytes);
    addresses = Set.copyOf(addresses);
    processes = Set.copyOf(processes);
  }

  static Removed of(Set<Left> left) {
    return new Removed(
        values(left, Left.Kind.NODE).stream().map(NodeId::of).collect(Collectors.toSet()),
        values(left, Left.Kind.BYTES),
        values(left, Left.Kind.ADDRESS),
        values(left, Left.Kind.PROCESS));
  }

  private static Set<String> values(Set<Left> left, Left.Kind kind) {
    return left.stream()
        .filter(each -> each.kind() == kind)
        .map(Left::value)
        .collect(Collectors.toSet());
  }
}
