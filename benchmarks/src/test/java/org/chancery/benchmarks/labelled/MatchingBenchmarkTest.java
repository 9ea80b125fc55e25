package org.chancery.benchmarks.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchingBenchmarkTest {
  @TempDir Path folder;

  @Test
  void matchingFindsWhatWasMeantToBeFoundAndTheBaselineDoesNot() throws Exception {
    MatchingBenchmark.Result result = MatchingBenchmark.measured(folder, 5_000, 31);

    assertThat(result.best()).isPresent();
    assertThat(result.best().get().recall()).isGreaterThan(0.95);
    assertThat(result.baseline().recall()).isBetween(0.2, 0.9);
    assertThat(result.whole().precision()).isGreaterThan(result.baseline().precision());
  }
}
