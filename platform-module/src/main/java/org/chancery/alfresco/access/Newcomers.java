package org.chancery.alfresco.access;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import org.alfresco.util.transaction.TransactionListenerAdapter;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Sees to it that no node is committed with another access than the folder's it came to: one that
 * was made while the folder was being locked is locked too. What was made meanwhile is made again,
 * by the platform's own retry. The methods are public because the platform calls them by name.
 */
public final class Newcomers implements TransactionExecutionListener {
  private static final Object MADE = Newcomers.class.getName() + ".made";
  private static final Object MOVED = Newcomers.class.getName() + ".moved";
  private static final Object ALONE = Newcomers.class.getName() + ".alone";

  private final NodeService nodes;
  private final AccessLock lock;
  private final Runnable forget;

  /**
   * While this thread's transaction holds the lock alone: what was made by those it has begun
   * within, which must not wait for it. It answers for them.
   */
  private final ThreadLocal<Set<String>> within = new ThreadLocal<>();

  /**
   * @param nodes the platform's inner nodes, which ask nobody's leave
   * @param forget lets the platform's caches go, when they were wrong
   */
  Newcomers(NodeService nodes, AccessLock lock, Runnable forget) {
    this.nodes = nodes;
    this.lock = lock;
    this.forget = forget;
  }

  /** Holds the lock alone until the transaction in progress ends. */
  void keepOut() {
    if (within.get() != null) {
      return;
    }
    lock.alone();
    Set<String> made = new HashSet<>();
    within.set(made);
    AlfrescoTransactionSupport.bindResource(ALONE, made);
    AlfrescoTransactionSupport.bindListener(
        new TransactionListenerAdapter() {
          @Override
          public void afterRollback() {
            within.remove();
          }
        });
  }

  void bind(PolicyComponent policies) {
    for (String policy : new String[] {"onCreateNode", "beforeMoveNode", "onMoveNode"}) {
      policies.bindClassBehaviour(
          QName.createQName(NamespaceService.ALFRESCO_URI, policy),
          ContentModel.TYPE_BASE,
          new JavaBehaviour(this, policy, NotificationFrequency.EVERY_EVENT));
    }
  }

  /** Something new. */
  public void onCreateNode(ChildAssociationRef made) {
    add(MADE, made.getChildRef());
  }

  /** The access of all that lies in it changes with its place. */
  public void beforeMoveNode(ChildAssociationRef from, NodeRef to) {
    NodeRef node = from.getChildRef();
    if (live(node)
        && !from.getParentRef().equals(to)
        && !isNew(node)
        && !nodes.getChildAssocs(node).isEmpty()) {
      keepOut();
    }
  }

  /** Something that came from elsewhere. */
  public void onMoveNode(ChildAssociationRef from, ChildAssociationRef to) {
    if (!from.getParentRef().equals(to.getParentRef())) {
      add(MOVED, to.getChildRef());
    }
  }

  /** Whether the transaction in progress has made it: nobody else knows it. */
  static boolean isNew(NodeRef node) {
    return noted(MADE).filter(made -> made.contains(node.getId())).isPresent();
  }

  /** Whether there are access lists below it. */
  static boolean live(NodeRef node) {
    return node.getStoreRef().equals(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE);
  }

  @Override
  public void beforeCommit(TransactionExecution transaction) {
    Set<String> came = new HashSet<>();
    noted(MADE).ifPresent(came::addAll);
    noted(MOVED).ifPresent(came::addAll);
    Set<String> inner = within.get();
    if (inner != null) {
      inner.addAll(came);
      if (noted(ALONE).isEmpty()) {
        return;
      }
      // What begins from now on in this thread is not within.
      within.remove();
      came = inner;
    } else if (!came.isEmpty()) {
      lock.shared();
    }
    if (!came.isEmpty() && !lock.inherited(came)) {
      forget.run();
      throw new ConcurrencyFailureException(
          "Who may see this folder was changed meanwhile; what came into it is made again");
    }
  }

  private static void add(Object which, NodeRef node) {
    if (live(node)) {
      Set<String> noted = noted(which).orElseGet(HashSet::new);
      noted.add(node.getId());
      AlfrescoTransactionSupport.bindResource(which, noted);
    }
  }

  private static Optional<Set<String>> noted(Object which) {
    return Optional.ofNullable(AlfrescoTransactionSupport.getResource(which));
  }
}
