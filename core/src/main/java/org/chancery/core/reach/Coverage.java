package org.chancery.core.reach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.core.repository.Caller;
import org.chancery.core.search.Searcher;
import org.chancery.core.search.Tally;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * Where there are stakeholders and outreach, by issue, place and component, and where there is
 * nobody or nothing (requirement S8). Answered by the index, within what the caller may see.
 */
public final class Coverage {
  /** Where overlaps stand among the figures of a row, after those of each kind. */
  private static final int OVERLAPS = 4;

  private static final int FIGURES = OVERLAPS + 1;

  private final Searcher searcher;

  Coverage(Searcher searcher) {
    this.searcher = searcher;
  }

  /** What a place is. */
  public enum By {
    /** A state or territory. */
    STATE("stk:state", "stk:states"),
    /** A region of the Federal Emergency Management Agency. */
    REGION("stk:femaRegion", "stk:regions");

    private final String ofStakeholders;
    private final String ofOutreach;

    By(String ofStakeholders, String ofOutreach) {
      this.ofStakeholders = ofStakeholders;
      this.ofOutreach = ofOutreach;
    }
  }

  /** What else a cell is of, beside its place. */
  public enum Across {
    /** An issue. */
    ISSUE,
    /** A component. */
    COMPONENT
  }

  /**
   * What to count.
   *
   * @param issue the code of the one that counts; all when empty
   * @param component the code of the one that knows the stakeholders, or was in contact; all when
   *     empty
   * @param from first day of interactions and events
   * @param to last day of interactions and events
   * @param by what a place is
   */
  public record Scope(
      Optional<String> issue,
      Optional<String> component,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      By by) {}

