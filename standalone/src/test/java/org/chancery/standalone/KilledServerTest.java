package org.chancery.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chancery.archive.bag.Fault;
import org.chancery.archive.check.PackageCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole server, over its own database, ends abruptly at named points of a disposition, of a
 * transfer and of the erasing; the next one finishes it. In the end each folder has been disposed
 * of once and certified, each package was whole, and no word is left.
 *
 * <p>Each process takes some seconds, so not every point has its turn each time: with {@code
 * -Dchancery.kills=all} all have. Every point of a disposition and of the writing of a package is
 * also come to in memory, in milliseconds, by tests of their own.
 */
class KilledServerTest {
  private static final List<String> SOME =
      List.of(
          "disposition-item:3",
          "erase-database",
          "transfer-copies:2",
          "package-sealed",
          "transfer-packaged");

  private static final List<String> ALL =
      List.of(
          "disposition-propose",
          "disposition-approve:2",
          "disposition-begin",
          "disposition-stub:2",
          "disposition-remove:2",
          "disposition-item:3",
          "disposition-next:2",
          "disposition-erase",
          "erase-work",
          "erase-answers",
          "erase-routing",
          "erase-working-files",
          "erase-bytes",
          "erase-index",
          "erase-database",
          "erase-statistics",
          "erase-log",
          "erase-forget",
          "disposition-certificate",
          "disposition-end",
          "transfer-copies",
          "transfer-copies:2",
          "transfer-file:2",
          "package-file:2",
          "package-copied",
          "package-described",
          "package-listed",
          "package-undeclared",
          "package-sealed",
          "package-named",
          "transfer-written",
          "transfer-checked",
          "transfer-packaged",
          "transfer-cleared");

  @TempDir Path home;
  private final List<String> destroyed = new ArrayList<>();
  private final List<String> transferred = new ArrayList<>();
  private final Set<Path> looked = new HashSet<>();

  private List<String> run(String point, int expected) throws IOException, InterruptedException {
    Path log = home.resolve(point.replace(':', '-') + ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                DisposingServer.class.getName(),
                home.resolve("data").toString(),
                point)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("it ends").isTrue();
    List<String> lines = Files.readAllLines(log);
    assertThat(process.exitValue()).as(point + "\n" + String.join("\n", lines)).isEqualTo(expected);
    destroyed.addAll(told(lines, "SHELF"));
    transferred.addAll(told(lines, "LASTING"));
    return lines;
  }

  private static List<String> told(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .toList();
  }

  @Test
  void whereverItIsKilledAllIsDoneOnceAndNothingIsLeft() throws Exception {
    List<String> points = "all".equals(System.getProperty("chancery.kills")) ? ALL : SOME;
    List<String> before = List.of();
    String last = "nothing";
    for (String point : points) {
      List<String> shelves = List.copyOf(destroyed);
      before = run(point, ArmedCheckpoint.KILLED);
      requireFinished(last, before, shelves);
      last = point;
    }
    List<String> end = run("end", 0);
    int parting = end.lastIndexOf("TOLD");
    requireFinished(last, end.subList(0, parting), destroyed);
    requireAllDone(end.subList(parting, end.size()));
    assertThat(new DataReading(home.resolve("data"), DisposingServer.WORDS).inFiles()).isEmpty();
  }

  /** What a server has found and finished that one before it, killed there, had left. */
  private void requireFinished(String point, List<String> lines, List<String> shelves)
      throws IOException {
    List<String> gone = told(lines, "ROW");
    assertThat(gone).as(point).doesNotHaveDuplicates();
    boolean rolledBack =
        point.startsWith("disposition-propose") || point.startsWith("disposition-approve");
    if (!rolledBack) {
      assertThat(gone).as(point).containsAll(shelves);
      assertThat(told(lines, "DESTROYED")).as(point).allMatch(each -> each.matches("DONE . true"));
    }
    assertThat(told(lines, "STUB")).as(point).containsExactlyInAnyOrderElementsOf(gone);
    assertThat(told(lines, "THERE")).as(point).isEmpty();
    List<String> acts = told(lines, "PACKAGE");
    assertThat(acts).as(point).doesNotHaveDuplicates();
    List<String> packages = told(lines, "FILE");
    long waiting =
        told(lines, "TRANSFER").stream().filter(each -> each.contains(" packaged ")).count();
    assertThat(packages)
        .as(point)
        .hasSize((int) waiting)
        .allMatch(name -> !name.contains("."), "nothing unfinished");
    assertThat(told(lines, "TRANSFER"))
        .as(point)
        .allMatch(each -> each.endsWith(" []") || each.endsWith(" [plain.pdf]"));
    assertThat(acts).as(point).hasSize(2 * told(lines, "TRANSFER").size());
    for (String name : packages) {
      requireWhole(home.resolve("data/transfers").resolve(name));
    }
  }

  /** Valid, with each file once. */
  private void requireWhole(Path folder) throws IOException {
    if (!Files.exists(folder) || !looked.add(folder)) {
      return;
    }
    List<Fault> faults = new ArrayList<>();
    new PackageCheck().check(folder, faults::add);
    assertThat(faults).filteredOn(fault -> !fault.isWarning()).as(folder.toString()).isEmpty();
    List<String> files;
    try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
      files = all.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
    }
    assertThat(files)
        .filteredOn(file -> file.endsWith(".txt"))
        .containsExactlyInAnyOrder("one.txt", "two.txt");
    assertThat(files).filteredOn(file -> file.endsWith(".pdf")).size().isIn(0, 2);
  }

  private void requireAllDone(List<String> lines) {
    List<String> all = new ArrayList<>(destroyed);
    all.addAll(transferred);
    assertThat(told(lines, "ROW")).containsExactlyInAnyOrderElementsOf(all);
    assertThat(told(lines, "STUB")).containsExactlyInAnyOrderElementsOf(all);
    assertThat(told(lines, "THERE")).isEmpty();
    assertThat(told(lines, "DESTROYED")).allMatch(each -> each.matches("DONE . true"));
    assertThat(told(lines, "TRANSFER"))
        .hasSize(transferred.size())
        .containsOnly("DONE in-custody []");
    assertThat(told(lines, "FILE")).isEmpty();
    assertThat(told(lines, "LEFT")).isEmpty();
    assertThat(told(lines, "LEDGER")).containsExactly("true");
  }
}
