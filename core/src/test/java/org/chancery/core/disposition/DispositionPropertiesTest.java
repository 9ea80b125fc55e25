package org.chancery.core.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.destruction.Remnant;
import org.chancery.core.holds.Hold;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.RepositoryException;
import org.chancery.core.schedule.ActivityKind;

/**
 * Whatever happens, in whatever order: nothing is removed that is under a hold, that has not both
 * approvals, or that is not due; and nothing is in the hand of two dispositions.
 */
class DispositionPropertiesTest {
  private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");
  private static final Instant START = Instant.parse("2010-03-01T12:00:00Z");
  private static final int FOLDERS = 3;

  /** What can happen. */
  enum Kind {
    NOTE,
    CLOSE,
    REOPEN,
    HOLD_FOLDER,
    HOLD_FILE,
    RELEASE,
    REVIEW_TEMPORARY,
    REVIEW_PERMANENT,
    RESCHEDULE,
    FORWARD,
    FAR_FORWARD,
    BACK,
    RUN,
    PROPOSE,
    APPROVE_ANN,
    APPROVE_BOB,
    REJECT,
    CARRY_OUT
  }

  /** Something that happens, to a folder, by an amount. */
  record Step(Kind kind, int folder, int amount) {}

  /** What leads to the removal of a folder, when nothing comes between. */
  private static final List<Kind> COURSE =
      List.of(
          Kind.CLOSE,
          Kind.REVIEW_TEMPORARY,
          Kind.FAR_FORWARD,
          Kind.RUN,
          Kind.APPROVE_ANN,
          Kind.APPROVE_BOB,
          Kind.CARRY_OUT);

