package org.chancery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.intake.WorkQueue.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Resolver.class)
class JdbcWorkQueueTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration OVER_AT_ONCE = Duration.ofMillis(1);

  private TestDatabase database;
  private HostTransactions host;
  private WorkQueue queue;

  @BeforeEach
  void open(TestDatabase database) {
    this.database = database;
    host = database.host();
    queue = new JdbcWorkQueue(host.joined(), database.own());
  }

  @Test
  void workIsTakenInTheOrderItWasAddedAndGoneWhenDone() {
    add("one");
    add("two");
    Work one = take();
    Work two = take();
    assertThat(one.key()).isEqualTo("one");
    assertThat(one.attempt()).isEqualTo(1);
    assertThat(two.key()).isEqualTo("two");
    assertThat(queue.take("reading", LONG)).isEmpty();
    assertThat(queue.size("reading")).isEqualTo(2);

    assertThat(done(one)).isTrue();
    assertThat(done(two)).isTrue();
    assertThat(queue.size("reading")).isZero();
  }

  @Test
  void queuesDoNotMix() {
    add("one");
    assertThat(queue.take("indexing", LONG)).isEmpty();
    assertThat(queue.size("indexing")).isZero();
  }

  @Test
  void workThatIsAddedWithAChangeThatRollsBackNeverWas() {
    host.begin();
    queue.add("reading", "one");
    assertThat(queue.take("reading", LONG)).isEmpty();
    host.rollback();
    assertThat(queue.size("reading")).isZero();
  }

  @Test
  void aKeyThatWaitsIsNotAddedTwice() {
    add("one");
    add("one");
    assertThat(queue.size("reading")).isEqualTo(1);
  }

  @Test
  void workWhoseLeaseEndedIsDueAgainAndItsFirstTakerHasLostIt() {
    add("one");
    Work first = queue.take("reading", OVER_AT_ONCE).orElseThrow();
    Work second = await().until(() -> queue.take("reading", LONG), Optional::isPresent).get();

    assertThat(second.attempt()).isEqualTo(2);
    assertThat(done(first)).isFalse();
    queue.later(first, Duration.ZERO, "too late");
    queue.extend(first, OVER_AT_ONCE);
    assertThat(queue.take("reading", LONG)).isEmpty();
    assertThat(done(second)).isTrue();
    assertThat(queue.size("reading")).isZero();
  }

  @Test
  void whoKnowsOnlyTheLeaseFindsItsWorkUntilItIsLost() {
    add("one");
    Work work = queue.take("reading", OVER_AT_ONCE).orElseThrow();
    assertThat(queue.leased("reading", work.id(), work.lease())).contains(work);
    assertThat(queue.leased("indexing", work.id(), work.lease())).isEmpty();
    Work next = await().until(() -> queue.take("reading", LONG), Optional::isPresent).get();
    assertThat(queue.leased("reading", work.id(), work.lease())).isEmpty();
    assertThat(queue.extend(work, LONG)).isFalse();
    assertThat(queue.extend(next, LONG)).isTrue();
  }

  @Test
  void workThatWasGivenBackIsDueAtOnceAndItsAttemptNotCounted() {
    add("one");
    Work first = take();
    queue.release(first);
    Work second = take();
    assertThat(second.attempt()).isEqualTo(1);
    queue.release(first);
    assertThat(queue.take("reading", LONG)).isEmpty();
    assertThat(done(first)).isFalse();
    assertThat(done(second)).isTrue();
  }

  @Test
  void whatTheDeadHadLeasedIsDueAtOnceAndItsAttemptCounted() {
    add("one");
    add("two");
    Work one = take();
    queue.later(take(), LONG, "not now");
    assertThat(queue.releaseAll("indexing")).isZero();
    assertThat(queue.releaseAll("reading")).isEqualTo(1);
    Work again = take();
    assertThat(again.key()).isEqualTo("one");
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(queue.take("reading", LONG)).isEmpty();
    assertThat(done(one)).isFalse();
    assertThat(done(again)).isTrue();
  }

  @Test
  void aLeaseThatRanOutButWasTakenByNobodyIsStillHeld() {
    add("one");
    Work work = queue.take("reading", OVER_AT_ONCE).orElseThrow();
    await().until(() -> "t".equals(database.one("select due < now() from chancery_queue_work")));
    assertThat(done(work)).isTrue();
  }

  @Test
  void anExtendedLeaseIsNotDue() {
    add("one");
    Work work = queue.take("reading", Duration.ofSeconds(1)).orElseThrow();
    queue.extend(work, LONG);
    assertThat(database.one("select due > now() + interval '4 minutes' from chancery_queue_work"))
        .isEqualTo("t");
  }

  @Test
  void doneIsUndoneWithTheChangeThatRollsBack() {
    add("one");
    Work work = take();
    host.begin();
    assertThat(queue.done(work)).isTrue();
    host.rollback();
    assertThat(queue.size("reading")).isEqualTo(1);
    assertThat(done(work)).isTrue();
  }

  @Test
  void workPutBackIsDueAfterTheDelayWithItsReasonAndItsAttempts() {
    add("one");
    queue.later(take(), LONG, "worker-died\0");
    assertThat(queue.take("reading", LONG)).isEmpty();
    assertThat(database.one("select reason from chancery_queue_work")).startsWith("worker-died");

    database.sql("update chancery_queue_work set due = now()");
    assertThat(take().attempt()).isEqualTo(2);
  }

  @Test
  void addingAgainEndsADelay() {
    add("one");
    queue.later(take(), LONG, "worker-died");
    add("one");
    assertThat(take().attempt()).isEqualTo(2);
  }

  @Test
  void aKeyThatIsAddedWhileItIsLeasedRunsOnceMore() {
    add("one");
    Work first = take();
    add("one");
    assertThat(queue.take("reading", LONG)).isEmpty();
    assertThat(done(first)).isTrue();

    Work second = take();
    assertThat(second.attempt()).isEqualTo(1);
    assertThat(done(second)).isTrue();
    assertThat(queue.size("reading")).isZero();
  }

  @Test
  void aKeyThatIsAddedWhileItIsLeasedDoesNotWaitForTheDelay() {
    add("one");
    Work first = take();
    add("one");
    queue.later(first, LONG, "worker-died");
    assertThat(queue.take("reading", LONG)).isPresent();
  }

  @Test
  void anAdditionThatMeetsAnEndWaitsForItAndIsNewWork() throws Exception {
    add("one");
    Work work = take();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      host.begin();
      assertThat(queue.done(work)).isTrue();
      Future<?> adding = other.submit(() -> add("one"));
      await()
          .until(
              () ->
                  "1"
                      .equals(
                          database.one(
                              "select count(*) from pg_stat_activity where wait_event_type ="
                                  + " 'Lock' and datname = current_database()")));
      host.commit();
      adding.get(10, TimeUnit.SECONDS);
      assertThat(take().attempt()).isEqualTo(1);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void eightThreadsLoseNothingAndDoNothingTwice() throws Exception {
    int items = 400;
    host.write(
        () -> {
          for (int i = 0; i < items; i++) {
            queue.add("reading", "key" + i);
          }
        });
    ConcurrentLinkedQueue<String> worked = new ConcurrentLinkedQueue<>();
    CountDownLatch ready = new CountDownLatch(8);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        all.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  while (queue.size("reading") > 0) {
                    queue.take("reading", LONG).ifPresent(work -> workOn(work, worked));
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get(2, TimeUnit.MINUTES);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(worked).hasSize(items).doesNotHaveDuplicates();
  }

  /** Now and then it fails first, or rolls back. */
  private void workOn(Work work, ConcurrentLinkedQueue<String> worked) {
    int chance = ThreadLocalRandom.current().nextInt(10);
    if (chance == 0) {
      queue.later(work, Duration.ZERO, "again");
    } else if (chance == 1) {
      host.begin();
      queue.done(work);
      host.rollback();
      queue.later(work, Duration.ZERO, "again");
    } else if (done(work)) {
      worked.add(work.key());
    }
  }

  private void add(String key) {
    host.write(() -> queue.add("reading", key));
  }

  private Work take() {
    return queue.take("reading", LONG).orElseThrow();
  }

  private boolean done(Work work) {
    host.begin();
    boolean held = queue.done(work);
    if (held) {
      host.commit();
    } else {
      host.rollback();
    }
    return held;
  }
}
