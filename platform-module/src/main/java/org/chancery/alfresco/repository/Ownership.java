package org.chancery.alfresco.repository;

import java.util.List;
import java.util.function.Supplier;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.QName;
import org.chancery.alfresco.names.ModelNames;
import org.chancery.core.vocabulary.Rec;

/**
 * Whose own a node is. To the platform whoever made a node owns it, and an owner may do anything,
 * whatever is locked above (requirement P3). What is Chancery's, or was locked, is nobody's: its
 * owner is the empty name, and grants alone decide. What comes to lie in a node that is nobody's is
 * nobody's too.
 */
public final class Ownership {
  /** Owner of what has none. */
  static final String NOBODY = "";

  private static final QName DECLARED = ModelNames.shipped().toPlatform(Rec.DECLARED);

  private final NodeService nodes;
  private final BehaviourFilter behaviours;
  private final Tree tree;

  Ownership(NodeService nodes, BehaviourFilter behaviours, Tree tree) {
    this.nodes = nodes;
    this.behaviours = behaviours;
    this.tree = tree;
  }

  /**
   * Takes the node, and all below it, from their owners, when it lies in a node that is nobody's.
   * To be called in a write transaction; asks nobody's leave.
   *
   * @param all whether there may be owned nodes below, as in what was moved
   */
  public void settle(NodeRef node, boolean all) {
    if (!node.getStoreRef().equals(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE)
        || !nodes.exists(node)) {
      return;
    }
    NodeRef parent = nodes.getPrimaryParent(node).getParentRef();
    if (parent == null || !isNobodys(parent)) {
      return;
    }
    if (!isNobodys(node)) {
      take(node);
    }
    if (all) {
      takeBelow(node);
    }
  }

  /** Takes the node, and all below it, from their owners, wherever it lies. */
  void takeAll(NodeRef top) {
    if (!isNobodys(top)) {
      take(top);
    }
    takeBelow(top);
  }

  private void takeBelow(NodeRef top) {
    tree.ownedBelow(top.getId()).forEach(uuid -> take(new NodeRef(top.getStoreRef(), uuid)));
  }

  private boolean isNobodys(NodeRef node) {
    return nodes.hasAspect(node, ContentModel.ASPECT_OWNABLE)
        && NOBODY.equals(nodes.getProperty(node, ContentModel.PROP_OWNER));
  }

  /**
   * Neither a new version nor a change of which the node tells by whom and when. A rule may have
   * declared it in the transaction that made it, before its owner was looked at.
   */
  private void take(NodeRef node) {
    if (nodes.exists(node)) {
      without(
          node,
          List.of(
              ContentModel.ASPECT_AUDITABLE,
              ContentModel.ASPECT_VERSIONABLE,
              ContentModel.ASPECT_LOCKABLE,
              DECLARED),
          () -> {
            nodes.setProperty(node, ContentModel.PROP_OWNER, NOBODY);
            return null;
          });
    }
  }

  private void without(NodeRef node, List<QName> aspects, Supplier<Void> work) {
    aspects.forEach(aspect -> behaviours.disableBehaviour(node, aspect));
    try {
      work.get();
    } finally {
      aspects.forEach(aspect -> behaviours.enableBehaviour(node, aspect));
    }
  }
}
