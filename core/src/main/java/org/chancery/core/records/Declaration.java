package org.chancery.core.records;

import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Conflict;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Sequences;
import org.chancery.core.repository.WrongState;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/**
 * Declares a document or a case file a record, with all that it holds (requirement R9): content,
 * structure and context as one, under one number. There is no way back.
 */
public final class Declaration {
  /**
   * Queue of what is declared by rule once it has been read: closed case files, of what is in them;
   * corrections.
   */
  public static final String LATER = "declare-closed";

  private static final String FILED = "filed";
  private static final Set<String> UNSENT = Set.of("queued", "sending");
  private static final Set<QName> CONTENTS =
      Set.of(Cor.CORRESPONDENT, Cor.PROTECTED_VALUE, Cor.DISPATCH, Cor.NOTE);

  private final Nodes nodes;
  private final Permissions permissions;
  private final Sequences sequences;
  private final AuditTrail audit;
  private final Clock clock;

  /**
   * On these ports.
   *
   * @param nodes the host's own, not guarded ones: declaring is the last change a record sees
   */
  public Declaration(
      Nodes nodes, Permissions permissions, Sequences sequences, AuditTrail audit, Clock clock) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.sequences = sequences;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Declares the node and everything below it, within the transaction in progress. What is a record
   * already stays as it was declared. Each folder above is marked, so that it is neither moved nor
   * deleted with the record in it.
   *
   * @param revision what the actor saw; empty to declare it as it is
   * @return the node as a record
   * @throws NotFound when it is not there for the actor
   * @throws Denied when the actor may not change it
   * @throws Conflict when it has moved on since the actor saw it
   * @throws WrongState when it is neither a document with content nor a case file, lies at the
   *     intake desk, or is still to be read or to be sent by mail, which would change it
   */
  public Node declare(Actor actor, NodeId id, Optional<Long> revision) {
    Node node = nodes.get(actor.caller(), id);
    if (!permissions.allowed(actor.caller(), id, Permission.WRITE)) {
      throw new Denied("You may not declare what you may not change.");
    }
    if (DeclaredRecord.of(node).isPresent()) {
      return node;
    }
    Caller elevated = actor.caller().elevated();
    List<Node> above = holdAbove(elevated, id);
    List<Node> whole = nodes.holdAll(elevated, id);
    requireDeclarable(whole, revision);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String number = number(now);
    above.stream()
        .filter(folder -> !folder.aspects().contains(Rec.HOLDS_RECORDS))
        .forEach(folder -> mark(elevated, folder.id(), Map.of(), Rec.HOLDS_RECORDS));
    Map<NodeId, Map<NodeId, String>> held = new HashMap<>();
    for (int i = whole.size() - 1; i >= 0; i--) {
      Node part = whole.get(i);
      String digest = Digest.of(part, held.getOrDefault(part.id(), Map.of()));
      part.parent()
          .ifPresent(
              parent ->
                  held.computeIfAbsent(parent, unused -> new HashMap<>()).put(part.id(), digest));
      if (DeclaredRecord.of(part).isEmpty()) {
        keep(actor, part, id, new DeclaredRecord(number, now, "", Optional.empty(), digest));
      }
    }
    return nodes.get(actor.caller(), id);
  }

  /**
   * Creates something that is a record from the beginning, within the transaction in progress.
   *
   * @param actor who may add it there
   * @param made without content
   * @return the node as a record
   */
  public Node born(Actor actor, NewNode made) {
    Caller elevated = actor.caller().elevated();
    Node node = nodes.create(actor.caller(), made);
    holdAbove(elevated, node.id()).stream()
        .filter(folder -> !folder.aspects().contains(Rec.HOLDS_RECORDS))
        .forEach(folder -> mark(elevated, folder.id(), Map.of(), Rec.HOLDS_RECORDS));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String digest = Digest.of(node, Map.of());
    keep(
        actor, node, node.id(), new DeclaredRecord(number(now), now, "", Optional.empty(), digest));
    return nodes.get(actor.caller(), node.id());
  }

