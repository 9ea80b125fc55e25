package org.chancery.core.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.correspondence.FileTaskings;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.vocabulary.Cor;

/** What lies in the routing part of a case file, as a caller may see it. */
final class RoutedFile {
  private final Nodes nodes;
  private final Caller caller;
  private final NodeId file;

  RoutedFile(Nodes nodes, Caller caller, NodeId file) {
    this.nodes = nodes;
    this.caller = caller;
    this.file = file;
  }

  /**
   * The routing part.
   *
   * @throws NotFound when the caller sees none
   */
  NodeId part() {
    return nodes
        .child(caller, file, CaseFiles.ROUTING)
        .map(Node::id)
        .orElseThrow(() -> new NotFound(file));
  }

  /** Every tasking, those within others included, the oldest first. */
  List<Tasking> taskings() {
    return FileTaskings.in(nodes, caller, part()).stream()
        .map(Tasking::of)
        .sorted(Comparator.comparing(Tasking::assignedAt).thenComparing(each -> each.id().value()))
        .toList();
  }

  /** The taskings directly within one. */
  List<Tasking> within(NodeId tasking) {
    return nodes.childrenOfAll(caller, List.of(tasking), Cor.TASKING).stream()
        .map(Tasking::of)
        .toList();
  }

  /** Every route, the newest first. */
  List<Route> routes() {
    return nodes.childrenOfAll(caller, List.of(part()), Cor.ROUTE).stream()
        .map(Route::of)
        .sorted(Comparator.comparing(Route::startedAt).reversed())
        .toList();
  }

  /** Every message, the oldest first. */
  List<Node> messages() {
    return nodes.childrenOfAll(caller, List.of(part()), Cor.FILE_MESSAGE).stream()
        .sorted(Comparator.comparing(Node::createdAt))
        .toList();
  }

  /** The draft that was worked on last, when the file has one that the caller may see. */
  Optional<Node> newestDraft() {
    return nodes
        .child(caller, file, CaseFiles.DOCUMENTS)
        .flatMap(
            part ->
                nodes.childrenOfAll(caller, List.of(part.id()), Cor.DOCUMENT).stream()
                    .filter(node -> node.aspects().contains(Cor.DRAFT))
                    .max(Comparator.comparing(Node::modifiedAt)));
  }
}
