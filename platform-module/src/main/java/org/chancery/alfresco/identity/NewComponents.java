package org.chancery.alfresco.identity;

import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import org.chancery.core.access.Component;
import org.chancery.core.correspondence.Bootstrap;

/**
 * Gives a new component the groups of its roles and its intake folder, in the transaction that
 * makes its own group, whatever the client. The method is public because the platform calls it by
 * name.
 */
public final class NewComponents {
  private final PolicyComponent policies;
  private final NodeService nodes;
  private final OfficeGroups groups;
  private final Bootstrap folders;

  /**
   * On the platform's services.
   *
   * @param policies bean {@code policyComponent}
   * @param nodes the platform's inner nodes, which ask nobody's leave
   * @param groups makes them
   * @param folders makes what a component has in the tree
   */
  public NewComponents(
      PolicyComponent policies, NodeService nodes, OfficeGroups groups, Bootstrap folders) {
    this.policies = policies;
    this.nodes = nodes;
    this.groups = groups;
    this.folders = folders;
  }

  /** From now on. */
  public void bind() {
    policies.bindClassBehaviour(
        QName.createQName(NamespaceService.ALFRESCO_URI, "onCreateNode"),
        ContentModel.TYPE_AUTHORITY_CONTAINER,
        new JavaBehaviour(this, "onCreateNode", NotificationFrequency.TRANSACTION_COMMIT));
  }

  /** A group was made. */
  public void onCreateNode(ChildAssociationRef made) {
    NodeRef group = made.getChildRef();
    if (nodes.exists(group)
        && nodes.getProperty(group, ContentModel.PROP_AUTHORITY_NAME) instanceof String name) {
      // Its own name was given to it already.
      GroupNames.component(name).ifPresent(this::furnish);
    }
  }

  private void furnish(String code) {
    groups.complete(new Component(code, code));
    folders.added(code);
  }
}
