package org.chancery.core.erasure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Cor;

/** Letters that name a person and stay, since they are records or are to become some. */
public final class Letters {
  private static final Caller SYSTEM = Caller.ofSystem();

  private static final int MOST_IN_QUESTION = 500;

  private final Nodes nodes;
  private final Mentions mentions;
  private final DocumentTexts texts;

  Letters(Nodes nodes, Contents contents, Mentions mentions) {
    this.nodes = nodes;
    this.mentions = mentions;
    this.texts = new DocumentTexts(contents);
  }

  /** Why something stays. */
  public enum Why {
    /** It names the person, and is a record or is to become one. */
    RECORD("record"),
    /** As that, but it says no more than the family name with a form of address or an initial. */
    IN_QUESTION("in-question"),
    /** It lies outside of case files, and whoever ordered it keeps it or may not see it. */
    OUTSIDE("outside");

    private final String code;

    Why(String code) {
      this.code = code;
    }

    /** As programs say it. */
    public String code() {
      return code;
    }

    private static Why of(String code) {
      return Stream.of(values()).filter(each -> each.code.equals(code)).findFirst().orElse(RECORD);
    }
  }

  /**
   * Something that stays.
   *
   * @param file the case file; empty for what was received and is not filed yet, or lies elsewhere
   * @param document a letter in it; empty when the person is named in the file alone
   * @param why it stays
   */
  public record Stay(Optional<NodeId> file, Optional<NodeId> document, Why why) {
    static Stay read(String text) {
      String[] parts = text.split("/", 3);
      return new Stay(id(parts[0]), id(parts[1]), Why.of(parts.length > 2 ? parts[2] : ""));
    }

    private static Optional<NodeId> id(String text) {
      return text.isEmpty() ? Optional.empty() : Optional.of(NodeId.of(text));
    }

    /** As it is kept. */
    String written() {
      return file.map(NodeId::value).orElse("")
          + "/"
          + document.map(NodeId::value).orElse("")
          + "/"
          + why.code();
    }

    List<NodeId> ids() {
      List<NodeId> ids = new ArrayList<>();
      file.ifPresent(ids::add);
      document.ifPresent(ids::add);
      return ids;
    }
  }

  /** A document outside of case files. */
  static Stay outside(NodeId document) {
    return new Stay(Optional.empty(), Optional.of(document), Why.OUTSIDE);
  }

  /** All there are, whoever may see them; not to be called within a transaction. */
  List<Stay> of(Wording wording) {
    Set<Stay> stays = new LinkedHashSet<>();
    Set<Stay> question = new LinkedHashSet<>();
    for (Node node : mentions.found(Place.CASE_FOLDERS, wording.documentSearches(), each -> true)) {
      why(node, wording)
          .ifPresent(
              why ->
                  file(node)
                      .ifPresent(
                          file ->
                              (why == Why.RECORD ? stays : question).addAll(in(file, node, why))));
    }
    for (Node node : mentions.found(Place.INTAKE, wording.documentSearches(), each -> true)) {
      if (node.type().equals(Cor.DOCUMENT)) {
        why(node, wording)
            .ifPresent(
                why ->
                    (why == Why.RECORD ? stays : question)
                        .add(new Stay(Optional.empty(), Optional.of(node.id()), why)));
      }
    }
    Set<List<NodeId>> sure = stays.stream().map(Stay::ids).collect(Collectors.toSet());
    List<Stay> all = new ArrayList<>(stays);
    question.stream()
        .filter(stay -> !sure.contains(stay.ids()))
        .limit(MOST_IN_QUESTION)
        .forEach(all::add);
    Set<NodeId> withLetters =
        all.stream()
            .filter(stay -> stay.document().isPresent())
            .flatMap(stay -> stay.file().stream())
            .collect(Collectors.toSet());
    return all.stream()
        .filter(
            stay -> stay.document().isPresent() || !withLetters.contains(stay.file().orElseThrow()))
        .toList();
  }

  private Optional<Why> why(Node node, Wording wording) {
    String text = texts.of(node);
    boolean correspondent =
        node.type().equals(Cor.CORRESPONDENT)
            && wording.sameName(node.text(Cor.FIRST_NAME), node.text(Cor.LAST_NAME));
    if (correspondent || wording.surely(text)) {
      return Optional.of(Why.RECORD);
    }
    return wording.perhaps(text) ? Optional.of(Why.IN_QUESTION) : Optional.empty();
  }

  private Optional<Node> file(Node node) {
    return node.type().equals(Cor.CASE_FILE)
        ? Optional.of(node)
        : nodes.ancestors(SYSTEM, node.id()).stream()
            .filter(above -> above.type().equals(Cor.CASE_FILE))
            .findFirst();
  }

  /** The document that names them; of a correspondent all letters of the file. */
  private List<Stay> in(Node file, Node named, Why why) {
    if (named.type().equals(Cor.DOCUMENT)) {
      return List.of(new Stay(Optional.of(file.id()), Optional.of(named.id()), why));
    }
    List<Stay> stays = new ArrayList<>();
    stays.add(new Stay(Optional.of(file.id()), Optional.empty(), why));
    if (named.type().equals(Cor.CORRESPONDENT)) {
      List<NodeId> parts =
          nodes.childrenOfAll(SYSTEM, List.of(file.id()), Cor.DOCUMENTS_PART).stream()
              .map(Node::id)
              .toList();
      nodes.childrenOfAll(SYSTEM, parts, Cor.DOCUMENT).stream()
          .filter(document -> document.aspects().contains(Cor.RECEIVED))
          .forEach(
              document ->
                  stays.add(new Stay(Optional.of(file.id()), Optional.of(document.id()), why)));
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
