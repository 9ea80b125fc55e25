package org.chancery.core.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.chancery.core.access.Actor;
import org.chancery.core.intake.DocumentReader;
import org.chancery.core.intake.LetterWork;
import org.chancery.core.intake.Reason;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permissions;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/**
 * The copies in lasting formats that go beside records: nodes of their own below the disposition,
 * that nobody but the system sees, so that no record is changed for its transfer. One for each
 * record that needs one, named by the record's id. Those in PDF/A are made by the readers' worker
 * processes, as letters are; others are added by hand. Everything joins the transaction in
 * progress.
 */
final class Copies implements LetterWork {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String FOLDER = "Copies";
  private static final String PDF = "application/pdf";

  /** States. */
  static final String WAITING = "waiting";

  static final String MADE = "made";
  static final String ADDED = "added";
  static final String FAILED = "failed";

  /** The record is PDF/A by itself; there is no copy. */
  static final String ITSELF = "itself";

  /** The searchable PDF that was made when the record was read. */
  static final String AS_READ = "as-read";

  /** The document's own pages, made to keep the rules. */
  static final String KEPT = "kept";

  /** Pictures of the pages. */
  static final String DRAWN = "drawn";

  private final Nodes nodes;
  private final Contents contents;
  private final Permissions permissions;
  private final WorkQueue queue;
  private final BiConsumer<Caller, NodeId> remove;

  /**
   * On these ports.
   *
   * @param remove takes a copy out of the world, noting what it leaves: the words of a record that
   *     is destroyed later are in it, too
   */
  Copies(
      Nodes nodes,
      Contents contents,
      Permissions permissions,
      WorkQueue queue,
      BiConsumer<Caller, NodeId> remove) {
    this.nodes = nodes;
    this.contents = contents;
    this.permissions = permissions;
    this.queue = queue;
    this.remove = remove;
  }

  /** All of a disposition's, by the id of the record. */
  Map<String, Node> of(NodeId disposition) {
    Map<String, Node> found = new HashMap<>();
    Optional<Node> folder = nodes.child(SYSTEM, disposition, FOLDER);
    Optional<String> cursor = Optional.empty();
    while (folder.isPresent()) {
      Page<Node> page = nodes.children(SYSTEM, folder.get().id(), cursor, 1000);
      page.items().stream()
          .filter(each -> each.type().equals(Rec.TRANSFER_COPY))
          .forEach(each -> found.put(each.text(Rec.COPY_OF).orElse(""), each));
      cursor = page.cursor();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return found;
  }

  /** The folder they lie in, when there is one. */
  Optional<NodeId> folder(NodeId disposition) {
    return nodes.child(SYSTEM, disposition, FOLDER).map(Node::id);
  }

  private NodeId folderMade(NodeId disposition) {
    Optional<NodeId> there = folder(disposition);
    if (there.isPresent()) {
      return there.get();
    }
    nodes.hold(SYSTEM, disposition);
    return folder(disposition)
        .orElseGet(
            () -> {
              NodeId id = NodeId.random();
              nodes.create(
                  SYSTEM, new NewNode(id, disposition, Cm.FOLDER, FOLDER, Set.of(), Map.of()));
              permissions.set(SYSTEM, id, new AccessList(false, Set.of()));
              return id;
            });
  }

  /** Whether a copy was made of the record as it is. */
  static boolean isOf(Node copy, Node record) {
    return copy.text(Rec.COPY_OF_SHA256)
        .filter(record.contents().get(Cm.CONTENT).sha256()::equals)
        .isPresent();
  }

  static String state(Node copy) {
    return copy.text(Rec.COPY_STATE).orElse("");
  }

  static String way(Node copy) {
    return copy.text(Rec.COPY_WAY).orElse("");
  }

  /** The flavour of PDF/A that it was found to be; empty while that is not known. */
  static String flavour(Node copy) {
    return copy.text(Rec.COPY_FLAVOUR).orElse("");
  }

  private Node begin(Actor actor, NodeId disposition, Node record, String name, String state) {
    NodeId folder = folderMade(disposition);
    nodes
        .child(SYSTEM, folder, record.id().value())
        .ifPresent(old -> remove.accept(SYSTEM, old.id()));
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.COPY_OF, record.id().value());
    values.put(Rec.COPY_OF_SHA256, record.contents().get(Cm.CONTENT).sha256());
    values.put(Rec.COPY_STATE, state);
    values.put(Rec.COPY_NAME, name);
    return nodes.create(
        actor.caller().elevated(),
        new NewNode(
            NodeId.random(), folder, Rec.TRANSFER_COPY, record.id().value(), Set.of(), values));
  }

