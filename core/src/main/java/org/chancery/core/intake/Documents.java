package org.chancery.core.intake;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.ClosedFiles;
import org.chancery.core.correspondence.GivingWay;
import org.chancery.core.records.DeclaredRecord;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Declared;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Versions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.schedule.Activity;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/** Documents put straight into a folder, and their new versions (requirement C16). */
public final class Documents {
  private final Nodes nodes;
  private final GivingWay room;
  private final Contents contents;
  private final Versions versions;
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
  Documents(
      Nodes nodes,
      GivingWay room,
      Contents contents,
      Versions versions,
      Permissions permissions,
      WorkQueue queue,
      Transactions transactions,
      Activity activity,
      AuditTrail audit,
      Runnable wake) {
    this.activity = activity;
    this.nodes = nodes;
    this.room = room;
    this.contents = contents;
    this.versions = versions;
    this.permissions = permissions;
    this.queue = queue;
    this.transactions = transactions;
    this.audit = audit;
    this.closed = new ClosedFiles(nodes);
    this.wake = wake;
  }

  /** Creates a document in a folder, within the transaction in progress, and has it read. */
  public Node create(Actor actor, NodeId folder, String name, ContentInfo stored) {
    Caller caller = actor.caller();
    nodes.get(caller, folder);
    closed.requireOpen(folder);
    String free = room.makeRoom(caller, folder, NodeName.of(name).value());
    Node created = nodes.create(caller, NewNode.of(folder, Cor.DOCUMENT, free, Map.of()));
    Node node = contents.attach(caller, created.id(), Cm.CONTENT, stored);
    audit.record(actor.did(Action.CREATE, node.id(), Map.of("sha256", stored.sha256())));
    activity.at(caller.elevated(), node.id(), ActivityKind.FILED);
    read(node);
    return node;
  }

  /**
   * Asks, before any byte is taken in, whether the content may be replaced.
   *
   * @throws WrongState for a received original, which is never changed (requirement C1), and in a
   *     closed case file
   * @throws Denied when the caller may not write
   * @throws Declared for a record
   */
  public void requireReplaceable(Caller caller, NodeId id) {
    Node node = nodes.get(caller, id);
    if (!permissions.allowed(caller, id, Permission.WRITE)) {
      throw new Denied("You may not change this document.");
    }
    DeclaredRecord.requireNone(node);
    requireNoOriginal(node);
    closed.requireOpen(id);
  }

  /**
   * Replaces the content and keeps the new state as a version, within the transaction in progress;
   * a first state that was not kept yet is kept before.
   */
  public Node replace(Caller caller, Node node, ContentInfo stored, boolean major, String comment) {
    requireNoOriginal(node);
    closed.requireOpen(node.id());
    boolean unkept = versions.list(caller, node.id()).isEmpty();
    if (unkept && node.contents().containsKey(Cm.CONTENT)) {
      versions.keep(caller, node.id(), true, "");
    }
    keepText(caller.elevated(), node);
    Set<QName> read = new HashSet<>(node.aspects());
    read.retainAll(Set.of(Cor.READ, Cor.MAIL));
    if (!read.isEmpty()) {
      // What was read from the old content must not be found under the new one.
      nodes.update(
          caller.elevated(),
          node.id(),
          Optional.empty(),
          new Change(Map.of(), Set.of(), Set.of(), read));
    }
    contents.attach(caller, node.id(), Cm.CONTENT, stored);
    versions.keep(caller, node.id(), major, comment);
    Node changed = nodes.get(caller, node.id());
    activity.at(caller.elevated(), node.id(), ActivityKind.VERSION);
    read(changed);
    return changed;
  }

  /**
   * The text of what is about to be replaced goes with the version that replaces it, for
   * comparison: when that is kept, its own text is not known yet.
   */
  private void keepText(Caller elevated, Node node) {
    ContentInfo text = node.contents().get(Cor.TEXT);
    boolean before = node.aspects().contains(Cor.REVISED);
    if (text != null) {
      nodes.update(
          elevated,
          node.id(),
          Optional.empty(),
          new Change(Map.of(), Set.of(), Set.of(Cor.REVISED)));
      contents.attach(elevated, node.id(), Cor.PREVIOUS_TEXT, text);
    } else if (before) {
      nodes.update(
          elevated,
          node.id(),
          Optional.empty(),
          new Change(Map.of(), Set.of(), Set.of(), Set.of(Cor.REVISED)));
    }
  }

  /**
   * Has a document read, within the transaction in progress: for the first time, or again.
   *
   * @throws WrongState when there is nothing to read, or it is received and being read
   * @throws Denied when the actor may not change it
   * @throws Declared for a record
   */
  public void readAgain(Actor actor, NodeId id) {
    Node node = nodes.get(actor.caller(), id);
    if (!permissions.allowed(actor.caller(), id, Permission.WRITE)) {
      throw new Denied("You may not have this document read.");
    }
    DeclaredRecord.requireNone(nodes.hold(actor.caller().elevated(), id));
    if (!node.contents().containsKey(Cm.CONTENT)) {
      throw new WrongState("There is nothing in it to read.");
    }
    queue.add(ReadingWork.QUEUE, id.value());
    transactions.afterCommit(wake);
    audit.record(actor.did(Action.RETRY, id, Map.of()));
  }

  private void read(Node node) {
    if (node.type().equals(Cor.DOCUMENT)) {
      queue.add(ReadingWork.QUEUE, node.id().value());
      transactions.afterCommit(wake);
    }
  }

  private static void requireNoOriginal(Node node) {
    if (node.aspects().contains(Cor.RECEIVED)) {
      throw new WrongState(
          "What was received is never changed. Add the new version as a document of its own.");
    }
  }
}
