package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.fixture.Sha256;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.CommandLine;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.RemoteIntake;
import org.chancery.acceptance.host.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The watched folder and the reading in a process of their own, at a server that does not read by
 * itself: whichever side is killed, every file is there once, whole, read and found (row C14).
 */
@Tag("own-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteIntakeTest {
  private static final Duration DEATH_LIMIT = Duration.ofSeconds(90);

  private final Random random = new Random();
  private final Map<String, Dropped> everDropped = new LinkedHashMap<>();
  private ServerProcess server;
  private RemoteIntake intake;
  private IntakeDesk desk;
  private Client admin;

  private record Dropped(byte[] bytes, Letter letter) {}

  @BeforeAll
  void prepare(@TempDir Path home) {
    server = ServerProcess.over(home, "--no-reading").start();
    intake = RemoteIntake.of(server.url(), home);
    admin = Client.program(server.url(), "admin", ServerProcess.ADMIN_PASSWORD);
    desk = new IntakeDesk(admin);
  }

  @AfterEach
  void stopIntake() {
    intake.close();
  }

  @AfterAll
  void stop() {
    server.stop();
    CommandLine.Result verified = CommandLine.run("verify", "--data", server.data().toString());
    assertThat(verified.exit()).as(verified.output()).isZero();
  }

  @ParameterizedTest(name = "the intake process killed at {0}")
  @ValueSource(strings = {"after-send:2", "before-leave:2", "taken:2", "result-sent:1"})
  void everyFileIsOneDocumentWhenTheIntakeProcessIsKilled(String point) throws Exception {
    drop("intake-" + point);
    intake.start(Map.of("CHANCERY_KILL_AT", point));
    assertThat(intake.awaitEnd(DEATH_LIMIT)).as("it dies at " + point).isTrue();
    intake.start();
    everyFileIsThereOnce();
  }

  @ParameterizedTest(name = "the server killed at {0}")
  @ValueSource(strings = {"before-commit:2", "after-commit:2", "result-kept:1"})
  void everyFileIsOneDocumentWhenTheServerIsKilled(String point) throws Exception {
    server.stop();
    server.start(Map.of("CHANCERY_KILL_AT", point));
    drop("server-" + point);
    intake.start();
    assertThat(server.awaitEnd(DEATH_LIMIT)).as("it dies at " + point).isTrue();
    server.start();
    everyFileIsThereOnce();
  }

  @Test
  void whileTheServerIsAwayFilesStayInSightAndTheStatusSaysWhy() throws Exception {
    server.kill();
    intake.start();
    Host.await(
        "the status to tell", DEATH_LIMIT, () -> intake.statusFile().contains("cannot be reached"));
    assertThat(intake.status().exit()).isEqualTo(1);
    drop("away");
    Host.await(
        "the files to wait in sight",
        DEATH_LIMIT,
        () ->
            intake
                .statusFile()
                .contains("\"name\":\"away-0.txt\",\"code\":\"repository-unreachable\""));
    assertThat(intake.status().output()).contains("waiting away-0.txt: The repository cannot");
    assertThat(intake.inbox().resolve("away-0.txt")).exists();
    server.start();
    everyFileIsThereOnce();
    CommandLine.Result well = intake.status();
    assertThat(well.exit()).as(well.output()).isZero();
  }

  private void everyFileIsThereOnce() throws Exception {
    for (String name : everDropped.keySet()) {
      desk.await(name, "ready");
    }
    List<JsonNode> items = desk.items();
    assertThat(items)
        .extracting(item -> item.path("name").asText())
        .containsExactlyInAnyOrderElementsOf(everDropped.keySet());
    for (JsonNode item : items) {
      Dropped dropped = everDropped.get(item.path("name").asText());
      assertThat(item.path("sha256").asText()).isEqualTo(Sha256.of(dropped.bytes()));
      assertThat(item.path("channel").asText()).isEqualTo("watched-folder");
      assertThat(admin.search(dropped.letter().markers().get(0)).json().path("total").asInt())
          .isEqualTo(1);
    }
    // An answer that was lost comes again before the file leaves.
    Host.await("the folder to be empty", DEATH_LIMIT, this::folderIsEmpty);
  }

  private boolean folderIsEmpty() {
    try (var left = Files.walk(intake.inbox())) {
      return left.filter(Files::isRegularFile)
          .allMatch(file -> file.getFileName().toString().equals("in-use"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void drop(String round) {
    String stem = round.replace(':', '-');
    for (int i = 0; i < 3; i++) {
      Letter letter = Letter.draw(random, 1);
      switch (i) {
        case 0 -> drop(stem + "-0.txt", letter, Paper.plainText(letter));
        case 1 -> drop(stem + "-1.pdf", letter, Paper.bornDigitalPdf(letter));
        default -> drop(stem + "-2.tif", letter, Paper.faxTiff(letter));
      }
    }
  }

  private void drop(String name, Letter letter, byte[] bytes) {
    IntakeDesk.drop(intake.inbox(), name, bytes);
    everDropped.put(name, new Dropped(bytes, letter));
  }
}
