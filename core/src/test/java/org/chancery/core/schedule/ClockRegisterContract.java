package org.chancery.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.repository.NodeId;
import org.chancery.core.schedule.ClockRegister.Event;
import org.chancery.core.schedule.ClockRegister.Row;
import org.junit.jupiter.api.Test;

/** What every register of clocks has to do. It is empty before each test. */
public abstract class ClockRegisterContract {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** The register. */
  protected abstract ClockRegister register();

  /** Runs the work in a transaction. */
  protected abstract void write(Runnable work);

  private static Row row(ClockState state, LocalDate eligibleOn) {
    return new Row(
        NodeId.random(),
        Optional.of("S"),
        3,
        NOW,
        ActivityKind.CLOSE,
        Optional.of(NodeId.random()),
        0,
        Optional.of(NOW.minusSeconds(60)),
        Optional.ofNullable(eligibleOn).map(day -> day.minusYears(10)),
        Optional.ofNullable(eligibleOn),
        state,
        NOW);
  }

  private Row put(Row row) {
    write(() -> register().put(row));
    return row;
  }

  @Test
  void whatIsPutIsFoundAsItWas() {
    Row row = put(row(ClockState.RUNNING, TODAY));
    assertThat(register().find(row.folder())).contains(row);
    Row bare =
        put(
            new Row(
                NodeId.random(),
                Optional.empty(),
                0,
                NOW,
                ActivityKind.OPENED,
                Optional.empty(),
                2,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ClockState.ACTIVE,
                NOW));
    assertThat(register().find(bare.folder())).contains(bare);
    Row again = put(row.in(ClockState.ELIGIBLE, NOW.plusSeconds(1)));
    assertThat(register().find(row.folder())).contains(again);
  }

