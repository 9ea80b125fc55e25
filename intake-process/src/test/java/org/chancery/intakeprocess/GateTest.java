package org.chancery.intakeprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.chancery.core.intake.Reason;
import org.chancery.core.memory.SettableClock;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Reason AWAY = new Reason("repository-unreachable", "It is away.");
  private static final Reason REFUSED = new Reason("sign-in-refused", "Not you.");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final Gate gate = new Gate(clock);

  @Test
  void itIsShutUntilTheRepositoryAnswered() {
    assertThat(gate.closed()).isPresent();
    assertThat(gate.probeIsDue()).isTrue();
    gate.open();
    assertThat(gate.closed()).isEmpty();
    assertThat(gate.probeIsDue()).isFalse();
  }

  @Test
  void theRepositoryIsTriedWithPausesThatGrowToTenSeconds() {
    gate.open();
    for (int seconds : new int[] {1, 2, 4, 8, 10, 10}) {
      gate.shut(AWAY);
      clock.forward(Duration.ofSeconds(seconds).minusMillis(1));
      assertThat(gate.probeIsDue()).as("before %s s", seconds).isFalse();
      clock.forward(Duration.ofMillis(1));
      assertThat(gate.probeIsDue()).as("after %s s", seconds).isTrue();
    }
  }

  @Test
  void anAccountThatIsRefusedIsNotTriedUntilItIsLocked() {
    gate.shut(REFUSED);
    clock.forward(Duration.ofSeconds(59));
    assertThat(gate.probeIsDue()).isFalse();
    clock.forward(Duration.ofSeconds(1));
    assertThat(gate.probeIsDue()).isTrue();
  }

  @Test
  void aClockThatIsPutBackDoesNotKeepItShut() {
    gate.shut(REFUSED);
    clock.forward(Duration.ofHours(-5));
    assertThat(gate.probeIsDue()).isTrue();
  }
}
