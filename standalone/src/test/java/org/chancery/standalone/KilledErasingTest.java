package org.chancery.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole server, over its own database, ends abruptly at the points of erasing a person; the
 * next one finishes it, or nothing was begun. In the end each was erased once and proved once, and
 * no word is left (requirement S11). Not every point has its turn each time: with {@code
 * -Dchancery.kills=all} all have; all are come to in memory, too.
 */
class KilledErasingTest {
  private static final List<String> SOME =
      List.of("erasure-remove", "erasure-erase", "erasure-end");
  private static final List<String> ALL =
      List.of(
          "erasure-marks",
          "erasure-mentions",
          "erasure-remove",
          "erasure-order",
          "erasure-erase",
          "erasure-proof",
          "erasure-end");

  @TempDir Path home;
  private final List<String> people = new ArrayList<>();

  private List<String> run(String point, int expected) throws Exception {
    Path log = home.resolve(point + ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                ErasingServer.class.getName(),
                home.resolve("data").toString(),
                point)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("it ends").isTrue();
    List<String> lines = Files.readAllLines(log);
    assertThat(process.exitValue()).as(point + "\n" + String.join("\n", lines)).isEqualTo(expected);
    people.addAll(told(lines, "PERSON"));
    return lines;
  }

  private static List<String> told(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .toList();
  }

  @Test
  void whereverItIsKilledEachIsErasedOnceAndNothingIsLeft() throws Exception {
    List<String> points = "all".equals(System.getProperty("chancery.kills")) ? ALL : SOME;
    for (String point : points) {
      List<String> before = List.copyOf(people);
      List<String> lines = run(point, ArmedCheckpoint.KILLED);
      requireWhole(lines, before);
    }
    List<String> lines = run("end", 0);
    int parting = lines.lastIndexOf("TOLD");
    requireWhole(lines.subList(0, parting), people);
    List<String> end = lines.subList(parting, lines.size());
    assertThat(told(end, "ERASED"))
        .containsExactlyInAnyOrderElementsOf(people.stream().map(id -> id + " done 200").toList());
    assertThat(told(end, "PROVED")).hasSize(people.size()).doesNotHaveDuplicates();
    assertThat(told(end, "THERE")).isEmpty();
    assertThat(told(end, "LEFT")).isEmpty();
    assertThat(told(end, "LEDGER")).containsExactly("true");
    assertThat(new DataReading(home.resolve("data"), ErasingServer.WORDS).inFiles()).isEmpty();
  }

  /** Each is there as if nothing had been ordered, or erased and proved. */
  private static void requireWhole(List<String> lines, List<String> people) {
    List<String> erased = told(lines, "ERASED");
    assertThat(erased).allMatch(each -> each.endsWith(" done 200"));
    List<String> all = new ArrayList<>(told(lines, "THERE"));
    erased.forEach(each -> all.add(each.split(" ")[0]));
    assertThat(all).containsExactlyInAnyOrderElementsOf(people);
    assertThat(told(lines, "PROVED")).hasSize(erased.size()).doesNotHaveDuplicates();
  }
}
