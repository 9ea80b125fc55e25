package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.fixture.Sha256;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.IntakeDesk;
import org.chancery.acceptance.host.MortalHost;

/** Mixed files dropped into a watched folder, and what must have become of all of them. */
final class Arrivals {
  private final Random random = new Random();
  private final Map<String, Dropped> everDropped = new LinkedHashMap<>();
  private final Set<String> round = new LinkedHashSet<>();
  private final Client admin;
  private final IntakeDesk desk;
  private final Path inbox;
  private final Set<String> earlier;

  private record Dropped(byte[] bytes, Letter letter) {}

  /** From now on; what is on the desk already came from others. */
  Arrivals(Client admin, Path inbox) {
    this.admin = admin;
    this.desk = new IntakeDesk(admin);
    this.inbox = inbox;
    this.earlier =
        desk.items().stream().map(item -> item.path("id").asText()).collect(Collectors.toSet());
  }

  /** Begins a round: drops text, a PDF, a fax, a text… named by the round and their number. */
  void drop(String name, int files) {
    round.clear();
    String stem = name.replace(':', '-').replace(' ', '-');
    for (int i = 0; i < files; i++) {
      Letter letter = Letter.draw(random, 1);
      switch (i % 3) {
        case 0 -> drop(stem + "-" + i + ".txt", letter, Paper.plainText(letter));
        case 1 -> drop(stem + "-" + i + ".pdf", letter, Paper.bornDigitalPdf(letter));
        default -> drop(stem + "-" + i + ".tif", letter, Paper.faxTiff(letter));
      }
    }
  }

  private void drop(String name, Letter letter, byte[] bytes) {
    IntakeDesk.drop(inbox, name, bytes);
    everDropped.put(name, new Dropped(bytes, letter));
    round.add(name);
  }

  /**
   * Waits until this round is read, and fails unless each file that was ever dropped is there once.
   */
  void areThereOnce() {
    Host.await("every file of the round to be ready", MortalHost.RECOVERY_LIMIT, this::allAreReady);
    List<JsonNode> items = items();
    assertThat(items)
        .extracting(item -> item.path("name").asText())
        .containsExactlyInAnyOrderElementsOf(everDropped.keySet());
    for (JsonNode item : items) {
      Dropped dropped = everDropped.get(item.path("name").asText());
      assertThat(item.path("sha256").asText()).isEqualTo(Sha256.of(dropped.bytes()));
      assertThat(item.path("channel").asText()).isEqualTo("watched-folder");
      assertThat(admin.bytes("nodes/" + item.path("id").asText() + "/content"))
          .isEqualTo(dropped.bytes());
      Answer found = admin.getIndexed("search?q=" + dropped.letter().markers().get(0));
      assertThat(found.expect(200).json().path("total").asInt()).isEqualTo(1);
    }
    // An answer that was lost comes again before the file leaves.
    Host.await("the folder to be empty", MortalHost.RECOVERY_LIMIT, this::folderIsEmpty);
  }

  private List<JsonNode> items() {
    return desk.items().stream()
        .filter(item -> !earlier.contains(item.path("id").asText()))
        .toList();
  }

  private boolean allAreReady() {
    return items().stream()
        .filter(item -> item.path("state").asText().equals("ready"))
        .map(item -> item.path("name").asText())
        .collect(Collectors.toSet())
        .containsAll(round);
  }

  private boolean folderIsEmpty() {
    try (var left = Files.walk(inbox)) {
      return left.filter(Files::isRegularFile)
          .allMatch(file -> file.getFileName().toString().equals("in-use"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
