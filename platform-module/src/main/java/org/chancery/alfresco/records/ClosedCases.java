package org.chancery.alfresco.records;

import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.lock.LockType;
import org.alfresco.service.cmr.repository.AssociationRef;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import org.chancery.core.audit.Action;
import org.chancery.core.correspondence.CaseFile;
import org.chancery.core.correspondence.ClosedFiles;

/**
 * Keeps a closed case file as it is until it is opened again (requirement R4), whatever the client,
 * as {@link ClosedFiles} does for our own routes; and lets no other client close one or open it
 * again, which takes a reason and leaves nothing to be done. What the platform does by itself, such
 * as a rendition, passes. The methods are public because the platform calls them by name.
 */
public final class ClosedCases {
  private static final String CODE = "wrong-state";
  private static final String IN_CHANCERY =
      "A case file is closed, and opened again, in Chancery alone: that takes a look at what is"
          + " still to be done, or a reason.";
  private static final QName CASE_FILE = Names.correspondence("caseFile");
  private static final QName STATUS = Names.correspondence("status");
  private static final QName ANYTHING = ContentModel.TYPE_BASE;

  /** What the platform notes down on a node that nobody changes. */
  private static final Set<QName> ASIDE =
      Set.of(
          QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, "lastThumbnailModification"),
          ContentModel.PROP_MODIFIED,
          ContentModel.PROP_MODIFIER);

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
  public ClosedCases(
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
          "onUpdateProperties",
          "onSetNodeType",
          "beforeDeleteNode",
          "beforeMoveNode",
          "beforeCreateVersion",
          "beforeLock"
        }) {
      policies.bindClassBehaviour(Names.policy(policy), ANYTHING, new JavaBehaviour(this, policy));
    }
    for (String policy :
        new String[] {
          "onCreateChildAssociation",
          "beforeDeleteChildAssociation",
          "onCreateAssociation",
          "beforeDeleteAssociation"
        }) {
      policies.bindAssociationBehaviour(
          Names.policy(policy), ANYTHING, new JavaBehaviour(this, policy));
    }
    for (String policy : new String[] {"onAddAspect", "beforeRemoveAspect"}) {
      policies.bindClassBehaviour(Names.policy(policy), this, new JavaBehaviour(this, policy));
    }
  }

  /** Fires after the change, which then rolls back. */
  public void onUpdateProperties(
      NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
    if (before.isEmpty() || passes(node) || !changes(before, after)) {
      return;
    }
    boolean was = closed(before);
    if (nodes.getType(node).equals(CASE_FILE) ? was : lies(node)) {
      throw refusal(Action.UPDATE, node, ClosedFiles.REFUSAL);
    }
    if (was != closed(after) && nodes.getType(node).equals(CASE_FILE)) {
      throw refusal(Action.UPDATE, node, IN_CHANCERY);
    }
  }

  /** Another type. */
  public void onSetNodeType(NodeRef node, QName before, QName after) {
    refuse(Action.UPDATE, node);
  }

  /** Fires for everything that would go with a folder, too. */
  public void beforeDeleteNode(NodeRef node) {
    refuse(Action.DELETE, node);
  }

  /** Another name, or place, out of the file or into it. */
  public void beforeMoveNode(ChildAssociationRef from, NodeRef to) {
    refuse(Action.MOVE, from.getChildRef());
    refuse(Action.MOVE, to);
  }

  /** A further version. */
  public void beforeCreateVersion(NodeRef node) {
    refuse(Action.UPDATE, node);
  }

  /** The platform's own lock, which comes before a change. */
  public void beforeLock(NodeRef node, LockType type) {
    refuse(Action.UPDATE, node);
  }

  /** Something put into it: a new item, one of elsewhere, a comment. */
  public void onCreateChildAssociation(ChildAssociationRef made, boolean isNewNode) {
    if (!Names.byThePlatform(made.getTypeQName())) {
      refuse(Action.CREATE, made.getParentRef());
    }
  }

  /** Something taken out of it. */
  public void beforeDeleteChildAssociation(ChildAssociationRef ending) {
    if (!Names.byThePlatform(ending.getTypeQName())) {
      refuse(Action.UPDATE, ending.getParentRef());
    }
  }

  /** A relation that something in it begins. */
  public void onCreateAssociation(AssociationRef made) {
    refuse(Action.UPDATE, made.getSourceRef());
  }

  /** The end of such a relation. */
  public void beforeDeleteAssociation(AssociationRef ending) {
    refuse(Action.UPDATE, ending.getSourceRef());
  }

  /** A further aspect; fires after the change, which then rolls back. */
  public void onAddAspect(NodeRef node, QName aspect) {
    if (!Names.byThePlatform(aspect)) {
      refuse(Action.UPDATE, node);
    }
  }

  /** An aspect less. */
  public void beforeRemoveAspect(NodeRef node, QName aspect) {
    if (!Names.byThePlatform(aspect)) {
      refuse(Action.UPDATE, node);
    }
  }

  /** Refuses what would change something that lies in a closed case file, or the file. */
  void refuse(Action action, NodeRef node) {
    if (!passes(node) && lies(node)) {
      throw refusal(action, node, ClosedFiles.REFUSAL);
    }
  }

  private RuntimeException refusal(Action action, NodeRef node, String message) {
    return attempts.misplaced(action, node, CODE, message);
  }

  private boolean lies(NodeRef node) {
    NodeRef at = node;
    while (at != null) {
      if (nodes.getType(at).equals(CASE_FILE)) {
        return CaseFile.CLOSED.equals(nodes.getProperty(at, STATUS));
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

  private static boolean changes(Map<QName, Serializable> before, Map<QName, Serializable> after) {
    Set<QName> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names.stream()
        .filter(name -> !ASIDE.contains(name) && !Names.byThePlatform(name))
        .anyMatch(name -> !Objects.equals(before.get(name), after.get(name)));
  }

  private static boolean closed(Map<QName, Serializable> properties) {
    return CaseFile.CLOSED.equals(properties.get(STATUS));
  }
}
