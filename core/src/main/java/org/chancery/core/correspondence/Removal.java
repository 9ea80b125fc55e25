package org.chancery.core.correspondence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Conflict;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.schedule.Activity;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * Deletes, with a row in the ledger for every received original that goes, so that the integrity
 * report can account for it (requirement C14); and guards the tree's structure.
 */
public final class Removal {
  private static final Set<QName> PARTS =
      Set.of(Cor.PEOPLE_PART, Cor.ROUTING_PART, Cor.DOCUMENTS_PART, Cor.INTAKE_FOLDER);
  private static final Set<QName> KEPT =
      Set.of(Cor.ROUTE, Cor.TASKING, Cor.TASKING_EVENT, Cor.FILE_MESSAGE, Cor.DISPATCH);
  private static final Set<QName> CASES = Set.of(Cor.CASE_FOLDER, Cor.CASE_FILE);

  private final Nodes nodes;
  private final Permissions permissions;
  private final AuditTrail audit;
  private final ClosedFiles closed;
  private final Activity activity;
  private final Clock clock;

  /** On these ports. */
  public Removal(
      Nodes nodes, Permissions permissions, Activity activity, AuditTrail audit, Clock clock) {
    this.activity = activity;
    this.nodes = nodes;
    this.permissions = permissions;
    this.audit = audit;
    this.closed = new ClosedFiles(nodes);
    this.clock = clock;
  }

  /**
   * Deletes the node and everything below it, within the transaction in progress. What is hidden
   * from the actor below it stays, in what is left of the folders around it: those who see it see
   * these too, for the actor they are gone as if all had been deleted (requirement P4).
   *
   * @param revision what the actor saw; empty to remove it as it is
   * @throws Denied when it holds the tree together, or is a case that only a coordinator removes
   */
  public void remove(Actor actor, NodeId id, Optional<Long> revision) {
    Node node = nodes.get(actor.caller(), id);
    requireFree(node);
    closed.requireOpen(id);
    boolean coordinates = permissions.allowed(actor.caller(), id, Permission.CHANGE_PERMISSIONS);
    if (CASES.contains(node.type()) && !coordinates) {
      throw new Denied("Cases are removed by those who decide who sees them.");
    }
    Map<String, String> details = new HashMap<>();
    details.put("type", node.type().toString());
    if (!permissions.allowed(actor.caller(), id, Permission.DELETE)) {
      nodes.delete(actor.caller(), id, revision); // refuses
    }
    Branch branch = Branch.of(nodes, permissions, actor.caller(), node);
    if (branch.hidden().isEmpty()) {
      recordOriginals(actor, branch, id);
      nodes.delete(actor.caller(), id, revision);
      if (node.type().equals(Cor.CASE_FOLDER) || node.type().equals(Cm.FOLDER)) {
        activity.gone(id);
      }
    } else {
      leave(actor, node, branch, revision);
      details.put("left", "hidden");
    }
    if (node.type().equals(Cor.CASE_FILE)) {
      activity.changed(actor.caller().elevated(), node.parent().orElseThrow());
    }
    audit.record(actor.did(Action.DELETE, id, details));
  }

  private void leave(Actor actor, Node top, Branch branch, Optional<Long> revision) {
    if (revision.isPresent() && revision.get() != top.revision()) {
      throw new Conflict(top.id(), top.revision());
    }
    Caller elevated = actor.caller().elevated();
    nodes.hold(elevated, top.id());
    branch.requireDeletable(actor.caller(), permissions);
    for (Branch whole : branch.withNothingHidden()) {
      recordOriginals(actor, whole, top.id());
      nodes.delete(actor.caller(), whole.node().id(), Optional.empty());
    }
    Set<Grant> readers = new HashSet<>();
    for (NodeId hidden : branch.hidden()) {
      permissions
          .effective(Caller.ofSystem(), hidden)
          .forEach(grant -> readers.add(new Grant(grant.authority(), Grant.Role.READER)));
    }
    for (Branch left : branch.withSomethingHidden()) {
      boolean isTop = left.node().id().equals(top.id());
      permissions.set(
          elevated,
          left.node().id(),
          isTop ? new AccessList(false, readers) : AccessList.inherited());
      nodes.update(
          elevated,
          left.node().id(),
          Optional.empty(),
          isTop ? left(actor) : unlocked(left.node()));
    }
  }

