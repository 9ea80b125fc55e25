package org.chancery.core.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.WrongState;
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

  /** On these ports. */
  public Removal(Nodes nodes, Permissions permissions, AuditTrail audit) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.audit = audit;
    this.closed = new ClosedFiles(nodes);
  }

  /**
   * Deletes the node and everything below it, within the transaction in progress.
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
      // Whoever may edit a case may not see all of it; what they cannot see they must not delete.
      throw new Denied("Cases are removed by those who decide who sees them.");
    }
    if (permissions.allowed(actor.caller(), id, Permission.DELETE)) {
      recordOriginals(actor, node, id);
    }
    nodes.delete(actor.caller(), id, revision);
    audit.record(actor.did(Action.DELETE, id, Map.of("type", node.type().toString())));
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

  private void recordOriginals(Actor actor, Node node, NodeId top) {
    if (node.aspects().contains(Cor.RECEIVED)) {
      audit.record(
          actor.did(
              Action.DELETE, node.id(), Map.of("original", "received", "under", top.value())));
    }
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(Caller.ofSystem(), node.id(), cursor, 500);
      page.items().forEach(child -> recordOriginals(actor, child, top));
      cursor = page.cursor();
    } while (cursor.isPresent());
  }
}
