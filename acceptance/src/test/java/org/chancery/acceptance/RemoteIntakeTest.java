package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.MortalHost;
import org.chancery.acceptance.process.CommandLine;
import org.chancery.acceptance.process.RemoteIntake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The watched folder and the reading in a process of their own, at a host that does not read by
 * itself: whichever side is killed, every file is there once, whole, read and found (row C14).
 */
@Tag("kills")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteIntakeTest {
  private static final Duration DEATH_LIMIT = Duration.ofMinutes(3);
  private static final int FILES = 3;

  private MortalHost host;
  private RemoteIntake intake;
  private Arrivals arrivals;

  @BeforeAll
  void prepare(@TempDir Path home) {
    host = MortalHost.begin(home, "--no-reading");
    intake = host.intake(home);
    arrivals = new Arrivals(host.admin(), intake.inbox());
  }

  @BeforeEach
  void startHost() {
    host.start();
  }

  @AfterEach
  void stopIntake() {
    intake.close();
  }

  @AfterAll
  void stop() {
    host.assertSound();
    host.close();
  }

  @ParameterizedTest(name = "the intake process killed at {0}")
  @ValueSource(strings = {"after-send:2", "before-leave:2", "taken:2", "result-sent:1"})
  void everyFileIsOneDocumentWhenTheIntakeProcessIsKilled(String point) {
    arrivals.drop("intake-" + point, FILES);
    intake.start(Map.of("CHANCERY_KILL_AT", point));
    assertThat(intake.awaitEnd(DEATH_LIMIT)).as("it dies at " + point).isTrue();
    intake.start();
    arrivals.areThereOnce();
  }

  @ParameterizedTest(name = "the server killed at {0}")
  @ValueSource(strings = {"before-commit:2", "after-commit:2", "result-kept:1"})
  void everyFileIsOneDocumentWhenTheServerIsKilled(String point) {
    assumeTrue(host.immortal().isEmpty(), () -> host.immortal().orElseThrow());
    host.startToEndAt(point);
    arrivals.drop("server-" + point, FILES);
    intake.start();
    assertThat(host.awaitEnd(DEATH_LIMIT)).as("it dies at " + point).isTrue();
    host.start();
    arrivals.areThereOnce();
  }

  @Test
  void whileTheServerIsAwayFilesStayInSightAndTheStatusSaysWhy() {
    assumeTrue(host.immortal().isEmpty(), () -> host.immortal().orElseThrow());
    host.kill();
    intake.start();
    Host.await(
        "the status to tell", DEATH_LIMIT, () -> intake.statusFile().contains("cannot be reached"));
    assertThat(intake.status().exit()).isEqualTo(1);
    arrivals.drop("away", FILES);
    Host.await(
        "the files to wait in sight",
        DEATH_LIMIT,
        () ->
            intake
                .statusFile()
                .contains("\"name\":\"away-0.txt\",\"code\":\"repository-unreachable\""));
    assertThat(intake.status().output()).contains("waiting away-0.txt: The repository cannot");
    assertThat(intake.inbox().resolve("away-0.txt")).exists();
    host.start();
    arrivals.areThereOnce();
    CommandLine.Result well = intake.status();
    assertThat(well.exit()).as(well.output()).isZero();
  }
}
