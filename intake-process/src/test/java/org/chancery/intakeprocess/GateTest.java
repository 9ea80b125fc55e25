package org.chancery.intakeprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.chancery.core.intake.Reason;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Reason AWAY = new Reason("repository-unreachable", "It is away.");
  private static final Reason REFUSED = new Reason("sign-in-refused", "Not you.");

  private final Ticking clock = new Ticking();
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
      clock.tick(Duration.ofSeconds(seconds).minusMillis(1));
      assertThat(gate.probeIsDue()).as("before %s s", seconds).isFalse();
      clock.tick(Duration.ofMillis(1));
      assertThat(gate.probeIsDue()).as("after %s s", seconds).isTrue();
    }
  }

  @Test
  void anAccountThatIsRefusedIsNotTriedUntilItIsLocked() {
    gate.shut(REFUSED);
    clock.tick(Duration.ofSeconds(59));
    assertThat(gate.probeIsDue()).isFalse();
    clock.tick(Duration.ofSeconds(1));
    assertThat(gate.probeIsDue()).isTrue();
  }

  @Test
  void aClockThatIsPutBackDoesNotKeepItShut() {
    gate.shut(REFUSED);
    clock.tick(Duration.ofHours(-5));
    assertThat(gate.probeIsDue()).isTrue();
  }
}
