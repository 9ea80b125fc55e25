package org.chancery.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.IndexEntry;
import org.chancery.core.search.Tally;
import org.chancery.core.search.Visibility;
import org.chancery.model.QName;

/** Counts over the index are those of a plain walk over all entries that the caller may see. */
class TallyPropertyTest {
  private static final QName FILE = QName.of("cor:caseFile");
  private static final QName TASKING = QName.of("cor:tasking");
  private static final List<String> GROUPS = List.of("GROUP_A", "GROUP_B", "GROUP_C");
  private static final List<String> COMPONENTS = List.of("OPA", "CBP", "ICE");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  @Property(tries = 25)
  void figuresAreThoseOfAPlainWalk(
      @ForAll Random random, @ForAll @IntRange(min = 0, max = 80) int size) throws IOException {
    List<IndexEntry> entries = office(random, size);
    Path directory = Files.createTempDirectory("tally-property");
    try (LuceneSearchIndex index = LuceneSearchIndex.open(directory, TestEntries.MODEL)) {
      List<IndexEntry> shuffled = new ArrayList<>(entries);
      Collections.shuffle(shuffled, random);
      for (IndexEntry entry : shuffled) {
        index.apply(List.of(entry), List.of());
        if (random.nextInt(10) == 0) {
          index.refresh();
        }
      }
      index.refresh();
      for (int i = 0; i < 5; i++) {
        ask(index, entries, random);
      }
    } finally {
      try (Stream<Path> all = Files.walk(directory)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static void ask(LuceneSearchIndex index, List<IndexEntry> entries, Random random) {
    Set<String> who = new HashSet<>(List.of(GROUPS.get(random.nextInt(GROUPS.size()))));
    Set<NodeId> masked = new HashSet<>();
    entries.stream().map(IndexEntry::id).filter(id -> random.nextInt(15) == 0).forEach(masked::add);
    Visibility visibility = new Visibility(random.nextInt(5) == 0, who, masked);
    List<IndexEntry> seen = entries.stream().filter(entry -> visible(visibility, entry)).toList();
    LocalDate from = FIRST.plusDays(random.nextInt(200));
    LocalDate to = from.plusDays(random.nextInt(200));
    String component = COMPONENTS.get(random.nextInt(COMPONENTS.size()));

    Tally files =
        Tally.of(FILE)
            .with(new Tally.Between("cor:dateReceived", Optional.of(from), Optional.of(to)))
            .measuring(new Tally.Days("cor:dateReceived", Optional.of("cor:dateClosed"), to));
    Predicate<IndexEntry> received =
        file -> {
          LocalDate day = (LocalDate) value(file, "cor:dateReceived");
          return is(file, FILE) && day != null && !day.isBefore(from) && !day.isAfter(to);
        };
    same(
        index.tally(files.by(new Tally.ByField("component", false)), visibility),
        rows(
            seen.stream().filter(received).toList(),
            file -> components(file).stream().map(List::of).toList()),
        TallyPropertyTest::daysToClose);
    same(
        index.tally(
            files
                .by(new Tally.ByPeriod("cor:dateReceived", Tally.Unit.MONTH))
                .by(new Tally.ByField("status", false)),
            visibility),
        rows(
            seen.stream().filter(received).toList(),
            file ->
                List.of(
                    List.of(
                        value(file, "cor:dateReceived").toString().substring(0, 7),
                        value(file, "cor:status").toString()))),
        TallyPropertyTest::daysToClose);
    same(
        index.tally(
            Tally.of(FILE)
                .with(new Tally.NoneOf("status", Set.of("closed")))
                .with(new Tally.Lacks("cor:dueDate")),
            visibility),
        rows(
            seen.stream()
                .filter(
                    file ->
                        is(file, FILE)
                            && !"closed".equals(value(file, "cor:status"))
                            && value(file, "cor:dueDate") == null)
                .toList(),
            file -> List.of(List.of())),
        file -> Optional.empty());
    same(
        index.tally(
            Tally.of(FILE)
                .by(new Tally.ByField("timeliness", false))
                .with(new Tally.Has("cor:dueDate")),
            visibility),
        rows(
            seen.stream()
                .filter(file -> is(file, FILE) && value(file, "cor:dueDate") != null)
                .toList(),
            file -> List.of(List.of(timeliness(file)))),
        file -> Optional.empty());

    Set<String> counting = new HashSet<>();
    seen.stream()
        .filter(file -> is(file, FILE) && components(file).contains(component))
        .forEach(file -> counting.add(file.id().value()));
    same(
        index.tally(
            Tally.of(TASKING)
                .below(
                    new Tally.Above(FILE, List.of(new Tally.AnyOf("component", Set.of(component)))))
                .by(new Tally.ByField("status", true))
                .by(new Tally.ByField("taskState", false)),
            visibility),
        rows(
            seen.stream()
                .filter(
                    tasking ->
                        is(tasking, TASKING) && counting.contains(value(tasking, "cor:taskFile")))
                .toList(),
            tasking ->
                List.of(
                    List.of(
                        entries.stream()
                            .filter(
                                file -> file.id().value().equals(value(tasking, "cor:taskFile")))
                            .map(file -> value(file, "cor:status").toString())
                            .findFirst()
                            .orElseThrow(),
                        value(tasking, "cor:taskState").toString()))),
        tasking -> Optional.empty());
    together(index, visibility, random);
  }

  /** Counted together, whether of the same nodes or not, they are what they are one by one. */
  private static void together(LuceneSearchIndex index, Visibility visibility, Random random) {
    Tally.ByField component = new Tally.ByField("component", false);
    Tally.ByField status = new Tally.ByField("status", false);
    List<Tally> asked =
        new ArrayList<>(
            List.of(
                Tally.of(FILE).by(component),
                Tally.of(FILE).by(status).by(component),
                Tally.of(FILE).with(new Tally.NoneOf("status", Set.of("closed"))).by(component),
                Tally.of(TASKING).by(new Tally.ByField("taskState", false)),
                Tally.of(FILE).by(new Tally.ByPeriod("cor:dateReceived", Tally.Unit.MONTH)),
                Tally.of(FILE)));
    asked.add(asked.get(random.nextInt(asked.size())));
    Collections.shuffle(asked, random);
    assertThat(index.tallies(asked, visibility))
        .isEqualTo(asked.stream().map(each -> index.tally(each, visibility)).toList());
  }

  private static void same(
      Tally.Result actual,
      Map<String, List<IndexEntry>> expected,
      Function<IndexEntry, Optional<Long>> days) {
    Map<String, Tally.Figures> found = new TreeMap<>();
    actual.rows().forEach((key, figures) -> found.put(String.join("|", key), figures));
    Map<String, Tally.Figures> wanted = new TreeMap<>();
    expected.forEach(
        (key, entries) -> {
          List<Long> measured =
              entries.stream().flatMap(entry -> days.apply(entry).stream()).sorted().toList();
          wanted.put(
              key,
              measured.isEmpty()
                  ? new Tally.Figures(entries.size(), 0, 0, 0, 0)
                  : new Tally.Figures(
                      entries.size(),
                      measured.size(),
                      measured.stream().mapToLong(each -> each).average().orElseThrow(),
                      measured.get((measured.size() - 1) / 2),
                      measured.get((int) Math.ceil(measured.size() * 0.9) - 1)));
        });
    assertThat(found).isEqualTo(wanted);
  }

  private static Map<String, List<IndexEntry>> rows(
      List<IndexEntry> entries, Function<IndexEntry, List<List<String>>> keys) {
    Map<String, List<IndexEntry>> rows = new TreeMap<>();
    for (IndexEntry entry : entries) {
      for (List<String> key : keys.apply(entry)) {
        rows.computeIfAbsent(String.join("|", key), any -> new ArrayList<>()).add(entry);
      }
    }
    return rows;
  }

  private static Optional<Long> daysToClose(IndexEntry file) {
    LocalDate closed = (LocalDate) value(file, "cor:dateClosed");
    LocalDate received = (LocalDate) value(file, "cor:dateReceived");
    return closed == null || received == null
        ? Optional.empty()
        : Optional.of(closed.toEpochDay() - received.toEpochDay());
  }

  private static String timeliness(IndexEntry file) {
    LocalDate closed = (LocalDate) value(file, "cor:dateClosed");
    LocalDate due = (LocalDate) value(file, "cor:dueDate");
    return closed == null ? "" : closed.isAfter(due) ? "late" : "onTime";
  }

  private static List<String> components(IndexEntry file) {
    Object value = value(file, "cor:component");
    return value == null
        ? List.of("")
        : ((List<?>) value).stream().map(Object::toString).distinct().toList();
  }

  private static Object value(IndexEntry entry, String property) {
    return entry.properties().get(QName.of(property));
  }

  private static boolean is(IndexEntry entry, QName type) {
    return entry.types().contains(type);
  }

  private static boolean visible(Visibility visibility, IndexEntry entry) {
    boolean masked =
        Stream.concat(Stream.of(entry.id()), entry.ancestors().stream())
            .anyMatch(visibility.masked()::contains);
    boolean readable =
        visibility.everything() || !Collections.disjoint(visibility.authorities(), entry.readers());
    return readable && !masked;
  }

  private static List<IndexEntry> office(Random random, int size) {
    List<IndexEntry> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      boolean closed = random.nextBoolean();
      LocalDate received = FIRST.plusDays(random.nextInt(365));
      TestEntries.Builder file =
          TestEntries.entry("file " + i)
              .type("cor:caseFile")
              .readers(readers(random))
              .with("cor:status", closed ? "closed" : random.nextBoolean() ? "open" : "routed");
      if (random.nextInt(8) > 0) {
        file.with("cor:dateReceived", received);
      }
      if (random.nextBoolean()) {
        file.with("cor:dueDate", received.plusDays(random.nextInt(40)));
      }
      if (closed) {
        file.with("cor:dateClosed", received.plusDays(random.nextInt(60)));
      }
      int count = random.nextInt(3);
      if (count > 0) {
        file.with("cor:component", COMPONENTS.subList(0, count + random.nextInt(4 - count)));
      }
      IndexEntry made = file.build();
      entries.add(made);
      for (int task = random.nextInt(3); task > 0; task--) {
        entries.add(
            TestEntries.entry("tasking")
                .type("cor:tasking")
                .readers(readers(random))
                .below(made.id())
                .with("cor:taskFile", made.id().value())
                .with("cor:taskState", random.nextBoolean() ? "open" : "done")
                .build());
      }
    }
    return entries;
  }

  private static String[] readers(Random random) {
    String one = GROUPS.get(random.nextInt(GROUPS.size()));
    String other = GROUPS.get(random.nextInt(GROUPS.size()));
    return one.equals(other) ? new String[] {one} : new String[] {one, other};
  }

  @Example
  void whatTheIndexDoesNotHoldCannotBeAskedFor() throws IOException {
    Path directory = Files.createTempDirectory("tally");
    try (LuceneSearchIndex index = LuceneSearchIndex.open(directory, TestEntries.MODEL)) {
      assertThat(index.tally(Tally.of(FILE), TestEntries.ALL).rows()).isEmpty();
      for (Tally wrong :
          List.of(
              Tally.of(FILE).by(new Tally.ByField("secret", false)),
              Tally.of(FILE).by(new Tally.ByField("status", true)),
              Tally.of(FILE).with(new Tally.AnyOf("cor:status", Set.of("open"))),
              Tally.of(FILE).with(new Tally.Has("cor:subject")),
              Tally.of(FILE).by(new Tally.ByPeriod("nothing", Tally.Unit.YEAR)))) {
        assertThatThrownBy(() -> index.tally(wrong, TestEntries.ALL))
            .as(wrong.toString())
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }
}
