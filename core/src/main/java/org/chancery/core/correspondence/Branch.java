package org.chancery.core.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.core.records.DeclaredRecord;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;

/**
 * A node with all below it, as someone sees it.
 *
 * @param node it
 * @param children those they see
 * @param hidden those below that they do not see, each the first on its way down
 */
record Branch(Node node, List<Branch> children, List<NodeId> hidden) {
  private static final int PAGE = 500;

  static Branch of(Nodes nodes, Permissions permissions, Caller caller, Node node) {
    List<Branch> children = new ArrayList<>();
    List<NodeId> hidden = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(Caller.ofSystem(), node.id(), cursor, PAGE);
      Map<NodeId, Set<Permission>> allowed =
          permissions.allowed(caller, page.items().stream().map(Node::id).toList());
      for (Node child : page.items()) {
        if (allowed.getOrDefault(child.id(), Set.of()).contains(Permission.READ)) {
          Branch below = of(nodes, permissions, caller, child);
          children.add(below);
          hidden.addAll(below.hidden());
        } else {
          hidden.add(child.id());
        }
      }
      cursor = page.cursor();
    } while (cursor.isPresent());
    return new Branch(node, List.copyOf(children), List.copyOf(hidden));
  }

  private Stream<Branch> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Branch::all));
  }

  /** What is seen of it and has nothing hidden below, each the first on its way down. */
  List<Branch> withNothingHidden() {
    return hidden.isEmpty()
        ? List.of(this)
        : children.stream().flatMap(child -> child.withNothingHidden().stream()).toList();
  }

  /** What is seen of it and has something hidden below, each before what it holds. */
  List<Branch> withSomethingHidden() {
    return all().filter(branch -> !branch.hidden().isEmpty()).toList();
  }

  /**
   * Refuses to go on when something that is seen must not be deleted.
   *
   * @throws Denied when the caller may not
   * @throws org.chancery.core.repository.Declared when it is a record
   */
  void requireDeletable(Caller caller, Permissions permissions) {
    all()
        .forEach(
            branch -> {
              DeclaredRecord.requireNone(branch.node());
              if (!permissions.allowed(caller, branch.node().id(), Permission.DELETE)) {
                throw Denied.of(Permission.DELETE, node.name());
              }
            });
  }
}
