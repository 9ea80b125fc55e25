package org.chancery.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RememberedPasswordsTest {
  private static final BasicCredentials RIGHT = new BasicCredentials("Pgm", "secret");

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final RememberedPasswords remembered =
      new RememberedPasswords(
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  @Test
  void aRightPasswordIsRememberedForAMinuteUnderTheAccountsName() {
    remembered.remember(RIGHT, "hash", "pgm");

    assertThat(remembered.userOf(RIGHT, "hash")).contains("pgm");
    now = now.plus(Duration.ofMinutes(1));
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
