package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chancery.core.audit.Action;
import org.chancery.core.memory.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wherever the process ends, an erasure is done wholly or not at all, once, with one proof
 * (requirement S11).
 */
class KilledErasureTest {
  @TempDir Path scratch;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T10:00:00Z"));
  private TestHost host;
  private String person;
  private String other;
  private String noted;

  /** The end of the process; not an exception, so that nothing goes on after it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void open() {
    host = new TestHost(scratch, true, true, clock);
    TestHost.Client clerk = host.as("clerk");
    person =
        clerk
            .post(
                "/people",
                "{'person':{'firstName':'Qadira','lastName':'Zephyrine','zip':'78501'},"
                    + "'privateContact':{'mobilePhone':['(956) 555-0199']}}")
            .text("id");
    other = clerk.post("/people", "{'person':{'lastName':'Bello'}}").text("id");
    noted =
        clerk
            .post(
                "/interactions",
                "{'date':'2026-01-05','mode':'phone','people':['"
                    + person
                    + "','"
                    + other
                    + "'],'outcome':'Zephyrine and Bello agreed'}")
            .text("id");
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void itBeginsAtOnceAndAReaderThatHoldsOnDoesNotDefeatIt() {
    host.host.obstacle = Optional.of("A transaction has been open since before the removal.");
    Instant ordered = clock.instant();
    assertThat(order().status()).isEqualTo(202);
    TestHost.Client clerk = host.as("clerk");
    // Nobody has to wait for a clock: the first try comes by itself.
    TestHost.await(() -> clerk.get("/erasures").json().at("/items/0").has("problem"));
    assertThat(clerk.get("/erasures").json().at("/items/0/problem").asText())
        .contains("A transaction has been open");
    for (int minute = 0; minute < 10; minute++) {
      clock.forward(Duration.ofMinutes(1));
      host.chancery.erasures().once();
    }
    assertThat(clerk.get("/erasures").json().at("/items/0/state").asText()).isEqualTo("erasing");
    host.host.obstacle = Optional.empty();
    clock.forward(Duration.ofMinutes(1));
    requireErasedOnce();
    Instant ended = Instant.parse(clerk.get("/erasures").json().at("/items/0/ended").asText());
    assertThat(Duration.between(ordered, ended)).isLessThan(Duration.ofMinutes(15));
    assertThat(clerk.get("/erasures").json().at("/items/0").has("problem")).isFalse();
  }

  private AtomicBoolean killAt(String point) {
    AtomicBoolean killed = new AtomicBoolean();
    host.point =
        reached -> {
          if (reached.equals(point)) {
            killed.set(true);
            throw new Killed();
          }
        };
    return killed;
  }

  private TestHost.Reply order() {
    return host.as("clerk")
        .post(
            "/people/" + person + "/erasure",
            "{'via':'phone','reason':'asked','mentions':[{'node':'"
                + noted
                + "','decision':'words'}]}");
  }

  private long rows(String step) {
    return host.host.ledger().events().stream()
        .filter(event -> event.action() == Action.PERSON_ERASE)
        .filter(event -> step.equals(event.details().get("step")))
        .count();
  }

  private void requireErasedOnce() {
    TestHost.Client clerk = host.as("clerk");
    TestHost.await(
        () -> clerk.get("/erasures").json().at("/items/0/state").asText().equals("done"));
    assertThat(clerk.get("/erasures").json().path("items")).hasSize(1);
    String id = clerk.get("/erasures").json().at("/items/0/id").asText();
    assertThat(clerk.get("/erasures/" + id + "/proof").status()).isEqualTo(200);
    assertThat(rows("taken out")).isEqualTo(1);
    assertThat(rows("proved")).isEqualTo(1);
    assertThat(host.host.queue().size("erasure")).isZero();
    for (String word : List.of("Qadira", "Zephyrine", "555-0199")) {
      assertThat(host.host.wherever(word)).isEmpty();
    }
    assertThat(clerk.get("/interactions/" + noted).text("outcome"))
        .isEqualTo("[erased] and Bello agreed");
    assertThat(clerk.get("/people/" + other).json().path("contacts").asInt()).isEqualTo(1);
    assertThat(
            clerk
                .post(
                    "/people",
                    "{'person':{'lastName':'X'},'privateContact':{'mobilePhone':['956"
                        + " 555 0199']}}")
                .text("code"))
        .isEqualTo("stopped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"erasure-marks", "erasure-mentions", "erasure-remove", "erasure-order"})
  void anOrderIsDoneWhollyOrNotAtAll(String point) {
    AtomicBoolean killed = killAt(point);
    try {
      assertThat(order().status()).isEqualTo(500);
    } catch (Killed e) {
      // As it should be: nothing answers any more.
    }
    assertThat(killed).isTrue();
    host.restart();
    TestHost.Client clerk = host.as("clerk");
    assertThat(clerk.get("/people/" + person).body()).contains("Zephyrine", "0199");
    assertThat(clerk.get("/interactions/" + noted).text("outcome"))
        .isEqualTo("Zephyrine and Bello agreed");
    assertThat(clerk.get("/erasures").json().path("items")).isEmpty();
    assertThat(host.host.queue().size("erasure")).isZero();
    assertThat(rows("taken out")).isZero();
    // No mark was left: they can still be entered.
    assertThat(
            clerk
                .post(
                    "/people",
                    "{'person':{'firstName':'Qadira','lastName':'Zephyrine'," + "'zip':'78501'}}")
                .text("code"))
        .isEqualTo("possible-duplicates");
    assertThat(order().status()).isEqualTo(202);
    requireErasedOnce();
  }

  @ParameterizedTest
  @ValueSource(strings = {"erasure-erase", "erasure-proof", "erasure-end"})
  void whatWasOrderedIsBroughtToItsEndOnce(String point) {
    AtomicBoolean killed = killAt(point);
    assertThat(order().status()).isEqualTo(202);
    TestHost.await(killed::get);
    TestHost.Client clerk = host.as("clerk");
    assertThat(clerk.get("/erasures").json().at("/items/0/state").asText()).isEqualTo("erasing");
    assertThat(rows("proved")).isZero();
    host.restart();
    requireErasedOnce();
  }
}
