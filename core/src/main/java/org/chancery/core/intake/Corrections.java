package org.chancery.core.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.ClosedFiles;
import org.chancery.core.correspondence.GivingWay;
import org.chancery.core.records.Declaration;
import org.chancery.core.records.DeclaredRecord;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Declared;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.schedule.Activity;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/**
 * Corrections of records and of documents in closed case files: additions beside what they correct,
 * which stays as it is (requirement R4). The one thing that is added to a closed file without
 * opening it again, and a record itself as soon as it has been read.
 */
public final class Corrections {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int LONGEST = 4000;

  private final Nodes nodes;
  private final GivingWay room;
  private final Contents contents;
  private final Permissions permissions;
  private final WorkQueue queue;
  private final Transactions transactions;
  private final Activity activity;
  private final AuditTrail audit;
  private final ClosedFiles closed;
  private final Runnable wake;

  /**
   * On these ports.
   *
   * @param wake told after the commit that there is something to read
   */
  Corrections(
      Nodes nodes,
      GivingWay room,
      Contents contents,
      Permissions permissions,
      WorkQueue queue,
      Transactions transactions,
      Activity activity,
      AuditTrail audit,
      Runnable wake) {
    this.nodes = nodes;
    this.room = room;
    this.contents = contents;
    this.permissions = permissions;
    this.queue = queue;
    this.transactions = transactions;
    this.activity = activity;
    this.audit = audit;
    this.closed = new ClosedFiles(nodes);
    this.wake = wake;
  }

  /**
   * Asks, before any byte is taken in, whether a correction may be put there.
   *
   * @param corrected a declared document, or one in a closed case file
   * @param folder where the correction goes: in the same case folder or, outside of those, the same
   *     folder; empty for beside what it corrects
   * @return the folder that it goes into
   * @throws NotFound when either is not there for the actor
   * @throws Invalid without a reason, or with one that is too long, or with a folder elsewhere
   * @throws WrongState when what is to be corrected may simply be changed, or is no document
   * @throws Declared when the folder is a record as a whole, to which nothing is added
   * @throws Denied when the actor may not add to the folder
   */
  public NodeId require(Actor actor, NodeId corrected, Optional<NodeId> folder, String reason) {
    Caller caller = actor.caller();
    Node record = nodes.get(caller, corrected);
    if (reason.isBlank() || reason.strip().length() > LONGEST) {
      throw new Invalid(
          Map.of("reason", reason.isBlank() ? "is missing" : "has more than 4,000 characters"));
    }
    if (!record.contents().containsKey(Cm.CONTENT)) {
      throw new WrongState("Only a document is corrected by another; this is none.");
    }
    if (DeclaredRecord.of(record).isEmpty() && closed.isOpen(corrected)) {
      throw new WrongState(
          "A correction is put beside a record, or a document of a closed case file. This document"
              + " may still be changed: add a new version.");
    }
    NodeId beside = record.parent().orElseThrow();
    NodeId into = folder.orElse(beside);
    Node place = nodes.get(caller, into);
    if (place.aspects().contains(Rec.DECLARED)) {
      throw new Declared(
          "The case file was declared as a whole: nothing is added to it. Open another case file in"
              + " the same case folder and name its documents part as the place (parent).");
    }
    if (!into.equals(beside)) {
      requireSameUnit(beside, into);
      closed.requireOpen(into);
    }
    if (!permissions.allowed(caller, into, Permission.ADD_CHILD)) {
      throw new Denied("You may not add documents where this record lies.");
    }
    return into;
  }

  /** A correction goes where its record goes, to the Archives or into destruction. */
  private void requireSameUnit(NodeId beside, NodeId into) {
    Optional<NodeId> unit = caseFolder(beside);
    if (unit.isEmpty() || !unit.equals(caseFolder(into))) {
      throw new Invalid(Map.of("parent", "must lie in the same case folder as the record"));
    }
  }

  private Optional<NodeId> caseFolder(NodeId id) {
    List<Node> above = nodes.ancestors(SYSTEM, id);
    return above.stream()
        .filter(node -> node.type().equals(Cor.CASE_FOLDER))
        .map(Node::id)
        .findFirst();
  }

  /**
   * Adds a correction, within the transaction in progress, and has it read; then it is declared.
   * The clock of its folder begins anew, as with everything that is filed (requirement R3).
   *
   * @param reason what is corrected, and why; kept with it
   * @throws RuntimeException as {@link #require} says
   */
  public Node add(
      Actor actor,
      NodeId corrected,
      Optional<NodeId> folder,
      String name,
      ContentInfo stored,
      String reason) {
    NodeId into = require(actor, corrected, folder, reason);
    Caller caller = actor.caller();
    String free = room.makeRoom(caller, into, NodeName.of(name).value());
    Map<QName, Object> values =
        Map.of(Rec.CORRECTION_OF, corrected.value(), Rec.CORRECTION_REASON, reason.strip());
    NodeId id = NodeId.random();
    nodes.create(caller, new NewNode(id, into, Cor.DOCUMENT, free, Set.of(Rec.CORRECTS), values));
    Node node = contents.attach(caller, id, Cm.CONTENT, stored);
    audit.record(
        actor.did(
            Action.CORRECT, id, Map.of("corrects", corrected.value(), "sha256", stored.sha256())));
    activity.at(caller.elevated(), id, ActivityKind.FILED);
    queue.add(ReadingWork.QUEUE, id.value());
    queue.add(Declaration.LATER, id.value());
    transactions.afterCommit(wake);
    return node;
  }
}