  /**
   * Declares by rule what a case file that was closed holds: its documents, its correspondents,
   * what left the department and the notes, each a record of its own under one number. The file
   * itself and its parts are not declared: opening it again, which only adds to it, stays possible.
   *
   * @return whether all of it is declared; what is still to be read or laid out, which would change
   *     it, is not
   */
  public boolean declareClosed(Actor actor, NodeId file) {
    Caller elevated = actor.caller().elevated();
    List<Node> above = holdAbove(elevated, file);
    List<Node> whole = nodes.holdAll(elevated, file);
    Map<NodeId, Node> byId = new HashMap<>();
    whole.forEach(node -> byId.put(node.id(), node));
    Set<String> sent = new HashSet<>();
    whole.stream()
        .filter(node -> node.type().equals(Cor.DISPATCH))
        .forEach(node -> sent.addAll(node.<String>list(Cor.DISPATCH_DOCUMENT)));
    List<Node> wanted =
        whole.stream()
            .filter(
                node -> CONTENTS.contains(node.type()) || node.contents().containsKey(Cm.CONTENT))
            .filter(node -> DeclaredRecord.of(node).isEmpty())
            .filter(node -> !workingPaper(node, sent))
            .toList();
    List<Node> ready = wanted.stream().filter(node -> !unfinished(node)).toList();
    if (ready.isEmpty()) {
      return wanted.isEmpty();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String number = number(now);
    Set<NodeId> holding = new HashSet<>();
    above.forEach(folder -> holding.add(folder.id()));
    Map<NodeId, Map<NodeId, String>> held = new HashMap<>();
    for (int i = ready.size() - 1; i >= 0; i--) {
      Node part = ready.get(i);
      String digest = Digest.of(part, held.getOrDefault(part.id(), Map.of()));
      part.parent()
          .ifPresent(
              parent ->
                  held.computeIfAbsent(parent, unused -> new HashMap<>()).put(part.id(), digest));
      Optional<NodeId> in = part.parent();
      while (in.isPresent() && byId.containsKey(in.get())) {
        holding.add(in.get());
        in = byId.get(in.get()).parent();
      }
    }
    Stream.concat(above.stream(), whole.stream())
        .filter(node -> holding.contains(node.id()))
        .filter(node -> !node.aspects().contains(Rec.HOLDS_RECORDS))
        .filter(node -> !CONTENTS.contains(node.type()))
        .forEach(node -> mark(elevated, node.id(), Map.of(), Rec.HOLDS_RECORDS));
    for (int i = ready.size() - 1; i >= 0; i--) {
      Node part = ready.get(i);
      String digest = held.get(part.parent().orElseThrow()).get(part.id());
      keep(actor, part, file, new DeclaredRecord(number, now, "", Optional.empty(), digest));
    }
    return ready.size() == wanted.size();
  }

  /**
   * Declares by rule a document that was added beside a record.
   *
   * @return whether it is declared, or gone; what is still to be read, which would change it, is
   *     not
   */
  public boolean declareAddition(Actor actor, NodeId document) {
    Optional<Node> found = nodes.find(actor.caller(), document);
    if (found.isEmpty() || DeclaredRecord.of(found.get()).isPresent()) {
      return true;
    }
    if (unfinished(found.get())) {
      return false;
    }
    declare(actor, document, Optional.empty());
    return true;
  }

  /** A draft that was neither signed nor sent; it goes on when the file is opened again. */
  private static boolean workingPaper(Node node, Set<String> sent) {
    return node.aspects().contains(Cor.DRAFT)
        && node.text(Cor.SIGNED_PAPER).isEmpty()
        && !sent.contains(node.id().value());
  }

  private static boolean unfinished(Node node) {
    boolean content = node.contents().containsKey(Cm.CONTENT);
    boolean unread =
        node.type().equals(Cor.DOCUMENT) && (!content || !node.aspects().contains(Cor.READ));
    boolean unprinted =
        node.aspects().contains(Cor.PRINTED)
            && !node.contents().containsKey(Cor.LETTER_PDF)
            && node.text(Cor.PRINT_PROBLEM).isEmpty();
    boolean unsent = node.text(Cor.OUTGOING_STATE).filter(UNSENT::contains).isPresent();
    return unread && node.text(Cor.INTAKE_REASON).isEmpty() || unprinted || unsent;
  }

  private void keep(Actor actor, Node part, NodeId top, DeclaredRecord record) {
    boolean whole = part.id().equals(top);
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.RECORD_ID, record.recordId());
    values.put(Rec.DECLARED_AT, record.at());
    values.put(Rec.DECLARED_BY, actor.caller().user());
    values.put(Rec.DIGEST, record.digest());
    Map<String, String> details = new HashMap<>();
    details.put("record", record.recordId());
    details.put("digest", record.digest());
    if (!whole) {
      values.put(Rec.DECLARED_WITH, top.value());
      details.put("with", top.value());
    }
    mark(actor.caller().elevated(), part.id(), values, Rec.DECLARED);
    audit.record(actor.did(Action.DECLARE, part.id(), details));
  }

