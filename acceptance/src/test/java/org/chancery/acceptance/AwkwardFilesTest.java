package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.IntakeDesk;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is dropped ends in a visible state, with the original kept (row C1). */
@ExtendWith(WithHost.class)
class AwkwardFilesTest {
  private static final Random RANDOM = new Random();

  static Stream<Arguments> unreadable() {
    Letter letter = Letter.draw(RANDOM, 1);
    byte[] pdf = Paper.scannedPdf(letter);
    return Stream.of(
        Arguments.of("encrypted", ".pdf", Paper.encryptedPdf(letter), "encrypted"),
        Arguments.of("empty", ".pdf", new byte[0], "empty"),
        Arguments.of("damaged", ".pdf", Arrays.copyOf(pdf, 300), "damaged"),
        Arguments.of("bomb", ".png", Paper.pixelBomb(), "too-large"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void anUnreadableFileIsQuarantinedWithItsReasonAndKept(
      String what, String ending, byte[] bytes, String reason, Host host) {
    String name = what + "-" + Letter.draw(RANDOM, 1).markers().get(0) + ending;
    Client clerk = host.admin();

    IntakeDesk.drop(host.inbox(), name, bytes);
    JsonNode item = new IntakeDesk(clerk).await(name, "quarantined");

    assertThat(item.path("reason").asText()).isEqualTo(reason);
    assertThat(item.path("explanation").asText()).isNotBlank();
    assertThat(clerk.bytes("nodes/" + item.path("id").asText() + "/content")).isEqualTo(bytes);
  }

  @Test
  void aMislabelledFileIsReadAsWhatItIs(Host host) {
    Letter letter = Letter.draw(RANDOM, 1);
    String name = "mislabelled-" + letter.markers().get(0) + ".docx";
    Client clerk = host.admin();

    IntakeDesk.drop(host.inbox(), name, Paper.bornDigitalPdf(letter));
    JsonNode item = new IntakeDesk(clerk).await(name, "ready");

    assertThat(item.path("mediaType").asText()).isEqualTo("application/pdf");
    assertThat(clerk.search(letter.markers().get(0)).expect(200).json().path("total").asInt())
        .isEqualTo(1);
  }

  @Test
  void aHalfWrittenFileWaitsUntilItIsWhole(Host host) throws Exception {
    Letter letter = Letter.draw(RANDOM, 1);
    byte[] whole = Paper.bornDigitalPdf(letter);
    Path file = host.inbox().resolve("slow-" + letter.markers().get(0) + ".pdf");
    IntakeDesk desk = new IntakeDesk(host.admin());

    try (RandomAccessFile scanner = new RandomAccessFile(file.toFile(), "rw")) {
      int step = whole.length / 8 + 1;
      for (int at = 0; at < whole.length; at += step) {
        scanner.write(whole, at, Math.min(step, whole.length - at));
        // The pause is the point: a scanner that writes slowly.
        Thread.sleep(400);
        if (at + step < whole.length) {
          assertThat(file).as("taken while being written").exists();
        }
      }
    }

    JsonNode item = desk.await(file.getFileName().toString(), "ready");
    assertThat(item.path("size").asLong()).isEqualTo(whole.length);
    assertThat(desk.named(file.getFileName().toString())).hasSize(1);
  }

  @Test
  void twoFilesOfOneNameAreTwoDocuments(Host host) {
    Letter one = Letter.draw(RANDOM, 1);
    Letter two = Letter.draw(RANDOM, 1);
    String name = "same-" + RANDOM.nextInt(Integer.MAX_VALUE) + ".txt";
    Client clerk = host.admin();
    IntakeDesk desk = new IntakeDesk(clerk);

    IntakeDesk.drop(host.inbox(), name, Paper.plainText(one));
    desk.await(name, "ready");
    IntakeDesk.drop(host.inbox(), name, Paper.plainText(two));
    Host.await(
        "the second letter",
        IntakeDesk.READING_LIMIT,
        () -> clerk.search(two.markers().get(0)).json().path("total").asInt() == 1);

    assertThat(clerk.search(one.markers().get(0)).json().path("total").asInt()).isEqualTo(1);
    assertThat(Files.exists(host.inbox().resolve(name))).isFalse();
  }
}
