package org.chancery.intakeprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.core.intake.DocumentReader;
import org.chancery.core.intake.Readings;
import org.chancery.core.repository.Checkpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RemoteReadingsTest {
  private static final String SHA_OF_X =
      "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
  private static final String TAKEN =
      "{\"lease\":\"1.a\",\"id\":\"6f7ea6a9-3f0e-4a6e-9a53-5a2a9ad5b7f0\",\"name\":\"a.txt\","
          + "\"sha256\":\""
          + SHA_OF_X
          + "\",\"size\":1,\"attempt\":1,\"leaseSeconds\":60}";
  private static final String LOST = "{\"code\":\"lease-lost\",\"detail\":\"Drop it.\"}";
  private static final DocumentReader.Outcome READ =
      new DocumentReader.Read(
          "text/plain",
          List.of("one\fstill one", "two"),
          97,
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of("CODE"),
          Optional.empty());

  @TempDir Path folder;
  private FakeRepository fake;
  private RemoteReadings readings;

  @BeforeEach
  void open() throws IOException {
    fake = new FakeRepository();
    readings = fresh();
    fake.always("POST reading/take", 200, TAKEN);
    fake.always("GET reading/1.a/original", 200, "x");
    for (String end : List.of("result", "refused", "progress", "failed", "release")) {
      fake.always("POST reading/1.a/" + end, 204, "");
    }
  }

  @AfterEach
  void close() {
    fake.close();
  }

  /** A process that has just started. */
  private RemoteReadings fresh() {
    return new RemoteReadings(
        fake.seen(Clock.systemUTC()),
        new OpenLeases(folder.resolve("leases")),
        Checkpoint.NONE,
        Clock.systemUTC());
  }

  /** As the repository writes them. */
  static Stream<DocumentReader.Letter> orders() {
    return Stream.of(
        new DocumentReader.Merge(Map.of("lastName", "Okafor")),
        new DocumentReader.Print("code", "2026-1"),
        new DocumentReader.Preserve(true),
        new DocumentReader.Rows("Contacts", true, 3));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void everyOrderThereIsArrives(DocumentReader.Letter order) throws IOException {
    fake.first(
        "POST reading/take",
        200,
        TAKEN.replace("}", ",\"letter\":" + Wire.JSON.writeValueAsString(order) + "}"));
    assertThat(readings.take().orElseThrow().letter()).contains(order);
  }

  @Test
  void noOrderIsLeftOut() {
    assertThat(orders().map(Object::getClass))
        .containsExactlyInAnyOrder(DocumentReader.Letter.class.getPermittedSubclasses());
  }

  @Test
  void aResultIsSentWithItsPagesPartedByFormFeeds() throws IOException {
    Readings.Task task = readings.take().orElseThrow();
    Path original = readings.original(task, folder);
    assertThat(Files.readString(original)).isEqualTo("x");
    readings.keep(task, READ);
    String body = fake.asked("POST reading/1.a/result").get(0).body();
    assertThat(body).contains("\"pageCount\":2").contains("one\nstill one\ftwo");
    assertThat(readings.underWay()).isEmpty();
  }

  @Test
  void aResultIsDeliveredHoweverOftenTheRepositoryIsAway() {
    Readings.Task task = readings.take().orElseThrow();
    fake.first("POST reading/1.a/result", 503, "");
    fake.first("POST reading/1.a/result", 502, "");
    readings.keep(task, READ);
    assertThat(fake.asked("POST reading/1.a/result")).hasSize(3);
    assertThat(readings.counts()).containsEntry("read", 1L);
  }

  @Test
  void anOriginalOfOtherBytesIsNotRead() {
    fake.always("GET reading/1.a/original", 200, "y");
    Readings.Task task = readings.take().orElseThrow();
    assertThatThrownBy(() -> readings.original(task, folder))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whoLostTheLeaseIsToldAndForgetsIt() {
    Readings.Task task = readings.take().orElseThrow();
    fake.always("POST reading/1.a/progress", 409, LOST);
    fake.always("POST reading/1.a/result", 409, LOST);
    assertThat(readings.extend(task)).isFalse();
    assertThatThrownBy(() -> readings.keep(task, READ)).isInstanceOf(Readings.LeaseLost.class);
    assertThat(readings.underWay()).isEmpty();
    assertThat(new OpenLeases(folder.resolve("leases")).abandoned()).isEmpty();
  }

  @Test
  void whatAKilledProcessHeldIsGivenBackAtTheNextStartAndOnce() {
    readings.take();
    RemoteReadings next = fresh();
    fake.always("POST reading/take", 204, "");
    next.take();
    next.take();
    assertThat(fake.asked("POST reading/1.a/failed")).hasSize(1);
    fresh().take();
    assertThat(fake.asked("POST reading/1.a/failed")).hasSize(1);
  }

  @Test
  void whileTheRepositoryIsAwayNothingIsTaken() {
    fake.always("GET me", 503, "");
    assertThat(readings.take()).isEmpty();
    assertThat(fake.asked("POST reading/take")).isEmpty();
  }
}
