package org.chancery.core.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OwnThreadTest {
  @Test
  void whatFailsIsDoneAgain() throws InterruptedException {
    CountDownLatch times = new CountDownLatch(3);
    try (OwnThread thread = new OwnThread("one that fails")) {
      thread.every(
          Duration.ZERO,
          Duration.ofMillis(1),
          "It failed",
          () -> {
            times.countDown();
            throw new IllegalStateException("on purpose");
          });
      assertThat(times.await(1, TimeUnit.MINUTES)).isTrue();
      assertThat(thread.ending()).isFalse();
    }
  }

  @Test
  void closingInterruptsTheJobUnderWayAndWaitsForIt() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    OwnThread thread = new OwnThread("one that waits");
    thread.every(
        Duration.ZERO,
        Duration.ofMillis(1),
        "It failed",
        () -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            ended.countDown();
          }
        });
    assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
    thread.close();
    assertThat(thread.ending()).isTrue();
    assertThat(ended.getCount()).isZero();
  }
}
