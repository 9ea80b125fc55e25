package org.chancery.alfresco.repository;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport.TxnReadState;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.lock.NodeLockedException;
import org.alfresco.util.transaction.TransactionListenerAdapter;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.WrongState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The platform's transactions. What it breaks off (a deadlock, an overtaken write) its retrying
 * helper does again from the start.
 *
 * <p>The platform reads through caches that know no snapshots. A read transaction therefore
 * remembers each node as it first saw it; what it has not seen yet is as it is when first asked
 * for.
 */
final class AlfrescoTransactions implements Transactions {

  private static final Logger LOG = LoggerFactory.getLogger(AlfrescoTransactions.class);
  private static final Object OUTERMOST = AlfrescoTransactions.class.getName() + ".outermost";
  private static final Object SEEN = AlfrescoTransactions.class.getName() + ".seen";

  private final RetryingTransactionHelper helper;
  private final JdbcClient jdbc;
  // In an action after a commit the thread still carries the transaction that has ended.
  private final ThreadLocal<Boolean> ended = ThreadLocal.withInitial(() -> false);
  private final ThreadLocal<Integer> changing = ThreadLocal.withInitial(() -> 0);

  AlfrescoTransactions(RetryingTransactionHelper helper, JdbcClient jdbc) {
    this.helper = helper;
    this.jdbc = jdbc;
  }

  /** What is known of a transaction begun here. */
  private static final class Outermost {
    private final List<Runnable> actions = new ArrayList<>();
    private Throwable failure;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    if (inProgress()) {
      requireWriting();
      return joined(work);
    }
    return begin(work, ended.get());
  }

  @Override
  public <T> T writeApart(Supplier<T> work) {
    return begin(work, true);
  }

  @Override
  public void note(Runnable work) {
    if (inProgress()) {
      write(work);
      return;
    }
    write(
        () -> {
          jdbc.sql("SET LOCAL synchronous_commit = off").update();
          work.run();
        });
  }

  @Override
  public <T> T read(Supplier<T> work) {
    if (inProgress()) {
      return work.get();
    }
    return run(
        () -> {
          AlfrescoTransactionSupport.bindResource(SEEN, new HashMap<NodeId, Node>());
          return work.get();
        },
        true,
        ended.get());
  }

  /** Runs a question on behalf of the caller, in the transaction in progress or one of its own. */
  <T> T reading(Caller caller, Supplier<T> work) {
    return read(() -> Accounts.as(caller, work));
  }

  /**
   * Runs a change on behalf of the caller, in the write transaction in progress. What the platform
   * or one of its policies refuses is refused in the ports' terms.
   */
  <T> T writing(Caller caller, Supplier<T> work) {
    requireWriting();
    changing.set(changing.get() + 1);
    try {
      return Accounts.as(caller, work);
    } catch (AccessDeniedException e) {
      throw new Denied(e.getMessage());
    } catch (NodeLockedException e) {
      throw new WrongState(e.getMessage());
    } finally {
      changing.set(changing.get() - 1);
    }
  }

  /** Whether a change through the ports is at work on this thread. */
  boolean changing() {
    return changing.get() > 0;
  }

  @Override
  public void afterCommit(Runnable action) {
    Outermost mine = outermost();
    if (mine != null) {
      mine.actions.add(action);
    } else if (inProgress()) {
      // Begun by another client's request.
      AlfrescoTransactionSupport.bindListener(
          new TransactionListenerAdapter() {
            @Override
            public void afterCommit() {
              ended.set(true);
              try {
                quietly(action);
              } finally {
                ended.remove();
              }
            }
          });
    } else {
      throw new IllegalStateException("There is no transaction in progress to wait for");
    }
  }

  /** Refuses a change outside a write transaction, which would be half done when it fails. */
  void requireWriting() {
    if (!inProgress()
        || AlfrescoTransactionSupport.getTransactionReadState() != TxnReadState.TXN_READ_WRITE) {
      throw new IllegalStateException("Changes need a write transaction");
    }
  }

  /** The nodes that the read transaction in progress has seen, for more to be added. */
  Optional<Map<NodeId, Node>> seen() {
    return inProgress()
        ? Optional.ofNullable(AlfrescoTransactionSupport.getResource(SEEN))
        : Optional.empty();
  }

  private boolean inProgress() {
    return !ended.get() && AlfrescoTransactionSupport.isActualTransactionActive();
  }

  private Outermost outermost() {
    return inProgress() ? AlfrescoTransactionSupport.getResource(OUTERMOST) : null;
  }

  /** A failure inside dooms the whole, even when somebody between here and there swallows it. */
  private <T> T joined(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | Error e) {
      Outermost mine = outermost();
      if (mine != null) {
        mine.failure = e;
      }
      throw e;
    }
  }

  private <T> T begin(Supplier<T> work, boolean apart) {
    List<Outermost> tries = new ArrayList<>();
    T result = run(() -> attempt(work, tries), false, apart);
    tries.get(tries.size() - 1).actions.forEach(AlfrescoTransactions::quietly);
    return result;
  }

  /**
   * What the platform does as it commits (such as deleting the versions of what was deleted) asks
   * who is there: on a thread of our own nobody is, so it is the system.
   */
  private <T> T run(Supplier<T> work, boolean readOnly, boolean apart) {
    boolean before = ended.get();
    ended.set(false);
    try {
      return readOnly || AuthenticationUtil.getFullyAuthenticatedUser() != null
          ? helper.doInTransaction(work::get, readOnly, apart)
          : AuthenticationUtil.runAsSystem(
              () -> helper.doInTransaction(work::get, readOnly, apart));
    } finally {
      ended.set(before);
    }
  }

  private static <T> T attempt(Supplier<T> work, List<Outermost> tries) {
    Outermost mine = new Outermost();
    tries.add(mine);
    AlfrescoTransactionSupport.bindResource(OUTERMOST, mine);
    T result = work.get();
    if (mine.failure != null) {
      throw new IllegalStateException("A part of this transaction failed", mine.failure);
    }
    return result;
  }

  /** The change is committed: a failing follow-up must not be reported as a failed change. */
  private static void quietly(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.error("An action after a commit failed", e);
    }
  }
}
