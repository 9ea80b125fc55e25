package org.chancery.acceptance.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What somebody does who brings in files of people, in the words of the tests. */
public final class ImportDesk {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Set<String> ENDS = Set.of("done", "failed", "cancelled", "undone");

  private final Client client;

  /**
   * @param client who brings them
   */
  public ImportDesk(Client client) {
    this.client = client;
  }

  /** Hands a file in; the import's id. */
  public String handIn(String name, byte[] bytes) {
    return client.uploadTo("imports", name, bytes, Map.of()).expect(202).text("id");
  }

  /** How far it has come. */
  public JsonNode now(String id) {
    return client.get("imports/" + id).expect(200).json();
  }

  /** Waits for one of the states; an import that ends otherwise is a failure. */
  public JsonNode until(String id, String... states) {
    return Host.awaitValue(
        "the import to be " + String.join(" or ", states),
        LIMIT,
        () -> {
          JsonNode now = now(id);
          String state = now.path("state").asText();
          if (Set.of(states).contains(state)) {
            return Optional.of(now);
          }
          if (ENDS.contains(state)) {
            throw new AssertionError("It has ended: " + now);
          }
          return Optional.empty();
        });
  }

  /** Says what the columns mean, and waits until the rows are compared. */
  public JsonNode mapped(String id, List<String> fields) {
    client.put("imports/" + id + "/mapping", Map.of("fields", fields)).expect(200);
    return until(id, "deciding");
  }

  /** Takes the columns of an import that was read for what they are proposed to be. */
  public void map(JsonNode read) {
    client
        .put(
            "imports/" + read.path("id").asText() + "/mapping",
            Map.of("fields", read.path("fields")))
        .expect(200);
  }

  /** Waits until it is read, takes the columns for what they are proposed to be, and compares. */
  public JsonNode previewed(String id) {
    map(until(id, "mapping"));
    return until(id, "deciding");
  }

  /** Every row, and what is to become of it. */
  public List<JsonNode> rows(String id) {
    return client.all("imports/" + id + "/rows");
  }

  /** Decides on a row. */
  public void decide(String id, int row, Map<String, Object> decision) {
    client.put("imports/" + id + "/rows/" + row, decision).expect(200);
  }

  /** Lets it run. */
  public void run(String id) {
    client.post("imports/" + id + "/run", null).expect(202);
  }

  /** Lets it run to its end. */
  public JsonNode ran(String id) {
    run(id);
    return until(id, "done");
  }

  /** Takes it back. */
  public JsonNode undone(String id) {
    client.post("imports/" + id + "/undo", null).expect(202);
    return until(id, "undone");
  }
}
