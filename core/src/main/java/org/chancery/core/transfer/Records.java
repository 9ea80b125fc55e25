package org.chancery.core.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/**
 * The documents in folders that are transferred, one folder after the other, in an order that
 * depends on the tree alone. Keeps one folder's in memory.
 */
final class Records implements Iterable<Records.Document> {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int PAGE = 500;

  private final Nodes nodes;
  private final List<NodeId> folders;

  Records(Nodes nodes, List<NodeId> folders) {
    this.nodes = nodes;
    this.folders = List.copyOf(folders);
  }

  /**
   * A document.
   *
   * @param node it
   * @param folders names of those it lies in, from the one that is transferred
   * @param unit the folder that is transferred
   * @param file the case file it lies in; empty when it lies in none
   * @param people of that case file
   * @param relations to others of the same folder, in words
   */
  record Document(
      Node node,
      List<String> folders,
      Node unit,
      Optional<Node> file,
      List<Node> people,
      List<String> relations) {}

  /** Those of one folder. */
  List<Document> of(NodeId folder) {
    List<Document> found = new ArrayList<>();
    nodes
        .find(SYSTEM, folder)
        .ifPresent(
            unit ->
                walk(
                    unit,
                    new Place(List.of(unit.name()), unit, Optional.empty(), List.of()),
                    found));
    return related(found);
  }

  /** A correction goes with what it corrects, and each names the other. */
  private static List<Document> related(List<Document> all) {
    Map<String, List<String>> relations = new HashMap<>();
    relate(all, Rec.CORRECTION_OF, "corrects", "is corrected by", relations);
    relate(all, Rec.SUPERSEDED_BY, "is superseded by", "supersedes", relations);
    if (relations.isEmpty()) {
      return all;
    }
    return all.stream()
        .map(
            each ->
                new Document(
                    each.node(),
                    each.folders(),
                    each.unit(),
                    each.file(),
                    each.people(),
                    relations.getOrDefault(each.node().id().value(), List.of())))
        .toList();
  }

  private static void relate(
      List<Document> all,
      QName property,
      String to,
      String from,
      Map<String, List<String>> relations) {
    if (all.stream().noneMatch(each -> each.node().text(property).isPresent())) {
      return;
    }
    Map<String, Node> byId = new HashMap<>();
    all.forEach(each -> byId.put(each.node().id().value(), each.node()));
    for (Document each : all) {
      String other = each.node().text(property).orElse("");
      if (byId.containsKey(other)) {
        say(relations, each.node(), to, byId.get(other));
        say(relations, byId.get(other), from, each.node());
      }
    }
  }

  private static void say(Map<String, List<String>> relations, Node of, String what, Node other) {
    String number = other.text(Rec.RECORD_ID).map(id -> " (" + id + ")").orElse("");
    relations
        .computeIfAbsent(of.id().value(), unused -> new ArrayList<>())
        .add(what + " " + other.name() + number);
  }

  private record Place(List<String> names, Node unit, Optional<Node> file, List<Node> people) {}

  private void walk(Node folder, Place place, List<Document> found) {
    eachChild(
        folder.id(),
        child -> {
          if (child.contents().containsKey(Cm.CONTENT)) {
            found.add(
                new Document(
                    child, place.names(), place.unit(), place.file(), place.people(), List.of()));
          }
          QName type = child.type();
          if (type.equals(Cor.CASE_FILE)) {
            walk(child, inFile(child, place), found);
          } else if (type.equals(Cor.DOCUMENTS_PART)) {
            // Every file has one: its name says nothing.
            walk(child, place, found);
          } else if (!type.equals(Cor.CORRESPONDENT) && !type.equals(Cor.CASE_FOLDER)) {
            walk(child, below(child, place), found);
          }
        });
  }

  private Place inFile(Node file, Place place) {
    List<Node> people = new ArrayList<>();
    eachChild(
        file.id(),
        part -> {
          if (part.type().equals(Cor.PEOPLE_PART)) {
            eachChild(
                part.id(),
                each -> {
                  if (each.type().equals(Cor.CORRESPONDENT)) {
                    people.add(each);
                  }
                });
          }
        });
    return new Place(
        below(file, place).names(), place.unit(), Optional.of(file), List.copyOf(people));
  }

  private static Place below(Node folder, Place place) {
    List<String> names = new ArrayList<>(place.names());
    names.add(folder.name());
    return new Place(names, place.unit(), place.file(), place.people());
  }

  private void eachChild(NodeId parent, Consumer<Node> each) {
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(SYSTEM, parent, cursor, PAGE);
      page.items().forEach(each);
      cursor = page.cursor();
    } while (cursor.isPresent());
  }

  @Override
  public Iterator<Document> iterator() {
    Iterator<NodeId> next = folders.iterator();
    return new Iterator<>() {
      private Iterator<Document> here = List.<Document>of().iterator();

      @Override
      public boolean hasNext() {
        while (!here.hasNext() && next.hasNext()) {
          here = of(next.next()).iterator();
        }
        return here.hasNext();
      }

      @Override
      public Document next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return here.next();
      }
    };
  }
}
