package org.chancery.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.core.memory.SettableClock;
import org.chancery.core.repository.NodeId;
import org.junit.jupiter.api.Test;

/** Whoever ends an import goes before the next lot of it. */
class EndingsTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00Z"));
  private final Endings endings = new Endings(clock);
  private final AtomicInteger looks = new AtomicInteger();
  private final NodeId id = NodeId.random();

  private boolean overAtTheThirdLook() {
    return looks.incrementAndGet() == 3;
  }

  @Test
  void nobodyIsWaitedForWhoDoesNotEndIt() {
    endings.want(NodeId.random());

    endings.giveWay(id, this::overAtTheThirdLook);

    assertThat(looks).hasValue(0);
  }

  @Test
  void theNextLotWaitsUntilItIsEnded() {
    endings.want(id);

    endings.giveWay(id, this::overAtTheThirdLook);
    endings.giveWay(id, this::overAtTheThirdLook);

    assertThat(looks).hasValue(3);
  }

  @Test
  void whoTriedAndFailedIsNotWaitedForLong() {
    endings.want(id);

    endings.giveWay(
        id,
        () -> {
          looks.incrementAndGet();
          clock.forward(Duration.ofSeconds(2));
          return false;
        });

    assertThat(looks).hasValue(3);
  }
}
