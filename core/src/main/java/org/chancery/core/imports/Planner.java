package org.chancery.core.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.chancery.core.matching.Candidate;
import org.chancery.core.matching.MatchIndex;
import org.chancery.core.matching.Matcher;
import org.chancery.core.matching.Pair;
import org.chancery.core.matching.Profile;
import org.chancery.core.matching.Verdict;

/** Says what is to become of each row, and why. */
final class Planner {
  private static final int CANDIDATES = 4;
  private static final int STEP = 2000;

  private final Matcher matcher;

  Planner(Matcher matcher) {
    this.matcher = matcher;
  }

  /** Whether it goes on, and how many rows are planned. */
  record Watch(BooleanSupplier ending, IntConsumer done) {}

  /**
   * Plans all rows.
   *
   * @return empty when it was told to end
   */
  Optional<List<PlannedRow>> plan(List<FileRow> rows, KnownPeople known, Watch watch) {
    List<Integer> people =
        IntStream.range(0, rows.size())
            .filter(i -> rows.get(i).person().isPresent())
            .boxed()
            .toList();
    List<Profile> profiles =
        people.stream()
            .map(i -> KnownPeople.of(i + 1, rows.get(i).person().orElseThrow()))
            .toList();
    MatchIndex all = matcher.index(known.profiles());
    Map<Integer, List<Within>> within = within(profiles, people);
    PlannedRow[] planned = new PlannedRow[rows.size()];
    Map<Integer, Integer> place = new HashMap<>();
    for (int i = 0; i < people.size(); i++) {
      place.put(people.get(i), i);
    }
    for (int from = 0; from < rows.size(); from += STEP) {
      if (watch.ending().getAsBoolean()) {
        return Optional.empty();
      }
      int to = Math.min(rows.size(), from + STEP);
      IntStream.range(from, to)
          .parallel()
          .forEach(
              i -> {
                Integer at = place.get(i);
                planned[i] =
                    at == null
                        ? other(i + 1, rows.get(i))
                        : person(
                            i + 1,
                            rows.get(i),
                            all.candidates(profiles.get(at), CANDIDATES),
                            within.getOrDefault(i + 1, List.of()),
                            known.hidden(profiles.get(at)));
              });
      watch.done().accept(to);
    }
    return Optional.of(settled(planned));
  }

  /** Another row of the file that describes the same person, or may. */
  private record Within(int row, Verdict verdict, double score, String words) {}

  private Map<Integer, List<Within>> within(List<Profile> profiles, List<Integer> people) {
    Map<Integer, List<Within>> found = new HashMap<>();
    if (profiles.size() < 2) {
      return found;
    }
    MatchIndex rows = matcher.index(profiles);
    for (Pair pair : rows.pairs((done, all) -> {})) {
      int first = people.get(Math.min(pair.first(), pair.second())) + 1;
      int second = people.get(Math.max(pair.first(), pair.second())) + 1;
      found
          .computeIfAbsent(second, any -> new ArrayList<>())
          .add(
              new Within(
                  first,
                  pair.verdict(),
                  pair.score(),
                  rows.compare(pair.first(), pair.second()).words()));
    }
    return found;
  }

  private static PlannedRow person(
      int number, FileRow row, List<Candidate> candidates, List<Within> within, List<String> tell) {
    List<PlannedRow.Likely> likely = new ArrayList<>();
    boolean known =
        !candidates.isEmpty() && candidates.get(0).comparison().verdict() == Verdict.MERGE;
    boolean twice =
        candidates.stream().filter(each -> each.comparison().verdict() == Verdict.MERGE).count()
            > 1;
    Optional<Within> same =
        within.stream().filter(each -> each.verdict() == Verdict.MERGE).findFirst();
    for (Candidate each : candidates) {
      likely.add(
          new PlannedRow.Likely(
              Optional.of(each.id()),
              Optional.empty(),
              each.comparison().score(),
              each.comparison().words()));
    }
    within.stream()
        .limit(CANDIDATES)
        .forEach(
            each ->
                likely.add(
                    new PlannedRow.Likely(
                        Optional.empty(), Optional.of(each.row()), each.score(), each.words())));
    Fate fate;
    List<String> why = new ArrayList<>();
    if (known && !twice) {
      fate = Fate.KNOWN;
      why.add(likely.get(0).words());
    } else if (candidates.isEmpty() && same.isPresent()) {
      fate = Fate.DOUBLE;
      likely.removeIf(each -> each.row().filter(r -> r == same.get().row()).isPresent());
      likely.add(
          0,
          new PlannedRow.Likely(
              Optional.empty(),
              Optional.of(same.get().row()),
              same.get().score(),
              same.get().words()));
      why.add("The same person as row " + same.get().row() + ": " + same.get().words());
    } else if (likely.isEmpty()) {
      fate = Fate.NEW;
      why.add("Nobody like this is known");
    } else {
      fate = Fate.ASK;
      why.add(
          twice ? "It may be several who are known" : "It may be somebody who is known already");
    }
    row.notes().forEach(note -> why.add("Left aside: " + note.reason()));
    if (row.person().orElseThrow().lastContact().isPresent()) {
      why.add("Last contact is not taken over: contact is what interactions say");
    }
    return new PlannedRow(
        number, row.line(), fate, row.called(), row.person(), Optional.empty(), why, likely, tell);
  }

  private static PlannedRow other(int number, FileRow row) {
    List<String> why = new ArrayList<>();
    row.rejected().ifPresent(why::add);
    row.notes().forEach(note -> why.add("Left aside: " + note.reason()));
    return new PlannedRow(
        number,
        row.line(),
        row.event().isPresent() ? Fate.EVENT : Fate.REJECTED,
        row.called(),
        Optional.empty(),
        row.event(),
        why,
        List.of(),
        List.of());
  }

  /** A double of a double is one of the first; a double of somebody known is that one. */
  private static List<PlannedRow> settled(PlannedRow[] planned) {
    List<PlannedRow> rows = new ArrayList<>(List.of(planned));
    for (int i = 0; i < rows.size(); i++) {
      PlannedRow row = rows.get(i);
      if (row.fate() != Fate.DOUBLE) {
        continue;
      }
      PlannedRow.Likely first = row.candidates().get(0);
      PlannedRow other = rows.get(first.row().orElseThrow() - 1);
      if (other.fate() == Fate.DOUBLE || other.fate() == Fate.KNOWN) {
        List<PlannedRow.Likely> likely = new ArrayList<>(row.candidates());
        PlannedRow.Likely its = other.candidates().get(0);
        likely.set(0, new PlannedRow.Likely(its.id(), its.row(), first.score(), first.words()));
        rows.set(i, with(row, other.fate(), likely));
      } else if (other.fate() == Fate.ASK) {
        rows.set(i, with(row, Fate.ASK, row.candidates()));
      }
    }
    return rows;
  }

  private static PlannedRow with(PlannedRow row, Fate fate, List<PlannedRow.Likely> likely) {
    return new PlannedRow(
        row.number(),
        row.line(),
        fate,
        row.called(),
        row.person(),
        row.event(),
        row.why(),
        likely,
        row.tell());
  }
}
