package org.chancery.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process ends abruptly at each named point of a disposition, over the embedded database; after
 * the next start each folder has been disposed of once, and all is certified.
 */
@Tag("kills")
class KilledDispositionTest {
  private static final int KILLED = 137;
  private static final List<String> POINTS =
      List.of(
          "disposition-begin",
          "disposition-stub:2",
          "disposition-remove",
          "disposition-item:3",
          "disposition-next:2",
          "disposition-erase",
          "disposition-certificate",
          "disposition-end");

  @TempDir Path home;

  private List<String> run(String mode, String point, int expected)
      throws IOException, InterruptedException {
    Path log = home.resolve(mode + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            DisposingServer.class.getName(),
            home.resolve("data").toString(),
            mode);
    builder.environment().put("CHANCERY_KILL_AT", point);
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("it ends").isTrue();
    List<String> lines = Files.readAllLines(log);
    assertThat(process.exitValue())
        .as(mode + " at " + point + "\n" + String.join("\n", lines))
        .isEqualTo(expected);
    return lines;
  }

  private static List<String> told(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .toList();
  }

  @Test
  void whereverItIsKilledEachFolderIsDisposedOfOnce() throws IOException, InterruptedException {
    List<String> shelves = new ArrayList<>();
    List<String> lines = List.of();
    for (String point : POINTS) {
      shelves.addAll(told(run("begin", point, KILLED), "SHELF"));
      lines = run("end", "", 0);
      assertThat(told(lines, "ROW")).as(point).containsExactlyInAnyOrderElementsOf(shelves);
    }
    assertThat(shelves).hasSize(3 * POINTS.size());
    assertThat(told(lines, "STUB")).containsExactlyInAnyOrderElementsOf(shelves);
    assertThat(told(lines, "THERE")).isEmpty();
    assertThat(told(lines, "DISPOSITION")).hasSize(POINTS.size()).containsOnly("DONE 3 true");
  }
}
