package org.chancery.alfresco.identity;

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
  void aRightPasswordIsRememberedForAMinuteUnderThePlatformsName() {
    remembered.remember(RIGHT, "pgm");

    assertThat(remembered.userOf(RIGHT)).contains("pgm");
    now = now.plus(Duration.ofMinutes(1));
    assertThat(remembered.userOf(RIGHT)).isEmpty();
  }

  @Test
  void nobodyIsKnownByAnotherPassword() {
    remembered.remember(RIGHT, "pgm");

    assertThat(remembered.userOf(new BasicCredentials("Pgm", "other"))).isEmpty();
    assertThat(remembered.userOf(new BasicCredentials("Pg", "msecret"))).isEmpty();
  }
}
