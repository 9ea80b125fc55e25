package org.chancery.alfresco.actions;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.intake.Arrival;
import org.chancery.core.intake.Receiving;
import org.chancery.core.records.DeclaredRecord;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;

/** Turns a file that lies in a folder into mail that came in. */
public final class Mailbox {
  private final Nodes nodes;
  private final Permissions permissions;
  private final Receiving receiving;
  private final AuditTrail audit;

  /**
   * On the platform's ports.
   *
   * @param nodes the tree
   * @param permissions who may do what
   * @param receiving enters originals
   * @param audit the ledger
   */
  public Mailbox(Nodes nodes, Permissions permissions, Receiving receiving, AuditTrail audit) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.receiving = receiving;
    this.audit = audit;
  }

  /**
   * Receives the file's bytes and takes the file away, within the transaction in progress. Its
   * identity names the arrival: it is received once.
   *
   * @throws WrongState for what is mail already, or holds no file
   * @throws Denied when the actor may not take it away
   */
  void receive(Actor actor, NodeId id, Optional<String> component) {
    Node file = nodes.get(actor.caller(), id);
    DeclaredRecord.requireNone(file);
    if (file.aspects().contains(Cor.RECEIVED)) {
      throw new WrongState("It has been received already.");
    }
    ContentInfo content = file.contents().get(Cm.CONTENT);
    if (content == null) {
      throw new WrongState("There is no file in it to receive.");
    }
    if (!permissions.allowed(actor.caller(), id, Permission.DELETE)) {
      throw new Denied("You may not take this file away from where it lies.");
    }
    receiving.enter(
        new Arrival(
            "library:" + id,
            InputStream.nullInputStream(),
            file.name(),
            component,
            Arrival.UPLOAD,
            actor,
            Optional.empty()),
        content);
    nodes.delete(actor.caller().elevated(), id, Optional.empty());
    audit.record(
        actor.did(Action.DELETE, id, Map.of("type", file.type().toString(), "change", "received")));
  }
}
