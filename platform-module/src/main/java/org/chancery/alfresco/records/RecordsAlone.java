package org.chancery.alfresco.records;

import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.copy.CopyBehaviourCallback;
import org.alfresco.repo.copy.CopyDetails;
import org.alfresco.repo.copy.DoNothingCopyBehaviourCallback;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.AssociationRef;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.QName;
import org.chancery.core.audit.Action;
import org.chancery.core.correspondence.Place;
import org.chancery.core.vocabulary.Rec;

/**
 * What is written down about records is changed in Chancery alone, whatever the client
 * (requirements R1, R5, R6): the file plan, holds, dispositions and stubs, which lie in one folder;
 * and on any node the marks of the records model, such as a hold, a series, what took its place.
 * The methods are public because the platform calls them by name.
 */
public final class RecordsAlone {
  private static final String CODE = "not-allowed";
  private static final String REFUSAL =
      "The file plan, holds, dispositions, and what they left on a folder or a file are changed in"
          + " Chancery alone.";
  private static final QName ANYTHING = ContentModel.TYPE_BASE;

  private final PolicyComponent policies;
  private final NodeService nodes;
  private final Attempts attempts;
  private final BooleanSupplier ours;

  /**
   * On the platform's services.
   *
   * @param policies bean {@code policyComponent}
   * @param nodes the platform's inner nodes, which ask nobody's leave
   * @param attempts where refusals are noted
   * @param ours whether a change through our own ports is at work on this thread
   */
  public RecordsAlone(
      PolicyComponent policies, NodeService nodes, Attempts attempts, BooleanSupplier ours) {
    this.policies = policies;
    this.nodes = nodes;
    this.attempts = attempts;
    this.ours = ours;
  }

  /** Binds everything; from now on it holds. */
  public void bind() {
    for (String policy :
        new String[] {
          "onCreateNode",
          "onUpdateProperties",
          "onSetNodeType",
          "beforeDeleteNode",
          "beforeMoveNode"
        }) {
      policies.bindClassBehaviour(Names.policy(policy), ANYTHING, new JavaBehaviour(this, policy));
    }
    for (String policy : new String[] {"onCreateAssociation", "beforeDeleteAssociation"}) {
      policies.bindAssociationBehaviour(
          Names.policy(policy), ANYTHING, new JavaBehaviour(this, policy));
    }
    for (String policy : new String[] {"onAddAspect", "beforeRemoveAspect"}) {
      policies.bindClassBehaviour(Names.policy(policy), this, new JavaBehaviour(this, policy));
    }
    for (org.chancery.model.QName mark :
        new org.chancery.model.QName[] {
          Rec.HELD,
          Rec.HOLDS_HELD,
          Rec.SCHEDULED,
          Rec.CLOCKED,
          Rec.REVIEWED,
          Rec.SUPERSEDED,
          Rec.UNNEEDED,
          Rec.CORRECTS
        }) {
      policies.bindClassBehaviour(
          Names.policy("getCopyCallback"),
          Names.model(mark),
          new JavaBehaviour(this, "getCopyCallback"));
    }
  }

  /** Something new there, or of a type of the records model anywhere. */
  public void onCreateNode(ChildAssociationRef made) {
    if (!Names.byThePlatform(made.getTypeQName())) {
      refuse(Action.CREATE, made.getChildRef());
    }
  }

  /** Fires after the change, which then rolls back; for what something new is made with, too. */
  public void onUpdateProperties(
      NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
    if (passes(node)) {
      return;
    }
    Set<QName> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    boolean lies = !before.isEmpty() && kept(node);
    boolean changes =
        names.stream()
            .filter(name -> lies ? !byTheWay(name) : Names.ofRecords(name))
            .anyMatch(name -> !Objects.equals(before.get(name), after.get(name)));
    if (changes) {
      throw attempts.misplaced(Action.UPDATE, node, CODE, REFUSAL);
    }
  }

  /** What the platform notes down on a node that nobody changes. */
  private static boolean byTheWay(QName name) {
    return Names.byThePlatform(name)
        || name.equals(ContentModel.PROP_MODIFIED)
        || name.equals(ContentModel.PROP_MODIFIER)
        || name.equals(ContentModel.PROP_OWNER)
        || name.getLocalName().equals("lastThumbnailModification");
  }

  /** Another type, of the records model or instead of one. */
  public void onSetNodeType(NodeRef node, QName before, QName after) {
    if (Names.ofRecords(before)) {
      if (!passes(node)) {
        throw attempts.misplaced(Action.UPDATE, node, CODE, REFUSAL);
      }
    } else {
      refuse(Action.UPDATE, node);
    }
  }

  /** Fires for everything that would go with a folder, too. */
  public void beforeDeleteNode(NodeRef node) {
    if (!passes(node) && !Names.byThePlatform(nodes.getPrimaryParent(node).getTypeQName())) {
      refuse(Action.DELETE, node);
    }
  }

  /** Out of there, into it, or within. */
  public void beforeMoveNode(ChildAssociationRef from, NodeRef to) {
    refuse(Action.MOVE, from.getChildRef());
    refuse(Action.MOVE, to);
  }

  /** A relation of the records model, such as between a hold and what it is on. */
  public void onCreateAssociation(AssociationRef made) {
    refuseRelation(made);
  }

  /** The end of one; when an end of it is being deleted, that is what is answered for. */
  public void beforeDeleteAssociation(AssociationRef ending) {
    if (!Names.pending(ending.getSourceRef()) && !Names.pending(ending.getTargetRef())) {
      refuseRelation(ending);
    }
  }

  private void refuseRelation(AssociationRef relation) {
    if (Names.ofRecords(relation.getTypeQName()) && !passes(relation.getSourceRef())) {
      throw attempts.misplaced(Action.UPDATE, relation.getSourceRef(), CODE, REFUSAL);
    }
  }

  /** A mark of the records model; fires after the change, which then rolls back. */
  public void onAddAspect(NodeRef node, QName aspect) {
    if (Names.ofRecords(aspect) && !passes(node)) {
      throw attempts.misplaced(Action.UPDATE, node, CODE, REFUSAL);
    }
  }

  /** One less. */
  public void beforeRemoveAspect(NodeRef node, QName aspect) {
    onAddAspect(node, aspect);
  }

  /** A copy has no marks. */
  public CopyBehaviourCallback getCopyCallback(QName aspect, CopyDetails copy) {
    return DoNothingCopyBehaviourCallback.getInstance();
  }

  /** Refuses what would change something that lies there. */
  void refuse(Action action, NodeRef node) {
    if (!passes(node) && kept(node)) {
      throw attempts.misplaced(action, node, CODE, REFUSAL);
    }
  }

  /** Whether it is of the records model, or lies where such things do. */
  private boolean kept(NodeRef node) {
    if (Names.ofRecords(nodes.getType(node))) {
      return true;
    }
    NodeRef at = node;
    while (at != null) {
      if (at.getId().equals(Place.RECORDS.id().value())) {
        return true;
      }
      at = nodes.getPrimaryParent(at).getParentRef();
    }
    return false;
  }

  private boolean passes(NodeRef node) {
    return ours.getAsBoolean()
        || !node.getStoreRef().equals(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE)
        || AuthenticationUtil.getSystemUserName().equals(Attempts.user())
        || !nodes.exists(node);
  }
}
