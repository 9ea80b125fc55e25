package org.chancery.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.chancery.core.memory.SettableClock;
import org.junit.jupiter.api.Test;

class RememberedPasswordsTest {
  private static final BasicCredentials RIGHT = new BasicCredentials("Pgm", "secret");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final RememberedPasswords remembered = new RememberedPasswords(clock);

  @Test
  void aRightPasswordIsRememberedForAMinuteUnderTheAccountsName() {
    remembered.remember(RIGHT, "hash", "pgm");

    assertThat(remembered.userOf(RIGHT, "hash")).contains("pgm");
    clock.forward(Duration.ofMinutes(1));
    assertThat(remembered.userOf(RIGHT, "hash")).isEmpty();
  }

  @Test
  void nobodyIsKnownByAnotherPassword() {
    remembered.remember(RIGHT, "hash", "pgm");

    assertThat(remembered.userOf(new BasicCredentials("Pgm", "other"), "hash")).isEmpty();
    assertThat(remembered.userOf(new BasicCredentials("Pg", "msecret"), "hash")).isEmpty();
  }

  @Test
  void aPasswordIsNoLongerRememberedWhenAnotherIsStored() {
    remembered.remember(RIGHT, "hash", "pgm");

    assertThat(remembered.userOf(RIGHT, "other hash")).isEmpty();
  }
}
