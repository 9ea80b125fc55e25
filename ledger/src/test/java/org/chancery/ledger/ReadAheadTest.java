package org.chancery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadAheadTest {

  @Test
  void whatIsReadComesInItsOrder() {
    Iterator<Integer> source = List.of(1, 2, 3, 0).iterator();
    try (ReadAhead<Integer> ahead = new ReadAhead<>(() -> source.hasNext() ? source.next() : 0)) {
      assertThat(ahead.next()).isEqualTo(1);
      assertThat(ahead.next()).isEqualTo(2);
      assertThat(ahead.next()).isEqualTo(3);
      assertThat(ahead.next()).isZero();
    }
  }

  @Test
  void theNextIsReadWhileOneIsWorkedOn() throws Exception {
    CountDownLatch second = new CountDownLatch(2);
    ReadAhead.Source<Integer> source =
        () -> {
          second.countDown();
          return 1;
        };
    try (ReadAhead<Integer> ahead = new ReadAhead<>(source)) {
      ahead.next();

      assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aFailureOfTheDatabaseIsTheTakersWithItsState() {
    ReadAhead.Source<Integer> source =
        () -> {
          throw new SQLException("gone", "57P01");
        };
    try (ReadAhead<Integer> ahead = new ReadAhead<>(source)) {
      assertThatThrownBy(ahead::next)
          .isInstanceOfSatisfying(
              LedgerException.class,
              failure ->
                  assertThat(failure.getCause())
                      .isInstanceOfSatisfying(
                          SQLException.class,
                          cause -> assertThat(cause.getSQLState()).isEqualTo("57P01")));
    }
  }

  @Test
  void nothingReadsAnyMoreOnceItIsClosed() {
    AtomicInteger reading = new AtomicInteger();
    AtomicInteger asked = new AtomicInteger();
    ReadAhead.Source<Integer> source =
        () -> {
          reading.incrementAndGet();
          asked.incrementAndGet();
          Thread.yield();
          reading.decrementAndGet();
          return 1;
        };
    ReadAhead<Integer> ahead = new ReadAhead<>(source);
    ahead.next();
    ahead.close();

    assertThat(reading).hasValue(0);
    assertThat(asked).hasValue(2);
  }
}
