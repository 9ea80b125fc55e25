package org.chancery.alfresco.access;

import java.io.Serializable;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import org.chancery.alfresco.repository.AlfrescoRepository;
import org.chancery.alfresco.repository.Ownership;

/**
 * Keeps what other clients make, copy, move or take into the tree of Chancery from being somebody's
 * own, for an owner stays an owner below a lock (requirement P3). It acts just before the commit,
 * so that within the transaction the platform's clients still finish what they began. The methods
 * are public because the platform calls them by name.
 */
public final class NobodysOwn {
  private final PolicyComponent policies;
  private final Ownership ownership;

  /**
   * On the platform's services.
   *
   * @param policies bean {@code policyComponent}
   * @param repository knows what is nobody's
   */
  public NobodysOwn(PolicyComponent policies, AlfrescoRepository repository) {
    this.policies = policies;
    this.ownership = repository.ownership();
  }

  /** Binds everything; from now on it holds. */
  public void bind() {
    bind("onCreateNode", ContentModel.TYPE_BASE);
    bind("onMoveNode", ContentModel.TYPE_BASE);
    bind("onUpdateProperties", ContentModel.ASPECT_OWNABLE);
    bind("onRemoveAspect", ContentModel.ASPECT_OWNABLE);
  }

  private void bind(String policy, QName type) {
    policies.bindClassBehaviour(
        QName.createQName(NamespaceService.ALFRESCO_URI, policy),
        type,
        new JavaBehaviour(this, policy, NotificationFrequency.TRANSACTION_COMMIT));
  }

  /** Something new, or a copy. */
  public void onCreateNode(ChildAssociationRef made) {
    ownership.settle(made.getChildRef(), false);
  }

  /** Something that came from elsewhere, with all that lies in it; also from the trash can. */
  public void onMoveNode(ChildAssociationRef from, ChildAssociationRef to) {
    ownership.settle(to.getChildRef(), !from.getParentRef().equals(to.getParentRef()));
  }

  /** Somebody made themselves the owner. */
  public void onUpdateProperties(
      NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
    ownership.settle(node, false);
  }

  /** Without an owner by name, the platform takes whoever made the node for it. */
  public void onRemoveAspect(NodeRef node, QName aspect) {
    ownership.settle(node, false);
  }
}