  /** The course of things, again and again, with anything at all in between. */
  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Kind> between =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(Kind.FORWARD)),
            Tuple.of(1, Arbitraries.of(Kind.NOTE, Kind.FAR_FORWARD)),
            Tuple.of(1, Arbitraries.of(Kind.class)));
    Arbitrary<Step> any = step(between, Arbitraries.integers().between(1, 12));
    List<Arbitrary<List<Step>>> parts = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      for (Kind kind : COURSE) {
        parts.add(any.list().ofMaxSize(2));
        parts.add(
            step(Arbitraries.just(kind), Arbitraries.integers().between(8, 12)).list().ofSize(1));
      }
    }
    return Combinators.combine(parts).as(lists -> lists.stream().flatMap(List::stream).toList());
  }

  private static Arbitrary<Step> step(Arbitrary<Kind> kinds, Arbitrary<Integer> amounts) {
    return Combinators.combine(kinds, Arbitraries.integers().between(0, FOLDERS - 1), amounts)
        .as(Step::new);
  }

  /** What has happened, told apart from all that the domain keeps. */
  private static final class Model implements Destruction {
    private final Map<NodeId, Instant> activity = new HashMap<>();
    private final Map<NodeId, NodeId> files = new HashMap<>();
    private final Set<NodeId> open = new HashSet<>();
    private final Map<NodeId, List<NodeId>> holds = new HashMap<>();
    private final Map<NodeId, Set<String>> approvals = new HashMap<>();
    private final Map<NodeId, Map<NodeId, Instant>> approvedAsOf = new HashMap<>();
    private final Map<NodeId, Boolean> permanent = new HashMap<>();
    private final List<NodeId> removed = new ArrayList<>();
    private int years = 10;
    private Destruction real;
    private TestOffice office;

    @Override
    public void remove(Caller elevated, NodeId folder) {
      assertThat(removed).as("removed once").doesNotContain(folder);
      assertThat(open).as("no file is open").doesNotContain(files.get(folder));
      assertThat(holds.getOrDefault(folder, List.of())).as("under no hold").isEmpty();
      assertThat(holds.getOrDefault(files.get(folder), List.of())).as("file held").isEmpty();
      assertThat(permanent.get(folder)).as("reviewed as temporary").isEqualTo(false);
      LocalDate due = LocalDate.ofInstant(activity.get(folder), WASHINGTON).plusYears(years);
      LocalDate today = LocalDate.ofInstant(office.clock.instant(), WASHINGTON);
      assertThat(due).as("due").isBeforeOrEqualTo(today);
      NodeId disposition =
          Gate.in(office.host.nodes().get(Caller.ofSystem(), folder)).orElseThrow();
      assertThat(approvals.getOrDefault(disposition, Set.of())).as("approved").hasSize(2);
      assertThat(approvedAsOf.get(disposition).get(folder))
          .as("nothing was done in it since the first approval")
          .isEqualTo(activity.get(folder));
      removed.add(folder);
      real.remove(elevated, folder);
    }

    @Override
    public List<Remnant> erase() {
      return real.erase();
    }

    void did(NodeId folder) {
      activity.merge(
          folder, office.clock.instant(), (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  @Property(tries = 120, shrinking = ShrinkingMode.BOUNDED)
  void noPathDisposesOfWhatMustStay(@ForAll("histories") List<Step> history) {
    Model model = new Model();
    TestOffice office =
        new TestOffice(
            START,
            destruction -> {
              model.real = destruction;
              return model;
            });
    model.office = office;
    List<NodeId> folders = new ArrayList<>();
    for (int i = 0; i < FOLDERS; i++) {
      NodeId folder = office.folder("Holder " + i);
      NodeId file = office.file(folder);
      model.did(folder);
      model.files.put(folder, file);
      model.open.add(file);
      if (i > 0) {
        office.close(file);
        model.open.remove(file);
      }
      folders.add(folder);
    }
    for (Step step : history) {
      NodeId folder = folders.get(step.folder());
      if (!model.removed.contains(folder) || step.kind().ordinal() > Kind.RESCHEDULE.ordinal()) {
        try {
          take(office, model, folder, step);
        } catch (RepositoryException refused) {
          // A refusal is an answer; what was done all the same, the model tells.
          assertThat(refused).hasMessageNotContaining("null");
        }
      }
      requireOneDispositionEach(office, folders, model);
    }
    Statistics.label("something was removed")
        .collect(!model.removed.isEmpty())
        .coverage(each -> each.check(true).percentage(share -> share > 20));
  }

  private static void requireOneDispositionEach(
      TestOffice office, List<NodeId> folders, Model model) {
    Map<NodeId, Integer> waiting = new HashMap<>();
    for (Disposition each : office.dispositions()) {
      if (each.state().open()) {
        office.desk().book().open(each.id()).stream()
            .filter(
                item ->
                    office
                        .host
                        .nodes()
                        .find(Caller.ofSystem(), item.folder())
                        .flatMap(Gate::in)
                        .equals(Optional.of(each.id())))
            .forEach(item -> waiting.merge(item.folder(), 1, Integer::sum));
      }
    }
    folders.forEach(folder -> assertThat(waiting.getOrDefault(folder, 0)).isLessThanOrEqualTo(1));
    assertThat(model.removed).doesNotHaveDuplicates();
  }

  private static void take(TestOffice office, Model model, NodeId folder, Step step) {
    NodeId file = model.files.get(folder);
    switch (step.kind()) {
      case NOTE -> {
        office.host.write(
            () ->
                office
                    .chancery
                    .schedule()
                    .clocks()
                    .in(office.actor("ann").caller().elevated(), folder, ActivityKind.NOTE, file));
        model.did(folder);
      }
      case CLOSE -> {
        if (model.open.contains(file)) {
          office.close(file);
          model.open.remove(file);
          model.did(folder);
        }
      }
      case REOPEN -> {
        if (!model.open.contains(file)) {
          office.reopen(file);
          model.open.add(file);
          model.did(folder);
        }
      }
      case HOLD_FOLDER -> hold(office, model, folder);
      case HOLD_FILE -> hold(office, model, file);
      case RELEASE -> release(office, model, folder, file);
      case REVIEW_TEMPORARY -> review(office, model, folder, "temporary");
      case REVIEW_PERMANENT -> review(office, model, folder, "permanent");
      case RESCHEDULE -> reschedule(office, model, step.amount());
      case FORWARD -> office.clock.forward(Duration.ofDays(step.amount()));
      case FAR_FORWARD -> office.clock.forward(Duration.ofDays(365L * step.amount()));
      case BACK -> office.clock.forward(Duration.ofDays(-200L * step.amount()));
      case RUN -> office.desk().run();
      case PROPOSE ->
          office.host.write(
              () -> office.desk().proposals().propose(office.actor("ann"), List.of(folder), "now"));
      case APPROVE_ANN -> approve(office, model, "ann");
      case APPROVE_BOB -> approve(office, model, "bob");
      case REJECT -> {
        Optional<Disposition> open =
            office.dispositions().stream()
                .filter(each -> each.state() == Disposition.State.PROPOSED)
                .findFirst();
        LocalDate today = LocalDate.ofInstant(office.clock.instant(), WASHINGTON);
        open.ifPresent(
            each ->
                office.host.write(
                    () ->
                        office
                            .desk()
                            .approvals()
                            .reject(
                                office.actor("bob"),
                                each.id(),
                                "not now",
                                Optional.of(today.plusDays(step.amount())),
                                Optional.empty())));
      }
      case CARRY_OUT -> office.carryOut();
    }
  }

  private static void hold(TestOffice office, Model model, NodeId target) {
    Hold hold =
        office.host.write(
            () -> {
              Hold made = office.chancery.holds().place(office.actor("ann"), "audit", "asked");
              office.chancery.holds().add(office.actor("ann"), made.id(), List.of(target));
              return made;
            });
    model.holds.computeIfAbsent(target, unused -> new ArrayList<>()).add(hold.id());
  }

  private static void release(TestOffice office, Model model, NodeId folder, NodeId file) {
    for (NodeId target : List.of(folder, file)) {
      List<NodeId> on = model.holds.getOrDefault(target, new ArrayList<>());
      if (!on.isEmpty()) {
        NodeId hold = on.get(0);
        office.host.write(
            () ->
                office
                    .chancery
                    .holds()
                    .release(office.actor("ann"), hold, Optional.empty(), "settled"));
        on.remove(hold);
        return;
      }
    }
  }

  private static void review(TestOffice office, Model model, NodeId folder, String decision) {
    if (office.review(folder, decision).reviewed() == 1) {
      model.permanent.put(folder, decision.equals("permanent"));
    }
  }

  private static void reschedule(TestOffice office, Model model, int years) {
    String csv = office.chancery.schedule().plan().csv();
    String changed =
        csv.lines()
            .map(
                line ->
                    line.startsWith("CORR-TEMP")
                        ? line.replaceFirst(",\\d+,years,", "," + years + ",years,")
                        : line)
            .reduce((one, other) -> one + "\r\n" + other)
            .orElseThrow();
    office.host.write(
        () -> office.chancery.schedule().plan().change(office.actor("ann"), changed, "anew"));
    model.years = years;
  }

  /** Tries to approve all that waits, whether the officer may or not. */
  private static void approve(TestOffice office, Model model, String user) {
    for (Disposition each : office.dispositions()) {
      try {
        Disposition after = office.approve(each.id(), user);
        if (after.approvals().size() > each.approvals().size()) {
          model.approvals.computeIfAbsent(each.id(), unused -> new HashSet<>()).add(user);
          Map<NodeId, Instant> asOf =
              model.approvedAsOf.computeIfAbsent(each.id(), unused -> new HashMap<>());
          office
              .desk()
              .book()
              .open(each.id())
              .forEach(item -> asOf.putIfAbsent(item.folder(), model.activity.get(item.folder())));
        }
      } catch (RepositoryException refused) {
        assertThat(refused).hasMessageNotContaining("null");
      }
    }
  }
}
