package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.search.Indexer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthChecksTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private static Optional<String> index(
      boolean running, boolean building, Duration ago, Optional<String> problem) {
    Indexer.Status status =
        new Indexer.Status(
            running, "1", "1", 0, building, Set.of(), Optional.of(NOW.minus(ago)), problem);
    return HealthChecks.searchIndex(() -> status, CLOCK).problem();
  }

  @Test
  void aDatabaseThatCannotBeReachedIsToldFromOneThatIsSilent() {
    assertThat(HealthChecks.database(() -> true).problem()).isEmpty();
    assertThat(HealthChecks.database(() -> false).problem())
        .contains("The database does not answer.");
    assertThat(
            HealthChecks.database(
                    () -> {
                      throw new IOException("no route to 10.0.0.1");
                    })
                .problem())
        .contains("The database cannot be reached.");
  }

  @Test
  void theIndexLagsWhenItsLastPassIsHalfAMinuteAgoAndNothingIsBeingBuilt() {
    assertThat(index(true, false, Duration.ofSeconds(29), Optional.empty())).isEmpty();
    assertThat(index(true, true, Duration.ofMinutes(5), Optional.empty())).isEmpty();
    assertThat(index(true, false, Duration.ofSeconds(30), Optional.empty()))
        .contains("The search index lags behind.");
    assertThat(index(true, true, Duration.ZERO, Optional.of("why")))
        .contains("The search index lags behind.");
    assertThat(index(false, false, Duration.ZERO, Optional.empty()))
        .contains("The search index is no longer kept up to date.");
  }

  @Test
  void theLedgersOwnWordsAreNotForEverybody() {
    assertThat(HealthChecks.ledger(Optional::empty).problem()).isEmpty();
    assertThat(HealthChecks.ledger(() -> Optional.of("row 7 is cut")).problem())
        .contains("The ledger is not being sealed.");
  }

  @Test
  void aFullDiskIsSaidInTheHostsWords(@TempDir Path folder) {
    assertThat(HealthChecks.disk(folder, 0, "Full.").problem()).isEmpty();
    assertThat(HealthChecks.disk(folder, Long.MAX_VALUE, "Full.").problem()).contains("Full.");
  }
}
