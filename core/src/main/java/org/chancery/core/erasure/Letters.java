package org.chancery.core.erasure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Cor;

/** Letters that name a person and stay, since they are records or are to become some. */
public final class Letters {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final Mentions mentions;

  Letters(Nodes nodes, Mentions mentions) {
    this.nodes = nodes;
    this.mentions = mentions;
  }

  /**
   * Something that stays.
   *
   * @param file the case file; empty for what was received and is not filed yet
   * @param document a letter in it; empty when the person is named in the file alone
   */
  public record Stay(Optional<NodeId> file, Optional<NodeId> document) {
    static Stay read(String text) {
      String[] both = text.split("/", 2);
      return new Stay(id(both[0]), id(both[1]));
    }

    private static Optional<NodeId> id(String text) {
      return text.isEmpty() ? Optional.empty() : Optional.of(NodeId.of(text));
    }

    /** As it is kept. */
    String written() {
      return file.map(NodeId::value).orElse("") + "/" + document.map(NodeId::value).orElse("");
    }

    List<NodeId> ids() {
      List<NodeId> ids = new ArrayList<>();
      file.ifPresent(ids::add);
      document.ifPresent(ids::add);
      return ids;
    }
  }

  /** All there are, whoever may see them; not to be called within a transaction. */
  List<Stay> of(Wording wording) {
    Set<Stay> stays = new LinkedHashSet<>();
    for (Node node : mentions.found(Place.CASE_FOLDERS, wording.fullSearches())) {
      boolean other =
          node.type().equals(Cor.CORRESPONDENT)
              && !wording.sameName(node.text(Cor.FIRST_NAME), node.text(Cor.LAST_NAME))
              && !wording.in(Mentions.texts(node).values().toString(), false);
      if (!other) {
        file(node).ifPresent(file -> stays.addAll(in(file, node)));
      }
    }
    for (Node node : mentions.found(Place.INTAKE, wording.fullSearches())) {
      if (node.type().equals(Cor.DOCUMENT)) {
        stays.add(new Stay(Optional.empty(), Optional.of(node.id())));
      }
    }
    Set<NodeId> withLetters =
        stays.stream()
            .filter(stay -> stay.document().isPresent())
            .flatMap(stay -> stay.file().stream())
            .collect(Collectors.toSet());
    return stays.stream()
        .filter(
            stay -> stay.document().isPresent() || !withLetters.contains(stay.file().orElseThrow()))
        .toList();
  }

  private Optional<Node> file(Node node) {
    return node.type().equals(Cor.CASE_FILE)
        ? Optional.of(node)
        : nodes.ancestors(SYSTEM, node.id()).stream()
            .filter(above -> above.type().equals(Cor.CASE_FILE))
            .findFirst();
  }

  /** The document that names them; of a correspondent all letters of the file. */
  private List<Stay> in(Node file, Node named) {
    if (named.type().equals(Cor.DOCUMENT)) {
      return List.of(new Stay(Optional.of(file.id()), Optional.of(named.id())));
    }
    List<Stay> stays = new ArrayList<>();
    stays.add(new Stay(Optional.of(file.id()), Optional.empty()));
    if (named.type().equals(Cor.CORRESPONDENT)) {
      List<NodeId> parts =
          nodes.childrenOfAll(SYSTEM, List.of(file.id()), Cor.DOCUMENTS_PART).stream()
              .map(Node::id)
              .toList();
      nodes.childrenOfAll(SYSTEM, parts, Cor.DOCUMENT).stream()
          .filter(document -> document.aspects().contains(Cor.RECEIVED))
          .forEach(
              document -> stays.add(new Stay(Optional.of(file.id()), Optional.of(document.id()))));
    }
    return stays;
  }

  /** Those of which the caller may see all. */
  List<Stay> seen(Caller caller, List<Stay> all) {
    List<NodeId> ids = all.stream().flatMap(stay -> stay.ids().stream()).distinct().toList();
    Set<NodeId> seen =
        nodes.findAll(caller, ids).stream().map(Node::id).collect(Collectors.toSet());
    return all.stream().filter(stay -> seen.containsAll(stay.ids())).toList();
  }
}
