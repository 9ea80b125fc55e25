package org.chancery.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

  private final OfficeClock clock = new OfficeClock(Clock.fixed(NOW, ZoneOffset.UTC));
  private final History history = new History(LocalDate.of(2026, 11, 23));

  @Test
  void everythingIsDoneInTheOrderOfTimeOnWorkingDaysAndThenTheClockIsRightAgain() {
    List<Instant> done = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int ago : new int[] {1, 30, 2, 30, 9}) {
      history.add(
          ago,
          () -> {
            done.add(clock.instant());
            names.add(String.valueOf(ago));
          });
    }

    assertThat(history.relive(clock, () -> false)).isTrue();

    assertThat(names).containsExactly("30", "30", "9", "2", "1");
    assertThat(done).isSorted().doesNotHaveDuplicates();
    assertThat(done)
        .allSatisfy(
            moment ->
                assertThat(moment.atZone(ZoneOffset.UTC).getDayOfWeek())
                    .isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    assertThat(clock.instant()).isEqualTo(NOW);
  }

  @Test
  void theClockIsRightAgainAfterAStepThatCannotBeDone() {
    history.add(
        5,
        () -> {
          throw new IllegalArgumentException("nobody does that");
        });

    assertThatThrownBy(() -> history.relive(clock, () -> false))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(clock.instant()).isEqualTo(NOW);
  }

  @Test
  void whatIsNotDoneYetIsLeftWhenItEnds() {
    List<Integer> done = new ArrayList<>();
    for (int ago : new int[] {3, 2, 1}) {
      history.add(ago, () -> done.add(ago));
    }

    assertThat(history.relive(clock, () -> done.size() == 2)).isFalse();

    assertThat(done).containsExactly(3, 2);
  }

  @Test
  void otherThreadsSeeTheRealTime() throws Exception {
    clock.set(NOW.minusSeconds(60));
    assertThat(CompletableFuture.supplyAsync(clock::instant).get()).isEqualTo(NOW);
  }

  @Test
  void theClockNeverShowsTheFuture() {
    clock.set(NOW.plusSeconds(60));
    assertThat(clock.instant()).isEqualTo(NOW);
    clock.set(NOW.minusSeconds(60));
    assertThat(clock.withZone(ZoneOffset.UTC).instant()).isEqualTo(NOW.minusSeconds(60));
  }
}
