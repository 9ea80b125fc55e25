package org.chancery.core.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Page;
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
    List<Tasking> found = new ArrayList<>();
    collect(part(), found);
    found.sort(Comparator.comparing(Tasking::assignedAt).thenComparing(each -> each.id().value()));
    return found;
  }

  private void collect(NodeId folder, List<Tasking> found) {
    each(
        folder,
        node -> {
          if (node.type().equals(Cor.TASKING)) {
            found.add(Tasking.of(node));
            collect(node.id(), found);
          }
        });
  }

  /** The taskings directly within one. */
  List<Tasking> within(NodeId tasking) {
    List<Tasking> found = new ArrayList<>();
    each(
        tasking,
        node -> {
          if (node.type().equals(Cor.TASKING)) {
            found.add(Tasking.of(node));
          }
        });
    return found;
  }

  /** Every route, the newest first. */
  List<Route> routes() {
    List<Route> found = new ArrayList<>();
    each(
        part(),
        node -> {
          if (node.type().equals(Cor.ROUTE)) {
            found.add(Route.of(node));
          }
        });
    found.sort(Comparator.comparing(Route::startedAt).reversed());
    return found;
  }

  /** Every message, the oldest first. */
  List<Node> messages() {
    List<Node> found = new ArrayList<>();
    each(
        part(),
        node -> {
          if (node.type().equals(Cor.FILE_MESSAGE)) {
            found.add(node);
          }
        });
    found.sort(Comparator.comparing(Node::createdAt));
    return found;
  }

  /** The draft that was worked on last, when the file has one that the caller may see. */
  Optional<Node> newestDraft() {
    List<Node> drafts = new ArrayList<>();
    nodes
        .child(caller, file, CaseFiles.DOCUMENTS)
        .ifPresent(
            part ->
                each(
                    part.id(),
                    node -> {
                      if (node.aspects().contains(Cor.DRAFT)) {
                        drafts.add(node);
                      }
                    }));
    return drafts.stream().max(Comparator.comparing(Node::modifiedAt));
  }

  private void each(NodeId folder, Consumer<Node> action) {
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(caller, folder, cursor, 1000);
      page.items().forEach(action);
      cursor = page.cursor();
    } while (cursor.isPresent());
  }
}
