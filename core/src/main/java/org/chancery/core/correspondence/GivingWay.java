package org.chancery.core.correspondence;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/**
 * Names in folders where something is hidden (requirement P4). A name that is taken by something
 * that whoever wants it may not see must not be refused, nor get a number: either would tell of it.
 * So what is hidden gives way: it gets a mark behind its own name, of which those who see it learn
 * from the ledger.
 */
public final class GivingWay {
  /** Every case file has them, so that their names being taken tells nobody anything. */
  private static final Set<QName> PARTS =
      Set.of(Cor.PEOPLE_PART, Cor.ROUTING_PART, Cor.DOCUMENTS_PART, Cor.INTAKE_FOLDER);

  /** Their names are theirs for good. */
  private static final Set<QName> NAMED_BY_THE_SYSTEM = Set.of(Cor.CASE_FOLDER, Cor.CASE_FILE);

  private static final int MARK = 6;

  private final Nodes nodes;
  private final Permissions permissions;
  private final AuditTrail audit;

  /** On these ports. */
  public GivingWay(Nodes nodes, Permissions permissions, AuditTrail audit) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.audit = audit;
  }

  /**
   * Makes room for a name that the caller chose, within the transaction in progress. Where
   * something that they see has it, it stays taken.
   *
   * @return the name to use: the wanted one, but for the rare case that what has it is a hidden
   *     record, which keeps its name for good
   */
  public String makeRoom(Caller caller, NodeId folder, String wanted) {
    if (caller.system() || !permissions.allowed(caller, folder, Permission.ADD_CHILD)) {
      return wanted;
    }
    Optional<Node> taken =
        nodes
            .child(Caller.ofSystem(), folder, wanted)
            .filter(node -> !permissions.allowed(caller, node.id(), Permission.READ))
            .filter(node -> !PARTS.contains(node.type()));
    if (taken.isEmpty()) {
      return wanted;
    }
    Node hidden = taken.get();
    if (hidden.aspects().contains(Rec.DECLARED) || NAMED_BY_THE_SYSTEM.contains(hidden.type())) {
      return marked(wanted);
    }
    nodes.move(Caller.ofSystem(), hidden.id(), folder, marked(hidden.name()));
    audit.record(
        Actor.ofSystem().did(Action.MOVE, hidden.id(), Map.of("reason", "name-given-way")));
    return wanted;
  }

  /**
   * The wanted name, or the first with a number that nothing the caller sees in the folder has;
   * makes room for it, within the transaction in progress.
   */
  public String free(Caller caller, NodeId folder, NodeName wanted) {
    if (!permissions.allowed(caller, folder, Permission.ADD_CHILD)) {
      return wanted.freeIn(nodes, caller.elevated(), folder).value();
    }
    return makeRoom(caller, folder, wanted.freeIn(nodes, caller, folder).value());
  }

  private static String marked(String name) {
    return NodeName.of(name).marked(NodeId.random().value().substring(0, MARK)).value();
  }
}
