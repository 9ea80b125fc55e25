package org.chancery.alfresco.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * The platform's transactions in progress in this process. What one of them has read it leaves in
 * the caches when it ends, though it has been changed meanwhile: with it, access that was taken
 * away would come back, and stay.
 */
final class RunningTransactions implements TransactionExecutionListener {
  private final Map<TransactionExecution, Begun> running = new ConcurrentHashMap<>();
  private final Runnable forget;
  private final Object ends = new Object();
  private volatile long changes;

  /**
   * @param forget lets the caches go
   */
  RunningTransactions(Runnable forget) {
    this.forget = forget;
  }

  private record Begun(Thread thread, long changes) {}

  @Override
  public void afterBegin(TransactionExecution transaction, Throwable failure) {
    if (failure == null) {
      running.put(transaction, new Begun(Thread.currentThread(), changes));
    }
  }

  @Override
  public void afterCommit(TransactionExecution transaction, Throwable failure) {
    end(transaction);
  }

  @Override
  public void afterRollback(TransactionExecution transaction, Throwable failure) {
    end(transaction);
  }

  private void end(TransactionExecution transaction) {
    Begun begun = running.remove(transaction);
    if (begun != null && begun.changes() < changes) {
      forget.run();
      synchronized (ends) {
        ends.notifyAll();
      }
    }
  }

  /**
   * Has what was just committed hold for whoever asks after this returns. Waits for those that
   * began before to end, at most so long; what is left then lets the caches go when it ends.
   */
  void settle(Duration patience) {
    long now;
    synchronized (ends) {
      now = ++changes;
    }
    long until = System.nanoTime() + patience.toNanos();
    synchronized (ends) {
      while (older(now) && System.nanoTime() < until) {
        try {
          ends.wait(Math.max(1, Math.min(100, (until - System.nanoTime()) / 1_000_000)));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          break;
        }
      }
    }
    forget.run();
  }

  /** The thread's own may be waiting for this. */
  private boolean older(long now) {
    running.keySet().removeIf(TransactionExecution::isCompleted);
    return running.values().stream()
        .anyMatch(each -> each.changes() < now && each.thread() != Thread.currentThread());
  }
}
