package org.chancery.acceptance.routing;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chancery.acceptance.host.Client;

/** Several clients at once, each doing whatever is next in any of the case files. */
final class Traffic implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final ExecutorService clients;
  private final List<Journey> journeys = new ArrayList<>();
  private final List<Future<?>> running = new ArrayList<>();
  private final Random random;
  private final int many;

  Traffic(int many, Random random) {
    this.many = many;
    this.random = random;
    this.clients = Executors.newFixedThreadPool(many);
  }

  List<Journey> journeys() {
    return journeys;
  }

  /** How many acts the host has ever said are done. */
  int acknowledged() {
    return journeys.stream().mapToInt(Journey::acknowledged).sum();
  }

  /** A new case file for each shipped template. */
  void open(People people, String name) {
    Client clerk = people.client("femaclerk");
    for (Template template : Template.SHIPPED) {
      String folder =
          clerk
              .post(
                  "case-folders",
                  Map.of(
                      "holderKind",
                      "individual",
                      "holderName",
                      name + ", " + template.key() + " " + random.nextLong()))
              .expect(201)
              .text("id");
      String file =
          clerk
              .post(
                  "case-folders/" + folder + "/case-files",
                  Map.of(
                      "subject", name, "source", "public", "component", List.of("EXECSEC", "ICE")))
              .expect(201)
              .text("id");
      journeys.add(new Journey(file, template));
    }
  }

  /** Begins; ends by itself when nothing is left to do, or the host is gone. */
  void begin(People people) {
    for (int i = 0; i < many; i++) {
      Random own = new Random(random.nextLong());
      running.add(clients.submit(() -> work(people, own)));
    }
  }

  private void work(People people, Random own) {
    List<Journey> left = new ArrayList<>(journeys);
    try {
      while (!left.isEmpty()) {
        Journey journey = left.get(own.nextInt(left.size()));
        if (!journey.move(people, own)) {
          left.remove(journey);
        }
      }
    } catch (UncheckedIOException e) {
      // The host is gone; what has become of the last act is what the test asks afterwards.
      return;
    }
  }

  /** Waits for all clients to end, and fails with whatever one of them failed with. */
  void await() {
    try {
      for (Future<?> each : running) {
        each.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      }
      running.clear();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("A client failed", e);
    }
  }

  @Override
  public void close() {
    clients.shutdownNow();
  }
}
