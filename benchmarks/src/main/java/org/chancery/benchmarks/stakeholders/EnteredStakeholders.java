package org.chancery.benchmarks.stakeholders;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.chancery.benchmarks.server.JsonClient;
import org.chancery.core.addresses.Territories;

/**
 * Stakeholders and contacts on a running repository, entered by its routes, each by itself, as
 * people would.
 */
final class EnteredStakeholders {
  private static final int TO_AN_ORGANIZATION = 5;
  private static final int DAYS = 1_000;
  private static final List<String> MODES = List.of("phone", "email", "letter", "meeting", "web");
  private static final List<String> FAMILY =
      List.of("Okafor", "Garcia", "Nguyen", "Smith", "Haddad", "Patel", "Ward", "Lopez", "Chen");

  private final JsonClient clerk;
  private final Random random = new Random(7);
  private final List<String> states = List.copyOf(Territories.names().keySet());

  /**
   * @param routes with a slash at its end
   * @param credentials user and password with a colon between
   */
  EnteredStakeholders(URI routes, String credentials) {
    clerk = new JsonClient(routes, credentials);
  }

  /**
   * Enters what is missing; answers the ids of the people it entered, or of some that are there.
   */
  List<String> enter(int people, int interactions) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    int there = clerk.get("stakeholders?kind=person&limit=1").path("total").asInt();
    List<String> ids = new ArrayList<>();
    String organization = "";
    for (int i = there; i < people; i++) {
      if (i == there || i % TO_AN_ORGANIZATION == 0) {
        organization =
            clerk
                .post(
                    "organizations",
                    Map.of("organization", Map.of("name", "Office " + i), "confirmed", true))
                .path("id")
                .asText();
      }
      ids.add(person(i, organization));
    }
    double entering = (System.nanoTime() - begin) / 1e9;
    if (ids.isEmpty()) {
      for (JsonNode each : clerk.get("stakeholders?kind=person&limit=100").path("items")) {
        ids.add(each.path("id").asText());
      }
    }
    begin = System.nanoTime();
    List<String> issues = clerk.get("priorities").findValuesAsText("code");
    int noted = there >= people ? 0 : interactions;
    for (int i = 0; i < noted; i++) {
      clerk.post(
          "interactions",
          Map.of(
              "date",
              LocalDate.now(ZoneOffset.UTC).minusDays(random.nextInt(DAYS)).toString(),
              "mode",
              MODES.get(i % MODES.size()),
              "people",
              List.of(ids.get(random.nextInt(ids.size()))),
              "issues",
              List.of(issues.get(random.nextInt(issues.size()))),
              "outcome",
              "Call number " + i));
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "%d people were there; entered %d more in %.0f s, and %d interactions in %.0f s",
            there,
            Math.max(0, people - there),
            entering,
            noted,
            (System.nanoTime() - begin) / 1e9));
    return ids;
  }

  private String person(int number, String organization) throws IOException, InterruptedException {
    return clerk
        .post(
            "people",
            Map.of(
                "person",
                Map.of(
                    "firstName",
                    "Ada",
                    "lastName",
                    FAMILY.get(number % FAMILY.size()) + number,
                    "state",
                    states.get(random.nextInt(states.size()))),
                "privateContact",
                Map.of("email", List.of("ada" + number + "@bench.example.org")),
                "affiliations",
                List.of(Map.of("organization", organization)),
                "confirmed",
                true))
        .path("id")
        .asText();
  }
}
