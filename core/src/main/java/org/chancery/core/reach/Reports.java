package org.chancery.core.reach;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.search.Searcher;
import org.chancery.core.search.Tally;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.QName;

/** Who was spoken to about what, and how much each component reached out (requirement S9). */
public final class Reports {
  private static final int MOST_INTERACTIONS = 2_000;
  private static final int PAGE = 500;
  private static final int MOST_MONTHS = 36;
  private static final String DATE = "stk:interactionDate";

  private final Searcher searcher;
  private final Nodes nodes;
  private final Coverage coverage;
  private final Clock clock;

  Reports(Searcher searcher, Nodes nodes, Coverage coverage, Clock clock) {
    this.searcher = searcher;
    this.nodes = nodes;
    this.coverage = coverage;
    this.clock = clock;
  }

  /**
   * What a report is of; what is empty does not matter.
   *
   * @param issue a code
   * @param state letters
   * @param region of FEMA
   * @param component a code
   * @param from first day
   * @param to last day
   */
  public record Scope(
      Optional<String> issue,
      Optional<String> state,
      Optional<String> region,
      Optional<String> component,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {}

  /**
   * A stakeholder that was spoken to.
   *
   * @param times how often, in the scope
   * @param last when last, in the scope
   * @param components that did
   */
  public record Spoken(Node stakeholder, int times, LocalDate last, Set<String> components) {}

  /**
   * Stakeholders that were spoken to.
   *
   * @param spoken by name
   * @param interactions how many there are in the scope
   * @param looked how many of these were looked at, the latest ones
   */
  public record SpokenTo(List<Spoken> spoken, long interactions, long looked) {}

  /**
   * Those spoken to in a region about an issue; not to be called within a transaction. A place is
   * where they were at that time.
   */
  public SpokenTo spoken(Caller caller, Scope scope) {
    Tally tally = interactions(scope);
    long total = searcher.tally(tally, caller).at().count();
    int from = (int) Math.max(0, total - MOST_INTERACTIONS);
    Map<NodeId, Met> met = new LinkedHashMap<>();
    long looked = 0;
    for (int at = from; at < total; at += PAGE) {
      List<NodeId> ids = searcher.listed(tally, DATE, at, PAGE, caller).ids();
      if (ids.isEmpty()) {
        break;
      }
      looked += ids.size();
      nodes.findAll(caller, ids).forEach(each -> add(caller, scope, each, met));
    }
    List<Spoken> spoken =
        met.values().stream()
            .map(each -> new Spoken(each.node, each.times, each.last, each.components))
            .sorted(Comparator.comparing(each -> Title.of(each.stakeholder())))
            .toList();
    return new SpokenTo(spoken, total, looked);
  }

  private static final class Met {
    private final Node node;
    private final Set<String> components = new TreeSet<>();
    private int times;
    private LocalDate last = LocalDate.MIN;

    Met(Node node) {
      this.node = node;
    }
  }

  private void add(Caller caller, Scope scope, Node interaction, Map<NodeId, Met> met) {
    List<Node> all =
        Stream.of(Stk.WITH_PERSON, Stk.WITH_ORGANIZATION)
            .flatMap(relation -> nodes.targets(caller, interaction.id(), relation).stream())
            .toList();
    // Of one who met several at once, those from elsewhere are not meant.
    List<Node> there =
        all.stream()
            .filter(each -> in(each, Stk.STATE, scope.state()))
            .filter(each -> in(each, Stk.FEMA_REGION, scope.region()))
            .toList();
    LocalDate day = interaction.date(Stk.INTERACTION_DATE).orElseThrow();
    for (Node each : there.isEmpty() ? all : there) {
      Met one = met.computeIfAbsent(each.id(), id -> new Met(each));
      one.times++;
      one.last = one.last.isBefore(day) ? day : one.last;
      interaction.text(Stk.COMPONENT).ifPresent(one.components::add);
    }
  }

  private static boolean in(Node node, QName place, Optional<String> wanted) {
    return wanted.isEmpty() || node.text(place).equals(wanted);
  }

  private static Tally interactions(Scope scope) {
    Tally tally = Tally.of(Stk.INTERACTION);
    tally = with(tally, "stk:issues", scope.issue());
    tally = with(tally, "stk:states", scope.state());
    tally = with(tally, "stk:regions", scope.region());
    tally = with(tally, "stk:component", scope.component());
    return scope.from().isPresent() || scope.to().isPresent()
        ? tally.with(new Tally.Between(DATE, scope.from(), scope.to()))
        : tally;
  }

  private static Tally with(Tally tally, String field, Optional<String> value) {
    return value.isEmpty() ? tally : tally.with(new Tally.AnyOf(field, Set.of(value.get())));
  }

  /** Figures of each FEMA region, by its number; not to be called within a transaction. */
  public Coverage.Counted perRegion(Caller caller, Scope scope) {
    return coverage.places(
        caller,
        new Coverage.Scope(
            scope.issue(), scope.component(), scope.from(), scope.to(), Coverage.By.REGION));
  }

  /**
   * Interactions of each component in each month.
   *
   * @param months such as {@code 2026-11}, without gaps, at most the last 36
   * @param byComponent code → a number for each month; the empty text stands for no component
   */
  public record OverTime(List<String> months, Map<String, List<Long>> byComponent) {}

  /** Outreach over time; not to be called within a transaction. */
  public OverTime perComponent(Caller caller, Scope scope) {
    YearMonth last =
        YearMonth.from(scope.to().orElse(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    YearMonth first = scope.from().map(YearMonth::from).orElse(last.minusMonths(11));
    if (first.isBefore(last.minusMonths(MOST_MONTHS - 1L))) {
      first = last.minusMonths(MOST_MONTHS - 1L);
    }
    List<String> months = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      months.add(month.toString());
    }
    LocalDate from = scope.from().filter(first.atDay(1)::isBefore).orElse(first.atDay(1));
    Scope within =
        new Scope(
            scope.issue(),
            scope.state(),
            scope.region(),
            scope.component(),
            Optional.of(from),
            Optional.of(scope.to().orElse(last.atEndOfMonth())));
    Tally tally =
        interactions(within)
            .by(new Tally.ByField("stk:component", false))
            .by(new Tally.ByPeriod(DATE, Tally.Unit.MONTH));
    Map<String, Map<String, Long>> counts = new HashMap<>();
    searcher
        .tally(tally, caller)
        .rows()
        .forEach(
            (key, figures) ->
                counts
                    .computeIfAbsent(key.get(0), any -> new HashMap<>())
                    .put(key.get(1), figures.count()));
    Map<String, List<Long>> rows = new LinkedHashMap<>();
    counts.keySet().stream()
        .sorted()
        .forEach(
            component ->
                rows.put(
                    component,
                    months.stream()
                        .map(month -> counts.get(component).getOrDefault(month, 0L))
                        .toList()));
    return new OverTime(months, rows);
  }
}
