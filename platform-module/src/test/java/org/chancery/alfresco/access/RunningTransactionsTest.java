package org.chancery.alfresco.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.TransactionExecution;

@Timeout(60)
class RunningTransactionsTest {
  private static final Duration FOREVER = Duration.ofHours(1);

  private final AtomicInteger forgotten = new AtomicInteger();
  private final RunningTransactions running = new RunningTransactions(forgotten::incrementAndGet);

  /** One of the platform's. */
  private static final class Transaction implements TransactionExecution {}

  private Transaction begun() {
    Transaction transaction = new Transaction();
    running.afterBegin(transaction, null);
    return transaction;
  }

  private CompletableFuture<Void> changing(CyclicBarrier bothHaveBegun) {
    return CompletableFuture.runAsync(
        () -> {
          Transaction mine = begun();
          await(bothHaveBegun);
          running.settle(FOREVER);
          running.afterCommit(mine, null);
        });
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoBeganBeforeIsWaitedForAndTheCachesAreLetGoAfterwards() throws Exception {
    Transaction reading = begun();
    Thread change = new Thread(() -> running.settle(FOREVER));
    change.start();
    while (change.getState() != Thread.State.TIMED_WAITING) {
      assertThat(change.isAlive()).isTrue();
      Thread.onSpinWait();
    }
    assertThat(forgotten).hasValue(0);

    running.afterCommit(reading, null);
    change.join();

    // Once when what was waited for had ended, and once more by the change itself.
    assertThat(forgotten).hasValue(2);
  }

  @Test
  void twoChangesAtOnceDoNotWaitForEachOther() throws Exception {
    CyclicBarrier bothHaveBegun = new CyclicBarrier(2);

    CompletableFuture.allOf(changing(bothHaveBegun), changing(bothHaveBegun))
        .get(30, TimeUnit.SECONDS);

    assertThat(forgotten.get()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void whatIsSuspendedAroundAChangeIsStillWaitedForByOthers() throws Exception {
    CompletableFuture<Transaction> outer = new CompletableFuture<>();
    CompletableFuture<Void> end = new CompletableFuture<>();
    CompletableFuture<Void> within =
        CompletableFuture.runAsync(
            () -> {
              Transaction around = begun();
              begun();
              running.settle(FOREVER);
              outer.complete(around);
              end.join();
              running.afterCommit(around, null);
            });
    outer.get(30, TimeUnit.SECONDS);

    running.settle(Duration.ofMillis(1));
    int patienceGone = forgotten.get();
    end.complete(null);
    within.get(30, TimeUnit.SECONDS);

    // When it ended it let the caches go once more, for it had begun before the second change.
    assertThat(forgotten.get()).isEqualTo(patienceGone + 1);
  }
}
