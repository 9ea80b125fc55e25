package org.chancery.acceptance.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a clerk does at the intake desk, in the words of the tests. */
public final class IntakeDesk {
  /** How long one file may take to be read. */
  public static final Duration READING_LIMIT = Duration.ofSeconds(120);

  private static final String STATES =
      "&state=arriving&state=received&state=reading&state=ready&state=filed&state=quarantined";

  private final Client client;

  /**
   * @param client the clerk
   */
  public IntakeDesk(Client client) {
    this.client = client;
  }

  /** Drops a file as a scanner does. */
  public static void drop(Path inbox, String name, byte[] bytes) {
    try {
      Files.createDirectories(inbox);
      Files.write(inbox.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything on the desk, all pages. */
  public List<JsonNode> items() {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      Answer page =
          client.getIndexed(
              "intake?limit=100"
                  + STATES
                  + (cursor.isEmpty() ? "" : "&cursor=" + Client.encode(cursor)));
      page.expect(200);
      all.addAll(page.list("items"));
      cursor = page.json().path("cursor").isTextual() ? page.text("cursor") : "";
    } while (!cursor.isEmpty());
    return all;
  }

  /** The items of that name. */
  public List<JsonNode> named(String name) {
    return items().stream().filter(item -> item.path("name").asText().equals(name)).toList();
  }

  /** Waits until the item of that name is in one of the states. */
  public JsonNode await(String name, String... states) {
    return Host.awaitValue(
        name + " to be " + String.join(" or ", states),
        READING_LIMIT,
        () -> inState(name, List.of(states)));
  }

  private Optional<JsonNode> inState(String name, List<String> states) {
    return named(name).stream()
        .filter(item -> states.contains(item.path("state").asText()))
        .findFirst();
  }
}