  /**
   * What there is.
   *
   * @param people stakeholders
   * @param organizations stakeholders
   * @param interactions that were noted in the period
   * @param events in the period, whose day may be still to come
   * @param overlaps stakeholders with whom several components were in contact on the same issue
   */
  public record Figures(
      long people, long organizations, long interactions, long events, long overlaps) {
    /** Nobody and nothing. */
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0);
  }

  /**
   * The counts by keys: of the place alone; or of the issue or component, then the place; or of the
   * issue, the place, then the component. The empty text stands for none.
   */
  public record Counted(Map<List<String>, Figures> rows) {
    /** The figures of a row. */
    public Figures at(String... keys) {
      return rows.getOrDefault(List.of(keys), Figures.NONE);
    }
  }

  /** A map, and what stands behind it. */
  public record Mapped(Counted places, Counted cells) {}

  /** Of each place; not to be called within a transaction. */
  public Counted places(Caller caller, Scope scope) {
    return counted(caller, scope, List.of(List.of(Dimension.PLACE))).get(0);
  }

  /**
   * Of each place, and of each issue or component in it, counted in one walk; not to be called
   * within a transaction.
   */
  public Mapped mapped(Caller caller, Scope scope, Across across) {
    Dimension row = across == Across.ISSUE ? Dimension.ISSUE : Dimension.COMPONENT;
    List<Counted> both =
        counted(caller, scope, List.of(List.of(Dimension.PLACE), List.of(row, Dimension.PLACE)));
    return new Mapped(both.get(0), both.get(1));
  }

  /** Of each issue in each place by each component; not to be called within a transaction. */
  public Counted all(Caller caller, Scope scope) {
    return counted(
            caller, scope, List.of(List.of(Dimension.ISSUE, Dimension.PLACE, Dimension.COMPONENT)))
        .get(0);
  }

  private enum Dimension {
    ISSUE,
    PLACE,
    COMPONENT
  }

  /** A kind of node that is counted, and the fields that say its component and place. */
  private enum Kind {
    PERSON(Stk.PERSON, "stk:knownBy", Optional.empty()),
    ORGANIZATION(Stk.ORGANIZATION, "stk:knownBy", Optional.empty()),
    INTERACTION(Stk.INTERACTION, "stk:component", Optional.of("stk:interactionDate")),
    EVENT(Stk.EVENT, "stk:ownerComponent", Optional.of("stk:eventStart"));

    private final QName type;
    private final String component;
    private final Optional<String> date;

    Kind(QName type, String component, Optional<String> date) {
      this.type = type;
      this.component = component;
      this.date = date;
    }

    String field(Dimension dimension, By by) {
      return switch (dimension) {
        case ISSUE -> "stk:issues";
        case PLACE -> date.isPresent() ? by.ofOutreach : by.ofStakeholders;
        case COMPONENT -> component;
      };
    }
  }

  /** What is counted for one of the figures of a row. */
  private record Asked(List<Dimension> dimensions, int figure, Tally tally) {}

  private List<Counted> counted(Caller caller, Scope scope, List<List<Dimension>> wanted) {
    List<Asked> asked =
        wanted.stream().flatMap(dimensions -> asked(scope, dimensions).stream()).toList();
    Iterator<Tally.Result> results =
        searcher.tallies(asked.stream().map(Asked::tally).toList(), caller).iterator();
    Map<List<Dimension>, Map<List<String>, long[]>> rows = new HashMap<>();
    for (Asked each : asked) {
      add(
          rows.computeIfAbsent(each.dimensions(), any -> new HashMap<>()),
          each,
          scope,
          results.next());
    }
    return wanted.stream().map(dimensions -> counted(rows.get(dimensions))).toList();
  }

  private static List<Asked> asked(Scope scope, List<Dimension> dimensions) {
    List<Asked> asked = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      asked.add(new Asked(dimensions, kind.ordinal(), tally(kind, scope, dimensions)));
    }
    if (dimensions.get(dimensions.size() - 1) == Dimension.PLACE) {
      for (Kind kind : List.of(Kind.PERSON, Kind.ORGANIZATION)) {
        asked.add(new Asked(dimensions, OVERLAPS, overlaps(kind, scope, dimensions)));
      }
    }
    return asked;
  }

  private static void add(
      Map<List<String>, long[]> rows, Asked asked, Scope scope, Tally.Result found) {
    found
        .rows()
        .forEach(
            (key, figures) -> {
              // What has several issues, one of which is asked for, is counted for the others, too.
              if (wanted(key, asked.dimensions(), Dimension.ISSUE, scope.issue())
                  && wanted(key, asked.dimensions(), Dimension.COMPONENT, scope.component())) {
                rows.computeIfAbsent(key, any -> new long[FIGURES])[asked.figure()] +=
                    figures.count();
              }
            });
  }

  private static Counted counted(Map<List<String>, long[]> rows) {
    Map<List<String>, Figures> figures =
        new TreeMap<>((one, other) -> String.join("\0", one).compareTo(String.join("\0", other)));
    rows.forEach((key, n) -> figures.put(key, new Figures(n[0], n[1], n[2], n[3], n[OVERLAPS])));
    return new Counted(figures);
  }

  private static boolean wanted(
      List<String> key, List<Dimension> dimensions, Dimension dimension, Optional<String> wanted) {
    int at = dimensions.indexOf(dimension);
    return at < 0 || wanted.isEmpty() || key.get(at).equals(wanted.get());
  }

  private static Tally tally(Kind kind, Scope scope, List<Dimension> dimensions) {
    Tally tally = Tally.of(kind.type);
    if (scope.issue().isPresent()) {
      tally = tally.with(new Tally.AnyOf("stk:issues", Set.of(scope.issue().get())));
    }
    if (scope.component().isPresent()) {
      tally = tally.with(new Tally.AnyOf(kind.component, Set.of(scope.component().get())));
    }
    if (kind.date.isPresent() && (scope.from().isPresent() || scope.to().isPresent())) {
      tally = tally.with(new Tally.Between(kind.date.get(), scope.from(), scope.to()));
    }
    for (Dimension dimension : dimensions) {
      tally = tally.by(new Tally.ByField(kind.field(dimension, scope.by()), false));
    }
    return tally;
  }

  /** Those who several components court; by component, it is in the rows of each of these. */
  private static Tally overlaps(Kind kind, Scope scope, List<Dimension> dimensions) {
    Tally tally = Tally.of(kind.type);
    tally =
        scope.issue().isPresent()
            ? tally.with(new Tally.AnyOf("stk:overlaps", Set.of(scope.issue().get())))
            : tally.with(new Tally.StartsWith("stk:overlaps", Set.of("")));
    if (scope.component().isPresent()) {
      tally = tally.with(new Tally.AnyOf(kind.component, Set.of(scope.component().get())));
    }
    for (Dimension dimension : dimensions) {
      String field =
          dimension == Dimension.ISSUE ? "stk:overlaps" : kind.field(dimension, scope.by());
      tally = tally.by(new Tally.ByField(field, false));
    }
    return tally;
  }
}
