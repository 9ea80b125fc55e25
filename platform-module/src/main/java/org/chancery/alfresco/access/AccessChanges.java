package org.chancery.alfresco.access;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.alfresco.repo.cache.SimpleCache;
import org.alfresco.repo.domain.permissions.FixedAclUpdater;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.util.transaction.TransactionListenerAdapter;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.ConfigurableTransactionManager;

/**
 * Around the platform's permissions: a change of access, whoever makes it, holds with its answer
 * for everything below, also for what is being made there meanwhile, or it is refused. The platform
 * builds its services before ours: until {@link #guard}, everything passes.
 */
public final class AccessChanges implements MethodInterceptor {
  private static final Set<String> CHANGES =
      Set.of(
          "deletePermissions",
          "clearPermission",
          "deletePermission",
          "setPermission",
          "setInheritParentPermissions");

  /** So long anybody waits for others: for requests that began before, and for the lock. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Object BEGUN = AccessChanges.class.getName() + ".begun";

  private volatile Newcomers newcomers;
  private volatile RunningTransactions running;

  /**
   * From now on changes of access are whole.
   *
   * @param transactions bean {@code transactionManager}
   * @param policies bean {@code policyComponent}
   * @param nodes bean {@code nodeService}
   * @param jdbc on the platform's data source
   * @param caches the platform's shared ones that remember who may see what
   */
  public void guard(
      ConfigurableTransactionManager transactions,
      PolicyComponent policies,
      NodeService nodes,
      JdbcClient jdbc,
      List<SimpleCache<?, ?>> caches) {
    Runnable forget = () -> caches.forEach(SimpleCache::clear);
    running = new RunningTransactions(forget);
    Newcomers made = new Newcomers(nodes, new AccessLock(jdbc, PATIENCE), forget);
    made.bind(policies);
    transactions.addListener(made);
    transactions.addListener(running);
    newcomers = made;
  }

  @Override
  public Object invoke(MethodInvocation call) throws Throwable {
    if (newcomers == null
        || !CHANGES.contains(call.getMethod().getName())
        || !(call.getArguments()[0] instanceof NodeRef node)
        || !Newcomers.live(node)
        || Newcomers.isNew(node)) {
      return call.proceed();
    }
    begin();
    Object answer = call.proceed();
    refuseHalf();
    return answer;
  }

  /** Once in a transaction. */
  private void begin() {
    if (AlfrescoTransactionSupport.getResource(BEGUN) != null) {
      return;
    }
    AlfrescoTransactionSupport.bindResource(BEGUN, true);
    newcomers.keepOut();
    AlfrescoTransactionSupport.bindListener(
        new TransactionListenerAdapter() {
          @Override
          public void afterCommit() {
            running.settle(PATIENCE);
          }
        });
  }

  /**
   * A change that takes the platform too long it finishes by a nightly job, without saying so;
   * until then the nodes it did not get to would stay as open as they were.
   */
  private static void refuseHalf() {
    if (Boolean.TRUE.equals(
        AlfrescoTransactionSupport.getResource(FixedAclUpdater.FIXED_ACL_ASYNC_REQUIRED_KEY))) {
      throw new IllegalStateException(
          "Too many items lie below to change who may use them at once; raise"
              + " system.fixedACLs.maxTransactionTime");
    }
  }
}
