package org.chancery.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A lot lasts about two seconds, however fast a host is. */
class LotSizeTest {
  private final LotSize size = new LotSize();

  private void lotsAt(int rowsEachSecond) {
    for (int i = 0; i < 10; i++) {
      size.took(size.rows(), Duration.ofMillis(size.rows() * 1000L / rowsEachSecond));
    }
  }

  @Test
  void aFastHostEntersManyAtOnce() {
    lotsAt(900);
    assertThat(size.rows()).isEqualTo(500);
  }

  @Test
  void aSlowHostEntersFewAtOnce() {
    lotsAt(20);
    assertThat(size.rows()).isEqualTo(40);
  }

  @Test
  void aHostThatStandsStillGoesOnWithAFew() {
    size.took(100, Duration.ofMinutes(5));
    assertThat(size.rows()).isEqualTo(10);
  }

  @Test
  void oneEasyLotDoublesItAtMost() {
    size.took(100, Duration.ZERO);
    assertThat(size.rows()).isEqualTo(200);
  }
}
