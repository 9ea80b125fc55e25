package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.chancery.acceptance.host.MortalHost;
import org.chancery.acceptance.process.RemoteIntake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Killed at any point, named or not, while files arrive, the host has afterwards every file once,
 * whole, and found (row C14). A host that leaves the watched folder to a process of its own has
 * fewer points; those at which it receives are in {@link RemoteIntakeTest}.
 */
@Tag("kills")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExactlyOnceTest {
  private static final Duration DEATH_LIMIT = Duration.ofMinutes(3);
  private static final String ANY = "any moment ";

  /** From the first look at the folder until the last file is read. */
  private static final int LONGEST_MILLIS = 12_000;

  private static final int FILES = 6;

  private final Random random = new Random();
  private MortalHost host;
  private Optional<RemoteIntake> intake;
  private Arrivals arrivals;

  @BeforeAll
  void prepare(@TempDir Path home) {
    host = MortalHost.begin(home);
    intake = host.inbox().isPresent() ? Optional.empty() : Optional.of(host.intake(home));
    Path inbox = host.inbox().orElseGet(() -> intake.orElseThrow().inbox());
    arrivals = new Arrivals(host.admin(), inbox);
    if (host.immortal().isEmpty()) {
      intake.ifPresent(RemoteIntake::start);
    }
  }

  @AfterAll
  void stop() {
    intake.ifPresent(RemoteIntake::close);
    host.close();
  }

  Stream<String> points() {
    return intake.isPresent()
        ? Stream.of("index-commit:1", ANY + 1, ANY + 2)
        : Stream.of(
            "after-hash:3",
            "after-blob:2",
            "before-commit:3",
            "after-commit:2",
            "before-leave:3",
            "dequeue:2",
            "worker-result:2",
            "index-commit:1",
            ANY + 1);
  }

  @ParameterizedTest(name = "killed at {0}")
  @MethodSource("points")
  void everyFileIsOneDocumentAfterAKill(String point) throws Exception {
    assumeTrue(host.immortal().isEmpty(), () -> host.immortal().orElseThrow());
    if (point.startsWith(ANY)) {
      host.start();
      arrivals.drop(point, FILES);
      // The point is that nothing says which moment this is.
      Thread.sleep(random.nextInt(LONGEST_MILLIS));
      host.kill();
    } else {
      host.startToEndAt(point);
      arrivals.drop(point, FILES);
      assertThat(host.awaitEnd(DEATH_LIMIT)).as("the host dies at " + point).isTrue();
    }

    host.start();
    arrivals.areThereOnce();
    host.assertSound();
  }
}