  @Test
  void whatIsDueIsPartedByWhetherItWasReviewed() {
    List<Row> due = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      due.add(put(row(ClockState.ELIGIBLE, LocalDate.of(1990, 1, 1).plusDays(i))));
    }
    put(row(ClockState.RUNNING, LocalDate.of(1990, 1, 1)));
    long before = register().countUnreviewed();
    write(
        () -> {
          register().reviewed(due.get(1).folder(), true);
          register().reviewed(due.get(3).folder(), true);
        });
    assertThat(register().countUnreviewed()).isEqualTo(before - 2);
    assertThat(register().eligible(false, Optional.empty(), 2))
        .containsExactly(due.get(0), due.get(2));
    assertThat(register().eligible(false, Optional.of(due.get(2)), 1)).containsExactly(due.get(4));
    assertThat(register().eligible(true, Optional.empty(), 10))
        .containsExactly(due.get(1), due.get(3));
    // Written again, it stays reviewed; forgotten and come back, it does not.
    put(due.get(1).in(ClockState.ELIGIBLE, NOW.plusSeconds(1)));
    assertThat(register().eligible(true, Optional.empty(), 10)).hasSize(2);
    write(() -> register().remove(due.get(1).folder()));
    put(due.get(1));
    assertThat(register().eligible(true, Optional.empty(), 10)).containsExactly(due.get(3));
    assertThat(register().countUnreviewed()).isEqualTo(before - 1);
    write(() -> register().reviewed(due.get(3).folder(), false));
    assertThat(register().eligible(true, Optional.empty(), 10)).isEmpty();
    assertThat(register().countUnreviewed()).isEqualTo(before);
  }

  @Test
  void dueIsWhatRunsAndHasRunOutPageByPage() {
    List<Row> due = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      due.add(put(row(ClockState.RUNNING, TODAY.minusDays(i / 2))));
    }
    put(row(ClockState.RUNNING, TODAY.plusDays(1)));
    put(row(ClockState.ELIGIBLE, TODAY));
    put(row(ClockState.ACTIVE, null));
    List<Row> found = new ArrayList<>();
    Optional<Row> after = Optional.empty();
    List<Row> page;
    do {
      page = register().due(TODAY, after, 2);
      assertThat(page).hasSizeLessThanOrEqualTo(2);
      found.addAll(page);
      after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1));
    } while (!page.isEmpty());
    assertThat(found).containsExactlyInAnyOrderElementsOf(due);
    assertThat(found)
        .isSortedAccordingTo((a, b) -> a.eligibleOn().get().compareTo(b.eligibleOn().get()));
  }

  @Test
  void whatStandsSomewhereIsListedThoseWithoutADayLast() {
    Row later = put(row(ClockState.EXCEPTION, TODAY));
    Row none = put(row(ClockState.EXCEPTION, null));
    Row first = put(row(ClockState.EXCEPTION, TODAY.minusYears(1)));
    put(row(ClockState.PROPOSED, TODAY));
    assertThat(register().standing(ClockState.EXCEPTION, Optional.empty(), 10))
        .containsExactly(first, later, none);
    assertThat(register().standing(ClockState.EXCEPTION, Optional.of(first), 10))
        .containsExactly(later, none);
    assertThat(register().standing(ClockState.EXCEPTION, Optional.of(none), 10)).isEmpty();
  }

  @Test
  void whatWasComputedWithAnOlderRevisionIsFound() {
    Row old = put(row(ClockState.RUNNING, TODAY));
    assertThat(register().outdated("S", 3, 10)).isEmpty();
    assertThat(register().outdated("S", 4, 10)).containsExactly(old);
    assertThat(register().countOutdated("S", 4)).isEqualTo(1);
    assertThat(register().countOutdated("T", 4)).isZero();
  }

  @Test
  void eventsAreKeptTheLatestFirstAndGoWithTheFolder() {
    Row row = put(row(ClockState.RUNNING, TODAY));
    Event first =
        new Event(NOW, "close", Optional.of(NodeId.random()), "started", Optional.of(TODAY));
    Event second = new Event(NOW, "clock", Optional.empty(), "eligible", Optional.empty());
    write(
        () -> {
          register().keep(row.folder(), first);
          register().keep(row.folder(), second);
        });
    assertThat(register().events(row.folder(), 10)).containsExactly(second, first);
    assertThat(register().events(row.folder(), 1)).containsExactly(second);
    write(() -> register().remove(row.folder()));
    assertThat(register().find(row.folder())).isEmpty();
    assertThat(register().events(row.folder(), 10)).isEmpty();
  }

  @Test
  void whatWaitsIsCountedWithoutWhatRuns() {
    put(row(ClockState.RUNNING, TODAY));
    put(row(ClockState.ACTIVE, null));
    put(row(ClockState.ELIGIBLE, TODAY));
    put(row(ClockState.ELIGIBLE, TODAY));
    put(row(ClockState.EXCEPTION, null));
    assertThat(register().countWaiting())
        .isEqualTo(Map.of(ClockState.ELIGIBLE, 2L, ClockState.EXCEPTION, 1L));
  }

  @Test
  void whatIsHeldIsCountedAndListedByFolderUntilItIsFree() {
    List<Row> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(put(row(i == 0 ? ClockState.ACTIVE : ClockState.RUNNING, i == 0 ? null : TODAY)));
    }
    all.sort((one, other) -> one.folder().value().compareTo(other.folder().value()));
    NodeId unknown = NodeId.random();
    write(
        () -> {
          all.forEach(row -> register().held(row.folder(), true));
          register().held(unknown, true);
          register().held(all.get(2).folder(), false);
        });
    assertThat(register().countHeld()).isEqualTo(3);
    assertThat(register().held(Optional.empty(), 2)).containsExactly(all.get(0), all.get(1));
    assertThat(register().held(Optional.of(all.get(1).folder()), 2)).containsExactly(all.get(3));
    // Written again, it stays held; forgotten and come back, it does not.
    put(all.get(0).in(ClockState.ELIGIBLE, NOW.plusSeconds(1)));
    assertThat(register().countHeld()).isEqualTo(3);
    write(() -> register().remove(all.get(0).folder()));
    put(all.get(0));
    assertThat(register().held(Optional.empty(), 10)).containsExactly(all.get(1), all.get(3));
  }

  @Test
  void countsAreBySeriesAndState() {
    put(row(ClockState.RUNNING, TODAY));
    put(row(ClockState.RUNNING, TODAY));
    put(row(ClockState.ELIGIBLE, TODAY));
    assertThat(register().counts())
        .isEqualTo(Map.of("S", Map.of(ClockState.RUNNING, 2L, ClockState.ELIGIBLE, 1L)));
  }

  @Test
  void whereASeriesIsAppliedIsCounted() {
    NodeId folder = NodeId.random();
    write(() -> register().applied(folder, Optional.of("S")));
    write(() -> register().applied(folder, Optional.of("T")));
    assertThat(register().countApplied("S")).isZero();
    assertThat(register().countApplied("T")).isEqualTo(1);
    write(() -> register().applied(folder, Optional.empty()));
    assertThat(register().countApplied("T")).isZero();
  }
}