  /** The record itself was found to be PDF/A. */
  void itself(NodeId disposition, Node record, String flavour) {
    Node copy = begin(Actor.ofSystem(), disposition, record, record.name(), MADE);
    set(copy.id(), Map.of(Rec.COPY_WAY, ITSELF, Rec.COPY_FLAVOUR, flavour));
  }

  /** One of the record's own renditions was found to be PDF/A. */
  void rendition(NodeId disposition, Node record, ContentInfo rendition, String flavour) {
    Node copy = begin(Actor.ofSystem(), disposition, record, pdfName(record), MADE);
    contents.attach(SYSTEM, copy.id(), Cm.CONTENT, rendition);
    set(copy.id(), Map.of(Rec.COPY_WAY, AS_READ, Rec.COPY_FLAVOUR, flavour));
  }

  /** Has one made in that way. */
  void order(NodeId disposition, Node record, ContentInfo source, String way) {
    Node copy = begin(Actor.ofSystem(), disposition, record, pdfName(record), WAITING);
    contents.attach(SYSTEM, copy.id(), Rec.COPY_SOURCE, source);
    set(copy.id(), Map.of(Rec.COPY_WAY, way));
    queue.add(LetterWork.QUEUE, copy.id().value());
  }

  /** The one that was made was found to be PDF/A. */
  void found(Node copy, String flavour) {
    set(copy.id(), Map.of(Rec.COPY_FLAVOUR, flavour));
  }

  /** None can be made. */
  void failed(Node copy, String why) {
    set(copy.id(), Map.of(Rec.COPY_STATE, FAILED, Rec.COPY_REASON, cut(why)));
  }

  /** Somebody adds one. */
  Node add(
      Actor actor,
      NodeId disposition,
      Node record,
      String name,
      ContentInfo stored,
      String reason) {
    Node copy = begin(actor, disposition, record, name, ADDED);
    contents.attach(SYSTEM, copy.id(), Cm.CONTENT, stored);
    set(copy.id(), Map.of(Rec.COPY_WAY, ADDED, Rec.COPY_REASON, reason));
    return nodes.get(SYSTEM, copy.id());
  }

  private void set(NodeId copy, Map<QName, Object> values) {
    nodes.update(SYSTEM, copy, Optional.empty(), Change.of(values));
  }

  /** The record's name with the ending of a PDF. */
  private static String pdfName(Node record) {
    String name = record.name();
    int dot = name.lastIndexOf('.');
    boolean ending = dot > 0 && name.length() - dot <= 6;
    return (ending ? name.substring(0, dot) : name) + ".pdf";
  }

  static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** The reading of a copy that waits; of anything else, nothing. */
  @Override
  public Optional<Order> begin(NodeId id) {
    return waiting(id)
        .map(
            copy ->
                new Order(
                    Rec.COPY_SOURCE,
                    copy.contents().get(Rec.COPY_SOURCE),
                    copy.text(Rec.COPY_NAME).orElse(copy.name()),
                    new DocumentReader.Preserve(way(copy).equals(DRAWN))));
  }

  private Optional<Node> waiting(NodeId id) {
    return nodes
        .find(SYSTEM, id)
        .filter(Copies::isCopy)
        .map(found -> nodes.hold(SYSTEM, id))
        .filter(held -> state(held).equals(WAITING))
        .filter(held -> held.contents().containsKey(Rec.COPY_SOURCE));
  }

  static boolean isCopy(Node node) {
    return node.type().equals(Rec.TRANSFER_COPY);
  }

  @Override
  public void keep(Actor writer, NodeId id, ContentInfo letter, List<String> unfilled) {
    waiting(id)
        .ifPresent(
            copy -> {
              contents.attach(
                  SYSTEM, id, Cm.CONTENT, new ContentInfo(letter.sha256(), letter.size(), PDF));
              set(id, Map.of(Rec.COPY_STATE, MADE));
            });
  }

  @Override
  public void refuse(Actor writer, NodeId id, Reason reason) {
    waiting(id).ifPresent(copy -> failed(copy, reason.explanation()));
  }

  /** This work, or the other's for what is no copy. */
  LetterWork before(LetterWork other) {
    return new LetterWork() {
      private LetterWork of(NodeId id) {
        return nodes.find(SYSTEM, id).filter(Copies::isCopy).isPresent() ? Copies.this : other;
      }

      @Override
      public Optional<Order> begin(NodeId document) {
        return of(document).begin(document);
      }

      @Override
      public void keep(Actor writer, NodeId document, ContentInfo letter, List<String> unfilled) {
        of(document).keep(writer, document, letter, unfilled);
      }

      @Override
      public void refuse(Actor writer, NodeId document, Reason reason) {
        of(document).refuse(writer, document, reason);
      }
    };
  }

  private static String cut(String text) {
    String plain = text.isBlank() ? "No reason was given." : text.strip();
    return plain.length() > 4000 ? plain.substring(0, 4000) : plain;
  }
}