  private void mark(Caller elevated, NodeId id, Map<QName, Object> values, QName aspect) {
    nodes.update(elevated, id, Optional.empty(), new Change(values, Set.of(), Set.of(aspect)));
  }

  /**
   * The folders above, held, so that none of them moves or goes while its content is declared; the
   * root, which never does, is left out, and so are those that hold a record already.
   */
  private List<Node> holdAbove(Caller elevated, NodeId id) {
    List<Node> seen;
    List<Node> now = above(elevated, id);
    do {
      seen = now;
      seen.stream()
          .filter(folder -> !folder.aspects().contains(Rec.HOLDS_RECORDS))
          .forEach(folder -> nodes.hold(elevated, folder.id()));
      now = above(elevated, id);
    } while (!ids(now).equals(ids(seen)));
    return now;
  }

  private List<Node> above(Caller elevated, NodeId id) {
    return nodes.ancestors(elevated, id).stream()
        .filter(folder -> folder.parent().isPresent())
        .toList();
  }

  private static List<NodeId> ids(List<Node> all) {
    return all.stream().map(Node::id).toList();
  }

  private static void requireDeclarable(List<Node> whole, Optional<Long> revision) {
    Node top = whole.get(0);
    if (revision.isPresent() && revision.get() != top.revision()) {
      throw new Conflict(top.id(), top.revision());
    }
    boolean document = top.contents().containsKey(Cm.CONTENT);
    if (!document && !top.type().equals(Cor.CASE_FILE)) {
      throw new WrongState("A document with content or a case file is declared, nothing else.");
    }
    for (Node part : whole) {
      if (part.text(Cor.INTAKE_STATE).filter(state -> !state.equals(FILED)).isPresent()) {
        throw new WrongState("It lies at the intake desk; file it, then declare it.");
      }
      if (part.text(Cor.OUTGOING_STATE).filter(UNSENT::contains).isPresent()) {
        throw new WrongState(
            "A letter in it still waits to be sent by mail; declare it when that was sent, or"
                + " withdraw the letter.");
      }
      boolean unread =
          part.type().equals(Cor.DOCUMENT)
              && part.contents().containsKey(Cm.CONTENT)
              && !part.aspects().contains(Cor.READ)
              && part.text(Cor.INTAKE_REASON).isEmpty();
      if (unread) {
        throw new WrongState("'" + part.name() + "' is still to be read; declare it after that.");
      }
    }
  }

  private String number(Instant now) {
    String year = Year.from(now.atZone(ZoneOffset.UTC)).toString();
    return String.format(Locale.ROOT, "R-%s-%06d", year, sequences.next("record-" + year));
  }
}
