package org.chancery.acceptance.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.MortalHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Killed at any point, named or not, while several clients start routes, complete taskings, hand
 * them on and take files off their routes along every shipped template, the host has afterwards
 * every tasking once, the engine waits for exactly those that are open, and the ledger has a row
 * for each act (rows C7, C8, C14, P8).
 */
@Tag("kills")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledBetweenStepsTest {
  private static final Duration DEATH_LIMIT = Duration.ofMinutes(3);
  private static final String ANY = "any moment ";
  private static final int CLIENTS = 4;

  /** Long enough for the routes of a round to be well under way. */
  private static final int LONGEST_MILLIS = 4_000;

  private static final Set<String> DISAGREEMENTS =
      Set.of("task-without-tasking", "tasking-without-task", "two-taskings-of-a-task");
  private static final Set<String> ENDINGS = Set.of("COMPLETE", "CLEAR");

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final Traffic traffic = new Traffic(CLIENTS, random);
  private MortalHost host;

  @BeforeAll
  void prepare(@TempDir Path home) {
    host = MortalHost.begin(home, "--demo");
  }

  @AfterAll
  void stop() {
    traffic.close();
    host.close();
  }

  Stream<String> points() {
    return Stream.of(
        // The first comers of a round are routes being started.
        "before-engine:1",
        "within-engine:2",
        "after-engine:1",
        "after-step:2",
        // Those are mostly taskings being completed.
        "before-engine:9",
        "within-engine:11",
        "after-engine:10",
        "after-step:12",
        ANY + 1,
        ANY + 2,
        ANY + 3);
  }

  @Order(1)
  @ParameterizedTest(name = "killed at {0}")
  @MethodSource("points")
  void everyTaskingIsThereOnceAfterAKill(String point) throws Exception {
    assumeTrue(host.immortal().isEmpty(), () -> host.immortal().orElseThrow());
    host.start();
    traffic.open(new People(host), point);
    if (point.startsWith(ANY)) {
      traffic.begin(new People(host));
      // The point is that nothing says which moment this is.
      Thread.sleep(random.nextInt(LONGEST_MILLIS));
      host.kill();
    } else {
      host.startToEndAt(point);
      traffic.begin(new People(host));
      assertThat(host.awaitEnd(DEATH_LIMIT)).as("the host dies at " + point).isTrue();
    }
    traffic.await();

    host.start();
    assertWhole();
  }

  @Order(2)
  @Test
  void whatWasUnderWayGoesOnToItsEndAndTheLedgerHasItOnce() {
    assumeTrue(host.immortal().isEmpty(), () -> host.immortal().orElseThrow());
    host.start();
    traffic.begin(new People(host));
    traffic.await();

    List<String> done = assertWhole();
    People people = new People(host);
    Random none = new Random(seed);
    for (Journey journey : traffic.journeys()) {
      assertThat(journey.move(people, none)).as("something is left to do").isFalse();
    }
    Client isso = people.client("isso");
    for (String tasking : done) {
      assertThat(
              isso.get("audit?limit=200&object=" + tasking).expect(200).list("items").stream()
                  .filter(row -> ENDINGS.contains(row.path("action").asText()))
                  .filter(row -> row.path("outcome").asText().equals("DONE")))
          .as("rows that say that " + tasking + " was completed")
          .hasSize(1);
    }
    System.out.printf(
        "Killed between steps: seed %d, %d case files, %d acts acknowledged, %d taskings completed%n",
        seed, traffic.journeys().size(), traffic.acknowledged(), done.size());
    host.assertSound();
  }

  private List<String> assertWhole() {
    People people = new People(host);
    List<String> done =
        traffic.journeys().stream().flatMap(each -> each.assertWhole(people).stream()).toList();
    assertThat(done).as("completed once").doesNotHaveDuplicates();
    assertThat(
            host.admin().getIndexed("integrity").expect(200).list("exceptions").stream()
                .map(JsonNode::toString)
                .filter(each -> DISAGREEMENTS.stream().anyMatch(each::contains)))
        .as("where engine and domain disagree (seed " + seed + ")")
        .isEmpty();
    return done;
  }
}
