package org.chancery.benchmarks.labelled;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rows of made-up people, and which of them are of one person: what matching (requirement S12) is
 * measured with.
 *
 * <p>{@code rows.csv} is what a matcher gets; {@code truth.csv} has every pair of rows of one
 * person, the lower id first; {@code kinds.csv} has behind each row who it is, who lives and works
 * with them, and what befell the row. The same seed gives the same bytes.
 */
public final class LabelledSet {
  private final List<Drawn> rows;

  private LabelledSet(List<Drawn> rows) {
    this.rows = rows;
  }

  /** That many rows, drawn with that seed. */
  static LabelledSet of(int rows, long seed) {
    return new LabelledSet(Drawing.rows(rows, seed));
  }

  /**
   * Arguments: {@code --out DIR [--rows 20000] [--seed N]}. Prints the seed and the share of each
   * kind.
   */
  public static void main(String[] arguments) throws IOException {
    Options options = new Options(arguments, "--out DIR [--rows 20000] [--seed N]");
    Path out = Path.of(options.required("--out"));
    int rows = options.number("--rows", 20_000);
    long seed = options.seed();
    options.done();
    LabelledSet set = of(rows, seed);
    set.write(out);
    System.out.printf(Locale.ROOT, "seed %d%n", seed);
    set.shares().forEach(System.out::println);
  }

  List<Drawn> rows() {
    return rows;
  }

  /** The id of the row at that index; as text they sort as they stand in the file. */
  static String id(int index) {
    return String.format(Locale.ROOT, "R%06d", index + 1);
  }

  /** All pairs of rows of one person as indexes, the lower first, in order. */
  List<int[]> truth() {
    Map<Integer, List<Integer>> byPerson = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      byPerson.computeIfAbsent(rows.get(i).person.number(), key -> new ArrayList<>()).add(i);
    }
    List<int[]> pairs = new ArrayList<>();
    for (List<Integer> of : byPerson.values()) {
      for (int i = 0; i < of.size(); i++) {
        for (int j = i + 1; j < of.size(); j++) {
          pairs.add(new int[] {of.get(i), of.get(j)});
        }
      }
    }
    pairs.sort((a, b) -> a[0] == b[0] ? Integer.compare(a[1], b[1]) : Integer.compare(a[0], b[0]));
    return pairs;
  }

  /** What a pair of one person's rows has to be found in spite of. */
  static Set<Kind> kinds(Drawn a, Drawn b) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    kinds.addAll(a.kinds);
    kinds.addAll(b.kinds);
    if (a.job != b.job) {
      kinds.add(Kind.MOVED_JOB);
    }
    if (a.showsHome != b.showsHome
        && a.fields.containsKey(Field.STREET)
        && b.fields.containsKey(Field.STREET)) {
      kinds.add(Kind.HOME_AND_WORK);
    }
    return kinds;
  }

  /** Writes the three files into that folder. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Writer out = Files.newBufferedWriter(folder.resolve("rows.csv"))) {
      writeRows(out);
    }
    try (Writer out = Files.newBufferedWriter(folder.resolve("truth.csv"))) {
      Csv.write(out, List.of("id1", "id2"));
      for (int[] pair : truth()) {
        Csv.write(out, List.of(id(pair[0]), id(pair[1])));
      }
    }
    try (Writer out = Files.newBufferedWriter(folder.resolve("kinds.csv"))) {
      writeKinds(out);
    }
  }

  void writeRows(Writer out) throws IOException {
    List<String> heading = new ArrayList<>(List.of("id"));
    Arrays.stream(Field.values()).map(Field::heading).forEach(heading::add);
    Csv.write(out, heading);
    for (int i = 0; i < rows.size(); i++) {
      List<String> values = new ArrayList<>(List.of(id(i)));
      for (Field field : Field.values()) {
        values.add(rows.get(i).fields.getOrDefault(field, ""));
      }
      Csv.write(out, values);
    }
  }

  private void writeKinds(Writer out) throws IOException {
    Csv.write(
        out, List.of("id", "person", "household", "place", "office", "job", "called", "kinds"));
    for (int i = 0; i < rows.size(); i++) {
      Drawn row = rows.get(i);
      Person person = row.person;
      Csv.write(
          out,
          List.of(
              id(i),
              String.valueOf(person.number()),
              String.valueOf(person.household().number()),
              person.place(),
              row.job < 0 ? "" : String.valueOf(row.jobOf().office().number()),
              String.valueOf(row.job),
              Offices.plain(person.given().name() + " " + person.family()),
              row.kinds.stream().map(Kind::word).collect(Collectors.joining("|"))));
    }
  }

  /** The share of each kind, of rows and of true pairs, a line each. */
  List<String> shares() {
    Map<String, Integer> ofRows = new HashMap<>();
    Map<String, Integer> ofPairs = new HashMap<>();
    rows.forEach(row -> row.kinds.forEach(kind -> ofRows.merge(kind.word(), 1, Integer::sum)));
    List<int[]> truth = truth();
    for (int[] pair : truth) {
      kinds(rows.get(pair[0]), rows.get(pair[1]))
          .forEach(kind -> ofPairs.merge(kind.word(), 1, Integer::sum));
    }
    Map<Integer, Integer> rowsOf = new HashMap<>();
    rows.forEach(row -> rowsOf.merge(row.person.number(), 1, Integer::sum));
    long several = rowsOf.values().stream().filter(count -> count > 1).count();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d rows of %d people, %.1f %% of whom have two to four; %d true pairs",
            rows.size(),
            rowsOf.size(),
            100.0 * several / rowsOf.size(),
            truth.size()));
    lines.add(String.format(Locale.ROOT, "%-24s %8s %8s", "kind", "% rows", "% pairs"));
    for (Kind kind : Kind.values()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-24s %8.1f %8.1f",
              kind.word(),
              100.0 * ofRows.getOrDefault(kind.word(), 0) / rows.size(),
              100.0 * ofPairs.getOrDefault(kind.word(), 0) / Math.max(1, truth.size())));
    }
    return lines;
  }
}
