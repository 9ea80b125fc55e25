package org.chancery.alfresco.access;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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
  private final AtomicLong numbers = new AtomicLong();
  private volatile long changes;

  /**
   * @param forget lets the caches go
   */
  RunningTransactions(Runnable forget) {
    this.forget = forget;
  }

  /**
   * A transaction that has begun.
   *
   * @param number rises with each
   * @param changes how many there were then
   */
  private record Begun(Thread thread, long number, long changes) {}

  @Override
  public void afterBegin(TransactionExecution transaction, Throwable failure) {
    if (failure == null) {
      running.put(
          transaction, new Begun(Thread.currentThread(), numbers.incrementAndGet(), changes));
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
   * began before to end, at most so long; what is left then lets the caches go when it ends. To be
   * called once the platform has written into the caches what the transaction of this thread read,
   * as it does before it tells listeners of the usual order of the commit: nobody waits for that
   * one any more, or two changes at once would wait for each other.
   */
  void settle(Duration patience) {
    long now;
    synchronized (ends) {
      now = ++changes;
      newest(Thread.currentThread()).ifPresent(running::remove);
      ends.notifyAll();
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

  /** Of those that began on the thread the one within all others, which has ended. */
  private Optional<TransactionExecution> newest(Thread thread) {
    return running.entrySet().stream()
        .filter(each -> each.getValue().thread() == thread)
        .max(Comparator.comparing(each -> each.getValue().number()))
        .map(Map.Entry::getKey);
  }

  /** The thread's own may be waiting for this. */
  private boolean older(long now) {
    running.keySet().removeIf(TransactionExecution::isCompleted);
    return running.values().stream()
        .anyMatch(each -> each.changes() < now && each.thread() != Thread.currentThread());
  }
}
