package org.chancery.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.core.repository.Checkpoint;
import org.junit.jupiter.api.Test;

class KillPointTest {
  private final AtomicInteger ends = new AtomicInteger();

  @Test
  void endsAtTheNamedPointTheNthTime() {
    KillPoint point = new KillPoint("after-blob", 2, ends::incrementAndGet);
    point.reached("after-hash");
    point.reached("after-blob");
    assertThat(ends).hasValue(0);
    point.reached("after-blob");
    assertThat(ends).hasValue(1);
  }

  @Test
  void withoutTheSettingNothingEnds() {
    assertThat(KillPoint.of(Optional.empty())).isSameAs(Checkpoint.NONE);
    assertThat(KillPoint.of(Optional.of(" "))).isSameAs(Checkpoint.NONE);
  }
}
