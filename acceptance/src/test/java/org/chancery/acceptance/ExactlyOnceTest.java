package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.chancery.acceptance.host.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Killed at any named point while files arrive, the server has afterwards every file once, whole,
 * and found (row C14).
 */
@Tag("own-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExactlyOnceTest {
  private static final Duration DEATH_LIMIT = Duration.ofSeconds(90);

  private final Random random = new Random();
  private final Map<String, Dropped> everDropped = new LinkedHashMap<>();
  private ServerProcess server;

  private record Dropped(byte[] bytes, Letter letter) {}

  @BeforeAll
  void prepare(@TempDir Path home) {
    server = ServerProcess.over(home);
  }

  @AfterAll
  void stop() {
    server.stop();
  }

  @ParameterizedTest(name = "killed at {0}")
  @ValueSource(
      strings = {
        "after-hash:3",
        "after-blob:2",
        "before-commit:3",
        "after-commit:2",
        "before-leave:3",
        "dequeue:2",
        "worker-result:2",
        "index-commit:1"
      })
  void everyFileIsOneDocumentAfterAKill(String point) throws Exception {
    server.start(Map.of("CHANCERY_KILL_AT", point));
    Map<String, Dropped> files = drawFiles(point);
    files.forEach((name, file) -> IntakeDesk.drop(server.inbox(), name, file.bytes()));
    assertThat(server.awaitEnd(DEATH_LIMIT)).as("the server dies at " + point).isTrue();
    everDropped.putAll(files);

    server.start();
    Client admin = Client.program(server.url(), "admin", ServerProcess.ADMIN_PASSWORD);
    IntakeDesk desk = new IntakeDesk(admin);
    for (String name : files.keySet()) {
      desk.await(name, "ready");
    }
    List<JsonNode> items = desk.items();
    assertThat(items)
        .extracting(item -> item.path("name").asText())
        .containsExactlyInAnyOrderElementsOf(everDropped.keySet());
    for (JsonNode item : items) {
      Dropped dropped = everDropped.get(item.path("name").asText());
      assertThat(item.path("sha256").asText()).isEqualTo(Sha256.of(dropped.bytes()));
      assertThat(admin.search(dropped.letter().markers().get(0)).json().path("total").asInt())
          .isEqualTo(1);
    }
    try (var left = Files.list(server.inbox())) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
    server.stop();
    CommandLine.Result verified = CommandLine.run("verify", "--data", server.data().toString());
    assertThat(verified.exit()).as(verified.output()).isZero();
  }

  private Map<String, Dropped> drawFiles(String point) {
    Map<String, Dropped> files = new LinkedHashMap<>();
    for (int i = 0; i < 6; i++) {
      Letter letter = Letter.draw(random, 1);
      String name = point.replace(':', '-') + "-" + i;
      switch (i % 3) {
        case 0 -> files.put(name + ".txt", new Dropped(Paper.plainText(letter), letter));
        case 1 -> files.put(name + ".pdf", new Dropped(Paper.bornDigitalPdf(letter), letter));
        default -> files.put(name + ".tif", new Dropped(Paper.faxTiff(letter), letter));
      }
    }
    return files;
  }
}
