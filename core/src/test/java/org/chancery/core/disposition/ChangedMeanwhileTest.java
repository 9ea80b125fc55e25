package org.chancery.core.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chancery.core.holds.Hold;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.WrongState;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.schedule.ClockState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes between the steps of a disposition. */
class ChangedMeanwhileTest {
  private static final Duration ELEVEN_YEARS = Duration.ofDays(11 * 365);

  private TestOffice office;
  private NodeId folder;
  private NodeId file;

  @BeforeEach
  void due() {
    office = new TestOffice(Instant.parse("2010-03-01T12:00:00Z"), destruction -> destruction);
    folder = office.folder("Holder");
    file = office.file(folder);
    office.close(file);
    office.review(folder, "temporary");
    office.clock.forward(ELEVEN_YEARS);
    office.desk().run();
  }

  private Disposition only() {
    assertThat(office.dispositions()).hasSize(1);
    return office.dispositions().get(0);
  }

  private DispositionItem item(NodeId disposition) {
    return office.desk().book().items(disposition).get(0);
  }

  private boolean there() {
    return office.host.nodes().find(Caller.ofSystem(), folder).isPresent();
  }

  private void note() {
    office.host.write(
        () ->
            office
                .chancery
                .schedule()
                .clocks()
                .in(office.actor("ann").caller().elevated(), folder, ActivityKind.NOTE, file));
  }

  @Test
  void whatWasDoneAfterTheFirstApprovalCountsThoughItIsDueAgainByTheSecond() {
    Disposition proposed = only();
    office.approve(proposed.id(), "ann");
    note();
    office.clock.forward(ELEVEN_YEARS);
    Disposition second = office.approve(proposed.id(), "bob");
    assertThat(second.state()).isEqualTo(Disposition.State.REJECTED);
    assertThat(item(proposed.id()).reason())
        .contains("Something was done in it since it was proposed.");
    office.desk().run();
    assertThat(office.dispositions()).hasSize(2);
    assertThat(there()).isTrue();
  }

  @Test
  void aHoldPlacedAfterTheLastApprovalKeepsIt() {
    Disposition proposed = only();
    office.approve(proposed.id(), "ann");
    office.approve(proposed.id(), "bob");
    Hold hold =
        office.host.write(
            () -> {
              Hold made = office.chancery.holds().place(office.actor("ann"), "foia", "17");
              office.chancery.holds().add(office.actor("ann"), made.id(), List.of(file));
              return made;
            });
    office.carryOut();
    assertThat(there()).isTrue();
    assertThat(item(proposed.id()).state()).isEqualTo(DispositionItem.State.HELD);
    assertThat(only().state()).isEqualTo(Disposition.State.REJECTED);
    assertThat(office.chancery.schedule().clocks().find(folder).orElseThrow().state())
        .isEqualTo(ClockState.ELIGIBLE);
    office.host.write(
        () ->
            office
                .chancery
                .holds()
                .release(office.actor("ann"), hold.id(), Optional.empty(), "answered"));
    assertThat(office.desk().run().proposed()).isEqualTo(1);
  }

  @Test
  void whatTheArchivesHaveWaitsForTheReleaseOfAHold() {
    Disposition destroy = only();
    office.host.write(
        () ->
            office
                .desk()
                .approvals()
                .reject(
                    office.actor("ann"),
                    destroy.id(),
                    "it is permanent",
                    Optional.empty(),
                    Optional.empty()));
    office.review(folder, "permanent");
    office.desk().run();
    Disposition transfer =
        office.dispositions().stream()
            .filter(each -> each.state() == Disposition.State.PROPOSED)
            .findFirst()
            .orElseThrow();
    office.approve(transfer.id(), "ann");
    Hold hold =
        office.host.write(
            () -> {
              Hold made = office.chancery.holds().place(office.actor("ann"), "audit", "17");
              office.chancery.holds().add(office.actor("ann"), made.id(), List.of(folder));
              return made;
            });
    office.host.write(
        () ->
            office
                .desk()
                .execution()
                .destroyTransferred(office.actor("ann"), transfer.id(), "NN3-1"));
    office.carryOut();
    assertThat(there()).isTrue();
    Disposition waiting = office.desk().book().get(transfer.id());
    assertThat(waiting.state()).isEqualTo(Disposition.State.EXECUTING);
    assertThat(waiting.problem()).hasValueSatisfying(why -> assertThat(why).contains("hold"));
    office.host.write(
        () ->
            office
                .chancery
                .holds()
                .release(office.actor("ann"), hold.id(), Optional.empty(), "answered"));
    office.clock.forward(Duration.ofHours(25));
    office.carryOut();
    assertThat(there()).isFalse();
    assertThat(office.desk().book().get(transfer.id()).state()).isEqualTo(Disposition.State.DONE);
  }

