package org.chancery.core.response;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.AccessLists;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;

/**
 * Letter templates: Word documents with merge fields in a well-known folder of the library, where
 * supervisors put more of them (requirement C12).
 */
public final class LetterTemplates {
  /** Name of the folder. */
  public static final String FOLDER = "Letter templates";

  static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final int MOST = 1000;

  private final Nodes nodes;
  private final Contents contents;
  private final Permissions permissions;
  private final Transactions transactions;

  LetterTemplates(
      Nodes nodes, Contents contents, Permissions permissions, Transactions transactions) {
    this.nodes = nodes;
    this.contents = contents;
    this.permissions = permissions;
    this.transactions = transactions;
  }

  /** The folder's id, the same on every host. */
  public static NodeId folder() {
    return Place.LIBRARY.below(FOLDER);
  }

  /**
   * Makes the folder with the shipped templates where it is missing; one that was emptied stays.
   */
  void make() {
    Caller system = Caller.ofSystem();
    if (transactions.read(() -> nodes.find(system, folder())).isPresent()) {
      return;
    }
    Map<String, ContentInfo> stored = new LinkedHashMap<>();
    ShippedLetters.all()
        .forEach(
            (name, bytes) ->
                stored.put(name, contents.store(new ByteArrayInputStream(bytes), WORD)));
    transactions.write(
        () -> {
          if (nodes.find(system, folder()).isEmpty()) {
            nodes.create(
                system,
                new NewNode(folder(), Place.LIBRARY.id(), Cm.FOLDER, FOLDER, Set.of(), Map.of()));
            permissions.set(system, folder(), AccessLists.ofLetterTemplates());
            stored.forEach(this::add);
          }
        });
  }

  private void add(String name, ContentInfo stored) {
    Caller system = Caller.ofSystem();
    NodeId id = folderEntry(name);
    nodes.create(system, new NewNode(id, folder(), Cor.DOCUMENT, name, Set.of(), Map.of()));
    contents.attach(system, id, Cm.CONTENT, stored);
  }

  private static NodeId folderEntry(String name) {
    return Place.LIBRARY.below(FOLDER + "/" + name);
  }

  /** Every template the caller may see, by name. */
  public List<Node> list(Caller caller) {
    List<Node> found = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(caller, folder(), cursor, MOST);
      page.items().stream().filter(LetterTemplates::isLetter).forEach(found::add);
      cursor = page.cursor();
    } while (cursor.isPresent());
    return found;
  }

  /** What its name promises is found out when it is read, in a process apart. */
  private static boolean isLetter(Node node) {
    return node.contents().containsKey(Cm.CONTENT)
        && node.text(Cor.DETECTED_TYPE).map(WORD::equals).orElse(true);
  }

  /**
   * One template.
   *
   * @throws Invalid when it is none, or not there for the caller
   */
  Node get(Caller caller, NodeId id) {
    return nodes
        .find(caller, id)
        .filter(node -> node.parent().filter(folder()::equals).isPresent())
        .filter(LetterTemplates::isLetter)
        .orElseThrow(() -> new Invalid(Map.of("template", "is no letter template")));
  }
}
