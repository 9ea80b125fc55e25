package org.alfresco.repo.node;

import java.io.Serializable;
import java.util.Map;
import org.alfresco.repo.policy.ClassPolicy;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/** What is told of nodes. */
public interface NodeServicePolicies {

  /** A node was created. */
  interface OnCreateNodePolicy extends ClassPolicy {
    QName QNAME = null;

    void onCreateNode(ChildAssociationRef childAssociationRef);
  }

  /** A node was changed. */
  interface OnUpdateNodePolicy extends ClassPolicy {
    QName QNAME = null;

    void onUpdateNode(NodeRef nodeRef);
  }

  /** Properties of a node were changed. */
  interface OnUpdatePropertiesPolicy extends ClassPolicy {
    QName QNAME = null;

    void onUpdateProperties(
        NodeRef nodeRef, Map<QName, Serializable> map, Map<QName, Serializable> map2);
  }

  /** A node came to another parent, or its association got another name. */
  interface OnMoveNodePolicy extends ClassPolicy {
    QName QNAME = null;

    void onMoveNode(
        ChildAssociationRef childAssociationRef, ChildAssociationRef childAssociationRef2);
  }
}
