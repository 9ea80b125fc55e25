package org.chancery.alfresco.records;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Transactions;

/**
 * What other clients do to nodes of our types, in the ledger as our own routes would write it
 * (requirement P8), in the same transaction. What the system does by itself is nobody's doing. The
 * methods are public because the platform calls them by name.
 */
public final class ForeignChanges {
  private static final String OURS = "http://chancery.org/model/";
  private static final Object NOTED = ForeignChanges.class.getName() + ".noted";
  private static final QName RECEIVED = Names.correspondence("received");

  private final PolicyComponent policies;
  private final NodeService nodes;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final BooleanSupplier ours;

  /**
   * On the platform's services.
   *
   * @param policies bean {@code policyComponent}
   * @param nodes the platform's inner nodes, which ask nobody's leave
   * @param transactions the platform's; a look is recorded in one of its own
   * @param audit the ledger
   * @param ours whether a change through our own ports is at work on this thread
   */
  public ForeignChanges(
      PolicyComponent policies,
      NodeService nodes,
      Transactions transactions,
      AuditTrail audit,
      BooleanSupplier ours) {
    this.policies = policies;
    this.nodes = nodes;
    this.transactions = transactions;
    this.audit = audit;
    this.ours = ours;
  }

  /** Binds everything. */
  public void bind() {
    for (String policy :
        new String[] {"onCreateNode", "onUpdateProperties", "onMoveNode", "beforeDeleteNode"}) {
      policies.bindClassBehaviour(
          Names.policy(policy), ContentModel.TYPE_BASE, new JavaBehaviour(this, policy));
    }
  }

  /** Something new. */
  public void onCreateNode(ChildAssociationRef made) {
    NodeRef node = made.getChildRef();
    if (passes(node)) {
      return;
    }
    if (isOurs(node)) {
      note(Action.CREATE, node, Map.of("type", nodes.getType(node).getLocalName()));
      noted().add(Action.UPDATE + node.getId());
    }
  }

  /** Other values, or another content. */
  public void onUpdateProperties(
      NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
    if (passes(node) || before.isEmpty() || before.equals(after)) {
      return;
    }
    if (isOurs(node)) {
      note(Action.UPDATE, node, Map.of());
    }
  }

  /** Another place. */
  public void onMoveNode(ChildAssociationRef from, ChildAssociationRef to) {
    NodeRef node = to.getChildRef();
    if (passes(node)) {
      return;
    }
    if (isOurs(node)) {
      note(Action.MOVE, node, Map.of());
    }
  }

  /** Fires for everything that goes with a folder, too. */
  public void beforeDeleteNode(NodeRef node) {
    if (passes(node) || !isOurs(node)) {
      return;
    }
    Map<String, String> details = new HashMap<>();
    details.put("type", nodes.getType(node).getLocalName());
    if (nodes.hasAspect(node, RECEIVED)) {
      details.put("original", "received");
    }
    note(Action.DELETE, node, details);
  }

  /** Records that a protected part was looked at, before the answer leaves. */
  void seen(NodeRef node) {
    if (!passes(node) && once(Action.VIEW, node)) {
      AuditEvent event = event(Action.VIEW, node, Map.of());
      transactions.writeApart(
          () -> {
            audit.record(event);
            return event;
          });
    }
  }

  /** Records that who may do what was changed. */
  void permissionsChanged(NodeRef node) {
    if (!passes(node) && nodes.exists(node) && isOurs(node)) {
      note(Action.CHANGE_PERMISSIONS, node, Map.of("change", "other-client"));
    }
  }

  private void note(Action action, NodeRef node, Map<String, String> details) {
    if (once(action, node)) {
      audit.record(event(action, node, details));
    }
  }

  private static AuditEvent event(Action action, NodeRef node, Map<String, String> details) {
    return new AuditEvent(
        Attempts.user(),
        action,
        Attempts.id(node),
        AuditEvent.Outcome.DONE,
        Attempts.SOURCE,
        details);
  }

  private boolean passes(NodeRef node) {
    return ours.getAsBoolean()
        || !node.getStoreRef().getIdentifier().equals("SpacesStore")
        || AuthenticationUtil.getSystemUserName().equals(Attempts.user());
  }

  private boolean isOurs(NodeRef node) {
    return nodes.getType(node).getNamespaceURI().startsWith(OURS)
        || nodes.hasAspect(node, RECEIVED);
  }

  private boolean once(Action action, NodeRef node) {
    return !AlfrescoTransactionSupport.isActualTransactionActive()
        || noted().add(action + node.getId());
  }

  /** What this transaction has noted already. */
  private static Set<String> noted() {
    Set<String> noted = AlfrescoTransactionSupport.getResource(NOTED);
    if (noted == null) {
      noted = new HashSet<>();
      AlfrescoTransactionSupport.bindResource(NOTED, noted);
    }
    return noted;
  }
}