  @Test
  void aCaseFolderThatCameToLieInItIsNotDestroyedWithIt() {
    Disposition proposed = only();
    office.approve(proposed.id(), "ann");
    office.approve(proposed.id(), "bob");
    NodeId other = office.folder("Other");
    // Our own routes move no case folder; another client of a host may.
    Caller elevated = office.actor("ann").caller().elevated();
    office.host.write(() -> office.host.nodes().move(elevated, other, folder, "Other"));
    office.carryOut();
    assertThat(there()).isTrue();
    assertThat(office.host.nodes().find(Caller.ofSystem(), other)).isPresent();
    assertThat(item(proposed.id()).reason())
        .hasValueSatisfying(why -> assertThat(why).contains("kept by itself"));
    assertThat(office.desk().run().proposed()).isZero();
    NodeId year = office.host.nodes().get(Caller.ofSystem(), folder).parent().orElseThrow();
    office.host.write(() -> office.host.nodes().move(elevated, other, year, "Other"));
    assertThat(office.desk().run().proposed()).isEqualTo(1);
  }

  @Test
  void aFolderThatIsDeletedByHandBeforeIsLeftOut() {
    Disposition proposed = only();
    office.approve(proposed.id(), "ann");
    office.approve(proposed.id(), "bob");
    Caller elevated = office.actor("ann").caller().elevated();
    office.host.write(() -> office.host.nodes().delete(elevated, folder, Optional.empty()));
    office.carryOut();
    assertThat(item(proposed.id()).state()).isEqualTo(DispositionItem.State.REFUSED);
    assertThat(item(proposed.id()).reason()).contains("It is not there any more.");
    assertThat(only().state()).isEqualTo(Disposition.State.REJECTED);
    assertThat(office.desk().stubs().list(Optional.empty(), Optional.empty(), 10).items())
        .isEmpty();
  }

  @Test
  void aRenamedFolderGoesAllTheSame() {
    Disposition proposed = only();
    office.approve(proposed.id(), "ann");
    office.approve(proposed.id(), "bob");
    NodeId year = office.host.nodes().get(Caller.ofSystem(), folder).parent().orElseThrow();
    Caller elevated = office.actor("ann").caller().elevated();
    office.host.write(() -> office.host.nodes().move(elevated, folder, year, "Another name"));
    office.carryOut();
    assertThat(there()).isFalse();
    assertThat(only().state()).isEqualTo(Disposition.State.DONE);
  }

  @Test
  void whatIsBeingDestroyedIsNotRejectedNorApprovedAgain() {
    Disposition proposed = only();
    office.approve(proposed.id(), "ann");
    office.approve(proposed.id(), "bob");
    assertThatThrownBy(
            () ->
                office.host.write(
                    () ->
                        office
                            .desk()
                            .approvals()
                            .reject(
                                office.actor("ann"),
                                proposed.id(),
                                "rather not",
                                Optional.empty(),
                                Optional.empty())))
        .isInstanceOf(WrongState.class);
    assertThatThrownBy(() -> office.approve(proposed.id(), "bob")).isInstanceOf(WrongState.class);
    office.carryOut();
    assertThat(only().approvals()).hasSize(2);
    assertThat(there()).isFalse();
  }

  @Test
  void aFolderThatIsWithdrawnIsDueAgain() {
    Disposition proposed = only();
    Disposition over =
        office.host.write(
            () ->
                office
                    .desk()
                    .proposals()
                    .withdraw(office.actor("ann"), proposed.id(), folder, "asked for"));
    assertThat(over.state()).isEqualTo(Disposition.State.REJECTED);
    assertThat(office.desk().queues().counts().due()).isEqualTo(1);
    assertThat(office.desk().run().proposed()).isEqualTo(1);
  }

  @Test
  void theDailyWorkIsDoneOnceADay() {
    Instant first = office.desk().lastRun().orElseThrow().at();
    office.clock.forward(Duration.ofHours(1));
    office.desk().runDaily();
    assertThat(office.desk().lastRun().orElseThrow().at()).isEqualTo(first);
    office.clock.forward(Duration.ofHours(24));
    office.desk().runDaily();
    assertThat(office.desk().lastRun().orElseThrow().at()).isAfter(first);
  }
}
