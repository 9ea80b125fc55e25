package org.chancery.acceptance.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.acceptance.fixture.Newcomer;

/** What somebody does who keeps stakeholders, in the words of the tests. */
public final class OutreachDesk {
  /** How long an index may take to follow, or the background to come to it. */
  public static final Duration LIMIT = Duration.ofMinutes(2);

  private final Client client;

  /**
   * @param client who sits there
   */
  public OutreachDesk(Client client) {
    this.client = client;
  }

  /** Today, as the host counts days. */
  public static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /** A form with what is said besides. */
  public static Map<String, Object> with(Map<String, ?> form, Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>(form);
    all.putAll(more);
    return all;
  }

  /** What is sent to enter somebody, with all that is known of them. */
  public static Map<String, Object> form(Newcomer newcomer, Map<String, ?> fields) {
    return Map.of(
        "person",
        with(
            Map.of(
                "firstName", newcomer.first(),
                "lastName", newcomer.last(),
                "officePhone", newcomer.officePhone()),
            fields),
        "privateContact",
        Map.of("mobilePhone", List.of(newcomer.mobilePhone()), "email", List.of(newcomer.email())));
  }

  /** Enters somebody, with all that is known of them; the id. */
  public String enter(Newcomer newcomer) {
    return enter(form(newcomer, Map.of()));
  }

  /** Enters somebody; the id. */
  public String enter(Map<String, Object> form) {
    return client.post("people", form).expect(201).text("id");
  }

  /** Enters an organization; the id. */
  public String organization(String name) {
    return client
        .post("organizations", Map.of("organization", Map.of("name", name)))
        .expect(201)
        .text("id");
  }

  /** The page of a person, as its answer. */
  public Answer page(String person) {
    return client.get("people/" + person).expect(200);
  }

  /** Corrects somebody, as they are now. */
  public Answer correct(String person, Map<String, Object> change) {
    return client.put("people/" + person, change, "If-Match", page(person).etag()).expect(200);
  }

  /** Notes a phone call of today with somebody; the id. */
  public String interaction(String person, Map<String, ?> more) {
    return client.post("interactions", call(person, more)).expect(201).text("id");
  }

  /** A phone call of today with somebody, to be noted. */
  public static Map<String, Object> call(String person, Map<String, ?> more) {
    return with(
        Map.of("date", today().toString(), "mode", "phone", "people", List.of(person)), more);
  }

  /** What there was with a person, of one kind; all of it when empty. */
  public List<JsonNode> timeline(String person, String kind) {
    return client
        .get("people/" + person + "/timeline?limit=200" + (kind.isEmpty() ? "" : "&kind=" + kind))
        .expect(200)
        .list("items");
  }

  /** People and organizations by what is asked of the index. */
  public Answer find(String query) {
    return client.getIndexed("stakeholders?" + query).expect(200);
  }

  /** Waits until so many are found. */
  public Answer awaitFound(String query, int total) {
    Host.await(
        total + " to be found by " + query,
        LIMIT,
        () -> find(query).json().path("total").asInt() == total);
    return find(query);
  }

  /** All items of a list, page by page. */
  public List<JsonNode> all(String path) {
    return client.all(path);
  }
}
