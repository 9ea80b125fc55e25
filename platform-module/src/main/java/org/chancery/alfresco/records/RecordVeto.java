package org.chancery.alfresco.records;

import java.util.function.BooleanSupplier;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.copy.CopyBehaviourCallback;
import org.alfresco.repo.copy.CopyDetails;
import org.alfresco.repo.copy.DoNothingCopyBehaviourCallback;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.lock.LockType;
import org.alfresco.service.cmr.repository.AssociationRef;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.chancery.core.audit.Action;

/**
 * Refuses, whatever the client and whoever the user, what would change a declared record
 * (requirement R4): bound to the platform's policies. Changes through our own ports pass, since the
 * domain has answered for them by the same rule. The methods are public because the platform calls
 * them by name.
 */
public final class RecordVeto {
  private static final QName ANYTHING = ContentModel.TYPE_BASE;

  private final PolicyComponent policies;
  private final NodeService nodes;
  private final RecordMarks marks;
  private final BooleanSupplier ours;

  /**
   * On the platform's services.
   *
   * @param policies bean {@code policyComponent}
   * @param nodes the platform's inner nodes, which ask nobody's leave
   * @param marks what is a record, and what to say
   * @param ours whether a change through our own ports is at work on this thread
   */
  public RecordVeto(
      PolicyComponent policies, NodeService nodes, RecordMarks marks, BooleanSupplier ours) {
    this.policies = policies;
    this.nodes = nodes;
    this.marks = marks;
    this.ours = ours;
  }

  /** Binds everything; from now on it holds. */
  public void bind() {
    on(Names.DECLARED, "beforeUpdateNode");
    on(Names.DECLARED, "beforeCreateVersion");
    on(Names.DECLARED, "beforeLock");
    for (QName mark : new QName[] {Names.DECLARED, Names.HOLDS_RECORDS}) {
      on(mark, "beforeDeleteNode");
      on(mark, "beforeMoveNode");
      on(mark, "beforeAddAspect");
      on(mark, "beforeRemoveAspect");
      on(mark, "getCopyCallback");
    }
    association(ANYTHING, "onCreateChildAssociation");
    association(Names.DECLARED, "beforeDeleteChildAssociation");
    association(ANYTHING, "onCreateAssociation");
    association(Names.DECLARED, "beforeDeleteAssociation");
  }

  private void on(QName type, String policy) {
    policies.bindClassBehaviour(Names.policy(policy), type, new JavaBehaviour(this, policy));
  }

  private void association(QName type, String policy) {
    policies.bindAssociationBehaviour(Names.policy(policy), type, new JavaBehaviour(this, policy));
  }

  /** Values, name, owner, type, aspects, content, check-out. */
  public void beforeUpdateNode(NodeRef node) {
    refuseDeclared(Action.UPDATE, node);
  }

  /** A further version. */
  public void beforeCreateVersion(NodeRef node) {
    refuseDeclared(Action.UPDATE, node);
  }

  /** The platform's own lock, which comes before a change. */
  public void beforeLock(NodeRef node, LockType type) {
    refuseDeclared(Action.UPDATE, node);
  }

  /** Fires for everything that would go with a folder, too. */
  public void beforeDeleteNode(NodeRef node) {
    if (!ours.getAsBoolean() && nodes.exists(node)) {
      marks.refuseDeclared(Action.DELETE, node);
      marks.refuseHolding(Action.DELETE, node);
    }
  }

  /** Another place; another name in the same folder is the folder's own affair. */
  public void beforeMoveNode(ChildAssociationRef from, NodeRef to) {
    NodeRef node = from.getChildRef();
    refuseDeclared(Action.MOVE, node);
    if (!ours.getAsBoolean() && !from.getParentRef().equals(to)) {
      marks.refuseHolding(Action.MOVE, node);
    }
  }

  /** Only declaring makes a record. */
  public void beforeAddAspect(NodeRef node, QName aspect) {
    if (!ours.getAsBoolean()) {
      throw marks.refusal(Action.DECLARE, node, "A record is made by declaring it.");
    }
  }

  /** A declaration is not taken back. */
  public void beforeRemoveAspect(NodeRef node, QName aspect) {
    if (!ours.getAsBoolean()) {
      throw marks.refusal(Action.UPDATE, node, "A declaration is not taken back.");
    }
  }

  /** Something put into a record, or a record filed in a second folder. */
  public void onCreateChildAssociation(ChildAssociationRef made, boolean isNewNode) {
    refuseDeclared(Action.CREATE, made.getParentRef());
    if (!isNewNode && made.getTypeQName().equals(ContentModel.ASSOC_CONTAINS)) {
      refuseDeclared(Action.MOVE, made.getChildRef());
    }
  }

  /** Something taken out of a record. */
  public void beforeDeleteChildAssociation(ChildAssociationRef ending) {
    refuseDeclared(Action.UPDATE, ending.getParentRef());
  }

  /** A relation, from or to. */
  public void onCreateAssociation(AssociationRef made) {
    refuseDeclared(Action.UPDATE, made.getSourceRef());
    refuseDeclared(Action.UPDATE, made.getTargetRef());
  }

  /** The end of a relation that a record has. */
  public void beforeDeleteAssociation(AssociationRef ending) {
    refuseDeclared(Action.UPDATE, ending.getSourceRef());
  }

  /** A copy is no record. */
  public CopyBehaviourCallback getCopyCallback(QName aspect, CopyDetails copy) {
    return DoNothingCopyBehaviourCallback.getInstance();
  }

  private void refuseDeclared(Action action, NodeRef node) {
    if (!ours.getAsBoolean()) {
      marks.refuseDeclared(action, node);
    }
  }
}
