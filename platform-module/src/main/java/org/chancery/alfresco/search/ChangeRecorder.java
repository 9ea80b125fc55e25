package org.chancery.alfresco.search;

import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.domain.node.NodeDAO;
import org.alfresco.repo.domain.permissions.AclDAO;
import org.alfresco.repo.node.NodeServicePolicies;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.QName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Sees to it that no committed change of a node or of access is missed by the index, whatever
 * client or job made it. It listens to the transaction manager itself: a transaction to which the
 * platform gave a number of its own (it gives one at the first write of a node) leaves a row in the
 * feed, and if that fails the transaction fails.
 *
 * <p>Behaviours add what the platform's tables do not tell: which nodes are new, which were renamed
 * or moved, and which were changed themselves among the thousands that a change of access writes.
 * What is done with behaviours switched off is indexed too.
 */
public final class ChangeRecorder
    implements TransactionExecutionListener,
        NodeServicePolicies.OnCreateNodePolicy,
        NodeServicePolicies.OnUpdateNodePolicy,
        NodeServicePolicies.OnUpdatePropertiesPolicy,
        NodeServicePolicies.OnMoveNodePolicy {

  private static final StoreRef LIVE = StoreRef.STORE_REF_WORKSPACE_SPACESSTORE;

  private final NodeDAO nodes;
  private final AclDAO access;
  private final FeedRows rows;

  /**
   * @param dataSource the platform's, whose connection is the transaction's own
   * @param nodes tells the number of the transaction in progress
   * @param access tells whether access was changed in it
   */
  public ChangeRecorder(DataSource dataSource, NodeDAO nodes, AclDAO access) {
    this.nodes = nodes;
    this.access = access;
    this.rows = new FeedRows(JdbcClient.create(dataSource));
  }

  /**
   * Begins to listen; call once, when the tables of the feed are there.
   *
   * @param transactions the platform's transaction manager
   */
  public void listen(ConfigurableTransactionManager transactions, PolicyComponent policies) {
    transactions.addListener(this);
    bind(policies, NodeServicePolicies.OnCreateNodePolicy.QNAME, "onCreateNode");
    bind(policies, NodeServicePolicies.OnUpdateNodePolicy.QNAME, "onUpdateNode");
    bind(policies, NodeServicePolicies.OnUpdatePropertiesPolicy.QNAME, "onUpdateProperties");
    bind(policies, NodeServicePolicies.OnMoveNodePolicy.QNAME, "onMoveNode");
  }

  private void bind(PolicyComponent policies, QName policy, String method) {
    policies.bindClassBehaviour(
        policy,
        ContentModel.TYPE_BASE,
        new JavaBehaviour(this, method, NotificationFrequency.EVERY_EVENT));
  }

  @Override
  public void beforeCommit(TransactionExecution transaction) {
    Optional<Long> number = Optional.ofNullable(nodes.getCurrentTransactionId(false));
    Optional<Long> accessTime = Optional.ofNullable(access.getCurrentChangeSetCommitTime());
    if (number.isPresent() || accessTime.isPresent()) {
      rows.write(number, accessTime, touched().orElseGet(Touched::new));
    }
  }

  @Override
  public void onCreateNode(ChildAssociationRef child) {
    if (live(child.getChildRef())) {
      touch().created(child.getChildRef().getId());
    }
  }

  @Override
  public void onUpdateNode(NodeRef node) {
    if (live(node)) {
      touch().changed(node.getId());
    }
  }

  @Override
  public void onUpdateProperties(
      NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
    if (!live(node)) {
      return;
    }
    if (Objects.equals(before.get(ContentModel.PROP_NAME), after.get(ContentModel.PROP_NAME))) {
      touch().changed(node.getId());
    } else {
      touch().renamed(node.getId());
    }
  }

  @Override
  public void onMoveNode(ChildAssociationRef before, ChildAssociationRef after) {
    if (!live(after.getChildRef())) {
      return;
    }
    if (before.getParentRef().equals(after.getParentRef())) {
      touch().renamed(after.getChildRef().getId());
    } else {
      touch().moved(after.getChildRef().getId());
    }
  }

  private static boolean live(NodeRef node) {
    return LIVE.equals(node.getStoreRef());
  }

  private Optional<Touched> touched() {
    return Optional.ofNullable(AlfrescoTransactionSupport.getResource(this));
  }

  private Touched touch() {
    return touched()
        .orElseGet(
            () -> {
              Touched touched = new Touched();
              AlfrescoTransactionSupport.bindResource(this, touched);
              return touched;
            });
  }
}
