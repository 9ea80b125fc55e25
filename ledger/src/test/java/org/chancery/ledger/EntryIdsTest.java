package org.chancery.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chancery.core.memory.SettableClock;
import org.junit.jupiter.api.Test;

class EntryIdsTest {
  @Test
  void idsRiseWithinAMillisecondAndWhenTheClockIsSetBack() {
    SettableClock clock = new SettableClock(Instant.parse("2026-03-02T12:00:00Z"));
    EntryIds ids = new EntryIds(clock);
    UUID last = ids.next();
    for (int i = 0; i < 20_000; i++) {
      if (i % 5_000 == 0) {
        clock.forward(Duration.ofSeconds(i % 10_000 == 0 ? 1 : -2));
      }
      UUID next = ids.next();
      // As PostgreSQL orders them: byte by byte, which is their text's order.
      assertThat(next.toString()).isGreaterThan(last.toString());
      assertThat(next.version()).isEqualTo(7);
      assertThat(next.variant()).isEqualTo(2);
      last = next;
    }
  }
}
