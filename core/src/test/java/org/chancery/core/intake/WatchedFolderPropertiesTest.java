package org.chancery.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Scanners, people and crashes in any order. */
class WatchedFolderPropertiesTest {
  private static final List<String> POINTS =
      List.of("after-hash", "after-blob", "before-commit", "after-commit", "before-leave");

  @Provide
  Arbitrary<List<Integer>> steps() {
    return Arbitraries.integers().between(0, 99).list().ofMinSize(5).ofMaxSize(40);
  }

  @Property(tries = 60)
  void nothingIsLostAndNothingIsDoubled(@ForAll("steps") List<Integer> steps) throws IOException {
    Path root = Files.createTempDirectory("watched-");
    try {
      IntakeFixture intake = new IntakeFixture(root);
      Map<String, String> dropped = new TreeMap<>();
      for (int step : steps) {
        act(intake, step, dropped);
      }
      intake.killAt("nowhere");
      intake.restart();
      intake.settle();
      intake.clock.forward(Duration.ofMinutes(5));
      intake.settle();
      assertThat(intake.received())
          .extracting(intake::text)
          .containsExactlyInAnyOrderElementsOf(dropped.values());
      assertThat(intake.folder.arriving()).isEmpty();
    } finally {
      try (var files = Files.walk(root)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void act(IntakeFixture intake, int step, Map<String, String> dropped)
      throws IOException {
    if (step < 30) {
      String name = "f" + dropped.size() + ".txt";
      String text = "content of " + name;
      Files.writeString(intake.inbox.resolve(name), text);
      dropped.put(name, text);
    } else if (step < 45) {
      append(intake, dropped);
    } else if (step < 60) {
      intake.clock.forward(Duration.ofSeconds(1));
    } else if (step < 80) {
      pass(intake);
    } else {
      intake.killAt(POINTS.get(step % POINTS.size()));
      pass(intake);
    }
  }

  /** Only what is still in the folder can be written to. */
  private static void append(IntakeFixture intake, Map<String, String> dropped) throws IOException {
    for (Map.Entry<String, String> each : dropped.entrySet()) {
      Path file = intake.inbox.resolve(each.getKey());
      if (Files.exists(file)) {
        Files.writeString(file, "+", StandardOpenOption.APPEND);
        each.setValue(each.getValue() + "+");
        return;
      }
    }
  }

  private static void pass(IntakeFixture intake) {
    try {
      intake.folder.pass();
    } catch (IntakeFixture.Killed e) {
      intake.restart();
    }
  }
}