  private Change left(Actor actor) {
    return new Change(
        Map.of(
            Cor.LOCK_MODE,
            LockMode.HIDDEN.code(),
            Cor.LOCK_REASON,
            "Deleted by somebody who may not see all of it; what they may not see was left.",
            Cor.LOCKED_BY,
            actor.caller().user(),
            Cor.LOCKED_AT,
            clock.instant()),
        Set.of(Cor.LOCK_UNTIL),
        Set.of(Cor.LOCKED));
  }

  private static Change unlocked(Node node) {
    Set<QName> away = node.aspects().contains(Cor.LOCKED) ? Set.of(Cor.LOCKED) : Set.of();
    return new Change(Map.of(), Set.of(), Set.of(), away);
  }

  /**
   * Refuses to move what holds the tree together, and received originals to where the integrity
   * report would not find them (requirement C14).
   *
   * @throws Denied when it holds the tree together
   * @throws WrongState when an original would leave intake or its case file
   */
  public void requireMovable(Node node, NodeId newParent) {
    boolean stays = node.parent().filter(newParent::equals).isPresent();
    if (CASES.contains(node.type()) && !stays) {
      throw new Denied("Case folders and case files stay where they are.");
    }
    requireFree(node);
    closed.requireOpen(node.id());
    closed.requireOpen(newParent);
    boolean leaves = !realm(node.id()).equals(realm(newParent));
    if (leaves && holdsOriginal(node)) {
      throw new WrongState(
          "What was received leaves intake by being filed, and a case file by being taken back.");
    }
  }

  /** Where received items may be: in intake, or in a case file; everything else is nowhere. */
  private String realm(NodeId id) {
    Caller system = Caller.ofSystem();
    List<Node> line = new ArrayList<>(nodes.ancestors(system, id));
    nodes.find(system, id).ifPresent(line::add);
    if (line.stream().anyMatch(node -> node.id().equals(Place.INTAKE.id()))) {
      return "intake";
    }
    return line.stream().anyMatch(node -> node.type().equals(Cor.CASE_FILE)) ? "case" : "elsewhere";
  }

  private boolean holdsOriginal(Node node) {
    if (node.aspects().contains(Cor.RECEIVED)) {
      return true;
    }
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(Caller.ofSystem(), node.id(), cursor, 500);
      if (page.items().stream().anyMatch(this::holdsOriginal)) {
        return true;
      }
      cursor = page.cursor();
    } while (cursor.isPresent());
    return false;
  }

  private static void requireFree(Node node) {
    if (KEPT.contains(node.type())) {
      throw new Denied("What was done in a case file is not undone by deleting or moving it.");
    }
    boolean wellKnown = false;
    for (Place place : Place.values()) {
      wellKnown |= place.id().equals(node.id());
      wellKnown |= place.below(node.name()).equals(node.id());
    }
    if (node.type().equals(Cor.DISPATCH)) {
      throw new Denied("The account of what left the department stays as it is.");
    }
    if (wellKnown || node.parent().isEmpty() || PARTS.contains(node.type())) {
      throw new Denied("This folder holds the tree together; it stays as it is.");
    }
  }

  private void recordOriginals(Actor actor, Branch branch, NodeId top) {
    if (branch.node().aspects().contains(Cor.RECEIVED)) {
      audit.record(
          actor.did(
              Action.DELETE,
              branch.node().id(),
              Map.of("original", "received", "under", top.value())));
    }
    branch.children().forEach(child -> recordOriginals(actor, child, top));
  }
}
